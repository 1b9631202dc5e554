// What is handed out: files and paper.
#include "gui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/dialogs/export_preview.h"
#include "gui/dialogs/message_line.h"
#include "gui/dialogs/page_picture.h"
#include "gui/dialogs/print_view.h"
#include "gui/dialogs/progress_line.h"
#include "gui/open_sample.h"
#include "gui/pages/help_page.h"
#include "gui/pages/outcomes_page.h"
#include "gui/pages/prioritize_page.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/time_page.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 30000;  // milliseconds

QByteArray bytes_of(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void choose(const ExportDialog& dialog, const QString& name, int data) {
  auto* choice = dialog.findChild<QComboBox*>(name);
  REQUIRE(choice->findData(data) >= 0);
  choice->setCurrentIndex(choice->findData(data));
}

void write_bytes(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

QStringList files_in(const QTemporaryDir& folder) { return QDir(folder.path()).entryList(QDir::Files); }

/// Until what runs on other threads is told.
void settle(const ExportDialog& dialog) {
  REQUIRE(QTest::qWaitFor([&] { return !dialog.is_working(); }, patience));
}

/// Also of work that was given up.
void let_all_end() {
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
}

QString message_of(const ExportDialog& dialog) {
  const auto* line = dialog.findChild<MessageLine*>();
  return line->isHidden() ? QString() : line->text();
}

/// What a reader is told of the page that is shown.
QString previewed(const ExportDialog& dialog) { return dialog.findChild<QWidget*>("export_page")->accessibleName(); }

ExportChoice choice_of(workbench::View view, ExportFormat format = ExportFormat::pdf) {
  ExportChoice choice;
  choice.view = view;
  choice.format = format;
  choice.today = make_date(2027, 1, 18);
  return choice;
}

/// So many that writing them takes a while: about 50 pages more for each thousand.
void add_items(Document& document, int count) {
  REQUIRE(document.edit("Add items", [&](storage::Edit& edit) {
    for (int at = 0; at < count; ++at) {
      Item item;
      item.title = "Item " + std::to_string(at);
      edit.insert(item);
    }
  }));
}

/// Given up before the page; -1: while the view is laid out.
ExportWatch until_page(int last) {
  ExportWatch watch;
  auto at = std::make_shared<int>(-1);
  watch.on_page = [at](int page, int) { *at = page; };
  watch.goes_on = [at, last] { return *at < last; };
  return watch;
}

/// On small paper, so that a list needs several pages.
struct Paper {
  explicit Paper(const QString& path) : owned(std::make_shared<QPrinter>(QPrinter::HighResolution)), printer(*owned) {
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageSize(QPageSize(QPageSize::A5));
    printer.setPageOrientation(QPageLayout::Landscape);
  }
  std::shared_ptr<QPrinter> owned;
  QPrinter& printer;
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
      dialog.export_to(path);
      settle(dialog);
      CHECK(bytes_of(path).size() > 100);
      CHECK(message_of(dialog).startsWith("Written to " + path));
    }
  }
}

TEST_CASE("An export never replaces a workspace") {
  OpenSample sample;
  ExportDialog dialog(sample.document(), workbench::View::roadmap, nullptr);
  const QString path = QString::fromStdString(sample.document().workspace().path().string());
  dialog.export_to(path);
  settle(dialog);
  CHECK(message_of(dialog).contains("that is a workspace"));
  CHECK(bytes_of(path).startsWith("SQLite format 3"));
}

TEST_CASE("The window writes what the same call writes at once") {
  OpenSample sample;
  const QTemporaryDir folder;
  ExportDialog dialog(sample.document(), workbench::View::matrix, nullptr);
  for (const ExportFormat format : formats_of(workbench::View::matrix)) {
    INFO(ending_of(format).toStdString());
    choose(dialog, "export_format", static_cast<int>(format));
    const QString beside = folder.filePath("beside");
    dialog.export_to(beside);
    settle(dialog);
    const QString here = folder.filePath("here");
    const auto written = write_export(source_of(sample.document(), dialog.choice()), dialog.choice(), here.toStdString());
    REQUIRE(written.has_value());
    CHECK(*written == QFile(here).size());
    // A PDF holds the time and its fonts in any order.
    if (format == ExportFormat::pdf)
      CHECK(bytes_of(beside).count("/Type /Page\n") == bytes_of(here).count("/Type /Page\n"));
    else
      CHECK(bytes_of(beside) == bytes_of(here));
  }
}

