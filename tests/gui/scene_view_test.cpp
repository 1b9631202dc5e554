// Scenes that are made beside the window: the old one stays until the new one is there, and nothing is heard of what was
// replaced.
#include "gui/scene/scene_view.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <atomic>
#include <cmath>
#include <memory>

#include "gui/theme/appearance.h"
#include "support/catch.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 10000;  // milliseconds

views::Scene scene_of(views::Size size, const std::string& title) {
  views::Scene scene;
  scene.size = size;
  scene.title = title;
  views::RectShape bar;
  bar.rect = {10, 10, size.width / 2, 16};
  bar.fill = views::Token::accent;
  scene.add(bar, {views::MarkKind::item, 1, 0, title});
  return scene;
}

/// A view whose layouts are made beside the window and wait until they are let go on.
class SlowView {
 public:
  SlowView() : view_(std::make_unique<SceneView>()) {
    view_->set_layout([this](views::Size size) { return is_slow ? work(size) : quick_work(size); });
    view_->resize(600, 400);
    view_->show();
    REQUIRE(QTest::qWaitForWindowExposed(view_.get()));
    REQUIRE(view_->scene().title == "at once");
    is_slow = true;
  }
  ~SlowView() {
    open();
    view_.reset();
    QThreadPool::globalInstance()->waitForDone();
  }

  SceneView& view() { return *view_; }
  void destroy() { view_.reset(); }
  void open() { *is_open_ = true; }
  void wait() {
    REQUIRE(QTest::qWaitFor([this] { return !view_->is_laying_out() && view_->scene().size.width == width(); }, patience));
  }
  double width() const { return view_->viewport()->width() * view_->zoom(); }
  std::string title() const { return view_->scene().title; }

  bool is_slow = false;
  int asked = 0;
  std::vector<std::string> shown;

 private:
  static SceneView::Work quick_work(views::Size size) {
    return {[size](const auto&) { return SceneView::Made{scene_of(size, "at once"), {}}; }};
  }
  SceneView::Work work(views::Size size) {
    const std::string title = "layout " + std::to_string(++asked);
    const auto make = [this, size, title, is_open = is_open_](const views::TextMeasurer& measurer) {
      while (!*is_open) {
        measurer.width("x", {});  // throws where nobody wants it any more
        QThread::msleep(1);
      }
      if (QThread::currentThread() == QCoreApplication::instance()->thread()) *is_open = false;  // nothing would ever arrive
      return SceneView::Made{scene_of(size, title), [this, title] { shown.push_back(title); }};
    };
    return {make, true};
  }

