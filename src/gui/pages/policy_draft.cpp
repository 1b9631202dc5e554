#include "gui/pages/policy_draft.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "gui/inspector/number_field.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr double percent = 100;
constexpr double rounding = 1e-6;  // of a sum of shares
constexpr int usual_weeks = 3;
constexpr const char* usual_tolerance = "5";

QString tr(const char* text) { return QCoreApplication::translate("PolicyDraft", text); }

/// "70", "70 %", "12.5": percent, always; nullopt when it is no number from 0 to 100.
std::optional<double> read_percent(QString text) {
  text = text.trimmed();
  if (text.endsWith('%')) text.chop(1);
  const auto number = read_number(text);
  if (!number || !number->has_value() || number->value() < 0 || number->value() > percent) return std::nullopt;
  return number->value() / percent;
}

std::optional<int> read_weeks(const QString& text) {
  bool is_number = false;
  const int weeks = text.trimmed().toInt(&is_number);
  return is_number && weeks >= 0 ? std::optional(weeks) : std::nullopt;
}

QString percent_text(double share) { return number_field_text(std::round(share * percent * 1e4) / 1e4); }

const AllocationPolicy* active_policy(const Portfolio& portfolio) {
  for (const AllocationPolicy& policy : portfolio.all<AllocationPolicy>())
    if (policy.active) return &policy;
  return nullptr;
}

/// "Core" is "core", "Must do" is "must-do"; with a number behind it where another class has it.
std::string key_for(const QString& name, const std::vector<std::string>& taken) {
  QString key;
  for (const QChar letter : name.toLower()) key += letter.isLetterOrNumber() ? letter : QChar('-');
  if (key.isEmpty()) key = "class";
  std::string free = key.toStdString();
  for (int number = 2; std::find(taken.begin(), taken.end(), free) != taken.end(); ++number)
    free = key.toStdString() + "-" + std::to_string(number);
  return free;
}

}  // namespace

PolicyDraft draft_of(const Portfolio& portfolio) {
  PolicyDraft draft;
  const AllocationPolicy* policy = active_policy(portfolio);
  draft.alert_weeks = QString::number(policy != nullptr ? policy->alert_weeks : usual_weeks);
  if (policy == nullptr) {
    apply_preset(draft, PolicyPreset::seventy_twenty_ten, portfolio);
    return draft;
  }
  draft.id = policy->id;
  draft.name = qt_text(policy->name);
  for (const AllocationClass* one : portfolio.allocation_classes_in_order())
    draft.classes.push_back(
        {one->id, qt_text(one->name), one->role, percent_text(one->target_share), percent_text(one->tolerance)});
  return draft;
}

void apply_preset(PolicyDraft& draft, PolicyPreset preset, const Portfolio& portfolio) {
  const bool is_classic = preset == PolicyPreset::seventy_twenty_ten;
  draft.classes = is_classic ? std::vector<ClassDraft>{{{}, tr("Strategic"), ClassRole::strategic, "70", usual_tolerance},
                                                       {{}, tr("Roadmap"), ClassRole::roadmap, "20", usual_tolerance},
                                                       {{}, tr("Firefighting"), ClassRole::firefighting, "10", usual_tolerance}}
                             : std::vector<ClassDraft>{{{}, tr("Core"), ClassRole::roadmap, "70", usual_tolerance},
                                                       {{}, tr("Adjacent"), ClassRole::other, "20", usual_tolerance},
                                                       {{}, tr("Transformational"), ClassRole::strategic, "10", usual_tolerance}};
  for (ClassDraft& one : draft.classes)
    for (const AllocationClass* stored : portfolio.allocation_classes_in_order())
      if (stored->policy == draft.id && qt_text(stored->name).compare(one.name, Qt::CaseInsensitive) == 0) one.id = stored->id;
  draft.name = is_classic ? tr("70/20/10") : tr("Core, adjacent, transformational");
}

