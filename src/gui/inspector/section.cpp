#include "gui/inspector/section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {

Section::Section(const PageContext& context, const QString& heading, QWidget* parent) : QFrame(parent), context_(context) {
  body_ = new QVBoxLayout(this);
  body_->setContentsMargins(16, 12, 16, 12);
  body_->setSpacing(6);
  if (!heading.isEmpty()) {
    heading_ = new QLabel(heading, this);
    heading_->setProperty("role", "section");
    body_->addWidget(heading_);
  }
}

void Section::show_items(const std::vector<const Item*>& items) {
  item_ids_.clear();
  for (const Item* item : items) item_ids_.push_back(item->id);
  setVisible(!items.empty() && refresh(items));
}

void Section::commit_pending() {
  for (FieldEdit* field : findChildren<FieldEdit*>()) {
    field->commit();
    field->reset();
  }
  for (FieldText* field : findChildren<FieldText*>()) {
    field->commit();
    field->reset();
  }
}

void Section::clear_mistakes() {
  for (FieldEdit* field : findChildren<FieldEdit*>()) field->clear_mistake();
}

void Section::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  QPainter painter(this);
  painter.fillRect(0, height() - 1, width(), 1, themed(views::Token::line_2));
}

QString Section::edit_label(const QString& field) const {
  if (item_ids_.size() != 1) return tr("Change %1 of %2 items").arg(field).arg(item_ids_.size());
  const Item* item = portfolio().find(item_ids_.front());
  return tr("Change %1: %2").arg(item == nullptr ? QString() : shown_key(*item), field);
}

bool Section::edit_items(const QString& field, const std::function<void(Item&)>& change) {
  return context_.document.report(try_edit_items(field, change));
}

bool Section::edit_each_item(const QString& field, const std::function<void(storage::Edit&, ItemId)>& change) {
  return context_.document.report(try_edit_each_item(field, change));
}

Result<storage::Receipt> Section::try_edit_items(const QString& field, const std::function<void(Item&)>& change) {
  return try_edit_each_item(field, [&change](storage::Edit& edit, ItemId id) {
    const Item* stored = edit.portfolio().find(id);
    if (stored == nullptr) return;
    Item item = *stored;
    change(item);
    edit.update(item);
  });
}

Result<storage::Receipt> Section::try_edit_each_item(const QString& field,
                                                     const std::function<void(storage::Edit&, ItemId)>& change) {
  // The edit shows itself while it runs, which sets the ids anew.
  const std::vector<ItemId> ids = item_ids_;
  const auto change_each = [&](storage::Edit& edit) {
    for (const ItemId id : ids)
      if (edit.portfolio().contains(id)) change(edit, id);
  };
  return context_.document.try_edit(edit_label(field), change_each, ids.size());
}

QLabel* muted_label(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", "muted");
  return label;
}

QLabel* plain_label(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QToolButton* remove_button(QWidget* parent) {
  constexpr int size = 24;
  auto* button = new QToolButton(parent);
  button->setIcon(icon("close"));
  button->setFixedSize(size, size);
  return button;
}

QHBoxLayout* line_in(QWidget* widget) {
  auto* layout = new QHBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  return layout;
}

QString sentence_case(std::string_view name) {
  QString out = qt_text(name).replace('-', ' ');
  if (!out.isEmpty()) out[0] = out[0].toUpper();
  return out;
}

QString short_name_of(const Outcome& outcome) {
  return qt_text(outcome.short_title.empty() ? outcome.title : outcome.short_title);
}

}  // namespace tradewind::gui
