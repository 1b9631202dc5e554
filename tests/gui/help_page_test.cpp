// Every method can be looked up, from wherever its score is explained.
#include "gui/pages/help_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

#include "gui/open_sample.h"
#include "gui/shell/help_link.h"
#include "gui/shell/qt_text.h"
#include "tradewind/scoring/registry.h"

namespace tradewind::gui {
namespace {

struct Help {
  Help() {
    sample.context().actions.add({"go.help", "Go", "Help"}, [this] { ++times_opened; });
    page = std::make_unique<HelpPage>(sample.context());
    page->resize(1000, 600);
    page->show();
    REQUIRE(QTest::qWaitForWindowExposed(page.get()));
  }
  ActionRegistry& actions() { return sample.context().actions; }
  QTextBrowser& text() const { return *page->findChild<QTextBrowser*>("help_text"); }

  OpenSample sample;
  int times_opened = 0;
  std::unique_ptr<HelpPage> page;
};

}  // namespace

TEST_CASE("Each scoring method is defined on the help page, with its scale and source") {
  const Help help;
  const QString text = help.text().toPlainText();
  QStringList defined;
  for (const HelpTopic& topic : help_topics()) defined.append(topic.methods);
  for (const scoring::Method& method : scoring::methods()) {
    INFO(std::string(method.key));
    CHECK(defined.count(qt_text(method.key)) == 1);
    CHECK(text.contains(qt_text(method.scale)));
    CHECK(text.contains(qt_text(method.source)));
  }
}

TEST_CASE("A link or a key opens the help at the method, the menu at what was shown") {
  Help help;
  open_help(help.actions(), u"wsjf");
  CHECK(help.times_opened == 1);
  CHECK(help.page->topic() == "WSJF");
  CHECK(help.text().verticalScrollBar()->value() > 0);
  open_help(help.actions(), link_to_method(u"cd3"));
  CHECK(help.page->topic() == "Cost of delay and CD3");
  open_help(help.actions(), link_to_method(u"ice"));
  CHECK(help.page->topic() == "ICE");
  help.actions().find(help_action)->trigger();
  CHECK(help.times_opened == 4);
  CHECK(help.page->topic() == "ICE");
}

TEST_CASE("Search marks every place, Enter goes through them, Escape ends it") {
  Help help;
  auto* line = help.page->findChild<QLineEdit*>("help_search");
  QTest::keyClicks(line, "reinertsen");
  REQUIRE(help.page->found() > 1);
  CHECK(help.text().textCursor().selectedText().toLower() == "reinertsen");
  CHECK(help.text().extraSelections().size() == help.page->found());
  const int first = help.text().textCursor().position();
  QTest::keyClick(line, Qt::Key_Return);
  CHECK(help.text().textCursor().position() > first);
  QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
  CHECK(help.text().textCursor().position() == first);
  QTest::keyClicks(line, "xxxx");
  CHECK(help.page->found() == 0);
  CHECK(help.page->findChild<QLabel*>("help_count")->text() == "Nothing found");
  QTest::keyClick(line, Qt::Key_Escape);
  CHECK(line->text().isEmpty());
  CHECK(help.text().extraSelections().isEmpty());
}

TEST_CASE("The help speaks to people, not to readers of the code") {
  const Help help;
  const QString text = help.text().toPlainText();
  for (const char* word : {"tradewind-cli", "impact_cut", "ConfidenceOptions", "include/", "::", "##", "**"}) {
    INFO(word);
    CHECK_FALSE(text.contains(word));
  }
  CHECK((help.text().textInteractionFlags() & Qt::TextSelectableByKeyboard) != 0);
}

TEST_CASE("Topics of a document: rules before the first title, and nothing invented") {
  const auto topics =
      help_topics_of("# T\n\ntalk\n\n* one\n  more\n* two\n\ntalk\n\n## RICE\n\nText (`a`, `b` in c).\n\n## Other\n");
  REQUIRE(topics.size() == 3);
  CHECK(topics[0].markdown == "* one\n  more\n* two");
  CHECK(topics[1].methods == QStringList{"rice"});
  CHECK(topics[1].markdown.endsWith("Text."));
  CHECK(topics[2].title == "Other");
  CHECK(topics[2].methods.isEmpty());
}

}  // namespace tradewind::gui