QString mistake_of(const PolicyDraft& draft) {
  if (draft.classes.empty()) return tr("A policy needs a class. Add one, or choose a preset.");
  double sum = 0;
  QStringList names;
  for (const ClassDraft& one : draft.classes) {
    const QString name = one.name.trimmed();
    if (name.isEmpty()) return tr("A class has no name. Type one, or remove the class.");
    if (names.contains(name, Qt::CaseInsensitive)) return tr("Two classes are called %1. Give one another name.").arg(name);
    names.append(name);
    const auto target = read_percent(one.target);
    if (!target) return tr("The target of %1 is no share. Type a percentage from 0 to 100.").arg(name);
    if (!read_percent(one.tolerance)) return tr("The tolerance of %1 is no number of points. Type one from 0 to 100.").arg(name);
    sum += *target;
  }
  if (!read_weeks(draft.alert_weeks)) return tr("The weeks before an alert are no whole number. Type one, such as 3.");
  const double missing = 1 - sum;
  if (std::abs(missing) <= rounding) return {};
  return (missing > 0 ? tr("The shares add up to %1 %: %2 points are missing.")
                      : tr("The shares add up to %1 %: that is %2 points too many."))
      .arg(percent_text(sum), percent_text(std::abs(missing)));
}

QString loss_of(const PolicyDraft& draft, const Portfolio& portfolio) {
  const auto is_gone = [&](AllocationClassId id) {
    const AllocationClass* stored = portfolio.find(id);
    return stored != nullptr && stored->policy == draft.id &&
           std::none_of(draft.classes.begin(), draft.classes.end(), [id](const ClassDraft& one) { return one.id == id; });
  };
  std::size_t items = 0;
  std::size_t entries = 0;
  for (const AllocationClass* one : portfolio.allocation_classes_in_order()) {
    if (!is_gone(one->id)) continue;
    for (const Item& item : portfolio.all<Item>()) items += item.allocation_class == one->id ? 1 : 0;
    for (const TimeEntry& entry : portfolio.all<TimeEntry>()) entries += entry.allocation_class == one->id ? 1 : 0;
  }
  if (items + entries == 0) return {};
  return tr("%1 and %2 will have no class.")
      .arg(count_text(items, tr("item"), tr("items")), count_text(entries, tr("time entry"), tr("time entries")));
}

void store(const PolicyDraft& draft, storage::Edit& edit) {
  AllocationPolicy policy;
  if (const AllocationPolicy* stored = edit.portfolio().find(draft.id)) policy = *stored;
  policy.active = true;
  policy.name = draft.name.trimmed().isEmpty() ? tr("Policy").toStdString() : draft.name.trimmed().toStdString();
  policy.alert_weeks = read_weeks(draft.alert_weeks).value_or(usual_weeks);
  if (policy.id)
    edit.update(policy);
  else
    policy.id = edit.insert(policy);
  std::vector<AllocationClassId> gone;
  std::vector<std::string> keys;
  for (const AllocationClass& one : edit.portfolio().all<AllocationClass>()) {
    if (one.policy != policy.id) continue;
    const bool stays =
        std::any_of(draft.classes.begin(), draft.classes.end(), [&](const auto& kept) { return kept.id == one.id; });
    if (stays)
      keys.push_back(one.key);
    else
      gone.push_back(one.id);
  }
  for (const AllocationClassId id : gone) edit.erase(id);
  int position = 0;
  for (const ClassDraft& one : draft.classes) {
    AllocationClass row;
    if (const AllocationClass* stored = edit.portfolio().find(one.id)) row = *stored;
    row.policy = policy.id;
    row.name = one.name.trimmed().toStdString();
    row.role = one.role;
    row.target_share = read_percent(one.target).value_or(0);
    row.tolerance = read_percent(one.tolerance).value_or(0);
    row.position = position++;
    if (row.id) {
      edit.update(row);
      continue;
    }
    row.key = key_for(one.name.trimmed(), keys);
    keys.push_back(row.key);
    edit.insert(row);
  }
}

}  // namespace tradewind::gui
