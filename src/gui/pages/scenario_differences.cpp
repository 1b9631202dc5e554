#include "gui/pages/scenario_differences.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSet>
#include <algorithm>

#include "gui/inspector/row_words.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

using Line = DifferenceGroup::Line;
using workbench::MoveKind;
using workbench::PlanComparison;

constexpr int row_height = 24;
constexpr int least_plan_width = 90;
constexpr int widest_plan_width = 190;  // "14 Dec 2026 – 14 Mar 2027"
constexpr int item_role = Qt::UserRole;
constexpr int outcome_role = Qt::UserRole + 1;
const QChar no_break{0x202F};

QString tr(const char* text) { return ScenarioDifferences::tr(text); }

QString number(OptionalNumber value, int decimals) {
  return value.has_value() ? QLocale(QLocale::English).toString(value.value(), 'f', decimals) : QString("–");
}

QString text_of(const workbench::Value& value) {
  const std::string line = workbench::to_line(value);
  return line.empty() ? QString("–") : qt_text(line);
}

class Lines {
 public:
  Lines(const PlanComparison& comparison, const Portfolio& after) : comparison_(comparison), after_(after) {}

  std::vector<DifferenceGroup> groups() {
    DifferenceGroup moved{tr("Moved"), {}};
    DifferenceGroup put_on{tr("Put on the roadmap"), {}};
    DifferenceGroup taken_off{tr("Taken off the roadmap"), {}};
    for (const workbench::MovedItem& row : comparison_.moved) {
      const MoveKind kind = workbench::kind_of(row);
      DifferenceGroup& group = kind == MoveKind::moved ? moved : kind == MoveKind::put_on ? put_on : taken_off;
      group.lines.push_back(line_of(row));
    }
    DifferenceGroup changed{tr("Changed"), {}};
    for (const workbench::ChangedRow& row : comparison_.rows) add(changed, row);
    DifferenceGroup capacity{tr("Load and capacity in person-weeks"), {}};
    for (const workbench::ComparedLoad& row : comparison_.loads)
      add(capacity, row, row.team_name + ", " + period_name(row.period_name));
    DifferenceGroup outcomes{tr("Outcomes, expected"), {}};
    for (const workbench::ComparedOutcome& row : comparison_.outcomes) add(outcomes, row);
    DifferenceGroup shares{tr("Shares of the plan"), {}};
    for (const workbench::ComparedClass& row : comparison_.allocation)
      add(shares,
          tr("%1, %2, target %3")
              .arg(qt_text(row.name), qt_text(period_name(row.period_name)), share_text(row.target))
              .toStdString(),
          share_text(row.before), share_text(row.after));
    std::vector<DifferenceGroup> groups;
    for (DifferenceGroup* group : {&moved, &put_on, &taken_off, &changed, &capacity, &outcomes, &shares})
      if (!group->lines.empty()) groups.push_back(std::move(*group));
    return groups;
  }

 private:
  std::string period_name(const std::string& name) const {
    const Period* period = after_.period_by_name(name);
    return period == nullptr ? name : display_name(*period);
  }
  static QString days_of(const std::optional<Span>& span) {
    return span ? qt_text(to_display(span->start)) + " – " + qt_text(to_display(last_day(*span))) : tr("not placed");
  }
  static QString load_text(double load, OptionalNumber capacity, int decimals) {
    const QString text = number(load, decimals);
    return capacity.has_value() ? tr("%1 of %2").arg(text, number(capacity, decimals)) : text;
  }
  /// In whole person-weeks as on the roadmap, in tenths where only those tell the two apart.
  static void add(DifferenceGroup& group, const workbench::ComparedLoad& row, const std::string& what) {
    const auto texts = [&](int decimals) {
      return std::pair{load_text(row.before, row.capacity_before, decimals), load_text(row.after, row.capacity_after, decimals)};
    };
    const auto whole = texts(0);
    const auto [before, after] = whole.first == whole.second ? texts(1) : whole;
    add(group, what, before, after);
  }
  static QString share_text(OptionalNumber share) {
    return share.has_value() ? number(100 * share.value(), 0) + no_break + "%" : QString("–");
  }
  static void add(DifferenceGroup& group, const std::string& what, const QString& before, const QString& after) {
    if (before != after) group.lines.push_back({qt_text(what), before, after, {}, {}});
  }

  Line line_of(const workbench::MovedItem& row) const {
    Line line;
    const Item* item = after_.find(row.item);
    line.what = (item == nullptr ? qt_text(row.key) : shown_key(*item)) + " " + qt_text(row.title);
    line.item = row.item;
    const bool by_period = row.from != row.to;
    line.before = by_period && row.before ? qt_text(period_name(row.from)) : days_of(row.before);
    line.after = by_period && row.after ? qt_text(period_name(row.to)) : days_of(row.after);
    return line;
  }

  void add(DifferenceGroup& group, const workbench::ChangedRow& row) const {
    const Item* item = row.noun == "item" ? after_.item_by_key(row.key) : nullptr;
    QString name = qt_text(row.noun) + " " + (item == nullptr ? qt_text(row.key) : shown_key(*item));
    if (!row.title.empty() && row.title != row.key) name += " " + qt_text(row.title);
    name[0] = name[0].toUpper();
    const ItemId id = item == nullptr ? ItemId{} : item->id;
    if (row.kind == ChangeKind::inserted) group.lines.push_back({name, "–", tr("added"), id, {}});
    if (row.kind == ChangeKind::erased) group.lines.push_back({name, "–", tr("removed"), id, {}});
    for (const workbench::ChangedField& field : row.fields)
      group.lines.push_back({name + ": " + field_word(field.field), text_of(field.before), text_of(field.after), id, {}});
  }

