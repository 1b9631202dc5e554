#include "gui/pages/outcome_row_editor.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace tradewind::gui {
namespace {

constexpr int number_width = 72;
constexpr int unit_width = 56;
constexpr int date_width = 104;

}  // namespace

OutcomeRowEditor::OutcomeRowEditor(Document& document, QWidget* parent)
    : QFrame(parent), document_(&document), fields_(new OutcomeFields(document, this)) {
  setObjectName("outcome_row_editor");
  setAccessibleName(tr("Fields of the outcome"));
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 6, 12, 6);
  column->setSpacing(4);
  auto* first = new QHBoxLayout;
  auto* second = new QHBoxLayout;
  column->addLayout(first);
  column->addLayout(second);
  title_ = add_field(first, tr("Title"), "row_title", 0);
  fields_->add_text(title_, tr("title"), &Outcome::title);
  fields_->add_text(add_field(second, tr("Metric"), "row_metric", 0), tr("metric"), &Outcome::metric);
  fields_->add_text(add_field(second, tr("Unit"), "row_unit", unit_width), tr("unit"), &Outcome::unit);
  fields_->add_number(add_field(second, tr("Baseline"), "row_baseline", number_width), tr("baseline"), &Outcome::baseline);
  fields_->add_number(add_field(second, tr("Target"), "row_target", number_width), tr("target"), &Outcome::target);
  fields_->add_date(add_field(second, tr("Due"), "row_due", date_width), tr("due date"), &Outcome::due);
  hide();
  // Who goes on elsewhere is done here; what was typed is committed by leaving the field.
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (isVisible() && now != nullptr && !isAncestorOf(now)) hide();
  });
}

FieldEdit* OutcomeRowEditor::add_field(QHBoxLayout* line, const QString& name, const QString& object_name, int width) {
  auto* label = new QLabel(name, this);
  label->setProperty("role", "muted");
  auto* field = new FieldEdit(name, this);
  field->setObjectName(object_name);
  label->setBuddy(field);
  line->addWidget(label);
  line->addWidget(field, width > 0 ? 0 : 1);
  if (width > 0) field->setFixedWidth(width);
  return field;
}

void OutcomeRowEditor::open(const Outcome& outcome) {
  fields_->show(&outcome);
  for (FieldEdit* field : findChildren<FieldEdit*>()) field->reset();
  show();
  raise();
  title_->setFocus();
  title_->selectAll();
}

void OutcomeRowEditor::place_over(const QRect& row) {
  row_ = row;
  if (!has_mistake()) return setGeometry(row);
  const int needed = std::max(row.height(), layout()->totalHeightForWidth(row.width()));
  setGeometry(row.left(), std::max(0, std::min(row.top(), parentWidget()->height() - needed)), row.width(), needed);
}

bool OutcomeRowEditor::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest && row_.isValid()) place_over(row_);
  return QFrame::event(event);
}

void OutcomeRowEditor::refresh() {
  if (!isVisible()) return;
  const Outcome* stored = document_->portfolio().find(fields_->outcome());
  if (stored == nullptr)
    close_editor();
  else
    fields_->show(stored);
}

bool OutcomeRowEditor::has_mistake() const {
  for (const FieldEdit* field : findChildren<FieldEdit*>())
    if (field->property("mistake").toBool()) return true;
  return false;
}

void OutcomeRowEditor::close_editor() {
  emit closed();
  hide();
}

void OutcomeRowEditor::keyPressEvent(QKeyEvent* event) {
  // A field keeps Escape while there is something to take back in it, and has committed what Enter is pressed on.
  const bool is_return = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape || (is_return && !has_mistake())) return close_editor();
  // The page would open the editor anew.
  if (!is_return) QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
