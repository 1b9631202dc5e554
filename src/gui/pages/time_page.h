// Where the time goes: which weeks and which quarter's plan, by team or by person, the line for entering time, the list of what
// was entered, and the editor of the policy at the side. G switches between teams and people.
#pragma once
#include "gui/pages/drawn_page.h"
#include "tradewind/views/allocation_view.h"

class QComboBox;
class QPushButton;

namespace tradewind::gui {

class ElidedLabel;
class NextSteps;
class PolicyEditor;
class QuickTimeBar;
class TimeEntriesPanel;

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
  QWidget* first_focus() override;
  PolicyEditor& policy_editor() const { return *editor_; }
  void show_policy_editor(bool shown);
  /// In the place of the drawing.
  TimeEntriesPanel& entries() const { return *entries_; }
  void show_entries(bool shown);
  /// Drawn, and what the view finds by itself, whatever was chosen.
  void show_last_weeks();

 protected:
  void refresh() override;

 private:
  void build_bar();
  void build_faces();
  void build_line();
  void add_actions();
  void offer_quarters();
  void choose(const std::string& quarter);
  std::optional<TimeRange> chosen_range() const;
  bool lists_entries() const;
  views::AllocationOptions options(views::Size size) const;
  /// That of the pressed button: the drawing by team or by person, or the list of entries.
  void show_face();
  void show_chosen();
  void show_dates();
  void list_entries();
  void offer_next_steps();

  views::AllocationRows rows_ = views::AllocationRows::teams;
  QComboBox* chooser_;
  ElidedLabel* dates_;
  QPushButton* teams_;
  QPushButton* people_;
  QPushButton* list_;
  QPushButton* policy_;
  QuickTimeBar* quick_;
  TimeEntriesPanel* entries_;
  PolicyEditor* editor_;
  NextSteps* next_steps_;
};

}  // namespace tradewind::gui
