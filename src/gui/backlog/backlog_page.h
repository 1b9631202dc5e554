// The backlog: every item in one table that can be filtered, sorted, grouped and edited in place.
#pragma once
#include <QPointer>
#include <QTimer>

#include "gui/shell/page.h"
#include "tradewind/domain/error.h"

class QActionGroup;
class QMenu;
class QPushButton;

namespace tradewind::gui {

class BacklogModel;
class BacklogTable;
class FilterBar;
class MessageLine;
class ViewMenu;
enum class BacklogColumn : int;
enum class BacklogGrouping : unsigned char;
struct BacklogSort;
struct BacklogViewState;

class BacklogPage : public Page {
  Q_OBJECT

 public:
  explicit BacklogPage(const PageContext& context);
  ~BacklogPage() override;

  QString status() const override;
  QString filter() const override { return filter_; }
  void clear_filter() override;
  std::optional<ShownView> shown_view() const override;
  bool tells_selection() const override { return true; }
  QWidget* first_focus() override;
  QString arrangement() const override;
  void arrange(const QString& kept) override;

  BacklogModel& model() const { return *model_; }
  BacklogTable& table() const { return *table_; }
  FilterBar& filter_bar() const { return *filter_bar_; }
  ViewMenu& view_menu() const { return *view_menu_; }
  /// Why the last edit was refused; hidden while there is nothing to say.
  MessageLine& message() const { return *message_; }

  /// Adds an item below the current one and lets people type its title.
  void add_item();
  void remove_selected();
  /// The selected rows with the visible columns, as text with tabs.
  void copy() const;
  /// Into the cells from the current one on; one value goes to all selected rows. Rows below the last one become new items.
  void paste();
  /// What the topmost selected row says in the marked columns goes into all selected rows.
  void fill_down();
  /// In rank, by one row.
  void move_selected(int step);
  void group_by(BacklogGrouping grouping);

 signals:
  /// An action of the page was chosen while another page is shown.
  void show_requested();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void build();
  void paste_into(const std::vector<ItemId>& items, BacklogColumn column, const QString& text);
  QPushButton* make_group_button();
  void add_actions();
  void add_table_actions();
  void add_group_actions();
  void connect_all();
  void connect_header();
  void apply_filter(const QString& expression);
  void add_head_actions();
  /// The next of a column's directions, then none; in addition to the columns before it, or alone.
  void sort_by(int column, bool adds);
  void set_sort(std::vector<BacklogSort> sort);
  void show_sort();
  void show_grouping();
  void fill_columns(QMenu& menu);
  void fill_sort(QMenu& menu);
  void open_under_head(QMenu* menu, const QString& name);
  void open_columns();
  void open_sort();
  void explain_column();
  void open_head_menu(const QPoint& at);
  void restore_columns();
  void keep_columns();
  BacklogViewState shown_state() const;
  void show_state(const BacklogViewState& state);
  void rows_changed();
  void take_selection();
  void show_selection(bool scroll);
  void update_empty_text();
  void update_fill_down();

  BacklogModel* model_ = nullptr;
  BacklogTable* table_ = nullptr;
  FilterBar* filter_bar_ = nullptr;
  ViewMenu* view_menu_ = nullptr;
  QPushButton* group_button_ = nullptr;
  MessageLine* message_ = nullptr;
  // These outlive the page.
  QAction* fill_down_ = nullptr;
  std::vector<QAction*> group_actions_;  // by BacklogGrouping
  QString filter_;                       // the one in force
  QTimer keep_columns_soon_;
  bool synchronising_ = false;
};

}  // namespace tradewind::gui