TEST_CASE("The whole workspace is written as the command line writes it") {
  OpenSample sample;
  const QTemporaryDir folder;
  ExportDialog dialog(sample.document(), workbench::View::roadmap, nullptr);
  settle(dialog);
  choose(dialog, "export_view", -1);
  dialog.export_to(folder.filePath("all.json"));
  settle(dialog);
  CHECK(bytes_of(folder.filePath("all.json")).toStdString() == workbench::workspace_json(sample.document().workspace()));
}

TEST_CASE("The preview appears by itself, and a newer choice replaces an older one") {
  OpenSample sample;
  ExportDialog dialog(sample.document(), workbench::View::roadmap, nullptr);
  std::vector<QString> shown;
  QObject::connect(dialog.findChild<ExportPreview*>(), &ExportPreview::drawn, [&] { shown.push_back(previewed(dialog)); });
  CHECK(dialog.is_working());
  CHECK(previewed(dialog).isEmpty());
  settle(dialog);
  REQUIRE(shown.size() == 1);
  const QString roadmap = previewed(dialog);
  CHECK(roadmap.startsWith("Preview: "));

  for (const auto view : {workbench::View::matrix, workbench::View::backlog, workbench::View::outcomes})
    choose(dialog, "export_view", static_cast<int>(view));
  CHECK(previewed(dialog) == roadmap);  // until the new one is there
  settle(dialog);
  let_all_end();
  REQUIRE(shown.size() == 2);
  CHECK(previewed(dialog).contains("Outcomes"));

  choose(dialog, "export_format", static_cast<int>(ExportFormat::csv));
  settle(dialog);
  CHECK(dialog.findChild<QPlainTextEdit*>("export_lines")->toPlainText().contains("baseline"));
}

TEST_CASE("What is edited while the dialog is open is drawn and written") {
  OpenSample sample;
  const QTemporaryDir folder;
  ExportDialog dialog(sample.document(), workbench::View::backlog, nullptr);
  choose(dialog, "export_format", static_cast<int>(ExportFormat::csv));
  settle(dialog);
  Item item;
  item.title = "Only just thought of";
  REQUIRE(sample.document().edit("New item", [&](storage::Edit& edit) { edit.insert(item); }));
  settle(dialog);
  dialog.export_to(folder.filePath("a.csv"));
  settle(dialog);
  CHECK(bytes_of(folder.filePath("a.csv")).contains("Only just thought of"));
}

TEST_CASE("A picture of a page has its colours, and its letters leave ink") {
  OpenSample sample;
  const paint::QtTextMeasurer measurer;
  const auto goes_on = [] { return true; };
  const auto scenes = scenes_of(sample.portfolio(), choice_of(workbench::View::roadmap), measurer, goes_on);
  REQUIRE(scenes.has_value());
  for (const auto paper : {views::Paper::automatic, views::Paper::a4}) {
    const auto pages = views::paper_pages(*scenes, paper);
    REQUIRE(pages.size() == 1);
    const QRect place = page_within({800, 600}, pixels_of(pages.front()), 2);
    CHECK(QRect(32, 32, 736, 536).contains(place));
    const QImage picture = picture_of_page(pages.front(), views::Theme::light, place.size());
    REQUIRE(picture.size() == place.size());
    CHECK(picture.pixelColor(1, 1) == QColor(Qt::white));
    int ink = 0;
    for (int x = 0; x < picture.width(); ++x)
      for (int y = 0; y < picture.height(); ++y) ink += picture.pixelColor(x, y).lightness() < 128 ? 1 : 0;
    CHECK(ink > 500);
  }
  CHECK(page_within({800, 600}, {100, 50}, 2).size() == QSize(200, 100));  // never larger than it is
  CHECK(page_within({800, 600}, {}, 1).isEmpty());
}

