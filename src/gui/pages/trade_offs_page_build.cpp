// The widgets of the page of trade-offs.
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/item_chooser.h"
#include "gui/inspector/section.h"
#include "gui/pages/decision_form.h"
#include "gui/pages/decision_list.h"
#include "gui/pages/trade_offs_page.h"
#include "gui/scene/picking.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int busy_milliseconds = 300;
constexpr int chooser_width = 120;
constexpr int widest_chooser = 340;
constexpr int least_picture_height = 200;
constexpr int stale_opacity = 150;
constexpr int letters_width = 30;
constexpr std::size_t most_options = 7;  // A to G

}  // namespace

TradeOffsPage::TradeOffsPage(const PageContext& context) : Page(context) {
  build_bar();
  build_picture();
  message_ = new MessageLine;
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(message_);
  price_side_ = new QWidget;
  auto* price = new QVBoxLayout(price_side_);
  price->setContentsMargins(0, 0, 0, 0);
  price->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(view_, 1);
  row->addWidget(panel_);
  price->addLayout(row, 1);
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
    follow_work();
  });
  add_actions();
  offer_periods();
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
  connect(by_, &QComboBox::currentIndexChanged, this, &TradeOffsPage::ask);
  bar_->add(by_);
  estimates_ = new QComboBox;
  estimates_->setAccessibleName(tr("Which estimates the solver takes"));
  for (const auto& [name, choice] : {std::pair{tr("Likely estimates"), workbench::EstimateChoice::likely},
                                     std::pair{tr("Low estimates"), workbench::EstimateChoice::low},
                                     std::pair{tr("High estimates"), workbench::EstimateChoice::high}})
    estimates_->addItem(name, static_cast<int>(choice));
  basis_ = new QComboBox;
  basis_->setAccessibleName(tr("What a week of delay is counted in"));
  for (const auto& [name, choice] : {std::pair{tr("Cost of delay, else reach"), workbench::ValueBasis::automatic},
                                     std::pair{tr("Cost of delay"), workbench::ValueBasis::money},
                                     std::pair{tr("Reach × impact"), workbench::ValueBasis::reach},
                                     std::pair{tr("Outcomes"), workbench::ValueBasis::outcomes}})
    basis_->addItem(name, static_cast<int>(choice));
  for (QComboBox* rule : {estimates_, basis_}) {
    rule->setToolTip(rule->accessibleName());
    rule->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    rule->setMinimumContentsLength(10);
    connect(rule, &QComboBox::currentIndexChanged, this, &TradeOffsPage::ask);
    bar_->add(rule);
  }
  bar_->add_stretch();
  progress_ = new QLabel;
  progress_->setProperty("role", "muted");
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
  view_->set_layout([this](views::Size size, const views::TextMeasurer& measurer) {
    views::TradeOffOptions options;
    options.width = size.width;
    options.minimum_height = size.height;
    const views::TradeOffPicture nothing;
    return views::layout_trade_off(priced_ ? *priced_->picture : nothing, options, measurer);
  });
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
  // The last column ends in "…": there is never a bar below, and one beside only in a low window.
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  table_->verticalHeader()->show();
  table_->verticalHeader()->setFixedWidth(letters_width);
  table_->verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
}

void TradeOffsPage::fit_table() {
  constexpr int least_rows = 4;
  constexpr double share_of_page = 0.3;  // the picture is the answer; in a low window the table scrolls
  const int head = table_->horizontalHeader()->sizeHint().height() + 2;
  const int row_height = table_->verticalHeader()->defaultSectionSize();
  const int fitting = static_cast<int>((share_of_page * height() - head) / row_height);
  const int rows = std::min(table_->rowCount(), std::max(least_rows, fitting));
  table_->setMinimumHeight(head + std::min(least_rows, rows) * row_height);
  table_->setMaximumHeight(head + rows * row_height);
}

QWidget* TradeOffsPage::build_lower() {
  build_table();
  connect(table_, &QTableWidget::currentCellChanged, this, [this](int row) {
    if (row >= 0) show_option(static_cast<std::size_t>(row));
  });
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
  column->addWidget(table_);
  auto* words = new QVBoxLayout;
  words->setContentsMargins(16, 10, 16, 10);
  words->setSpacing(6);
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

void TradeOffsPage::add_actions() {
  actions().add(
      {"tradeoff.price", tr("Plan"), tr("What does the selected item cost?"), {}, "tradeoffs", tr("price request trade-off")},
      [this] {
        emit show_requested();
        if (selection().current_item()) choose(selection().current_item());
      });
  actions().add(
      {"tradeoff.decisions", tr("Plan"), tr("What was decided on requests"), {}, "tradeoffs", tr("decision record list export")},
      [this] {
        emit show_requested();
        show_decisions(true);
      });
  add_action({.id = "tradeoff.copy",
              .menu = tr("Plan"),
              .text = tr("Copy the sentence on the request"),
              .shortcut = QKeySequence::Copy,
              .words = tr("trade-off executive"),
              .place = tr("Trade-offs"),
              .heard_by = view_,
              .also = {QKeySequence("Ctrl+Ins")}},
             [this] { copy_sentence(); });
  add_action({.id = "tradeoff.hold",
              .text = tr("Hold the current bar where it is, or let it go"),
              .shortcut = QKeySequence(Qt::Key_P),
              .words = tr("pin keep"),
              .place = tr("Trade-offs"),
              .heard_by = view_},
             [this] { hold_current(); });
  for (std::size_t at = 0; at < most_options; ++at) {
    const QString letter(QChar('A' + static_cast<int>(at)));
    add_action({.id = "tradeoff.option_" + letter.toLower(),
                .text = tr("Show option %1").arg(letter),
                .shortcut = QKeySequence(letter),
                .place = tr("Trade-offs"),
                .heard_by = view_},
               [this, at] {
                 if (at < options_.ways.size()) show_option(at);
               });
  }
}

std::optional<ShownView> TradeOffsPage::shown_view() const {
  if (picture() == nullptr) return std::nullopt;
  ShownView shown;
  shown.view = workbench::View::tradeoff;
  shown.options.priced = picture();
  return shown;
}

}  // namespace tradewind::gui
