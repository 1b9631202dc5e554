// What is handed out: files and paper.
#include "gui/dialogs/export_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>

#include "gui/dialogs/message_line.h"
#include "gui/dialogs/print_view.h"
#include "gui/open_sample.h"

namespace tradewind::gui {
namespace {

QByteArray bytes_of(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void choose(const ExportDialog& dialog, const QString& name, int data) {
  auto* choice = dialog.findChild<QComboBox*>(name);
  REQUIRE(choice->findData(data) >= 0);
  choice->setCurrentIndex(choice->findData(data));
}

ExportChoice choice_of(workbench::View view) {
  ExportChoice choice;
  choice.view = view;
  choice.today = make_date(2027, 1, 18);
  return choice;
}

/// On small paper, so that a list needs several pages.
struct Paper {
  explicit Paper(const QString& path) {
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageSize(QPageSize(QPageSize::A5));
    printer.setPageOrientation(QPageLayout::Landscape);
  }
  QPrinter printer{QPrinter::HighResolution};
};

}  // namespace

TEST_CASE("Each view is written in each format, and the dialog says where to") {
  OpenSample sample;
  const QTemporaryDir folder;
  ExportDialog dialog(sample.document(), workbench::View::roadmap, nullptr);
  for (const auto& view : EnumNames<workbench::View>::values) {
    if (view.first == workbench::View::tradeoff) continue;  // needs a request; its page exports it
    choose(dialog, "export_view", static_cast<int>(view.first));
    for (const ExportFormat format : formats_of(view.first)) {
      INFO(view.second << " as " << ending_of(format).toStdString());
      choose(dialog, "export_format", static_cast<int>(format));
      const QString path = folder.filePath(QString("%1.%2").arg(view.second, ending_of(format)));
      CHECK(dialog.export_to(path));
      CHECK(bytes_of(path).size() > 100);
      CHECK(dialog.findChild<MessageLine*>()->text().contains(path));
    }
  }
}

TEST_CASE("An export never replaces the workspace itself") {
  OpenSample sample;
  ExportDialog dialog(sample.document(), workbench::View::roadmap, nullptr);
  const QString path = QString::fromStdString(sample.document().workspace().path().string());
  CHECK_FALSE(dialog.export_to(path));
  CHECK(dialog.findChild<MessageLine*>()->text().contains("the workspace itself"));
  CHECK(bytes_of(path).startsWith("SQLite format 3"));
}

TEST_CASE("Every view is printed, a long one on several pages") {
  OpenSample sample;
  const QTemporaryDir folder;
  for (const auto& view : EnumNames<workbench::View>::values) {
    if (view.first == workbench::View::tradeoff) continue;
    INFO(view.second);
    const QString path = folder.filePath(QString("%1.pdf").arg(view.second));
    int asked = 0;
    int announced = 0;
    Paper paper(path);
    const auto pages = print_view(sample.portfolio(), choice_of(view.first), paper.printer, [&](int page, int of) {
      CHECK(page == asked++);
      announced = of;
      return true;
    });
    REQUIRE(pages.has_value());
    CHECK(*pages == announced);
    CHECK(asked == announced);
    if (view.first == workbench::View::backlog) CHECK(announced > 1);
    CHECK(bytes_of(path).startsWith("%PDF"));
    CHECK(bytes_of(path).count("/Type /Page\n") == announced);
  }
}

TEST_CASE("Giving up printing leaves no document, at once and half-way") {
  OpenSample sample;
  const QTemporaryDir folder;
  for (const int last : {0, 1}) {
    const QString path = folder.filePath("given_up.pdf");
    Paper paper(path);
    const auto pages = print_view(sample.portfolio(), choice_of(workbench::View::backlog), paper.printer,
                                  [last](int page, int) { return page < last; });
    REQUIRE(pages.has_value());
    CHECK(*pages == 0);
    CHECK_FALSE(QFile::exists(path));
  }
}

TEST_CASE("Pages of views are printed and exported as these, others are none") {
  CHECK(view_of_page("prioritize") == workbench::View::matrix);
  CHECK(view_of_page("backlog") == workbench::View::backlog);
  CHECK_FALSE(view_of_page("teams").has_value());
  CHECK_FALSE(view_of_page("help").has_value());
}

TEST_CASE("What cannot be printed is said in words") {
  OpenSample sample;
  Paper paper(QTemporaryDir().filePath("never.pdf"));
  paper.printer.setPageSize(QPageSize(QSizeF(20, 20), QPageSize::Millimeter));
  const auto printed = print_view(sample.portfolio(), choice_of(workbench::View::roadmap), paper.printer);
  REQUIRE_FALSE(printed.has_value());
  CHECK(error_text(printed.error()).startsWith("Cannot print: "));
}

TEST_CASE("Errors are whole sentences, whatever parts they have") {
  CHECK(error_text({ErrorCode::bad_input, "cannot read a.csv", "it is a folder", "choose a file in it"}) ==
        "Cannot read a.csv: it is a folder. Choose a file in it.");
  CHECK(error_text({ErrorCode::bad_input, "cannot read a.csv", "", ""}) == "Cannot read a.csv.");
  CHECK(error_text({ErrorCode::bad_input, "cannot read a.csv", "it is empty.", "is it the right one?"}) ==
        "Cannot read a.csv: it is empty. Is it the right one?");
}

}  // namespace tradewind::gui