TEST_CASE("A long picture has pages in the PDF and the same pages in the preview, unless people want one") {
  OpenSample sample;
  add_items(sample.document(), 300);
  const QTemporaryDir folder;
  ExportDialog dialog(sample.document(), workbench::View::board, nullptr);
  auto* page = dialog.findChild<QSpinBox*>("export_page_number");
  const auto pages_shown_and_written = [&] {
    settle(dialog);
    const QString path = folder.filePath("board.pdf");
    dialog.export_to(path);
    settle(dialog);
    CHECK(bytes_of(path).count("/Type /Page\n") == page->maximum());
    CHECK(page->isHidden() == (page->maximum() == 1));
    return page->maximum();
  };
  const auto* note = dialog.findChild<QLabel*>("export_note");
  const int automatic = pages_shown_and_written();
  CHECK(automatic > 2);
  CHECK(note->text().startsWith(QString("%1 pages of A4").arg(automatic)));
  CHECK(previewed(dialog).endsWith(QString("page 1 of %1").arg(automatic)));
  page->setValue(2);
  settle(dialog);
  CHECK(previewed(dialog).endsWith(QString("page 2 of %1").arg(automatic)));

  choose(dialog, "export_paper", static_cast<int>(views::Paper::a4));
  CHECK(pages_shown_and_written() == automatic);
  choose(dialog, "export_paper", static_cast<int>(views::Paper::a3));
  CHECK(pages_shown_and_written() < automatic);
  choose(dialog, "export_paper", static_cast<int>(views::Paper::one));
  CHECK(pages_shown_and_written() == 1);
  CHECK(note->text().isEmpty());
  CHECK_FALSE(previewed(dialog).contains("page 1 of"));

  const auto* paper = dialog.findChild<QComboBox*>("export_paper");
  const auto* size = dialog.findChild<QComboBox*>("export_size");
  CHECK_FALSE(paper->isHidden());
  CHECK(size->isHidden());
  choose(dialog, "export_format", static_cast<int>(ExportFormat::png));
  CHECK(paper->isHidden());
  CHECK_FALSE(size->isHidden());
}

TEST_CASE("Every view can be given up while it is laid out") {
  OpenSample sample;
  const paint::QtTextMeasurer measurer;
  for (const auto& view : EnumNames<workbench::View>::values) {
    if (view.first == workbench::View::tradeoff) continue;
    INFO(view.second);
    int asked = 0;
    const auto scenes = scenes_of(sample.portfolio(), choice_of(view.first), measurer, [&] { return ++asked < 20; });
    CHECK(asked == 20);
    REQUIRE_FALSE(scenes.has_value());
    CHECK(scenes.error().code == ErrorCode::cancelled);
  }
}

TEST_CASE("Giving up an export leaves the old file, whenever it comes") {
  OpenSample sample;
  const QTemporaryDir folder;
  const QString path = folder.filePath("old");
  const auto given_up_at = [&](const ExportChoice& choice, int last) {
    write_bytes(path, "old");
    const auto written = write_export(source_of(sample.document(), choice), choice, path.toStdString(), until_page(last));
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::cancelled);
    CHECK(bytes_of(path) == "old");
    CHECK(files_in(folder) == QStringList{"old"});
  };
  for (const ExportFormat format : formats_of(workbench::View::backlog)) {
    INFO(ending_of(format).toStdString());
    given_up_at(choice_of(workbench::View::backlog, format), -1);
  }
  for (const ExportFormat format : {ExportFormat::pdf, ExportFormat::png, ExportFormat::svg}) {
    INFO(ending_of(format).toStdString());
    for (const int last : {0, 1}) given_up_at(choice_of(workbench::View::backlog, format), last);
  }
}