  std::unique_ptr<SceneView> view_;
  std::shared_ptr<std::atomic<bool>> is_open_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace

TEST_CASE("Until a scene that is made beside the window is there, the old one is shown and can be used") {
  SlowView slow;
  int laid_out = 0;
  QObject::connect(&slow.view(), &SceneView::laid_out, &slow.view(), [&] {
    ++laid_out;
    CHECK_FALSE(slow.view().is_laying_out());
    CHECK(slow.shown.size() == 1);
  });
  slow.view().refresh();
  QTest::qWait(30);
  CHECK(slow.view().is_laying_out());
  CHECK(slow.title() == "at once");
  CHECK(slow.view().find({views::MarkKind::item, 1, 0}) != nullptr);
  CHECK(slow.view().marks().size() == 1);
  slow.open();
  slow.wait();
  CHECK(slow.title() == "layout 1");
  CHECK(slow.view().find({views::MarkKind::item, 1, 0})->description == "layout 1");
  CHECK(slow.view().accessibleName() == "layout 1");
  CHECK(laid_out == 1);
}

TEST_CASE("A drag at the edge scrolls on, under the hand, and stops with it") {
  struct Watched : Gesture {
    explicit Watched(std::vector<double>& seen) : seen_(seen) {}
    void move(views::Point at) override { seen_.push_back(at.x); }
    void release(views::Point) override {}
    void paint(QPainter&) const override {}
    std::vector<double>& seen_;
  };
  std::vector<double> seen;
  SceneView view;
  view.set_quick_layout([](views::Size, const views::TextMeasurer&) { return scene_of({3000, 400}, "wide"); });
  view.set_start_gesture([&](const MarkId&, views::Rect, views::Point) { return std::make_unique<Watched>(seen); });
  view.resize(600, 400);
  view.show();
  REQUIRE(QTest::qWaitForWindowExposed(&view));
  QWidget* port = view.viewport();
  QTest::mousePress(port, Qt::LeftButton, {}, {100, 18});
  QTest::mouseMove(port, {300, 18});
  QTest::mouseMove(port, {port->width() - 4, 100});
  REQUIRE(view.gesture_is_running());
  REQUIRE(QTest::qWaitFor([&] { return view.horizontalScrollBar()->value() > 60; }, patience));
  CHECK(seen.back() > port->width() + 40);  // the hand stood still, the scene moved under it
  QTest::keyClick(&view, Qt::Key_Escape);
  const int stopped = view.horizontalScrollBar()->value();
  QTest::qWait(80);
  CHECK(view.horizontalScrollBar()->value() == stopped);
}

TEST_CASE("A second layout replaces the first, which is not seen any more") {
  SlowView slow;
  slow.view().refresh();
  slow.view().refresh();
  slow.open();
  slow.wait();
  QTest::qWait(30);
  CHECK(slow.shown == std::vector<std::string>{"layout 2"});
}

TEST_CASE("Sizes that pass while a scene is made are skipped, and the last one is laid out") {
  SlowView slow;
  for (const int width : {700, 800, 900, 1000}) {
    slow.view().resize(width, 400);
    QTest::qWait(20);
  }
  CHECK(slow.asked == 1);
  CHECK(slow.title() == "at once");
  slow.open();
  slow.wait();
  CHECK(slow.asked == 2);
  CHECK(slow.view().scene().size.width == slow.view().viewport()->width());
}

TEST_CASE("What is seen stays in the middle when a scene that is made beside the window has another width") {
  SlowView slow;
  slow.view().set_zoom(2);
  slow.view().set_zoom(4);
  CHECK(slow.title() == "at once");
  slow.open();
  slow.wait();
  const QScrollBar* bar = slow.view().horizontalScrollBar();
  const double middle = (bar->value() + slow.view().viewport()->width() / 2.0) / slow.view().scene().size.width;
  CHECK(std::abs(middle - 0.5) < 0.02);
}

TEST_CASE("What was painted beside the window is what the view would paint") {
  SlowView slow;
  slow.view().setFocusPolicy(Qt::NoFocus);  // no frame around it
  slow.view().clearFocus();
  slow.view().set_zoom(4);
  slow.open();
  slow.wait();
  slow.view().horizontalScrollBar()->setValue(900);  // the bar ends in sight
  slow.view().refresh();
  slow.wait();
  const QImage beforehand = slow.view().viewport()->grab().toImage();
  slow.view().hide();  // forgets its pixels
  slow.view().show();
  REQUIRE(QTest::qWaitForWindowExposed(&slow.view()));
  CHECK(slow.view().viewport()->grab().toImage() == beforehand);
  CHECK(beforehand.pixelColor(200, 15) != beforehand.pixelColor(500, 15));
}

TEST_CASE("A layout that is quick again replaces the one beside the window") {
  SlowView slow;
  slow.view().refresh();
  slow.is_slow = false;
  slow.view().refresh();
  CHECK_FALSE(slow.view().is_laying_out());
  CHECK(slow.title() == "at once");
  slow.open();
  QTest::qWait(30);
  CHECK(slow.shown.empty());
}

TEST_CASE("A view that is closed while its scene is made hears nothing of it") {
  SlowView slow;
  slow.view().refresh();
  slow.destroy();
  slow.open();
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
  CHECK(slow.shown.empty());
}

TEST_CASE("A drawn view describes the keys that it hears, and no others") {
  SceneView view;
  const auto says = [&](const QString& text) {
    for (const DescribedKeys& one : view.keys())
      if (one.text == text) return one.keys;
    return QString();
  };
  CHECK(says("Go from one to the next") == "Arrow keys");
  CHECK(says("Zoom in, out, back") == "+, - or 0");
  CHECK(says("Open where the keyboard is").isEmpty());  // nobody listens
  CHECK(says("Cancel a drag").isEmpty());               // nothing can be dragged
  int opened = 0;
  QObject::connect(&view, &SceneView::activated, [&] { ++opened; });
  view.set_start_gesture([](const MarkId&, views::Rect, views::Point) { return std::unique_ptr<Gesture>(); });
  CHECK(says("Open where the keyboard is") == QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
  CHECK_FALSE(says("Cancel a drag").isEmpty());

  view.set_quick_layout([](views::Size size, const views::TextMeasurer&) { return scene_of(size, "one"); });
  view.resize(600, 400);
  view.show();
  REQUIRE(QTest::qWaitForWindowExposed(&view));
  QTest::keyClick(&view, Qt::Key_Plus);
  CHECK(view.zoom() > 1);
  QTest::keyClick(&view, Qt::Key_0);
  CHECK(view.zoom() == Approx(1));
  QTest::keyClick(&view, Qt::Key_Minus);
  CHECK(view.zoom() < 1);
  QTest::keyClick(&view, Qt::Key_Right);
  CHECK(view.current() == MarkId{views::MarkKind::item, 1, 0});
  QTest::keyClick(&view, Qt::Key_Return);
  CHECK(opened == 1);
  view.set_zoomable(false);
  CHECK(says("Zoom in, out, back").isEmpty());
}

TEST_CASE("A drawn view shows that it has the focus, by a frame or at the mark that the keyboard is on") {
  QWidget window;
  auto* view = new SceneView(&window);
  auto* other = new QLineEdit(&window);
  view->set_quick_layout([](views::Size size, const views::TextMeasurer&) { return scene_of(size, "one bar"); });
  view->setGeometry(0, 0, 300, 200);
  other->setGeometry(0, 210, 300, 30);
  window.resize(300, 250);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  const QRgb accent = themed(views::Token::accent).rgb();
  const auto is_framed = [&] { return view->viewport()->grab().toImage().pixel(1, 100) == accent; };
  other->setFocus();
  CHECK_FALSE(is_framed());
  const QImage without = view->viewport()->grab().toImage();
  view->setFocus();
  CHECK(is_framed());
  view->set_current({views::MarkKind::item, 1, 0});
  CHECK_FALSE(is_framed());
  CHECK_FALSE(view->viewport()->grab().toImage() == without);
}

}  // namespace tradewind::gui
