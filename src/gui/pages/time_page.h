// Where the time goes: which weeks and which quarter's plan, by team or by person, the line for entering time, and the editor of
// the policy at the side. G switches between teams and people.
#pragma once
#include "gui/pages/drawn_page.h"
#include "tradewind/views/allocation_view.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace tradewind::gui {

class PolicyEditor;

/// What the page compares: a quarter's plan, and the booked weeks of it up to the running one.
struct TimeRange {
  Period period;
  Span booked;
};
/// nullopt: the twelve weeks up to the last booked day, which the view finds by itself.
std::optional<TimeRange> range_of_quarter(const Portfolio& portfolio, const std::string& quarter, Date today);
/// Quarters that have a row, or booked time, newest first, and the running one.
std::vector<Period> quarters_with_time(const Portfolio& portfolio, Date today);

class TimePage : public DrawnPage {
  Q_OBJECT

 public:
  explicit TimePage(const PageContext& context);

  QString status() const override;
  std::optional<ShownView> shown_view() const override;
  PolicyEditor& policy_editor() const { return *editor_; }
  void show_policy_editor(bool shown);
  /// What the view finds by itself, whatever was chosen.
  void show_last_weeks();

 protected:
  void refresh() override;

 private:
  void build_bar();
  void offer_quarters();
  void choose(const std::string& quarter);
  views::Scene lay_out(views::Size size, const views::TextMeasurer& measurer) const;
  void show_chosen();
  void show_dates();

  views::AllocationRows rows_ = views::AllocationRows::teams;
  QComboBox* chooser_;
  QLabel* dates_;
  QPushButton* teams_;
  QPushButton* people_;
  QPushButton* policy_;
  PolicyEditor* editor_;
};

}  // namespace tradewind::gui
