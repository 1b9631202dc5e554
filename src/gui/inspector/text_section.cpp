#include "gui/inspector/text_section.h"

#include <QLabel>
#include <QUrl>

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
  custom_ = plain_label(this);
  custom_->setObjectName("inspector_custom");
  custom_->setAccessibleName(tr("Fields of the source"));
  body()->addWidget(description_);
  body()->addWidget(link_);
  body()->addWidget(custom_);
  connect(description_, &FieldText::committed, this, [this](const QString& text) {
    edit_items(tr("description"), [&](Item& item) { item.description = text.toStdString(); });
  });
}

std::vector<QWidget*> TextSection::tab_stops() const { return {description_, link_}; }

bool TextSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  const Item& item = *items.front();
  description_->show_value(QString::fromStdString(item.description));
  show_link(item);
  QStringList lines;
  for (const CustomField& field : item.custom)
    lines.append(QString::fromStdString(field.name) + ": " + QString::fromStdString(field.value));
  custom_->setText(lines.join('\n'));
  custom_->setVisible(!lines.isEmpty());
  return true;
}

void TextSection::show_link(const Item& item) {
  const QString address = QString::fromStdString(item.external_url);
  const QString name = item.external_key.empty() ? address : QString::fromStdString(item.external_key);
  link_->setVisible(!name.isEmpty());
  const QUrl url(address, QUrl::StrictMode);
  // An imported file must not be able to make a click open a local file or start a program.
  if (url.isValid() && (url.scheme() == "https" || url.scheme() == "http")) {
    link_->setText("<a href=\"" + url.toString(QUrl::FullyEncoded).toHtmlEscaped() + "\">" + name.toHtmlEscaped() + "</a>");
    link_->setToolTip(address.toHtmlEscaped());
  } else {
    link_->setText(name.toHtmlEscaped());
    link_->setToolTip({});
  }
}

}  // namespace tradewind::gui
