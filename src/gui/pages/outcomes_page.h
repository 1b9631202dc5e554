// Outcomes as a tree: folded and edited in place, checked in with a line of words.
//
// Keys on the view: Left and Right fold and unfold, F2 or Enter edits the row, Ctrl+Enter goes to the check-in, Insert adds an
// outcome, Delete removes it, Alt+Up and Alt+Down move it among its siblings.
#pragma once
#include <unordered_map>

#include "gui/pages/drawn_page.h"
#include "tradewind/views/outcomes_view.h"

namespace tradewind::gui {

class NextSteps;
class OutcomeRowEditor;
class QuickCheckInBar;

class OutcomesPage : public DrawnPage {
  Q_OBJECT

 public:
  explicit OutcomesPage(const PageContext& context);

  QString status() const override;
  std::optional<ShownView> shown_view() const override;

  /// Adds one and opens its row.
  void add_outcome();
  /// Opens the row of the selected outcome.
  void edit_outcome();
  /// With its check-ins and what items were to contribute; its parts stay, on their own.
  void remove_outcome();
  /// One place up (−1) or down (1) among its siblings.
  void move_outcome(int step);
  /// What somebody folded stays folded while the page lives.
  void set_open(OutcomeId outcome, bool open);
  OutcomeRowEditor& editor() const { return *editor_; }

 protected:
  void refresh() override;

 private:
  views::OutcomesOptions options(views::Size size) const;
  void add_actions();
  bool take_key(const QKeyEvent& event);
  bool fold_current(bool open);
  void place_editor();
  void follow_outcome();
  void offer_next_steps();
  OutcomeId chosen() const;

  std::unordered_map<OutcomeId, bool> open_;
  QuickCheckInBar* check_in_;
  OutcomeRowEditor* editor_;
  NextSteps* next_steps_;
};

}  // namespace tradewind::gui
