// What a request costs in other work: before and after in one picture, the price beside it, the other ways to answer it, the
// sentence for the executive, the slide, and the records of what was decided.
#pragma once
#include "gui/pages/background_work.h"
#include "gui/pages/trade_off_price_panel.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTableWidget;
class QTimer;

namespace tradewind::gui {

class DecisionForm;
class DecisionList;
class ItemChooser;
class MessageLine;
class NextSteps;
class TradeOffAssumptions;

class TradeOffsPage : public Page {
  Q_OBJECT

 public:
  explicit TradeOffsPage(const PageContext& context);

  QString status() const override;
  /// The exhibit, once a request has been answered.
  std::optional<ShownView> shown_view() const override;
  QWidget* first_focus() override;
  SceneView& view() const { return *view_; }
  const MessageLine& message() const { return *message_; }
  BackgroundWork& work() { return work_; }
  /// What is shown, for the exhibit; none while there is no answer.
  std::shared_ptr<const views::TradeOffPicture> picture() const { return priced_ ? priced_->picture : nullptr; }

  /// The day from which is planned; today's date until it is set.
  void set_today(Date today);
  /// Prices it; what runs is given up.
  void choose(ItemId request);
  void hold(ItemId item, bool held);
  /// In the order of the table.
  void show_option(std::size_t at);
  /// What was decided on all requests, in the place of the price; or that again.
  void show_decisions(bool shown);

 signals:
  void show_requested();
  /// A scenario whose first edit makes what is shown.
  void scenario_requested(const QString& step, const std::function<void(tradewind::storage::Edit&)>& make);

 protected:
  void refresh() override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // trade_offs_page_build.cpp
  void build_bar();
  void build_picture();
  void build_table();
  QWidget* build_lower();
  QWidget* build_content();
  /// As high as its rows.
  void fit_table();
  void show_row_of(int option);
  void add_actions();

  // trade_offs_page_actions.cpp
  /// What a price lacks here; nothing is asked before it is there.
  enum class Lack { items, roadmap, periods, request, answer };
  Lack lack() const;
  void say_lack(views::TradeOffOptions& options) const;
  void offer_next_steps();

  void offer_periods();
  workbench::TradeOffOptions question() const;
  PricingEvents events();
  void ask();
  void clear();
  void show_priced(PricedRequest priced);
  void show_options(PricedOptions options);
  void show_failure(const Error& error);
  void follow_work();
  void say_no_price();
  std::vector<TradeOffPricePanel::Hold> holds() const;
  void hold_current();
  void copy_sentence();
  void export_exhibit();
  void record_decision();
  void show_decision();
  void mark_chosen(const std::string& choice, const QString& when);

  Date today_ = today();
  ItemId request_;
  std::vector<ItemId> held_;
  std::optional<PricedRequest> priced_;
  PricedOptions options_;
  bool options_are_old_ = false;  // those of the question before
  std::size_t shown_ = 0;

  PageBar* bar_;
  ItemChooser* chooser_;
  QComboBox* by_;
  QPushButton* assume_;
  QLabel* progress_;
  QPushButton* stop_;
  QPushButton* export_;
  TradeOffAssumptions* assumptions_;
  MessageLine* message_;
  QWidget* price_side_;
  QScrollArea* area_;  // picture, panel and options: as high as they need to be
  QBoxLayout* beside_;
  SceneView* view_;
  NextSteps* next_steps_;
  double least_height_ = 0;  // of the picture at its width
  TradeOffPricePanel* panel_;
  QTableWidget* table_;
  QLabel* sentence_;
  QPushButton* copy_;
  QPushButton* scenario_;
  QPushButton* record_;
  QLabel* decision_;
  QPushButton* decisions_;
  DecisionForm* form_;
  DecisionList* list_;
  QTimer* busy_;         // what is answered at once shows no progress
  BackgroundWork work_;  // last: nothing that it shows is gone before it
};

}  // namespace tradewind::gui
