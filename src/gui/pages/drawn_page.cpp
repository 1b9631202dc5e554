#include "gui/pages/drawn_page.h"

#include <QVBoxLayout>

namespace tradewind::gui {

DrawnPage::DrawnPage(const PageContext& context, const QString& title)
    : Page(context), bar_(new PageBar(title)), view_(new SceneView), row_(new QHBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  row_->setSpacing(0);
  row_->addWidget(view_, 1);
  column->addLayout(row_, 1);
  connect(view_, &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers) {
    if (mark.kind == views::MarkKind::item)
      selection().select(ItemId{mark.id});
    else if (mark.kind == views::MarkKind::outcome)
      selection().select(OutcomeId{mark.id});
    else
      selection().clear();
  });
  connect(&selection(), &Selection::changed, this, [this] {
    std::vector<MarkId> marks;
    for (const ItemId item : selection().items()) marks.push_back({views::MarkKind::item, item.value, 0});
    if (selection().outcome()) marks.push_back({views::MarkKind::outcome, selection().outcome().value, 0});
    view_->set_selected(std::move(marks));
  });
}

void DrawnPage::add_line(QWidget* widget) {
  auto* line = new QFrame;
  line->setObjectName("page_bar");
  auto* inside = new QHBoxLayout(line);
  inside->setContentsMargins(16, 6, 12, 6);
  inside->addWidget(widget);
  static_cast<QVBoxLayout*>(layout())->insertWidget(1, line);
}

}  // namespace tradewind::gui