  void add(DifferenceGroup& group, const workbench::ComparedOutcome& row) const {
    const Outcome* outcome = after_.find(row.outcome);
    const QString unit = outcome == nullptr || outcome->unit.empty() ? QString() : no_break + qt_text(outcome->unit);
    // An expectation falls between the steps in which people count: one more digit says so.
    const int decimals = outcome == nullptr ? 1 : std::max(1, outcome->decimals);
    const QString before = number(row.before, decimals);
    const QString after = number(row.after, decimals);
    if (before == after) return;
    group.lines.push_back(
        {tr("%1 on %2").arg(qt_text(row.title), qt_text(to_display(row.on))), before + unit, after + unit, {}, row.outcome});
  }

  const PlanComparison& comparison_;
  const Portfolio& after_;
};

/// What a line is, to find it again.
QString name_of(const QTreeWidgetItem* line) {
  return line == nullptr             ? QString()
         : line->parent() == nullptr ? line->data(0, Qt::AccessibleTextRole).toString()
                                     : name_of(line->parent()) + "\n" + line->text(0);
}

}  // namespace

std::vector<DifferenceGroup> differences_of(const PlanComparison& comparison, const Portfolio& after) {
  return Lines(comparison, after).groups();
}

QString summary_of(const PlanComparison& comparison) {
  QStringList parts;
  const auto count = [&](MoveKind kind) {
    return static_cast<std::size_t>(std::count_if(comparison.moved.begin(), comparison.moved.end(),
                                                  [&](const auto& row) { return workbench::kind_of(row) == kind; }));
  };
  const auto items_of = [&](MoveKind kind) { return count_text(count(kind), tr("item"), tr("items")); };
  if (count(MoveKind::moved) > 0) parts << tr("%1 moved").arg(items_of(MoveKind::moved));
  if (count(MoveKind::put_on) > 0) parts << tr("%1 put on the roadmap").arg(items_of(MoveKind::put_on));
  if (count(MoveKind::taken_off) > 0) parts << tr("%1 taken off").arg(items_of(MoveKind::taken_off));
  std::size_t items = 0;
  for (const workbench::ChangedRow& row : comparison.rows) items += row.noun == "item" ? 1 : 0;
  if (items > 0) parts << tr("%1 changed").arg(count_text(items, tr("item"), tr("items")));
  if (const std::size_t others = comparison.rows.size() - items; others > 0)
    parts << tr("%1 changed").arg(count_text(others, tr("other row"), tr("other rows")));
  return parts.isEmpty() ? tr("Nothing is different.") : parts.join(", ");
}

ScenarioDifferences::ScenarioDifferences(QWidget* parent) : QTreeWidget(parent) {
  setObjectName("scenario_differences");
  setAccessibleName(tr("What is different"));
  setColumnCount(3);
  setUniformRowHeights(true);
  name_plans(tr("Before"), tr("After"));
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (const int column : {1, 2}) header()->resizeSection(column, least_plan_width);
  connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* line) {
    if (const ItemId item{line->data(0, item_role).toLongLong()}) emit item_chosen(item);
    if (const OutcomeId outcome{line->data(0, outcome_role).toLongLong()}) emit outcome_chosen(outcome);
  });
}

void ScenarioDifferences::name_plans(const QString& before, const QString& after) {
  setHeaderLabels({tr("What is different"), before, after});
  for (const int column : {1, 2}) headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

/// No wider than they need: the names of items are the longest. Once for two plans, so that what people drag stays.
void ScenarioDifferences::fit_plans() {
  const QString names = headerItem()->text(1) + "\n" + headerItem()->text(2);
  if (names == fitted_) return;
  fitted_ = names;
  for (const int column : {1, 2})
    header()->resizeSection(column, std::clamp(std::max(sizeHintForColumn(column), header()->sectionSizeHint(column)),
                                               least_plan_width, widest_plan_width));
}

void ScenarioDifferences::show_sentence(const QString& sentence) {
  clear();
  auto* line = new QTreeWidgetItem(this, {sentence});
  line->setFirstColumnSpanned(true);
  line->setSizeHint(0, QSize(0, row_height));
}

void ScenarioDifferences::show_groups(const std::vector<DifferenceGroup>& groups) {
  if (groups.empty()) return show_sentence(tr("Nothing is different."));
  const QString current = name_of(currentItem());
  const int scrolled = verticalScrollBar()->value();
  QSet<QString> folded;
  for (int at = 0; at < topLevelItemCount(); ++at)
    if (!topLevelItem(at)->isExpanded()) folded.insert(name_of(topLevelItem(at)));
  clear();
  for (const DifferenceGroup& group : groups) {
    auto* head = new QTreeWidgetItem(this, {tr("%1 (%2)").arg(group.title, figure(group.lines.size()))});
    head->setData(0, Qt::AccessibleTextRole, group.title);
    head->setFirstColumnSpanned(true);
    head->setSizeHint(0, QSize(0, row_height));
    for (const Line& line : group.lines) {
      auto* row = new QTreeWidgetItem(head, {line.what, line.before, line.after});
      row->setData(0, item_role, QVariant::fromValue<qlonglong>(line.item.value));
      row->setData(0, outcome_role, QVariant::fromValue<qlonglong>(line.outcome.value));
      for (int column = 0; column < columnCount(); ++column) row->setToolTip(column, row->text(column));
      for (const int column : {1, 2}) row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
      if (name_of(row) == current) setCurrentItem(row);
    }
    head->setExpanded(!folded.contains(name_of(head)));
    if (name_of(head) == current) setCurrentItem(head);
  }
  fit_plans();
  verticalScrollBar()->setValue(scrolled);
}

}  // namespace tradewind::gui
