#include "gui/dialogs/import_dialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QThreadPool>
#include <QTimer>
#include <filesystem>
#include <fstream>

#include "gui/dialogs/import_mapping_table.h"
#include "gui/dialogs/import_profile.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/document.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::gui;
using namespace tradewind::workbench;

namespace {

QString file_with(const TemporaryFolder& folder, const std::string& text, const std::string& name = "wishes.csv") {
  const auto path = folder / name;
  std::ofstream(path, std::ios::binary) << text;
  return QString::fromStdString(path.string());
}

/// Until what runs on another thread is told.
void settle(const ImportDialog& dialog) {
  QElapsedTimer clock;
  clock.start();
  while (dialog.is_working() && clock.elapsed() < 60'000) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
  REQUIRE_FALSE(dialog.is_working());
}

void import_now(ImportDialog& dialog) {
  dialog.accept();
  settle(dialog);
}

QString summary(const ImportDialog& dialog) { return dialog.findChild<QLabel*>("import_summary")->text(); }
QString message(const ImportDialog& dialog) {
  const auto* line = dialog.findChild<MessageLine*>();
  return line->isHidden() ? QString() : line->text();
}
bool can_import(const ImportDialog& dialog) { return dialog.findChild<QPushButton*>("import")->isEnabled(); }
QString field_of(const ImportDialog& dialog, int column) {
  return dialog.findChild<ImportMappingTable*>()->choice_of(column)->currentData().toString();
}
void choose_field(const ImportDialog& dialog, int column, const QString& field) {
  QComboBox* choice = dialog.findChild<ImportMappingTable*>()->choice_of(column);
  REQUIRE(choice->findData(field) >= 0);
  choice->setCurrentIndex(choice->findData(field));
}

std::string many_wishes(int count) {
  std::string text = "Title,Reach\n";
  for (int row = 0; row < count; ++row) text += "Wish " + std::to_string(row) + "," + std::to_string(row) + "\n";
  return text;
}

}  // namespace

TEST_CASE("Every Jira export of the test data: a dry run first, then one edit that one undo takes back") {
  for (const auto& file : std::filesystem::directory_iterator(std::string(TRADEWIND_TEST_DATA) + "/jira")) {
    if (file.path().extension() != ".csv") continue;
    INFO(file.path().string());
    const TemporaryFolder folder;
    Document document(new_workspace(folder));
    const std::string before = document.workspace().dump();
    const auto edits = document.workspace().history().size();
    ImportDialog dialog(document, QString::fromStdString(file.path().string()), nullptr);
    settle(dialog);
    CHECK(message(dialog).toStdString().empty());
    REQUIRE(can_import(dialog));
    CHECK(document.workspace().dump() == before);
    const auto planned = dialog.report().created;
    CHECK(planned > 0);
    CHECK(summary(dialog).startsWith(QString("%1 new, 0 updated").arg(planned)));

    import_now(dialog);
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(dialog.report().created == planned);
    CHECK(static_cast<std::int64_t>(document.portfolio().all<Item>().size()) == planned);
    CHECK(document.workspace().history().size() == edits + 1);
    REQUIRE(document.undo());
    CHECK(document.workspace().dump() == before);
  }
}

TEST_CASE("The dry run counts what would come in") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  const ImportDialog dialog(document, QString(TRADEWIND_TEST_DATA) + "/jira/traps.csv", nullptr);
  settle(dialog);
  CHECK(summary(dialog) == "5 new, 0 updated, 0 unchanged, 0 left out; 3 dependencies");
  CHECK(field_of(dialog, 0) == "title");
  CHECK(field_of(dialog, 1) == "key");
}

TEST_CASE("The order of day and month is asked for only when the file does not tell") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  {
    const ImportDialog dialog(document, file_with(folder, "Title,Due date\nDark mode,24/9/2026\n"), nullptr);
    settle(dialog);
    CHECK(dialog.findChild<QWidget*>("date_question")->isHidden());
  }
  ImportDialog dialog(document, file_with(folder, "Title,Due date\nDark mode,7/9/2026\n"), nullptr);
  settle(dialog);
  REQUIRE_FALSE(dialog.findChild<QWidget*>("date_question")->isHidden());
  CHECK_FALSE(can_import(dialog));
  CHECK_FALSE(message(dialog).isEmpty());
  CHECK_FALSE(message(dialog).contains("--"));
  dialog.findChildren<QRadioButton*>().front()->click();
  dialog.check_now();
  settle(dialog);
  CHECK(message(dialog).isEmpty());
  REQUIRE(can_import(dialog));
  import_now(dialog);
  REQUIRE(document.portfolio().all<Item>().size() == 1);
  CHECK(document.portfolio().all<Item>().begin()->deadline == make_date(2026, 9, 7));
}

