#include "gui/inspector/item_section.h"

#include <QGridLayout>
#include <QLabel>
#include <algorithm>

#include "gui/shell/qt_text.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/scoring/moscow.h"

namespace tradewind::gui {
namespace {

/// "22 Feb – 2 Apr 2027"; the last day belongs to it.
QString dates_of(const Span& span) {
  const Date last = last_day(span);
  QString from = QString::fromStdString(to_display(span.start));
  if (span.start.year() == last.year()) from = from.section(' ', 0, 1);
  return from + " – " + QString::fromStdString(to_display(last));
}

}  // namespace

ItemSection::ItemSection(const PageContext& context, QWidget* parent) : Section(context, {}, parent) {
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(4);
  grid->setHorizontalSpacing(12);
  grid->setColumnStretch(1, 1);
  body()->addLayout(grid);
  outcome_ = add_combo(grid, tr("Outcome"), "inspector_outcome", &outcome_label_);
  track_ = add_combo(grid, tr("Track"), "inspector_track");
  moscow_ = add_combo(grid, tr("MoSCoW"), "inspector_moscow");
  class_ = add_combo(grid, tr("Class"), "inspector_class");
  stage_ = add_combo(grid, tr("Stage"), "inspector_stage");
  planned_ = plain_label(this);
  planned_->setObjectName("inspector_planned");
  planned_->setAccessibleName(tr("Planned"));
  const int row = grid->rowCount();
  grid->addWidget(muted_label(tr("Planned"), this), row, 0, Qt::AlignTop);
  grid->addWidget(planned_, row, 1);

  track_->set_choices(choices_of_enum<Track>());
  stage_->set_choices(choices_of_enum<Stage>());
  std::vector<FieldCombo::Choice> categories;
  for (const auto& entry : EnumNames<Moscow>::values)
    categories.push_back({static_cast<qint64>(entry.first),
                          entry.first == Moscow::unset ? tr("Not sorted") : qt_text(scoring::moscow_name(entry.first))});
  moscow_->set_choices(categories);

  connect(outcome_, &FieldCombo::committed, this, [this](qint64 value) { set_outcome(OutcomeId{value}); });
  connect(track_, &FieldCombo::committed, this,
          [this](qint64 value) { edit_items(tr("track"), [&](Item& item) { item.track = static_cast<Track>(value); }); });
  connect(moscow_, &FieldCombo::committed, this,
          [this](qint64 value) { edit_items(tr("MoSCoW"), [&](Item& item) { item.moscow = static_cast<Moscow>(value); }); });
  connect(class_, &FieldCombo::committed, this, [this](qint64 value) {
    edit_items(tr("class"), [&](Item& item) { item.allocation_class = AllocationClassId{value}; });
  });
  connect(stage_, &FieldCombo::committed, this,
          [this](qint64 value) { edit_items(tr("stage"), [&](Item& item) { item.stage = static_cast<Stage>(value); }); });
}

FieldCombo* ItemSection::add_combo(QGridLayout* grid, const QString& label, const QString& name, QLabel** label_made) {
  auto* combo = new FieldCombo(label, this);
  combo->setObjectName(name);
  QLabel* text = muted_label(label, this);
  text->setBuddy(combo);
  const int row = grid->rowCount();
  grid->addWidget(text, row, 0);
  grid->addWidget(combo, row, 1);
  if (label_made != nullptr) *label_made = text;
  return combo;
}

void ItemSection::offer_choices() {
  std::vector<FieldCombo::Choice> outcomes{{0, tr("None")}};
  for (const Outcome* outcome : portfolio().outcomes_in_order()) outcomes.push_back({outcome->id.value, short_name_of(*outcome)});
  outcome_->set_choices(outcomes);
  std::vector<FieldCombo::Choice> classes{{0, tr("None")}};
  for (const AllocationClass* one : portfolio().allocation_classes_in_order())
    classes.push_back({one->id.value, QString::fromStdString(one->name)});
  class_->set_choices(classes);
}

bool ItemSection::refresh(const std::vector<const Item*>& items) {
  offer_choices();
  outcome_->setVisible(items.size() > 1);
  outcome_label_->setVisible(items.size() > 1);
  refresh_outcome(items);
  const auto number = [](auto value) { return static_cast<qint64>(value); };
  track_->show_value(shared_value<qint64>(items, [&](const Item& item) { return number(item.track); }));
  moscow_->show_value(shared_value<qint64>(items, [&](const Item& item) { return number(item.moscow); }));
  stage_->show_value(shared_value<qint64>(items, [&](const Item& item) { return number(item.stage); }));
  class_->show_value(shared_value<qint64>(items, [](const Item& item) { return qint64{item.allocation_class.value}; }));
  planned_->setText(planned_text(items));
  return true;
}

void ItemSection::refresh_outcome(const std::vector<const Item*>& items) {
  const auto served = [this](const Item& item) {
    std::vector<std::int64_t> ids;
    for (const Contribution& row : portfolio().owned_by<&Contribution::item>(item.id)) ids.push_back(row.outcome.value);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  };
  const auto shared = shared_value<std::vector<std::int64_t>>(items, served);
  outcome_->setToolTip({});
  if (!shared) {
    outcome_->show_value(std::nullopt);
  } else if (shared->size() <= 1) {
    outcome_->show_value(shared->empty() ? 0 : shared->front());
  } else {
    QStringList names;
    for (const Outcome* outcome : portfolio().outcomes_in_order())
      if (std::binary_search(shared->begin(), shared->end(), outcome->id.value)) names.append(short_name_of(*outcome));
    outcome_->show_value(std::nullopt, names.join(", "));
    outcome_->setToolTip(tr("Choosing one outcome takes the others away."));
  }
}

void ItemSection::set_outcome(OutcomeId outcome) {
  edit_each_item(tr("outcome"), [&](storage::Edit& edit, ItemId item) {
    std::vector<ContributionId> gone;
    bool is_there = !outcome;
    for (const Contribution& row : edit.portfolio().owned_by<&Contribution::item>(item)) {
      if (row.outcome == outcome && !is_there)
        is_there = true;
      else
        gone.push_back(row.id);
    }
    for (const ContributionId id : gone) edit.erase(id);
    if (is_there) return;
    // The effect was in the unit of the outcome that it belonged to; nobody has said what it is here.
    Contribution row;
    row.item = item;
    row.outcome = outcome;
    edit.insert(row);
  });
}

QString ItemSection::planned_text(const std::vector<const Item*>& items) const {
  if (items.size() > 1) {
    int planned = 0;
    for (const Item* item : items)
      for (const Placement& placement : portfolio().owned_by<&Placement::item>(item->id))
        if (span_of(placement, portfolio())) {
          ++planned;
          break;
        }
    return tr("%1 of %2 items").arg(planned).arg(items.size());
  }
  struct Line {
    Date start;
    QString text;
  };
  std::vector<Line> lines;
  const bool name_roadmaps = portfolio().all<Roadmap>().size() > 1;
  for (const Placement& placement : portfolio().owned_by<&Placement::item>(items.front()->id)) {
    const auto span = span_of(placement, portfolio());
    if (!span) continue;
    const Roadmap* roadmap = portfolio().find(placement.roadmap);
    QString text = dates_of(*span);
    if (name_roadmaps && roadmap != nullptr) text += tr(" on %1").arg(QString::fromStdString(roadmap->name));
    lines.push_back({span->start, text});
  }
  if (lines.empty()) return tr("Not planned");
  std::sort(lines.begin(), lines.end(),
            [](const Line& a, const Line& b) { return a.start != b.start ? a.start < b.start : a.text < b.text; });
  QStringList texts;
  for (const Line& line : lines) texts.append(line.text);
  return texts.join('\n');
}

}  // namespace tradewind::gui
