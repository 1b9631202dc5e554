#include "gui/shell/main_window.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>

#include "gui/dialogs/export_job.h"
#include "gui/dialogs/import_dialog.h"
#include "gui/dialogs/print_view.h"
#include "gui/pages/welcome_page.h"
#include "gui/shell/command_palette.h"
#include "gui/shell/error_text.h"
#include "gui/shell/long_change_bar.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/user_name.h"
#include "gui/shell/workspace_panel.h"
#include "gui/theme/appearance.h"
#include "tradewind/workbench/create_workspace.h"

namespace tradewind::gui {
namespace {

constexpr const char* geometry_setting = "window/geometry";

storage::Options storage_options() {
  storage::Options options;
  options.author = user_name();
  return options;
}

workbench::CreateOptions creation_options(workbench::Template from) {
  workbench::CreateOptions options;
  options.from = from;
  options.today = today();
  options.storage = storage_options();
  return options;
}

/// A workspace beside the export, under its name; a second one when that is taken.
QString workspace_beside(const QString& path) {
  const QFileInfo file(path);
  const QString stem = file.absolutePath() + "/" + file.completeBaseName();
  QString made = stem + ".tradewind";
  for (int number = 2; QFileInfo::exists(made); ++number) made = stem + QString(" %1.tradewind").arg(number);
  return made;
}

std::filesystem::path path_of(const QString& path) { return std::filesystem::path(path.toStdString()); }

}  // namespace

MainWindow::MainWindow() : actions_(new ActionRegistry(this)) {
  setWindowTitle("Tradewind");
  setAcceptDrops(true);
  setMinimumSize(880, 560);
  stack_ = new QStackedWidget;
  setCentralWidget(stack_);
  build_welcome();
  add_window_actions();
  build_menus();
  if (!restoreGeometry(QSettings().value(geometry_setting).toByteArray())) resize(1440, 900);
}

// Pages refer to document and selection: they go first.
MainWindow::~MainWindow() { delete panel_; }

void MainWindow::build_welcome() {
  auto* welcome = new WelcomePage;
  connect(welcome, &WelcomePage::new_requested, this, &MainWindow::ask_for_new);
  connect(welcome, &WelcomePage::open_requested, this, &MainWindow::ask_for_open);
  connect(welcome, &WelcomePage::import_requested, this, &MainWindow::ask_for_import);
  connect(welcome, &WelcomePage::sample_requested, this, [this] { open_sample(); });
  connect(welcome, &WelcomePage::recent_requested, this, [this](const QString& path) { open(path); });
  connect(welcome, &WelcomePage::file_dropped, this, &MainWindow::take_file);
  stack_->addWidget(welcome);
}

void MainWindow::add_window_actions() {
  actions_->add({"file.new", tr("File"), tr("&New workspace…"), QKeySequence("Ctrl+Shift+N"), "plus"}, [this] { ask_for_new(); });
  actions_->add({"file.open", tr("File"), tr("&Open…"), QKeySequence::Open, "open"}, [this] { ask_for_open(); });
  actions_->add({"file.sample", tr("File"), tr("Open the sample"), {}, "sample"}, [this] { open_sample(); });
  actions_->add({"file.import", tr("File"), tr("&Import…"), QKeySequence("Ctrl+I"), "import", tr("jira csv tsv backlog")},
                [this] { ask_for_import(); });
  actions_->add({"file.window", tr("File"), tr("New window"), {}}, [] {
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
  });
  actions_->add({"file.quit", tr("File"), tr("&Close the window"), QKeySequence::Close}, [this] { close(); });
  using Choice = Appearance::Choice;
  auto* one_of_them = new QActionGroup(this);
  for (const auto& [id, text, choice] :
       {std::tuple{"theme.light", tr("Light theme"), Choice::light}, std::tuple{"theme.dark", tr("Dark theme"), Choice::dark},
        std::tuple{"theme.system", tr("Light or dark as the system"), Choice::system}}) {
    QAction* action = actions_->add({id, tr("View"), text, {}, {}, tr("theme appearance")},
                                    [choice = choice] { Appearance::instance().choose(choice); });
    action->setCheckable(true);
    one_of_them->addAction(action);
    const auto follow = [action, choice = choice] { action->setChecked(Appearance::instance().choice() == choice); };
    connect(&Appearance::instance(), &Appearance::changed, action, follow);
    follow();
  }
  add_recent_actions();
}

bool MainWindow::open(const QString& path) {
  if (document_) {
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (!window->open(path)) {
      delete window;
      return false;
    }
    window->show();
    return true;
  }
  auto workspace = storage::Workspace::open(path_of(path), storage_options());
  if (!workspace) {
    show_problem(workspace.error());
    return false;
  }
  show_document(std::move(*workspace));
  remember(path);
  return true;
}

bool MainWindow::create(const QString& path, const QString& from) {
  const auto which = from_text<workbench::Template>(from.toStdString()).value_or(workbench::Template::quarterly);
  {
    const auto made = workbench::create_workspace(path_of(path), creation_options(which));
    if (!made) {
      show_problem(made.error());
      return false;
    }
  }
  return open(path);
}

bool MainWindow::open_sample() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  QDir().mkpath(folder);
  const QString path = folder + "/sample.tradewind";
  return QFileInfo::exists(path) ? open(path) : create(path, "sample");
}