TEST_CASE("Writing tells how far it is; Cancel stops it, says so and leaves the old file") {
  OpenSample sample;
  add_items(sample.document(), 3000);
  const QTemporaryDir folder;
  const QString path = folder.filePath("backlog.pdf");
  write_bytes(path, "old");
  ExportDialog dialog(sample.document(), workbench::View::backlog, nullptr);
  settle(dialog);
  auto* close = dialog.findChild<QPushButton*>("close_export");
  auto* export_it = dialog.findChild<QPushButton*>("export");
  const auto* progress = dialog.findChild<ProgressLine*>("export_progress");
  dialog.show();
  CHECK(close->text() == "Close");
  dialog.export_to(path);
  CHECK(close->text() == "Cancel");
  CHECK_FALSE(export_it->isEnabled());
  CHECK_FALSE(dialog.findChild<QComboBox*>("export_view")->isEnabled());
  REQUIRE(QTest::qWaitFor([&] { return progress->text().contains(": page ") || !dialog.is_working(); }, patience));
  REQUIRE(dialog.is_working());
  CHECK(progress->findChild<QProgressBar*>()->maximum() > 50);

  close->click();
  CHECK(dialog.isVisible());
  settle(dialog);
  CHECK(message_of(dialog) == "Nothing was written.");
  CHECK(progress->isHidden());
  CHECK(close->text() == "Close");
  CHECK(export_it->isEnabled());
  CHECK(dialog.findChild<QComboBox*>("export_view")->isEnabled());
  CHECK(bytes_of(path) == "old");
  CHECK(files_in(folder) == QStringList{"backlog.pdf"});

  close->click();
  CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("Closing the dialog while it draws or writes is safe and leaves the old file") {
  OpenSample sample;
  add_items(sample.document(), 3000);
  const QTemporaryDir folder;
  const QString path = folder.filePath("backlog.pdf");
  write_bytes(path, "old");
  for (const bool is_writing : {false, true}) {
    auto dialog = std::make_unique<ExportDialog>(sample.document(), workbench::View::backlog, nullptr);
    if (is_writing) dialog->export_to(path);
    QTest::qWait(30);
    dialog.reset();
    let_all_end();
    CHECK(bytes_of(path) == "old");
  }
  ExportDialog dialog(sample.document(), workbench::View::backlog, nullptr);
  dialog.show();
  dialog.export_to(path);
  dialog.close();  // stops
  CHECK(dialog.isVisible());
  dialog.close();  // does not wait for it
  CHECK_FALSE(dialog.isVisible());
  CHECK_FALSE(dialog.is_working());
  let_all_end();
  CHECK(bytes_of(path) == "old");
  CHECK(files_in(folder) == QStringList{"backlog.pdf"});
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
    ExportWatch watch;
    watch.on_page = [&](int page, int of) {
      CHECK(page == asked++);
      announced = of;
    };
    const auto pages = print_view(sample.portfolio(), choice_of(view.first), paper.printer, watch);
    REQUIRE(pages.has_value());
    CHECK(*pages == announced);
    CHECK(asked == announced);
    if (view.first == workbench::View::backlog) CHECK(announced > 1);
    CHECK(bytes_of(path).startsWith("%PDF"));
    CHECK(bytes_of(path).count("/Type /Page\n") == announced);
  }
}

TEST_CASE("Giving up printing leaves no document and the old file, at once and half-way") {
  OpenSample sample;
  const QTemporaryDir folder;
  const QString path = folder.filePath("given_up.pdf");
  for (const bool is_old : {false, true})
    for (const int last : {-1, 0, 1}) {
      if (is_old) write_bytes(path, "old");
      Paper paper(path);
      const auto pages = print_view(sample.portfolio(), choice_of(workbench::View::backlog), paper.printer, until_page(last));
      REQUIRE_FALSE(pages.has_value());
      CHECK(pages.error().code == ErrorCode::cancelled);
      CHECK(files_in(folder) == (is_old ? QStringList{"given_up.pdf"} : QStringList{}));
      if (is_old) CHECK(bytes_of(path) == "old");
    }
}

