// The widgets of the page of trade-offs.
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>
#include <cmath>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/item_chooser.h"
#include "gui/inspector/section.h"
#include "gui/pages/decision_form.h"
#include "gui/pages/decision_list.h"
#include "gui/pages/trade_off_assumptions.h"
#include "gui/pages/trade_offs_page.h"
#include "gui/scene/picking.h"
#include "gui/shell/next_steps.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int busy_milliseconds = 300;
constexpr int chooser_width = 90;
constexpr int least_by_width = 100;
constexpr int widest_chooser = 340;
constexpr int least_picture_height = 200;
constexpr int least_width_beside = 800;
constexpr int stale_opacity = 150;
constexpr int letters_width = 30;

}  // namespace

TradeOffsPage::TradeOffsPage(const PageContext& context) : Page(context) {
  build_bar();
  build_picture();
  message_ = new MessageLine;
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(assumptions_);
  column->addWidget(message_);
  price_side_ = new QWidget;
  auto* price = new QVBoxLayout(price_side_);
  price->setContentsMargins(0, 0, 0, 0);
  price->setSpacing(0);
  price->addWidget(build_content(), 1);
  price->addWidget(build_lower());
  column->addWidget(price_side_, 1);
  list_ = new DecisionList(document());
  list_->hide();
  connect(list_, &DecisionList::closed, this, [this] {
    show_decisions(false);
    decisions_->setFocus();
  });
  column->addWidget(list_, 1);
  busy_ = new QTimer(this);
  busy_->setSingleShot(true);
  busy_->setInterval(busy_milliseconds);
  connect(busy_, &QTimer::timeout, this, &TradeOffsPage::follow_work);
  connect(&work_, &BackgroundWork::started, this, [this] {
    busy_->start();
    follow_work();
  });
  connect(&work_, &BackgroundWork::progressed, this, &TradeOffsPage::follow_work);
  connect(&work_, &BackgroundWork::ended, this, [this] {
    // Stopped before they were priced: those of the question before are no answer to this one.
    if (options_are_old_) show_options({});
    if (!priced_) view_->refresh();
    follow_work();
  });
  // What was undone is no longer wrong; what still is says so again.
  connect(&document(), &Document::history_changed, this, [this] {
    message_->hide();
    chooser_->forget_mistake();
  });
  add_actions();
  offer_periods();
  assumptions_->list_teams(portfolio());
  clear();
}

void TradeOffsPage::build_bar() {
  bar_ = new PageBar(tr("Trade-offs"));
  chooser_ = new ItemChooser(document(), tr("Request: key or words of its title"));
  chooser_->setObjectName("tradeoff_request");
  chooser_->setMinimumWidth(chooser_width);
  chooser_->setMaximumWidth(widest_chooser);
  connect(chooser_, &ItemChooser::chosen, this, &TradeOffsPage::choose);
  bar_->add(chooser_);
  // It has the room that nothing else needs.
  static_cast<QHBoxLayout*>(bar_->layout())->setStretchFactor(chooser_, 100);
  by_ = new QComboBox;
  by_->setObjectName("tradeoff_by");
  by_->setAccessibleName(tr("Finished by the end of"));
  by_->setMinimumWidth(least_by_width);
  connect(by_, &QComboBox::currentIndexChanged, this, &TradeOffsPage::ask);
  bar_->add(by_);
  assumptions_ = new TradeOffAssumptions;
  assumptions_->hide();
  connect(assumptions_, &TradeOffAssumptions::changed, this, &TradeOffsPage::ask);
  assume_ = new QPushButton(tr("Assumptions"));
  assume_->setObjectName("tradeoff_assume");
  assume_->setToolTip(tr("Which estimates, what delay is counted in, and what a test first takes"));
  assume_->setCheckable(true);
  connect(assume_, &QPushButton::toggled, assumptions_, &QWidget::setVisible);
  bar_->add(assume_);
  bar_->add_stretch();
  progress_ = new QLabel;
  progress_->setProperty("role", "muted");
  progress_->setMinimumWidth(1);  // must not widen a narrow page
  bar_->add(progress_);
  stop_ = new QPushButton(tr("Stop"));
  stop_->setObjectName("tradeoff_stop");
  stop_->setToolTip(tr("Escape; the last answer stays"));
  connect(stop_, &QPushButton::clicked, &work_, &BackgroundWork::stop);
  bar_->add(stop_);
  export_ = new QPushButton(icon("export", views::Token::text_on), tr("Export exhibit…"));
  export_->setObjectName("tradeoff_export");
  export_->setProperty("role", "primary");
  connect(export_, &QPushButton::clicked, this, &TradeOffsPage::export_exhibit);
  bar_->add(export_);
}

