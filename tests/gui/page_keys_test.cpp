// Keys of pages inside the window, where several pages have the same ones: the page that is seen hears them, and only that one.
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "gui/pages/outcomes_page.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/teams_page.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/main_window.h"
#include "support/catch.h"

namespace tradewind::gui {
namespace {

class OpenWindow {
 public:
  OpenWindow() {
    REQUIRE(folder_.isValid());
    REQUIRE(window.create(folder_.path() + "/plan.tradewind", "sample"));
    window.resize(1440, 900);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
  }

  Document& document() { return *window.document(); }
  std::string dump() { return document().workspace().dump(); }
  void go_to(const QString& page) {
    window.go_to(page);
    QTest::qWait(20);
    REQUIRE(window.shown_page() == page);
  }
  /// To whatever has the focus, as a person types.
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    REQUIRE(QApplication::focusWidget() != nullptr);
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  const QAction& action(const char* id) { return *window.actions().find(id); }

  MainWindow window;

 private:
  QTemporaryDir folder_;
};

}  // namespace

TEST_CASE("Alt with the arrows moves the outcome, the team or the item of the page that is seen") {
  OpenWindow open;
  const Portfolio& portfolio = open.document().portfolio();
  const ItemId first = portfolio.items_by_rank().front()->id;

  open.go_to("outcomes");
  std::vector<OutcomeId> tops;
  for (const Outcome* one : portfolio.outcomes_in_order())
    if (!one->parent) tops.push_back(one->id);
  REQUIRE(tops.size() > 1);
  open.window.selection().select(tops[0]);
  open.press(Qt::Key_Down, Qt::AltModifier);
  CHECK(portfolio.find(tops[0])->position > portfolio.find(tops[1])->position);

  open.go_to("teams");
  const TeamId team = portfolio.teams_in_order().front()->id;
  auto* grid = open.window.page("teams")->findChild<QTableView*>("teams_table");
  REQUIRE(grid != nullptr);
  grid->setCurrentIndex(grid->model()->index(0, 0));
  grid->setFocus();
  open.press(Qt::Key_Down, Qt::AltModifier);
  CHECK(portfolio.teams_in_order()[1]->id == team);

  CHECK(portfolio.items_by_rank().front()->id == first);
  open.go_to("backlog");
  open.window.selection().select(first);
  open.press(Qt::Key_Down, Qt::AltModifier);
  CHECK(portfolio.items_by_rank()[1]->id == first);
}

TEST_CASE("What a page does to its selection is not done while another page is seen, and says where it works") {
  OpenWindow open;
  const Portfolio& portfolio = open.document().portfolio();
  REQUIRE_FALSE(portfolio.all<Placement>().empty());
  const ItemId item = portfolio.all<Placement>().begin()->item;
  open.go_to("roadmap");
  open.window.selection().select(item);
  open.go_to("backlog");
  const std::string before = open.dump();
  open.press(Qt::Key_Right, Qt::AltModifier);
  open.press(Qt::Key_Backspace, Qt::ControlModifier);
  CHECK(open.dump() == before);
  for (const char* id : {"roadmap.later", "roadmap.take_off"}) {
    CHECK_FALSE(open.action(id).isEnabled());
    CHECK(open.action(id).property(why_not_property).toString().contains("Roadmap"));
  }

  open.go_to("roadmap");
  CHECK(open.action("roadmap.take_off").isEnabled());
  CHECK_FALSE(open.action("backlog.rank_up").isEnabled());
  open.press(Qt::Key_Backspace, Qt::ControlModifier);
  CHECK_FALSE(open.dump() == before);
}

TEST_CASE("Keys of the backlog's table are the table's: in a field beside it they are the field's") {
  OpenWindow open;
  const Portfolio& portfolio = open.document().portfolio();
  open.go_to("backlog");
  const ItemId first = portfolio.items_by_rank().front()->id;
  const std::size_t items = portfolio.all<Item>().size();
  open.window.selection().select(first);
  open.press(Qt::Key_C, Qt::ControlModifier);
  CHECK(QGuiApplication::clipboard()->text().contains(QString::fromStdString(portfolio.find(first)->title)));
  open.press(Qt::Key_F, Qt::ControlModifier);
  CHECK(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
  open.press(Qt::Key_Delete, {});
  CHECK(portfolio.all<Item>().size() == items);
  open.window.page("backlog")->first_focus()->setFocus();
  open.press(Qt::Key_Delete, {});
  CHECK(portfolio.all<Item>().size() == items - 1);
  CHECK_FALSE(portfolio.contains(first));
}

TEST_CASE("The page in the navigation that has the focus can be told from the others") {
  OpenWindow open;
  auto* navigation = open.window.findChild<QWidget*>("navigation");
  REQUIRE(navigation != nullptr);
  const auto buttons = navigation->findChildren<QToolButton*>();
  REQUIRE(buttons.size() > 2);
  for (QToolButton* button : {buttons[0], buttons[1]}) {
    buttons[2]->setFocus(Qt::TabFocusReason);
    const QImage without = button->grab().toImage();
    button->setFocus(Qt::TabFocusReason);
    REQUIRE(button->hasFocus());
    CHECK_FALSE(button->grab().toImage() == without);
  }
}

}  // namespace tradewind::gui
