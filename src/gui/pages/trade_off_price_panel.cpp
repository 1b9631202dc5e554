#include "gui/pages/trade_off_price_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/inspector/section.h"
#include "gui/scene/scene_view.h"

namespace tradewind::gui {
namespace {

constexpr int panel_width = 300;
constexpr int height_below = 320;
constexpr int hold_width = 220;  // beside margins, bar and box

void set_role(QLabel* label, const char* role) {
  if (label->property("role").toString() == QLatin1String(role)) return;
  label->setProperty("role", role);
  label->style()->polish(label);
}

}  // namespace

TradeOffPricePanel::TradeOffPricePanel(QWidget* parent) : QFrame(parent) {
  setObjectName("tradeoff_panel");
  setAccessibleName(tr("Price of the request"));
  set_below(false);
  auto* area = new QScrollArea;
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(4);
  title_ = plain_label(inside);
  title_->setProperty("role", "title");
  facts_ = plain_label(inside);
  facts_->setProperty("role", "muted");
  price_ = plain_label(inside);
  price_->setObjectName("tradeoff_price");
  price_->setProperty("role", "figure");
  interval_ = plain_label(inside);
  moves_ = plain_label(inside);
  moves_->setObjectName("tradeoff_moves");
  effects_ = new SceneView;
  effects_->setAccessibleName(tr("Effects of the request"));
  effects_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  effects_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  effects_->set_zoomable(false);
  effects_->set_quick_layout([this](views::Size size, const views::TextMeasurer& measurer) {
    return picture_ == nullptr ? views::Scene{} : views::layout_trade_off_effects(*picture_, size.width, measurer);
  });
  connect(effects_, &SceneView::laid_out, this,
          [this] { effects_->setFixedHeight(static_cast<int>(effects_->scene().size.height) + 2); });
  holds_title_ = new QLabel(tr("Hold where they are"));
  holds_title_->setProperty("role", "section");
  holds_title_->setToolTip(tr("Items that the solver may not move"));
  holds_ = new QVBoxLayout;
  holds_->setSpacing(2);
  for (QLabel* label : {title_, facts_, price_, interval_, moves_}) column->addWidget(label);
  column->addSpacing(8);
  column->addWidget(effects_);
  column->addSpacing(8);
  column->addWidget(holds_title_);
  column->addLayout(holds_);
  column->addStretch(1);
  area->setWidget(inside);
  // Else they paint the window's colour over that of the panel.
  inside->setAutoFillBackground(false);
  area->viewport()->setAutoFillBackground(false);
  auto* outside = new QVBoxLayout(this);
  outside->setContentsMargins(0, 0, 0, 0);
  outside->addWidget(area);
}

void TradeOffPricePanel::show_price(const PricedRequest& priced, const std::vector<Hold>& holds) {
  title_->setText(priced.title);
  facts_->setText(priced.facts);
  price_->setText(priced.price);
  interval_->setText(priced.interval);
  interval_->setVisible(!priced.interval.isEmpty());
  moves_->setText(priced.moves);
  picture_ = priced.picture;
  effects_->refresh();
  effects_->show();
  list_holds(holds);
  set_stale(false);
}

void TradeOffPricePanel::show_no_price(const QString& title, const QString& why) {
  title_->setText(title);
  facts_->setText(why);
  for (QLabel* label : {price_, interval_, moves_}) label->clear();
  picture_.reset();
  effects_->hide();
  list_holds({});
}

void TradeOffPricePanel::set_below(bool below) {
  setMinimumSize(below ? 0 : panel_width, below ? height_below : 0);
  setMaximumSize(below ? QWIDGETSIZE_MAX : panel_width, below ? height_below : QWIDGETSIZE_MAX);
  if (property("below").toBool() == below) return;
  setProperty("below", below);
  style()->unpolish(this);
  style()->polish(this);
}

void TradeOffPricePanel::set_stale(bool stale) {
  set_role(price_, stale ? "stale-figure" : "figure");
  set_role(moves_, stale ? "muted" : "");
}

void TradeOffPricePanel::list_holds(const std::vector<Hold>& holds) {
  holds_title_->setVisible(!holds.empty());
  const bool is_same =
      listed_.size() == holds.size() &&
      std::equal(holds.begin(), holds.end(), listed_.begin(), [](const Hold& a, const Hold& b) { return a.item == b.item; });
  listed_ = holds;
  if (!is_same) {
    // The keyboard stays on the same item.
    const QString focused = focusWidget() != nullptr && focusWidget()->hasFocus() ? focusWidget()->objectName() : QString();
    while (QLayoutItem* line = holds_->takeAt(0)) {
      line->widget()->hide();
      line->widget()->deleteLater();
      delete line;
    }
    for (const Hold& hold : holds) {
      auto* box = new QCheckBox;
      // A box does not wrap its text: one long name would push all of the panel under its bar.
      box->setText(box->fontMetrics().elidedText(hold.name, Qt::ElideRight, hold_width).replace('&', "&&"));
      box->setToolTip(hold.name.toHtmlEscaped());
      box->setObjectName("tradeoff_hold_" + hold.key);
      box->setAccessibleName(tr("Hold %1 where it is").arg(hold.name));
      box->setChecked(hold.is_held);
      connect(box, &QCheckBox::toggled, this, [this, item = hold.item](bool held) { emit hold_changed(item, held); });
      holds_->addWidget(box);
      if (box->objectName() == focused) box->setFocus();
    }
    return;
  }
  for (std::size_t at = 0; at < holds.size(); ++at) {
    auto* box = static_cast<QCheckBox*>(holds_->itemAt(static_cast<int>(at))->widget());
    const QSignalBlocker quiet(box);
    box->setChecked(holds[at].is_held);
  }
}

}  // namespace tradewind::gui