void MainWindow::show_document(storage::Workspace workspace) {
  document_ = std::make_unique<Document>(std::move(workspace));
  connect(document_.get(), &Document::refused, this, &MainWindow::show_problem);
  new LongChangeBar(document_->long_change(), this);
  actions_->add({"file.print", tr("File"), tr("&Print…"), QKeySequence::Print, "export", tr("paper printer")},
                [this] { print(); });
  panel_ = new WorkspacePanel({*document_, selection_, *actions_}, *this);
  stack_->addWidget(panel_);
  stack_->setCurrentWidget(panel_);
  actions_->find("edit.undo")->setProperty(why_not_property, tr("There is nothing to undo."));
  actions_->find("edit.redo")
      ->setProperty(why_not_property, tr("There is nothing to redo: nothing was undone since the last edit."));
  build_menus();
  connect(document_.get(), &Document::scenarios_changed, this, &MainWindow::show_title);
  show_title();
  panel_->return_to_last_page();
}

void MainWindow::show_title() {
  const QString scenario = document_->scenario_name();
  setWindowTitle(document_->name() + (scenario.isEmpty() ? QString() : tr(" (scenario: %1)").arg(scenario)) + " – Tradewind");
}

void MainWindow::go_to(const QString& page) { panel_->go_to(page); }
Page* MainWindow::page(const QString& name) const { return panel_->page(name); }
QStringList MainWindow::page_names() const { return panel_->page_names(); }
QString MainWindow::shown_page() const { return panel_->shown_name(); }

void MainWindow::print() {
  if (const auto shown = panel_->shown_view())
    return ask_and_print(*document_, choice_of(*shown, today()), shown->not_in_picture, this);
  show_problem(
      {ErrorCode::bad_input, tr("cannot print this page").toStdString(),
       tr("there is no view on it that goes on paper").toStdString(),
       tr("go to Backlog, Prioritize, Roadmap, Outcomes or Time, choose a request on Trade-offs or compare plans on Scenarios")
           .toStdString()});
}

void MainWindow::show_problem(const Error& error) {
  QMessageBox box(QMessageBox::Warning, "Tradewind", as_sentence(qt_text(error.what)), QMessageBox::Ok, this);
  const QString reason = as_sentence(qt_text(error.why)) + "\n" + as_sentence(qt_text(error.what_to_do));
  box.setInformativeText(reason.trimmed());
  box.exec();
}

void MainWindow::ask_for_new() {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  QString path =
      QFileDialog::getSaveFileName(this, tr("New workspace"), folder + tr("/roadmap.tradewind"), tr("Workspaces (*.tradewind)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(".tradewind")) path += ".tradewind";
  create(path, "quarterly");
}

void MainWindow::ask_for_open() {
  const QString path =
      QFileDialog::getOpenFileName(this, tr("Open a workspace"), {}, tr("Workspaces (*.tradewind);;All files (*)"));
  if (!path.isEmpty()) open(path);
}

void MainWindow::ask_for_import() {
  const QString path =
      QFileDialog::getOpenFileName(this, tr("Import a backlog"), {}, tr("Exports (*.csv *.tsv *.txt *.json);;All files (*)"));
  if (!path.isEmpty()) import(path);
}

void MainWindow::import(const QString& path) {
  if (!document_) return import_into_new(path);
  ImportDialog dialog(*document_, path, this);
  dialog.exec();
}

void MainWindow::import_into_new(const QString& path) {
  const QString made = workspace_beside(path);
  bool is_imported = false;
  {
    auto workspace = workbench::create_workspace(path_of(made), creation_options(workbench::Template::quarterly));
    if (!workspace) return show_problem(workspace.error());
    Document document(std::move(*workspace));
    connect(&document, &Document::refused, this, &MainWindow::show_problem);
    LongChangeBar bar(document.long_change(), this);
    ImportDialog dialog(document, path, this);
    is_imported = dialog.exec() == QDialog::Accepted;
  }
  if (is_imported) {
    open(made);
    return;
  }
  // Cancelled: nothing of it stays.
  for (const char* ending : {"", "-wal", "-shm"}) QFile::remove(made + ending);
}

void MainWindow::take_file(const QString& path) {
  if (path.endsWith(".tradewind"))
    open(path);
  else
    import(path);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  // What is half done is taken back first; who asked for it is still waiting.
  if (document_ && document_->long_change().cancel_before([this] { close(); }, this)) return event->ignore();
  QSettings().setValue(geometry_setting, saveGeometry());
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  // Taken first: what asks questions may outlive the event.
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  event->acceptProposedAction();
  for (const QString& path : paths) take_file(path);
}

}  // namespace tradewind::gui
