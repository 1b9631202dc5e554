// A presentation as it is given: keys, counter, what is on the slides, and leaving it.
#include "gui/shell/presentation.h"

#include <QTest>

#include "gui/dialogs/export_job.h"
#include "gui/open_sample.h"
#include "gui/shell/main_window.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

const Date day = make_date(2027, 1, 18);

std::optional<ShownView> shown_as(std::optional<workbench::View> view) {
  if (!view) return std::nullopt;
  ShownView shown;
  shown.view = *view;
  return shown;
}

class OpenPresentation {
 public:
  /// From a page that shows that view; nullopt: from one that shows none.
  explicit OpenPresentation(std::optional<workbench::View> view, workbench::Template from = workbench::Template::sample,
                            Presentation::Priced priced = {})
      : sample_(from),
        shown_(
            sample_.document(), [view] { return shown_as(view); }, std::move(priced)) {
    shown_.set_today(day);
    shown_.resize(1280, 720);
    shown_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&shown_));
  }

  Document& document() { return sample_.document(); }
  Presentation& operator*() { return shown_; }
  Presentation* operator->() { return &shown_; }
  void press(int key) { QTest::keyClick(&shown_, static_cast<Qt::Key>(key)); }
  /// A view may go on over several parts, which have one number.
  std::string press_to_next(int key) {
    const QString before = shown_.counter();
    for (int times = 0; times < 20 && shown_.counter() == before; ++times) press(key);
    return shown_.counter().toStdString();
  }
  std::string texts() const {
    std::string texts;
    for (const views::Scene& scene : shown_.scenes())
      for (const views::Shape& shape : scene.shapes)
        if (const auto* text = std::get_if<views::TextShape>(&shape.what)) texts += text->text + "\n";
    return texts;
  }

 private:
  OpenSample sample_;
  Presentation shown_;
};

std::shared_ptr<const views::TradeOffPicture> priced_request() {
  auto picture = std::make_shared<views::TradeOffPicture>();
  picture->headline = "Building it costs much";
  picture->figures.push_back({"€ 284 k", "delay cost"});
  return picture;
}

}  // namespace

TEST_CASE("The page's own view comes first, then roadmap, outcomes and allocation, each once") {
  OpenPresentation open(workbench::View::matrix);
  CHECK(open->title() == "Impact and effort");
  CHECK(open->counter() == "1 / 4");
  CHECK(open.press_to_next(Qt::Key_Right) == "2 / 4");
  CHECK(open->title() == "Roadmap");
  CHECK(open.press_to_next(Qt::Key_Space) == "3 / 4");
  CHECK(open->title() == "Outcomes");
  CHECK(open.press_to_next(Qt::Key_PageDown) == "4 / 4");
  CHECK(open->title() == "Allocation of capacity");
  // The end is the end.
  CHECK(open.press_to_next(Qt::Key_Right) == "4 / 4");
  CHECK(open.press_to_next(Qt::Key_Left) == "3 / 4");
  CHECK(open.press_to_next(Qt::Key_PageUp) == "2 / 4");
  open.press(Qt::Key_End);
  CHECK(open->counter() == "4 / 4");
  open.press(Qt::Key_Home);
  CHECK(open->counter() == "1 / 4");
  CHECK(open.press_to_next(Qt::Key_Left) == "1 / 4");

  OpenPresentation from_roadmap(workbench::View::roadmap);
  CHECK(from_roadmap->counter() == "1 / 3");
  OpenPresentation from_history(std::nullopt);
  CHECK(from_history->title() == "Roadmap");
}

TEST_CASE("The first slide is drawn as the page shows it") {
  OpenSample sample;
  ShownView shown;
  shown.view = workbench::View::backlog;
  shown.options.items = {sample.portfolio().item_by_key("CDP-112")->id};
  const SlideSource source{sample.portfolio(), day, nullptr, shown};
  const paint::QtTextMeasurer measurer;
  REQUIRE(views_to_present(source).front() == workbench::View::backlog);
  CHECK(lay_out_slide(source, workbench::View::backlog, {1200, 640}, measurer).summary.contains("1 item"));
}

TEST_CASE("A click goes on") {
  OpenPresentation open(workbench::View::outcomes);
  const QString before = open->counter();
  for (int times = 0; times < 20 && open->counter() == before; ++times) QTest::mouseClick(&*open, Qt::LeftButton);
  CHECK(open->counter() == "2 / 3");
}

TEST_CASE("Escape and F5 leave the presentation") {
  for (const int key : {Qt::Key_Escape, Qt::Key_F5}) {
    OpenPresentation open(workbench::View::roadmap);
    CHECK(open->isVisible());
    open.press(key);
    CHECK_FALSE(open->isVisible());
  }
}