TEST_CASE("Columns that mean nothing can be given a meaning, and taken another") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  ImportDialog dialog(document, file_with(folder, "Xyzzy,Plugh\nDark mode,1200\n"), nullptr);
  settle(dialog);
  CHECK_FALSE(can_import(dialog));
  CHECK_FALSE(message(dialog).isEmpty());
  CHECK_FALSE(message(dialog).contains("--map"));
  choose_field(dialog, 1, "title");
  dialog.check_now();
  settle(dialog);
  CHECK(can_import(dialog));
  choose_field(dialog, 0, "title");
  choose_field(dialog, 1, "reach");
  dialog.check_now();
  settle(dialog);
  CHECK(summary(dialog).startsWith("1 new"));
  CHECK(field_of(dialog, 0) == "title");
  import_now(dialog);
  REQUIRE(document.portfolio().all<Item>().size() == 1);
  const Item& item = *document.portfolio().all<Item>().begin();
  CHECK(item.title == "Dark mode");
  CHECK(item.reach == OptionalNumber(1200));
}

TEST_CASE("A file that cannot be read is explained, and nothing can be imported") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  const ImportDialog missing(document, QString::fromStdString((folder / "missing.csv").string()), nullptr);
  settle(missing);
  CHECK(message(missing).contains("missing.csv"));
  CHECK_FALSE(can_import(missing));
  const ImportDialog empty(document, file_with(folder, ""), nullptr);
  settle(empty);
  CHECK(message(empty).contains("empty"));
  CHECK_FALSE(can_import(empty));
}

TEST_CASE("A mapping is kept under a name, used for another file, and what that file lacks is said") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  {
    ImportDialog dialog(document, file_with(folder, "Xyzzy,Plugh,When\nDark mode,1200,7/9/2026\n"), nullptr);
    settle(dialog);
    choose_field(dialog, 0, "title");
    choose_field(dialog, 1, "reach");
    choose_field(dialog, 2, "deadline");
    dialog.check_now();
    settle(dialog);
    dialog.findChildren<QRadioButton*>().front()->click();
    dialog.save_mapping("Wishes");
    dialog.reject();
  }
  REQUIRE(document.portfolio().all<MappingProfile>().size() == 1);
  const MappingProfile profile = *document.portfolio().all<MappingProfile>().begin();
  CHECK(profile.name == "Wishes");
  CHECK(profile.date_order == "dmy");
  CHECK(profile.mapping.find("Xyzzy") != std::string::npos);
  CHECK(document.workspace().undo_label() == "Save mapping Wishes");

  // Other columns beside it, in another order, and one of them gone.
  ImportDialog dialog(document, file_with(folder, "Extra,plugh,XYZZY\nx,900,Light mode\n", "other.csv"), nullptr);
  settle(dialog);
  CHECK_FALSE(can_import(dialog));
  auto* profiles = dialog.findChild<QComboBox*>("import_profiles");
  REQUIRE(profiles->count() == 2);
  profiles->setCurrentIndex(1);
  settle(dialog);
  CHECK(field_of(dialog, 2) == "title");
  CHECK(field_of(dialog, 1) == "reach");
  CHECK(message(dialog).contains("When"));
  REQUIRE(can_import(dialog));
  import_now(dialog);
  REQUIRE(document.portfolio().all<Item>().size() == 1);
  CHECK(document.portfolio().all<Item>().begin()->title == "Light mode");
  CHECK(document.portfolio().all<Item>().begin()->reach == OptionalNumber(900));
}

TEST_CASE("Saving under a name that is taken replaces that mapping") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  ImportDialog dialog(document, file_with(folder, "Xyzzy,Plugh\nDark mode,1200\n"), nullptr);
  settle(dialog);
  choose_field(dialog, 0, "title");
  dialog.save_mapping("Wishes");
  choose_field(dialog, 0, "key");
  dialog.save_mapping("wishes");
  REQUIRE(document.portfolio().all<MappingProfile>().size() == 1);
  CHECK(document.portfolio().all<MappingProfile>().begin()->mapping.find("key") != std::string::npos);
  CHECK(dialog.findChild<QComboBox*>("import_profiles")->currentText() == "wishes");
}

TEST_CASE("Columns of a mapping go by name where the name is clear, else by position") {
  const QStringList columns{"Title", "Tag", "tag", ""};
  const exchange::ColumnMapping kept =
      mapping_to_keep({{"title", "#1"}, {"tags", "#2"}, {"reach", "#4"}, {"key", "#9"}}, columns);
  CHECK(kept == exchange::ColumnMapping{{"title", "Title"}, {"tags", "#2"}, {"reach", "#4"}, {"key", "#9"}});
  const FittedMapping fitted = fit_mapping({{"tags", " TAG "}, {"title", "tag"}, {"reach", "#4"}, {"key", "Id"}}, columns);
  CHECK(fitted.mapping == exchange::ColumnMapping{{"tags", "#2"}, {"tags", "#3"}, {"title", "#2"}, {"reach", "#4"}});
  CHECK(fitted.missing == QStringList{"Id"});
}

