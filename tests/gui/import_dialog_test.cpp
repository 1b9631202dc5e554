#include "gui/dialogs/import_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <filesystem>
#include <fstream>

#include "gui/dialogs/import_mapping_table.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/document.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::gui;
using namespace tradewind::workbench;

namespace {

QString file_with(const TemporaryFolder& folder, const std::string& text) {
  const auto path = folder / "wishes.csv";
  std::ofstream(path, std::ios::binary) << text;
  return QString::fromStdString(path.string());
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
    CHECK(message(dialog).toStdString().empty());
    REQUIRE(can_import(dialog));
    CHECK(document.workspace().dump() == before);
    const auto planned = dialog.report().created;
    CHECK(planned > 0);
    CHECK(summary(dialog).startsWith(QString("%1 new, 0 updated").arg(planned)));

    dialog.accept();
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
  CHECK(summary(dialog) == "5 new, 0 updated, 0 unchanged, 0 left out; 3 dependencies");
  CHECK(field_of(dialog, 0) == "title");
  CHECK(field_of(dialog, 1) == "key");
}

TEST_CASE("The order of day and month is asked for only when the file does not tell") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  {
    const ImportDialog dialog(document, file_with(folder, "Title,Due date\nDark mode,24/9/2026\n"), nullptr);
    CHECK(dialog.findChild<QWidget*>("date_question")->isHidden());
  }
  ImportDialog dialog(document, file_with(folder, "Title,Due date\nDark mode,7/9/2026\n"), nullptr);
  REQUIRE_FALSE(dialog.findChild<QWidget*>("date_question")->isHidden());
  CHECK_FALSE(can_import(dialog));
  CHECK_FALSE(message(dialog).isEmpty());
  CHECK_FALSE(message(dialog).contains("--"));
  dialog.findChildren<QRadioButton*>().front()->click();
  dialog.check_now();
  CHECK(message(dialog).isEmpty());
  REQUIRE(can_import(dialog));
  dialog.accept();
  REQUIRE(document.portfolio().all<Item>().size() == 1);
  CHECK(document.portfolio().all<Item>().begin()->deadline == make_date(2026, 9, 7));
}

TEST_CASE("Columns that mean nothing can be given a meaning, and taken another") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  ImportDialog dialog(document, file_with(folder, "Xyzzy,Plugh\nDark mode,1200\n"), nullptr);
  CHECK_FALSE(can_import(dialog));
  CHECK_FALSE(message(dialog).isEmpty());
  CHECK_FALSE(message(dialog).contains("--map"));
  choose_field(dialog, 1, "title");
  dialog.check_now();
  CHECK(can_import(dialog));
  choose_field(dialog, 0, "title");
  choose_field(dialog, 1, "reach");
  dialog.check_now();
  CHECK(summary(dialog).startsWith("1 new"));
  CHECK(field_of(dialog, 0) == "title");
  dialog.accept();
  REQUIRE(document.portfolio().all<Item>().size() == 1);
  const Item& item = *document.portfolio().all<Item>().begin();
  CHECK(item.title == "Dark mode");
  CHECK(item.reach == OptionalNumber(1200));
}

TEST_CASE("A file that cannot be read is explained, and nothing can be imported") {
  const TemporaryFolder folder;
  Document document(new_workspace(folder));
  const ImportDialog missing(document, QString::fromStdString((folder / "missing.csv").string()), nullptr);
  CHECK(message(missing).contains("missing.csv"));
  CHECK_FALSE(can_import(missing));
  const ImportDialog empty(document, file_with(folder, ""), nullptr);
  CHECK(message(empty).contains("empty"));
  CHECK_FALSE(can_import(empty));
}
