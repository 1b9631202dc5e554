#include "gui/shell/page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>

namespace tradewind::gui {

Page::Page(const PageContext& context) : context_(context) {
  setObjectName("page");
  setAttribute(Qt::WA_StyledBackground);  // else the window's grey shows where a page has nothing
  connect(&context_.document, &Document::changed, this, [this] {
    is_stale_ = !isVisible();
    if (!is_stale_) refresh();
  });
}

QAction* Page::add_action(const ActionSpec& spec, std::function<void()> run) {
  const QPointer<Page> self(this);
  QAction* action = actions().add(spec, [self, run = std::move(run)] {
    if (self) run();
  });
  own_actions_.push_back({action, spec.place});
  let_own_actions(isVisible());
  return action;
}

/// Pages may have the same keys: those of the others are asleep, and nothing is changed where nobody sees it.
void Page::let_own_actions(bool possible) {
  for (const OwnAction& own : own_actions_) {
    own.action->setEnabled(possible);
    own.action->setProperty(why_not_property,
                            possible ? QString() : tr("This works on the page %1. Go there first.").arg(own.place));
  }
}

void Page::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  let_own_actions(false);
}

void Page::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  let_own_actions(true);
  if (!is_stale_) return;
  is_stale_ = false;
  refresh();
}

PageBar::PageBar(const QString& title, QWidget* parent) : QFrame(parent) {
  setObjectName("page_bar");
  setFixedHeight(44);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 0, 12, 0);
  layout->setSpacing(8);
  auto* label = new QLabel(title);
  label->setProperty("role", "title");
  layout->addWidget(label);
}

void PageBar::add(QWidget* widget) { layout()->addWidget(widget); }
void PageBar::add_stretch() { static_cast<QHBoxLayout*>(layout())->addStretch(1); }

}  // namespace tradewind::gui
