// The window of one workspace, or of none yet: it composes toolbar, navigation, pages, inspector and status bar, and decides
// nothing.
#pragma once
#include <QMainWindow>
#include <memory>

#include "gui/shell/action_registry.h"
#include "gui/shell/document.h"
#include "gui/shell/selection.h"

class QStackedWidget;

namespace tradewind::gui {

class Page;
class WorkspacePanel;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow();
  ~MainWindow() override;

  /// Shows the workspace in this window; false (and a message) where it cannot be opened.
  bool open(const QString& path);
  /// Makes a workspace from a template ("quarterly", "sample") and shows it.
  bool create(const QString& path, const QString& from);
  /// The sample workspace in the user's data folder, made when it is not there.
  bool open_sample();
  /// Asks what to do with the file: opens a workspace, imports anything else.
  void take_file(const QString& path);

  Document* document() const { return document_.get(); }
  Selection& selection() { return selection_; }
  ActionRegistry& actions() { return *actions_; }
  /// "backlog", "roadmap" …; REQUIRES: there is a document and such a page.
  void go_to(const QString& page);
  Page* page(const QString& name) const;
  QStringList page_names() const;
  /// REQUIRES: there is a document.
  QString shown_page() const;

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void show_document(storage::Workspace workspace);
  void build_welcome();
  void add_window_actions();
  void print();
  void add_recent_actions();
  void show_recent();
  void build_menus();
  void show_problem(const Error& error);
  void show_title();
  void remember(const QString& path);
  void ask_for_new();
  void ask_for_open();
  void ask_for_import();
  void import(const QString& path);
  /// Makes a workspace beside the file; cancelling takes it away again.
  void import_into_new(const QString& path);

  Selection selection_;
  std::unique_ptr<Document> document_;
  ActionRegistry* actions_ = nullptr;
  QStackedWidget* stack_ = nullptr;  // welcome, or the workspace
  WorkspacePanel* panel_ = nullptr;  // null until there is a document
};

}  // namespace tradewind::gui
