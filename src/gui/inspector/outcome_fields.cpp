#include "gui/inspector/outcome_fields.h"

#include "gui/inspector/date_field.h"
#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {

OutcomeFields::OutcomeFields(Document& document, QObject* parent) : QObject(parent), document_(&document) {}

void OutcomeFields::add_text(FieldEdit* field, const QString& what, std::string Outcome::*text) {
  show_.emplace_back([field, text](const Outcome& outcome) { field->show_value(qt_text(outcome.*text)); });
  connect(field, &FieldEdit::committed, this, [this, field, what, text](const QString& typed) {
    field->tell_refusal(try_edit(what, [&](Outcome& outcome) { outcome.*text = typed.toStdString(); }));
  });
}

void OutcomeFields::add_number(FieldEdit* field, const QString& what, OptionalNumber Outcome::*number) {
  show_.emplace_back([field, number](const Outcome& outcome) { field->show_value(number_field_text(outcome.*number)); });
  connect(field, &FieldEdit::committed, this, [this, field, what, number](const QString& typed) {
    const auto value = read_number(typed);
    if (!value) return field->mark_mistake(number_mistake());
    field->tell_refusal(try_edit(what, [&](Outcome& outcome) { outcome.*number = *value; }));
  });
}

void OutcomeFields::add_date(FieldEdit* field, const QString& what, std::optional<Date> Outcome::*date) {
  show_.emplace_back([field, date](const Outcome& outcome) { field->show_value(date_field_text(outcome.*date)); });
  connect(field, &FieldEdit::committed, this, [this, field, what, date](const QString& typed) {
    const auto value = read_date(typed);
    if (!value) return field->mark_mistake(date_mistake());
    field->tell_refusal(try_edit(what, [&](Outcome& outcome) { outcome.*date = *value; }));
  });
}

void OutcomeFields::show(const Outcome* outcome) {
  outcome_ = outcome == nullptr ? OutcomeId{} : outcome->id;
  if (outcome == nullptr) return;
  for (const auto& show : show_) show(*outcome);
}

bool OutcomeFields::edit(const QString& what, const std::function<void(Outcome&)>& change) {
  return document_->report(try_edit(what, change));
}

Result<storage::Receipt> OutcomeFields::try_edit(const QString& what, const std::function<void(Outcome&)>& change) {
  const OutcomeId id = outcome_;
  const Outcome* stored = document_->portfolio().find(id);
  if (stored == nullptr) return storage::Receipt{};
  return document_->try_edit(tr("Change %1: %2").arg(qt_text(stored->key), what), [&](storage::Edit& edit) {
    const Outcome* before = edit.portfolio().find(id);
    if (before == nullptr) return;
    Outcome outcome = *before;
    change(outcome);
    edit.update(outcome);
  });
}

}  // namespace tradewind::gui
