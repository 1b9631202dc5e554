#include "gui/inspector/check_ins_section.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "gui/inspector/date_field.h"
#include "gui/inspector/number_field.h"
#include "gui/pages/quick_check_in_bar.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int date_width = 104;  // of the health under it too
// What an owner may say; their place in the list is their number.
constexpr std::array healths{"", "On track", "At risk", "Off track"};

std::optional<qint64> number_of_health(const std::string& health) {
  const auto found = std::find(healths.begin(), healths.end(), health);
  return found == healths.end() ? std::nullopt : std::optional<qint64>(found - healths.begin());
}

}  // namespace

CheckInsSection::CheckInsSection(const PageContext& context, QWidget* parent)
    : Section(context, tr("Check-ins"), parent),
      next_(new QuickCheckInBar(context.document, Qt::Vertical, this)),
      lines_layout_(new QVBoxLayout) {
  next_->line()->setObjectName("inspector_check_in");
  lines_layout_->setSpacing(8);
  body()->addWidget(next_);
  body()->addLayout(lines_layout_);
}

void CheckInsSection::make_line(Line& line) {
  line.widget = new QWidget(this);
  auto* grid = new QGridLayout(line.widget);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(4);
  grid->setColumnStretch(1, 1);
  line.date = new FieldEdit(tr("Date"), line.widget);
  line.date->setFixedWidth(date_width);
  line.value = new FieldEdit(tr("Value"), line.widget);
  line.health = new FieldCombo(tr("Health"), line.widget);
  line.health->setFixedWidth(date_width);
  std::vector<FieldCombo::Choice> choices;
  for (const char* health : healths)
    choices.push_back({static_cast<qint64>(choices.size()), *health == '\0' ? tr("From progress") : tr(health)});
  line.health->set_choices(choices);
  line.note = new FieldEdit(tr("Note"), line.widget);
  line.note->set_hint(tr("Note"));
  line.remove = remove_button(line.widget);
  grid->addWidget(line.date, 0, 0);
  grid->addWidget(line.value, 0, 1);
  grid->addWidget(line.remove, 0, 2);
  grid->addWidget(line.health, 1, 0);
  grid->addWidget(line.note, 1, 1, 1, 2);
  connect(line.date, &FieldEdit::committed, this, [this, &line](const QString& text) {
    const auto date = read_date(text);
    if (!date || !*date) return line.date->mark_mistake(date_mistake());
    change(line.id, tr("date of a check-in"), [&](CheckIn& row) { row.date = **date; });
  });
  connect(line.value, &FieldEdit::committed, this, [this, &line](const QString& text) {
    const auto value = read_number(text);
    if (!value || !value->has_value())
      return line.value->mark_mistake(tr("A check-in needs a number. Remove it if there is none."));
    change(line.id, tr("value of a check-in"), [&](CheckIn& row) { row.value = value->value(); });
  });
  connect(line.health, &FieldCombo::committed, this, [this, &line](qint64 value) {
    change(line.id, tr("health"), [&](CheckIn& row) { row.health = healths.at(static_cast<std::size_t>(value)); });
  });
  connect(line.note, &FieldEdit::committed, this, [this, &line](const QString& text) {
    change(line.id, tr("note of a check-in"), [&](CheckIn& row) { row.note = text.toStdString(); });
  });
  connect(line.remove, &QToolButton::clicked, this, [this, &line] { erase_row(tr("Remove a check-in"), line.id); });
}

void CheckInsSection::show_line(Line& line, const CheckIn& row, int place) {
  const QString number = QString::number(place + 1);
  line.date->setObjectName("check_in_date_" + number);
  line.value->setObjectName("check_in_value_" + number);
  line.health->setObjectName("check_in_health_" + number);
  line.note->setObjectName("check_in_note_" + number);
  line.remove->setObjectName("check_in_remove_" + number);
  const QString day = date_field_text(row.date);
  line.remove->setAccessibleName(tr("Remove the check-in of %1").arg(day));
  line.remove->setToolTip(line.remove->accessibleName());
  line.date->show_value(day);
  line.value->show_value(number_field_text(row.value));
  line.health->show_value(number_of_health(row.health), qt_text(row.health));
  line.note->show_value(qt_text(row.note));
  line.note->setToolTip(qt_text(row.note));
}

void CheckInsSection::show_outcome(const Outcome* outcome) {
  setVisible(outcome != nullptr);
  next_->set_outcome(outcome != nullptr ? outcome->id : OutcomeId{});
  std::vector<const CheckIn*> rows;
  if (outcome != nullptr)
    for (const CheckIn& row : portfolio().owned_by<&CheckIn::outcome>(outcome->id)) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(),
            [](const CheckIn* a, const CheckIn* b) { return a->date != b->date ? a->date > b->date : a->id > b->id; });
  std::vector<CheckInId> order;
  for (const CheckIn* row : rows) order.push_back(row->id);
  const bool is_other = lines_.arrange(lines_layout_, order, [this](Line& line) { make_line(line); });
  int place = 0;
  for (const CheckIn* row : rows) show_line(*lines_.find(row->id), *row, place++);
  if (is_other) emit rows_changed();
}

std::vector<QWidget*> CheckInsSection::tab_stops() const {
  std::vector<QWidget*> stops{next_->line()};
  for (const Line* line : lines_.in_order())
    stops.insert(stops.end(), {line->date, line->value, line->remove, line->health, line->note});
  return stops;
}

bool CheckInsSection::change(CheckInId id, const QString& field, const std::function<void(CheckIn&)>& change) {
  return edit_row<CheckIn>(tr("Change %1").arg(field), id, change);
}

}  // namespace tradewind::gui
