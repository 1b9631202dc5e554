#include "gui/inspector/details_section.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include "gui/inspector/date_field.h"
#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

QString joined(const std::vector<std::string>& words) {
  QStringList list;
  for (const std::string& word : words) list.append(qt_text(word));
  return list.join(", ");
}

std::vector<std::string> split(const QString& text) {
  std::vector<std::string> words;
  for (const QString& part : text.split(',', Qt::SkipEmptyParts))
    if (const QString word = part.trimmed(); !word.isEmpty()) words.push_back(word.toStdString());
  return words;
}

/// Whether `item` is the other one, or above it.
bool is_above(const Portfolio& portfolio, ItemId item, ItemId other) {
  // As many steps as there are items, so that a circle from elsewhere ends.
  for (std::size_t steps = 0; other && steps <= portfolio.all<Item>().size(); ++steps) {
    if (other == item) return true;
    const Item* row = portfolio.find(other);
    other = row == nullptr ? ItemId{} : row->parent;
  }
  return false;
}

}  // namespace

template <class Type>
void DetailsSection::add_value(Type Item::*member, std::function<void(const Type* shared)> show) {
  values_.push_back(
      {[member](const Item& one, const Item& other) { return one.*member == other.*member; },
       [member, show = std::move(show)](const Item* shared) { show(shared != nullptr ? &(shared->*member) : nullptr); }});
}

DetailsSection::DetailsSection(const PageContext& context, QWidget* parent)
    : FoldingSection(context, tr("All other fields"), parent), grid_(new QGridLayout) {
  toggle()->setObjectName("inspector_details");
  grid_->setVerticalSpacing(4);
  grid_->setHorizontalSpacing(12);
  grid_->setColumnStretch(1, 1);
  content()->addLayout(grid_);
  add_choice(tr("Kind"), "detail_kind", &Item::kind, choices_of_enum<ItemKind>());
  add_text(tr("Short title"), "detail_short_title", &Item::short_title);
  add_parent();
  add_tags();
  add_text(tr("Requester"), "detail_requester", &Item::requester);
  add_text(tr("Assignee"), "detail_assignee", &Item::assignee);
  add_date(tr("Not before"), "detail_earliest_start", &Item::earliest_start);
  add_date(tr("Deadline"), "detail_deadline", &Item::deadline);
  add_date(tr("Worthless after"), "detail_lapse_date", &Item::lapse_date);
  add_number(tr("Cost if it lapses"), "detail_lapse_cost", tr("In the currency of the workspace"), &Item::lapse_cost);
  add_choice(tr("Placement"), "detail_pinned", &Item::pinned, {{0, tr("May be moved by plans")}, {1, tr("Pinned")}});
  const auto states = choices_of_enum<RiskState>();
  add_choice(tr("Value risk"), "detail_value_risk", &Item::value_risk, states);
  add_choice(tr("Usability risk"), "detail_usability_risk", &Item::usability_risk, states);
  add_choice(tr("Feasibility risk"), "detail_feasibility_risk", &Item::feasibility_risk, states);
  add_choice(tr("Viability risk"), "detail_viability_risk", &Item::viability_risk, states);
  add_number(tr("Ease"), "detail_ease", tr("1 to 10 (ICE)"), &Item::ease);
  add_number(tr("Business value"), "detail_business_value", tr("1, 2, 3, 5, 8, 13, 20 (WSJF)"), &Item::business_value);
  add_number(tr("Time criticality"), "detail_time_criticality", tr("1, 2, 3, 5, 8, 13, 20 (WSJF)"), &Item::time_criticality);
  add_number(tr("Risk reduction"), "detail_risk_reduction", tr("1, 2, 3, 5, 8, 13, 20 (WSJF)"), &Item::risk_reduction);
  add_number(tr("Job size"), "detail_job_size", tr("1, 2, 3, 5, 8, 13, 20 (WSJF); empty: from the effort"), &Item::job_size);
  add_number(tr("Cost of delay"), "detail_cost_of_delay", tr("Per week, in the currency of the workspace"), &Item::cost_of_delay);
  add_number(tr("Duration"), "detail_duration_weeks", tr("Weeks"), &Item::duration_weeks);
  add_number(tr("Importance"), "detail_importance", tr("0 to 10 (opportunity)"), &Item::importance);
  add_number(tr("Satisfaction"), "detail_satisfaction", tr("0 to 10 (opportunity)"), &Item::satisfaction);
  add_number(tr("Story points"), "detail_story_points", tr("As the tracker has them"), &Item::story_points);
}

std::vector<QWidget*> DetailsSection::tab_stops() const {
  std::vector<QWidget*> stops{toggle()};
  stops.insert(stops.end(), fields_.begin(), fields_.end());
  return stops;
}

bool DetailsSection::refresh(const Items& items) {
  if (!is_open()) return true;
  // Once through the items for all fields, and no further than to where nothing is shared: thousands of items in thirty fields
  // would cost every selection its time.
  const Item& first = *items.front();
  std::vector<const Item*> shared(values_.size(), &first);
  std::size_t left = values_.size();
  for (const Item* item : items) {
    if (left == 0) break;
    for (std::size_t at = 0; at < values_.size(); ++at) {
      if (shared[at] == nullptr || values_[at].is_same(first, *item)) continue;
      shared[at] = nullptr;
      --left;
    }
  }
  for (std::size_t at = 0; at < values_.size(); ++at) values_[at].show(shared[at]);
  return true;
}

