// The button with the saved views of the backlog: opens, saves, renames and deletes them; says which one is open and whether
// what is shown differs from it.
#pragma once
#include <QPushButton>
#include <functional>
#include <unordered_map>

#include "gui/backlog/backlog_view_state.h"
#include "gui/shell/page.h"

class QMenu;

namespace tradewind::gui {

class ViewMenu : public QPushButton {
  Q_OBJECT

 public:
  using ViewId = Id<SavedView>;

  /// `shown` tells how the page shows its rows now. Lifetime: what the context holds must outlive it.
  ViewMenu(const PageContext& context, std::function<BacklogViewState()> shown, QWidget* parent = nullptr);

  /// By name, ignoring case, a view of that name is replaced.
  void save(const QString& name);
  void save_changes();
  void rename(const QString& name);
  void remove();
  void open(ViewId id);
  ViewId current() const { return current_; }
  /// What is shown differs from the view that is open.
  bool is_changed() const;
  /// To be called when something of what is shown is different now.
  void refresh();

  void ask_for_name();

 signals:
  void opened(const tradewind::gui::BacklogViewState& state);
  /// What the view that was just opened names and nobody knows any more.
  void left_out(const QString& sentence);

 private:
  void follow_portfolio();
  void keep_actions();
  void fill(QMenu& menu);
  void ask_for_new_name();
  const SavedView* current_view() const;
  const SavedView* view_called(const QString& name) const;
  std::vector<const SavedView*> views() const;

  PageContext context_;
  std::function<BacklogViewState()> shown_;
  ViewId current_;
  BacklogViewState saved_;                              // of the current view
  std::unordered_map<std::int64_t, QAction*> actions_;  // through which the command palette finds the views
};

}  // namespace tradewind::gui