TEST_CASE("Printing beside the window: the document comes, or none where it is cancelled or the window goes") {
  OpenSample sample;
  add_items(sample.document(), 1000);
  const QTemporaryDir folder;
  const ExportChoice choice = choice_of(workbench::View::backlog);
  const QString path = folder.filePath("printed.pdf");
  const auto print = [&](QWidget& window) {
    return QPointer<PrintJob>(new PrintJob(source_of(sample.document(), choice), choice, Paper(path).owned, &window));
  };
  QWidget window;
  {
    const auto job = print(window);
    QTest::qWait(30);
    emit job->canceled();
    REQUIRE(QTest::qWaitFor([&] { return job.isNull(); }, patience));
    let_all_end();
    CHECK(files_in(folder).isEmpty());
  }
  {
    auto closed = std::make_unique<QWidget>();
    const auto job = print(*closed);
    QTest::qWait(30);
    closed.reset();
    CHECK(job.isNull());
    let_all_end();
    CHECK(files_in(folder).isEmpty());
  }
  const auto job = print(window);
  REQUIRE(QTest::qWaitFor([&] { return job.isNull(); }, patience));
  CHECK(bytes_of(path).startsWith("%PDF"));
  CHECK(bytes_of(path).count("/Type /Page\n") > 20);
}

TEST_CASE("What keeps the window from printing is told") {
  OpenSample sample;
  const Paper paper(QTemporaryDir().filePath("never.pdf"));  // the folder is gone
  const ExportChoice choice = choice_of(workbench::View::roadmap);
  QWidget window;
  QString told;
  const QPointer<PrintJob> job(new PrintJob(source_of(sample.document(), choice), choice, paper.owned, &window));
  QObject::connect(job, &PrintJob::failed, [&](const Error& error) { told = error_text(error); });
  REQUIRE(QTest::qWaitFor([&] { return job.isNull(); }, patience));
  CHECK(told.startsWith("Cannot print: "));
}

TEST_CASE("Whoever prints reads what will not be on paper, in the words of the export") {
  OpenSample sample;
  PrioritizePage page(sample.context());
  const ShownView shown = *page.shown_view();
  REQUIRE_FALSE(shown.not_in_picture.isEmpty());
  ExportDialog exporting(sample.document(), shown.view, nullptr, nullptr, [&] { return page.shown_view(); });
  exporting.show();
  CHECK(exporting.findChild<QLabel*>("export_left_out")->text() == shown.not_in_picture);
  settle(exporting);

  for (const QString& sentence : {shown.not_in_picture, QString()}) {
    bool asked = false;
    QTimer::singleShot(0, [&] {
      auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
      if (dialog == nullptr) return;
      auto* note = dialog->findChild<QLabel*>("print_left_out");
      asked = true;
      CHECK((note == nullptr) == sentence.isEmpty());
      if (note != nullptr) CHECK((note->isVisible() && note->text() == sentence));
      dialog->reject();
    });
    ask_and_print(sample.document(), choice_of(shown, today()), sentence, nullptr);
    CHECK(asked);
  }
}