void DetailsSection::opened() {
  Items items;
  for (const ItemId id : item_ids())
    if (const Item* item = portfolio().find(id)) items.push_back(item);
  if (!items.empty()) refresh(items);
}

void DetailsSection::add_line(const QString& name, QWidget* field) {
  QLabel* label = muted_label(name, this);
  label->setBuddy(field);
  const int row = grid_->rowCount() + 1;  // the row between is for what the field above may have to say
  grid_->addWidget(label, row, 0);
  grid_->addWidget(field, row, 1);
  fields_.push_back(field);
}

FieldEdit* DetailsSection::add_edit(const QString& name, const QString& object_name) {
  auto* field = new FieldEdit(name, this);
  field->setObjectName(object_name);
  add_line(name, field);
  return field;
}

void DetailsSection::add_text(const QString& name, const QString& object_name, std::string Item::*text) {
  FieldEdit* field = add_edit(name, object_name);
  add_value<std::string>(text, [field](const std::string* shared) {
    if (shared != nullptr)
      field->show_value(qt_text(*shared));
    else
      field->show_various();
  });
  connect(field, &FieldEdit::committed, this, [this, name, field, text](const QString& typed) {
    field->tell_refusal(try_edit_items(name.toLower(), [&](Item& item) { item.*text = typed.trimmed().toStdString(); }));
  });
}

void DetailsSection::add_number(const QString& name, const QString& object_name, const QString& tip,
                                OptionalNumber Item::*number) {
  FieldEdit* field = add_edit(name, object_name);
  field->setToolTip(tip);
  add_value<OptionalNumber>(number, [field](const OptionalNumber* shared) {
    if (shared != nullptr)
      field->show_value(number_field_text(*shared));
    else
      field->show_various();
  });
  connect(field, &FieldEdit::committed, this, [this, name, field, number](const QString& typed) {
    const auto value = read_number(typed);
    if (!value) return field->mark_mistake(number_mistake());
    field->tell_refusal(try_edit_items(name.toLower(), [&](Item& item) { item.*number = *value; }));
  });
}

void DetailsSection::add_date(const QString& name, const QString& object_name, std::optional<Date> Item::*date) {
  FieldEdit* field = add_edit(name, object_name);
  add_value<std::optional<Date>>(date, [field](const std::optional<Date>* shared) {
    if (shared != nullptr)
      field->show_value(date_field_text(*shared));
    else
      field->show_various();
  });
  connect(field, &FieldEdit::committed, this, [this, name, field, date](const QString& typed) {
    const auto value = read_date(typed);
    if (!value) return field->mark_mistake(date_mistake());
    field->tell_refusal(try_edit_items(name.toLower(), [&](Item& item) { item.*date = *value; }));
  });
}

template <class Type>
void DetailsSection::add_choice(const QString& name, const QString& object_name, Type Item::*member,
                                std::vector<FieldCombo::Choice> choices) {
  auto* combo = new FieldCombo(name, this);
  combo->setObjectName(object_name);
  combo->set_choices(choices);
  add_line(name, combo);
  add_value<Type>(member, [combo](const Type* shared) {
    combo->show_value(shared != nullptr ? std::optional(static_cast<qint64>(*shared)) : std::nullopt);
  });
  connect(combo, &FieldCombo::committed, this, [this, name, member](qint64 value) {
    edit_items(name.toLower(), [&](Item& item) { item.*member = static_cast<Type>(value); });
  });
}

void DetailsSection::add_tags() {
  FieldEdit* field = add_edit(tr("Tags"), "detail_tags");
  field->setToolTip(tr("Separated by commas"));
  add_value<std::vector<std::string>>(&Item::tags, [field](const std::vector<std::string>* shared) {
    if (shared != nullptr)
      field->show_value(joined(*shared));
    else
      field->show_various();
  });
  connect(field, &FieldEdit::committed, this, [this, field](const QString& typed) {
    field->tell_refusal(try_edit_items(tr("tags"), [&](Item& item) { item.tags = split(typed); }));
  });
}

void DetailsSection::add_parent() {
  FieldEdit* field = add_edit(tr("Part of"), "detail_parent");
  field->setToolTip(tr("The key of the item that it is a part of"));
  add_value<ItemId>(&Item::parent, [this, field](const ItemId* shared) {
    if (shared == nullptr) return field->show_various();
    const Item* parent = portfolio().find(*shared);
    field->show_value(parent != nullptr ? qt_text(parent->key) : QString());
  });
  connect(field, &FieldEdit::committed, this, [this, field](const QString& typed) {
    const std::string key = typed.trimmed().toStdString();
    const Item* parent = key.empty() ? nullptr : portfolio().item_by_key(key);
    if (parent == nullptr && !key.empty()) return field->mark_mistake(tr("No item has this key. Type another, or none."));
    const ItemId id = parent != nullptr ? parent->id : ItemId{};
    for (const ItemId item : item_ids())
      if (is_above(portfolio(), item, id))
        return field->mark_mistake(tr("It cannot be a part of itself or of its own parts. Type the key of another item."));
    field->tell_refusal(try_edit_items(tr("what it is part of"), [&](Item& item) { item.parent = id; }));
  });
}

}  // namespace tradewind::gui
