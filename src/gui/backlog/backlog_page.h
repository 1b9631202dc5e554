// The backlog: every item in one table that can be filtered, sorted and edited in place.
#pragma once
#include <QTimer>

#include "gui/shell/page.h"

namespace tradewind::gui {

class BacklogModel;
class BacklogTable;
class FilterBar;

class BacklogPage : public Page {
  Q_OBJECT

 public:
  explicit BacklogPage(const PageContext& context);
  ~BacklogPage() override;

  QString status() const override;
  bool tells_selection() const override { return true; }
  QWidget* first_focus() override;

  BacklogModel& model() const { return *model_; }
  BacklogTable& table() const { return *table_; }
  FilterBar& filter_bar() const { return *filter_bar_; }

  /// Adds an item below the current one and lets people type its title.
  void add_item();
  void remove_selected();
  /// The selected rows with the visible columns, as text with tabs.
  void copy() const;
  /// Into the cells from the current one on; one value goes to all selected rows.
  void paste();

 signals:
  /// An action of the page was chosen while another page is shown.
  void show_requested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  void connect_all();
  void apply_filter(const QString& expression);
  void sort_by(int column);
  void show_sort();
  void open_header_menu(const QPoint& at);
  void restore_columns();
  void keep_columns();
  void rows_changed();
  void take_selection();
  void show_selection(bool scroll);
  void update_empty_text();

  BacklogModel* model_ = nullptr;
  BacklogTable* table_ = nullptr;
  FilterBar* filter_bar_ = nullptr;
  QTimer keep_columns_soon_;
  bool synchronising_ = false;
};

}  // namespace tradewind::gui
