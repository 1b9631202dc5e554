#include "gui/shell/long_change_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace tradewind::gui {
namespace {

constexpr int distance_from_bottom = 48;  // above the status bar
constexpr int progress_width = 120;

/// What begins something. What ends something goes through: whoever saw the beginning waits for it.
bool is_input(QEvent::Type type) {
  switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
      return true;
    default:
      return false;
  }
}

}  // namespace

LongChangeBar::LongChangeBar(LongChange& change, QWidget* window)
    : QFrame(window), change_(change), window_(window), text_(new QLabel), cancel_(new QPushButton(tr("Cancel (Esc)"))) {
  setObjectName("long_change");
  setAutoFillBackground(true);
  text_->setObjectName("long_change_text");
  text_->setTextFormat(Qt::PlainText);
  auto* progress = new QProgressBar;
  progress->setAccessibleName(tr("Under way"));
  progress->setRange(0, 0);
  progress->setTextVisible(false);
  progress->setFixedWidth(progress_width);
  cancel_->setObjectName("long_change_cancel");
  cancel_->setFocusPolicy(Qt::NoFocus);  // the focus stays where people work; Escape is for the keyboard
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(16, 8, 12, 8);
  line->setSpacing(12);
  line->addWidget(text_);
  line->addWidget(progress);
  line->addWidget(cancel_);
  connect(cancel_, &QPushButton::clicked, &change_, &LongChange::cancel);
  connect(&change_, &LongChange::takes_long, this, &LongChangeBar::appear);
  connect(&change_, &LongChange::cancelling, this, [this] {
    text_->setText(tr("Taking it back…"));
    cancel_->setEnabled(false);
  });
  connect(&change_, &LongChange::ended, this, &LongChangeBar::disappear);
  hide();
}

void LongChangeBar::appear(const QString& says, bool can_be_cancelled) {
  text_->setText(says);
  setAccessibleName(says);
  cancel_->setEnabled(true);
  cancel_->setVisible(can_be_cancelled);
  // A dialog lies over the window, and so would the bar below it.
  QWidget* dialog = QApplication::activeModalWidget();
  setParent(dialog != nullptr && is_of_window(dialog) ? dialog : window_);
  place();
  show();
  raise();
  qApp->installEventFilter(this);
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void LongChangeBar::disappear() {
  qApp->removeEventFilter(this);
  hide();
  setParent(window_);  // a dialog may go before the window does
}

void LongChangeBar::place() {
  const QWidget& under = *parentWidget();
  resize(std::min(sizeHint().width(), under.width()), sizeHint().height());
  move((under.width() - width()) / 2, std::max(0, under.height() - height() - distance_from_bottom));
}

bool LongChangeBar::is_of_window(const QWidget* widget) const {
  while (widget != nullptr && widget != window_) widget = widget->parentWidget();
  return widget != nullptr;
}

bool LongChangeBar::eventFilter(QObject* object, QEvent* event) {
  if (object == parentWidget() && event->type() == QEvent::Resize) place();
  if (!is_input(event->type())) return false;
  const auto* widget = qobject_cast<QWidget*>(object);
  if (widget == nullptr) {
    // Windows of the system hand on to widgets what they get; shortcuts go to actions at once.
    return event->type() == QEvent::Shortcut && is_of_window(QApplication::activeWindow());
  }
  if (widget == this || isAncestorOf(widget) || !is_of_window(widget)) return false;
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && cancel_->isVisible())
    change_.cancel();
  event->accept();  // also what is not handled: it must not be a shortcut, and no parent's
  return true;
}

}  // namespace tradewind::gui
