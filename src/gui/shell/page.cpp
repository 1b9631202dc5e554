#include "gui/shell/page.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tradewind::gui {

Page::Page(const PageContext& context) : context_(context) {
  setObjectName("page");
  setAttribute(Qt::WA_StyledBackground);  // else the window's grey shows where a page has nothing
  connect(&context_.document, &Document::changed, this, [this] {
    is_stale_ = !isVisible();
    if (!is_stale_) refresh();
  });
}

void Page::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
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
