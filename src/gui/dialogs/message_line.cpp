#include "gui/dialogs/message_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "gui/shell/document.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

using views::Token;

struct Look {
  Token background;
  Token foreground;
  const char* icon;
};
Look look_of(MessageLine::Kind kind) {
  switch (kind) {
    case MessageLine::Kind::danger:
      return {Token::danger_soft, Token::danger, "warning"};
    case MessageLine::Kind::warning:
      return {Token::warn_soft, Token::warn, "warning"};
    case MessageLine::Kind::good:
      break;
  }
  return {Token::ok_soft, Token::ok, "check"};
}

}  // namespace

MessageLine::MessageLine(QWidget* parent) : QFrame(parent), layout_(new QHBoxLayout(this)), label_(new QLabel) {
  label_->setWordWrap(true);
  label_->setTextFormat(Qt::PlainText);
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  layout_->setContentsMargins(34, 7, 10, 7);
  layout_->addWidget(label_, 1);
  connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
  hide();
}

void MessageLine::say(Kind kind, const QString& text) {
  kind_ = kind;
  label_->setText(text);
  setAccessibleName(text);
  update();
  show();
}

QString MessageLine::text() const { return label_->text(); }

void MessageLine::hide_after_steps(const Document& document, std::function<bool()> stays) {
  connect(&document, &Document::history_changed, this, [this, stays = std::move(stays)] {
    if (!stays || !stays()) hide();
  });
}

void MessageLine::add(QWidget* widget) { layout_->addWidget(widget); }

void MessageLine::paintEvent(QPaintEvent*) {
  const Look look = look_of(kind_);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(themed(look.background));
  painter.drawRoundedRect(rect(), 4, 4);
  icon(look.icon, look.foreground).paint(&painter, QRect(10, (height() - 16) / 2, 16, 16));
}

}  // namespace tradewind::gui