TEST_CASE("B makes the screen black, and any key shows the same slide again") {
  OpenPresentation open(workbench::View::roadmap);
  open.press(Qt::Key_B);
  CHECK(open->is_black());
  CHECK(open->grab().toImage().pixelColor(5, 5) == QColor(Qt::black));
  open.press(Qt::Key_Right);
  CHECK_FALSE(open->is_black());
  CHECK(open->counter() == "1 / 3");
  CHECK(open->grab().toImage().pixelColor(5, 5) == themed(views::Token::base));
}

TEST_CASE("A workspace with nothing in it says so instead of showing empty slides") {
  OpenPresentation open(workbench::View::roadmap, workbench::Template::quarterly);
  CHECK(open->counter().isEmpty());
  CHECK(open.texts().find("There is nothing to present yet.") != std::string::npos);
  CHECK(open->accessibleName().contains("There is nothing to present yet."));
  for (const int key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_Home, Qt::Key_End}) open.press(key);
  CHECK(open->isVisible());
  CHECK_FALSE(open->grab().isNull());
}

TEST_CASE("Slides follow edits while they are shown") {
  OpenPresentation open(workbench::View::outcomes, workbench::Template::quarterly);
  CHECK(open->counter().isEmpty());
  REQUIRE(open.document().edit("Add outcome", [](storage::Edit& edit) {
    Outcome outcome;
    outcome.title = "Fewer incidents";
    edit.insert(outcome);
  }));
  CHECK(open->counter() == "1 / 1");
  CHECK(open.texts().find("Fewer incidents") != std::string::npos);
  CHECK(open->accessibleName().contains("1 outcome"));
  REQUIRE(open.document().undo());
  CHECK(open->counter().isEmpty());
}

TEST_CASE("The price of a request is the last slide once it has been answered") {
  std::shared_ptr<const views::TradeOffPicture> answer;
  OpenPresentation open(std::nullopt, workbench::Template::sample, [&answer] { return answer; });
  CHECK(open->counter() == "1 / 3");
  answer = priced_request();
  open->follow_priced();
  CHECK(open->counter() == "1 / 4");
  open.press(Qt::Key_End);
  CHECK(open->title() == "Price of a request");
  CHECK(open.texts().find("€ 284 k") != std::string::npos);
  // Taken back while it is shown: one stays in the presentation.
  answer = nullptr;
  open->follow_priced();
  CHECK(open->counter() == "3 / 3");
}

TEST_CASE("A slide is laid out for the size of the window and stays within it") {
  OpenPresentation open(workbench::View::matrix);
  const double before = open->scenes().front().size.width;
  open->resize(1920, 1080);
  QTest::qWait(20);
  const paint::QtTextMeasurer measurer;
  for (const QSizeF room : {QSizeF(700, 420), QSizeF(1200, 640), QSizeF(1770, 980), QSizeF(3500, 1950)})
    for (const workbench::View view :
         views_to_present({open.document().portfolio(), day, priced_request(), shown_as(workbench::View::backlog)})) {
      INFO(view_title(view).toStdString() << " in " << room.width() << " x " << room.height());
      const Slide slide = lay_out_slide({open.document().portfolio(), day, priced_request()}, view, room, measurer);
      REQUIRE_FALSE(slide.parts.empty());
      for (const views::ScenePage& part : slide.parts) {
        CHECK(part.size.height <= room.height() + 1);
        CHECK(part.size.width <= room.width() + 1);
        CHECK(part.scene->size.width * part.scale <= room.width() + 1);
      }
    }
  CHECK(open->scenes().front().size.width != before);
  // On a large screen letters are larger than in the window.
  const Slide large = lay_out_slide({open.document().portfolio(), day}, workbench::View::matrix, {3500, 1950}, measurer);
  CHECK(large.parts.front().scale > 2);
}

TEST_CASE("Screen readers hear which slide it is and what is on it") {
  OpenPresentation open(workbench::View::roadmap);
  CHECK(open->accessibleName().startsWith("Slide 1 of 3: Roadmap"));
  CHECK(open->accessibleName().contains("items"));
}

TEST_CASE("F5 presents the page that is shown, once") {
  const QTemporaryDir folder;
  MainWindow window;
  REQUIRE(window.create(folder.path() + "/plan.tradewind", "sample"));
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  window.go_to("outcomes");
  QAction* present = window.actions().find("view.present");
  CHECK(present->shortcut() == QKeySequence("F5"));
  present->trigger();
  present->trigger();
  const auto shown = window.findChildren<Presentation*>();
  REQUIRE(shown.size() == 1);
  CHECK(shown.front()->isFullScreen());
  CHECK(shown.front()->title() == "Outcomes");
  QTest::keyClick(shown.front(), Qt::Key_Escape);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(window.findChildren<Presentation*>().empty());
}

}  // namespace tradewind::gui
