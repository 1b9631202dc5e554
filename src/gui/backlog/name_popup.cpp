#include "gui/backlog/name_popup.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr int width_of_field = 240;
constexpr int margin = 12;

}  // namespace

// A dialog, not Qt::Popup: popups never become the active window, and then input methods write into the wrong one.
NamePopup::NamePopup(const QString& title, const QString& name, Check check, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      check_(std::move(check)),
      name_(new QLineEdit(name, this)),
      problem_(new QLabel(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName("name_popup");
  setWindowTitle(title);
  setAccessibleName(title);
  auto* heading = new QLabel(title, this);
  heading->setProperty("role", "section");
  heading->setBuddy(name_);
  name_->setFixedWidth(width_of_field);
  name_->setAccessibleName(title);
  name_->setPlaceholderText(tr("Name, then Enter"));
  name_->selectAll();
  problem_->setProperty("role", "danger");
  problem_->setWordWrap(true);
  problem_->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->setSpacing(6);
  layout->addWidget(heading);
  layout->addWidget(name_);
  layout->addWidget(problem_);
  layout->setSizeConstraint(QLayout::SetFixedSize);
  connect(name_, &QLineEdit::returnPressed, this, &NamePopup::take_name);
  connect(name_, &QLineEdit::textEdited, this, [this] { say({}); });
}

void NamePopup::take_name() {
  const QString name = name_->text().trimmed();
  const QString problem = name.isEmpty() ? tr("Type a name first.") : check_(name);
  if (!problem.isEmpty()) return say(problem);
  emit named(name);
  accept();
}

void NamePopup::say(const QString& problem) {
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
  name_->setAccessibleDescription(problem);
  if (name_->property("mistake").toBool() == !problem.isEmpty()) return;
  name_->setProperty("mistake", !problem.isEmpty());
  name_->style()->unpolish(name_);
  name_->style()->polish(name_);
}

void NamePopup::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (const QWidget* button = parentWidget()) move(button->mapToGlobal(QPoint(0, button->height() + 2)));
  name_->setFocus();
}

void NamePopup::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  // A click beside it closes it, as it would a menu.
  if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow()) reject();
}

void NamePopup::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(themed(views::Token::line_2));
  painter.setBrush(themed(views::Token::raised));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace tradewind::gui