TEST_CASE("Cancelling while the file is read leaves nothing, and calls nobody back") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  const std::string before = document.workspace().dump();
  const auto edits = document.workspace().history().size();
  {
    ImportDialog dialog(document, QString(TRADEWIND_TEST_DATA) + "/jira/traps.csv", nullptr);
    REQUIRE(dialog.is_working());
    dialog.reject();
    CHECK_FALSE(dialog.is_working());
    CHECK(dialog.result() == QDialog::Rejected);
  }
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
  CHECK(document.workspace().dump() == before);
  CHECK(document.workspace().history().size() == edits);
}

TEST_CASE("The window lives on while rows are read and written") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  ImportDialog dialog(document, file_with(folder, many_wishes(3000)), nullptr);
  int ticks = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [&] { ticks += dialog.is_working() ? 1 : 0; });
  timer.start(1);
  settle(dialog);
  CHECK(ticks > 0);
  ticks = 0;
  import_now(dialog);
  CHECK(ticks > 0);
  CHECK(dialog.result() == QDialog::Accepted);
  CHECK(document.portfolio().all<Item>().size() == 3000);
  REQUIRE(document.undo());
  CHECK(document.portfolio().all<Item>().empty());
}

TEST_CASE("Cancelling while rows are written takes them back and says so; the same button imports after all") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  const std::string before = document.workspace().dump();
  const auto edits = document.workspace().history().size();
  ImportDialog dialog(document, file_with(folder, many_wishes(3000)), nullptr);
  dialog.show();
  settle(dialog);
  dialog.accept();
  REQUIRE(dialog.is_working());
  auto* cancel = dialog.findChild<QPushButton*>("cancel_import");
  REQUIRE(cancel->isEnabled());
  cancel->click();
  CHECK_FALSE(cancel->isEnabled());
  settle(dialog);
  CHECK(dialog.isVisible());
  CHECK(message(dialog) == "Nothing was imported.");
  REQUIRE(document.workspace().poll());
  CHECK(document.workspace().dump() == before);
  CHECK(document.workspace().history().size() == edits);
  REQUIRE(can_import(dialog));
  import_now(dialog);
  CHECK(dialog.result() == QDialog::Accepted);
  CHECK(document.portfolio().all<Item>().size() == 3000);
}

TEST_CASE("While a scenario is shown, an import is an edit of the scenario, which undo takes back there") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  Scenario row;
  row.name = "What if";
  const auto scenario = storage::create_scenario(document.baseline(), row);
  REQUIRE(scenario);
  REQUIRE(document.show_scenario(*scenario));
  const QString path = file_with(folder, "Key,Title\nA-1,Dark mode\nA-2,Light mode\n");
  {
    ImportDialog dialog(document, path, nullptr);
    CHECK(dialog.windowTitle() == "Import wishes.csv into the scenario “What if”");
    settle(dialog);
    CHECK(message(dialog).isEmpty());
    CHECK(summary(dialog).startsWith("2 new, 0 updated"));
    CHECK(document.portfolio().all<Item>().empty());  // a look at it leaves nothing
    import_now(dialog);
    CHECK(dialog.result() == QDialog::Accepted);
  }
  CHECK(document.shown_scenario() == *scenario);
  CHECK(document.portfolio().all<Item>().size() == 2);
  CHECK(document.baseline_portfolio().all<Item>().empty());
  {
    ImportDialog again(document, path, nullptr);
    settle(again);
    CHECK(summary(again).startsWith("0 new, 0 updated"));
  }
  REQUIRE(document.undo());
  CHECK(document.portfolio().all<Item>().empty());
  REQUIRE(document.redo());
  CHECK(document.portfolio().all<Item>().size() == 2);
  REQUIRE(document.show_scenario(std::nullopt));
  CHECK(document.portfolio().all<Item>().empty());
}

TEST_CASE("What somebody else changes meanwhile is counted anew") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  const QString path = file_with(folder, "Key,Title\nA-1,Dark mode\n");
  {
    ImportDialog first(document, path, nullptr);
    settle(first);
    import_now(first);
  }
  ImportDialog dialog(document, path, nullptr);
  settle(dialog);
  CHECK(summary(dialog).startsWith("0 new, 0 updated, 1 unchanged"));
  REQUIRE(document.undo());
  dialog.check_now();
  settle(dialog);
  CHECK(summary(dialog).startsWith("1 new"));
}