TEST_CASE("Every page gives what it shows; forms and lists give nothing") {
  OpenSample sample;
  PrioritizePage prioritize(sample.context());
  CHECK(prioritize.shown_view()->view == workbench::View::matrix);
  prioritize.show_tab(PrioritizePage::Tab::moscow);
  CHECK(prioritize.shown_view()->view == workbench::View::board);
  CHECK(prioritize.shown_view()->options.columns == views::BoardColumns::moscow);

  RoadmapPage roadmap(sample.context());
  roadmap.group_by(LaneRule::team);
  CHECK(roadmap.shown_view()->options.group == LaneRule::team);
  roadmap.show_shape(RoadmapPage::Shape::now_next_later);
  CHECK(roadmap.shown_view()->view == workbench::View::now_next_later);
  roadmap.show_shape(RoadmapPage::Shape::board);
  roadmap.show_columns(views::BoardColumns::stages);
  CHECK(roadmap.shown_view()->view == workbench::View::board);
  CHECK(roadmap.shown_view()->options.columns == views::BoardColumns::stages);

  OutcomesPage outcomes(sample.context());
  const OutcomeId folded = sample.portfolio().outcomes_in_order().front()->id;
  outcomes.set_open(folded, false);
  CHECK_FALSE(outcomes.shown_view()->options.open.at(folded));

  TimePage time(sample.context());
  CHECK(time.shown_view()->options.period.empty());
  time.findChild<QPushButton*>("time_people")->click();
  auto* quarters = time.findChild<QComboBox*>("time_period");
  quarters->setCurrentIndex(quarters->count() - 1);
  CHECK(time.shown_view()->options.rows == views::AllocationRows::people);
  CHECK_FALSE(time.shown_view()->options.period.empty());
  CHECK(time.shown_view()->options.booked.has_value());

  // What each of them gives can be drawn.
  const paint::QtTextMeasurer measurer;
  for (const Page* page : std::initializer_list<Page*>{&prioritize, &roadmap, &outcomes, &time}) {
    const ExportChoice choice = choice_of(*page->shown_view(), make_date(2027, 1, 18));
    CHECK(scenes_of(sample.portfolio(), choice, measurer, [] { return true; }).has_value());
  }
  CHECK_FALSE(HelpPage(sample.context()).shown_view().has_value());
}

TEST_CASE("The backlog is exported as it is filtered, sorted and grouped, unless people say otherwise") {
  OpenSample sample;
  const QTemporaryDir folder;
  BacklogPage page(sample.context());
  REQUIRE_FALSE(page.model().set_filter("moscow:must"));
  page.model().set_sort({{BacklogColumn::title, Qt::DescendingOrder}});
  page.group_by(BacklogGrouping::team);
  ExportDialog dialog(sample.document(), workbench::View::backlog, nullptr, nullptr, [&page] { return page.shown_view(); });
  const auto lines = [&] {
    choose(dialog, "export_format", static_cast<int>(ExportFormat::csv));
    dialog.export_to(folder.filePath("backlog.csv"));
    settle(dialog);
    return bytes_of(folder.filePath("backlog.csv"));
  };
  std::string expected;  // the keys from top to bottom
  for (int row = 0; row < page.model().rowCount(); ++row)
    if (const Item* item = page.model().item(row)) expected += item->key + " ";
  std::string written;
  const QByteArray shown = lines();
  for (const QByteArray& line : shown.split('\n'))
    if (const auto fields = line.split(','); fields.size() > 1 && fields[1].startsWith("CDP-"))
      written += fields[1].toStdString() + " ";
  CHECK(written == expected);
  CHECK(shown.startsWith("group,"));
  CHECK(dialog.choice().options.items->size() == static_cast<std::size_t>(page.model().shown()));
  auto* as_shown = dialog.findChild<QCheckBox*>("export_as_shown");
  REQUIRE_FALSE(as_shown->isHidden());
  as_shown->setChecked(false);
  CHECK(lines().count("CDP-") > shown.count("CDP-"));
  choose(dialog, "export_view", static_cast<int>(workbench::View::matrix));
  CHECK(as_shown->isHidden());
}

TEST_CASE("What an export cannot take of the page is said") {
  OpenSample sample;
  PrioritizePage page(sample.context());
  ExportDialog dialog(sample.document(), workbench::View::matrix, nullptr, nullptr, [&page] { return page.shown_view(); });
  const auto* left_out = dialog.findChild<QLabel*>("export_left_out");
  CHECK(left_out->text().contains("ranking"));
  choose(dialog, "export_format", static_cast<int>(ExportFormat::csv));
  CHECK(left_out->isHidden());
  choose(dialog, "export_format", static_cast<int>(ExportFormat::png));
  CHECK_FALSE(left_out->isHidden());
  choose(dialog, "export_view", static_cast<int>(workbench::View::roadmap));
  CHECK(left_out->isHidden());
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