void TradeOffsPage::build_picture() {
  view_ = new SceneView;
  view_->setMinimumHeight(least_picture_height);
  next_steps_ = new NextSteps(view_);
  view_->set_quick_layout([this](views::Size size, const views::TextMeasurer& measurer) {
    views::TradeOffOptions options;
    options.width = size.width;
    options.minimum_height = size.height;
    say_lack(options);
    const views::TradeOffPicture nothing;
    const views::TradeOffPicture& shown = priced_ ? *priced_->picture : nothing;
    least_height_ = views::least_trade_off_height(shown, size.width, measurer);
    return views::layout_trade_off(shown, options, measurer);
  });
  connect(view_, &SceneView::laid_out, this,
          [this] { view_->setMinimumHeight(std::max(least_picture_height, static_cast<int>(std::ceil(least_height_)) + 2)); });
  view_->set_key_handler([this](QKeyEvent& event) { return actions().take_key(view_, event); });
  view_->set_overlay([this](QPainter& painter) {
    if (!work_.is_running() || busy_->isActive() || !priced_) return;
    QColor veil = themed(views::Token::base);
    veil.setAlpha(stale_opacity);
    painter.fillRect(QRectF(0, 0, view_->scene().size.width, view_->scene().size.height), veil);
  });
  connect(view_, &SceneView::clicked, this,
          [this](const MarkId& mark, Qt::KeyboardModifiers modifiers) { pick(selection(), mark, modifiers); });
  connect(&selection(), &Selection::changed, this, [this] { view_->set_selected(selected_marks(selection())); });
  panel_ = new TradeOffPricePanel;
  connect(panel_, &TradeOffPricePanel::hold_changed, this, &TradeOffsPage::hold);
}

void TradeOffsPage::build_table() {
  table_ = plain_table(way_columns(), "tradeoff_options", tr("Options"));
  // The last column ends in "…", and the table is as high as its rows: there is never a bar.
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  table_->verticalHeader()->show();
  table_->verticalHeader()->setFixedWidth(letters_width);
  table_->verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
}

/// One bar for all of it in a low window: what has a bar of its own hides its end.
QWidget* TradeOffsPage::build_content() {
  build_table();
  connect(table_, &QTableWidget::currentCellChanged, this, [this](int row) {
    if (row < 0) return;
    show_row_of(row);
    show_option(static_cast<std::size_t>(row));
  });
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  beside_ = new QBoxLayout(QBoxLayout::LeftToRight);
  beside_->setSpacing(0);
  beside_->addWidget(view_, 1);
  beside_->addWidget(panel_);
  column->addLayout(beside_, 1);
  column->addWidget(table_);
  area_ = new QScrollArea;
  area_->setObjectName("tradeoff_area");
  area_->setAccessibleName(tr("Price and options"));
  area_->setFocusPolicy(Qt::NoFocus);  // what is in it has the focus
  area_->setWidgetResizable(true);
  area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area_->setWidget(content);
  // Else they paint the window's colour over that of the page.
  content->setAutoFillBackground(false);
  area_->viewport()->setAutoFillBackground(false);
  return area_;
}

void TradeOffsPage::fit_table() {
  table_->setFixedHeight(whole_height(*table_));
  const bool is_narrow = width() < least_width_beside;
  beside_->setDirection(is_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  panel_->set_below(is_narrow);
}

void TradeOffsPage::show_row_of(int option) {
  const QRect row = table_->visualItemRect(table_->item(option, 0)).translated(table_->viewport()->pos() + table_->pos());
  area_->ensureVisible(row.left(), row.center().y(), 0, row.height());
}

QWidget* TradeOffsPage::build_lower() {
  sentence_ = plain_label(this);
  sentence_->setObjectName("tradeoff_sentence");
  sentence_->setProperty("role", "statement");
  copy_ = new QPushButton(tr("Copy"));
  copy_->setObjectName("tradeoff_copy");
  copy_->setAccessibleName(tr("Copy the sentence"));
  connect(copy_, &QPushButton::clicked, this, &TradeOffsPage::copy_sentence);
  scenario_ = new QPushButton(icon("scenarios"), tr("Make a scenario…"));
  scenario_->setObjectName("tradeoff_scenario");
  scenario_->setToolTip(tr("A what-if in which the roadmap is as shown; the baseline stays as it is"));
  connect(scenario_, &QPushButton::clicked, this, [this] {
    if (priced_ && priced_->make) emit scenario_requested(priced_->step, priced_->make);
  });
  record_ = new QPushButton(tr("Record decision…"));
  record_->setObjectName("tradeoff_record");
  connect(record_, &QPushButton::clicked, this, &TradeOffsPage::record_decision);
  decisions_ = new QPushButton(tr("Decisions"));
  decisions_->setObjectName("tradeoff_decisions");
  decisions_->setToolTip(tr("What was decided on all requests, with the figures of the day"));
  connect(decisions_, &QPushButton::clicked, this, [this] { show_decisions(true); });
  decision_ = muted_label({}, this);
  decision_->setObjectName("tradeoff_decision");
  decision_->setWordWrap(true);
  form_ = new DecisionForm(document());
  const auto close = [this] {
    form_->hide();
    record_->setFocus();
  };
  connect(form_, &DecisionForm::closed, this, close);
  connect(form_, &DecisionForm::recorded, this, close);

  auto* lower = new QFrame;
  lower->setObjectName("tradeoff_lower");
  auto* column = new QVBoxLayout(lower);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* words = new QVBoxLayout;
  words->setContentsMargins(16, 8, 16, 8);
  words->setSpacing(4);
  words->addWidget(sentence_);
  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  line->addWidget(decision_, 1);
  for (QPushButton* button : {copy_, scenario_, decisions_, record_}) line->addWidget(button);
  words->addLayout(line);
  column->addLayout(words);
  column->addWidget(form_);
  return lower;
}

}  // namespace tradewind::gui
