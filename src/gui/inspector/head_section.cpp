#include "gui/inspector/head_section.h"

#include <QLabel>

#include "gui/inspector/number_field.h"
#include "gui/shell/shown_key.h"

namespace tradewind::gui {

void style_as_heading(QLineEdit* edit) {
  constexpr int title_pixels = 15;
  QFont font = edit->font();
  font.setPixelSize(title_pixels);
  font.setWeight(QFont::DemiBold);
  edit->setFont(font);
  edit->setProperty("role", "heading");
  edit->setStyleSheet(
      "QLineEdit { padding-left: 0; } QLineEdit:!focus:!hover { border-color: transparent; background: transparent; }");
}

HeadSection::HeadSection(const PageContext& context, QWidget* parent) : Section(context, {}, parent) {
  key_ = muted_label({}, this);
  key_->setObjectName("inspector_key");
  key_->setTextFormat(Qt::PlainText);
  title_ = new FieldEdit(tr("Title"), this);
  title_->setObjectName("inspector_title");
  style_as_heading(title_);
  key_->setBuddy(title_);
  summary_ = plain_label(this);
  summary_->setObjectName("inspector_summary");
  body()->addWidget(key_);
  body()->addWidget(title_);
  body()->addWidget(summary_);
  connect(title_, &FieldEdit::committed, this, [this](const QString& text) {
    if (text.trimmed().isEmpty()) return title_->mark_mistake(tr("An item needs a title. Type one."));
    title_->tell_refusal(try_edit_items(tr("title"), [&](Item& item) { item.title = text.toStdString(); }));
  });
}

bool HeadSection::refresh(const std::vector<const Item*>& items) {
  const bool is_one = items.size() == 1;
  key_->setVisible(is_one);
  title_->setVisible(is_one);
  summary_->setVisible(!is_one);
  if (is_one) {
    key_->setText(shown_key(*items.front()));
    title_->show_value(QString::fromStdString(items.front()->title));
    return true;
  }
  double total = 0;
  int unestimated = 0;
  for (const Item* item : items) {
    const OptionalNumber effort = portfolio().likely_effort(item->id);
    total += effort.value_or(0);
    unestimated += effort.has_value() ? 0 : 1;
  }
  QString text = tr("%1 items selected, %2 person-weeks in total").arg(items.size()).arg(number_field_text(total));
  if (unestimated > 0) text += tr("; %1 without an estimate").arg(unestimated);
  summary_->setText(text);
  return true;
}

}  // namespace tradewind::gui
