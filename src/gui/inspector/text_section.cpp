#include "gui/inspector/text_section.h"

#include <QLabel>

#include "gui/inspector/web_address.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int description_height = 130;

}  // namespace

TextSection::TextSection(const PageContext& context, QWidget* parent) : Section(context, tr("Description"), parent) {
  description_ = new FieldText(tr("Description"), this);
  description_->setObjectName("inspector_description");
  description_->setFixedHeight(description_height);
  heading()->setBuddy(description_);
  link_ = new QLabel(this);
  link_->setObjectName("inspector_link");
  link_->setAccessibleName(tr("External link"));
  link_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  link_->setOpenExternalLinks(true);
  address_ = new FieldEdit(tr("Address elsewhere"), this);
  address_->setObjectName("inspector_address");
  address_->set_hint(tr("Address elsewhere: https://…"));
  custom_ = plain_label(this);
  custom_->setObjectName("inspector_custom");
  custom_->setAccessibleName(tr("Fields of the source"));
  body()->addWidget(description_);
  body()->addWidget(address_);
  body()->addWidget(link_);
  body()->addWidget(custom_);
  connect(description_, &FieldText::committed, this, [this](const QString& text) {
    edit_items(tr("description"), [&](Item& item) { item.description = text.toStdString(); });
  });
  connect(address_, &FieldEdit::committed, this, [this](const QString& text) {
    const std::string address = text.trimmed().toStdString();
    if (!address.empty() && !web_address(address))
      return address_->mark_mistake(tr("This is no address of the web. Begin with https://"));
    address_->tell_refusal(try_edit_items(tr("address"), [&](Item& item) { item.external_url = address; }));
  });
}

std::vector<QWidget*> TextSection::tab_stops() const { return {description_, address_, link_}; }

bool TextSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  const Item& item = *items.front();
  description_->show_value(qt_text(item.description));
  address_->show_value(qt_text(item.external_url));
  show_link(item);
  QStringList lines;
  for (const CustomField& field : item.custom) lines.append(qt_text(field.name) + ": " + qt_text(field.value));
  custom_->setText(lines.join('\n'));
  custom_->setVisible(!lines.isEmpty());
  return true;
}

void TextSection::show_link(const Item& item) {
  const QString address = qt_text(item.external_url);
  const QString name = item.external_key.empty() ? address : qt_text(item.external_key);
  const auto url = web_address(item.external_url);
  link_->setVisible(!name.isEmpty());
  link_->setText(url ? "<a href=\"" + url->toString(QUrl::FullyEncoded).toHtmlEscaped() + "\">" +
                           tr("Open %1").arg(name).toHtmlEscaped() + "</a>"
                     : name.toHtmlEscaped());
  link_->setToolTip(url ? address.toHtmlEscaped() : QString());
}

}  // namespace tradewind::gui
