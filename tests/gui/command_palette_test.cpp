#include "gui/shell/command_palette.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <memory>

#include "gui/shell/document.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::gui;
using namespace tradewind::workbench;

namespace {

struct PaletteFixture {
  TemporaryFolder folder;
  Document document{new_workspace(folder, Template::sample)};
  QWidget window;
  ActionRegistry registry{&window};
  int exports = 0;
  int forbidden = 0;
  ItemId item;
  OutcomeId outcome;

  PaletteFixture() {
    registry.add({"file.export", "&File", "E&xport…", QKeySequence("Ctrl+E"), {}, "hand out"}, [this] { ++exports; });
    registry.add({"edit.undo", "&Edit", "&Undo", {}, {}, {}}, [this] { ++forbidden; })->setEnabled(false);
  }

  std::unique_ptr<CommandPalette> open(const QString& query) {
    auto palette = std::make_unique<CommandPalette>(registry, &document, &window);
    QObject::connect(palette.get(), &CommandPalette::item_chosen, &window, [this](ItemId id) { item = id; });
    QObject::connect(palette.get(), &CommandPalette::outcome_chosen, &window, [this](OutcomeId id) { outcome = id; });
    palette->set_query(query);
    return palette;
  }
};

void press(const CommandPalette& palette, Qt::Key key) {
  auto* line = palette.findChild<QLineEdit*>();
  REQUIRE(line != nullptr);
  QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
  QApplication::sendEvent(line, &event);
  QApplication::processEvents();  // actions run when the palette is done
}

QStringList texts(const CommandPalette& palette) {
  const QAbstractItemModel* model = palette.findChild<QListView*>()->model();
  QStringList list;
  for (int row = 0; row < model->rowCount(); ++row) list.append(model->index(row, 0).data().toString());
  return list;
}

}  // namespace

TEST_CASE("The palette runs the action whose name was typed") {
  PaletteFixture fixture;
  for (const char* query : {"export", "exp", "file exp", "hand out"}) {
    const int before = fixture.exports;
    const auto palette = fixture.open(query);
    REQUIRE_FALSE(texts(*palette).isEmpty());
    CHECK(texts(*palette).front() == "Export…");
    press(*palette, Qt::Key_Return);
    CHECK(fixture.exports == before + 1);
    CHECK(palette->result() == QDialog::Accepted);
  }
}

TEST_CASE("What cannot be done now is found by its name only, and Enter says why") {
  PaletteFixture fixture;
  CHECK_FALSE(texts(*fixture.open("")).contains("Undo"));
  CHECK(texts(*fixture.open("")).contains("Export…"));
  const auto palette = fixture.open("undo");
  REQUIRE(texts(*palette).contains("Undo"));
  auto* list = palette->findChild<QListView*>();
  list->setCurrentIndex(list->model()->index(static_cast<int>(texts(*palette).indexOf("Undo")), 0));
  const auto* message = palette->findChild<QLabel*>("palette_message");
  press(*palette, Qt::Key_Return);
  CHECK(message->text().contains("“Undo” is not possible now"));
  CHECK_FALSE(message->isHidden());
  fixture.registry.find("edit.undo")->setProperty(why_not_property, "There is nothing to undo.");
  press(*palette, Qt::Key_Return);
  CHECK(message->text() == "There is nothing to undo.");
  CHECK(fixture.forbidden == 0);
  CHECK(palette->result() == QDialog::Rejected);  // and it is still there for another try
  palette->set_query("export");
  CHECK(message->isHidden());
}

TEST_CASE("The palette finds titles by some of their letters") {
  PaletteFixture fixture;
  REQUIRE(fixture.document.workspace().search("qcache").empty());
  const QStringList found = texts(*fixture.open("qcache"));
  REQUIRE_FALSE(found.isEmpty());
  CHECK(found.front().startsWith("Query cache"));
}

TEST_CASE("A click beside the palette closes it, and goes no further") {
  PaletteFixture fixture;
  QPushButton button("Behind", &fixture.window);
  int clicks = 0;
  QObject::connect(&button, &QPushButton::clicked, [&] { ++clicks; });
  fixture.window.resize(800, 600);
  fixture.window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&fixture.window));
  const auto palette = fixture.open("");
  bool was_open = false;
  bool hangs = false;
  QTimer::singleShot(100, palette.get(), [&] {
    was_open = palette->isVisible();
    QTest::mouseClick(&button, Qt::LeftButton);
  });
  QTimer::singleShot(5000, palette.get(), [&] {
    hangs = true;
    palette->reject();
  });
  CHECK(palette->exec() == QDialog::Rejected);
  CHECK(was_open);
  CHECK_FALSE(hangs);
  CHECK(clicks == 0);
  QTest::mouseClick(&button, Qt::LeftButton);
  CHECK(clicks == 1);
}

TEST_CASE("The palette finds items by key and by text, below actions that match as well") {
  PaletteFixture fixture;
  const Item* audit = fixture.document.portfolio().item_by_key("CDP-117");
  REQUIRE(audit != nullptr);
  const QString title = QString::fromStdString(audit->title);

  press(*fixture.open("cdp-117"), Qt::Key_Return);
  CHECK(fixture.item == audit->id);

  fixture.item = {};
  press(*fixture.open(title), Qt::Key_Enter);
  CHECK(fixture.item == audit->id);
  CHECK(fixture.exports == 0);
}

TEST_CASE("The arrow keys choose while the line edit has the focus") {
  PaletteFixture fixture;
  const auto palette = fixture.open("export");
  const QStringList found = texts(*palette);
  REQUIRE(found.size() > 1);
  press(*palette, Qt::Key_Down);
  press(*palette, Qt::Key_Up);
  press(*palette, Qt::Key_Up);  // from the first to the last
  CHECK(palette->findChild<QListView*>()->currentIndex().row() == found.size() - 1);
  press(*palette, Qt::Key_Return);
  CHECK(fixture.exports == 0);
  CHECK((fixture.item || fixture.outcome));
}

TEST_CASE("The palette finds outcomes") {
  PaletteFixture fixture;
  const Outcome* first = fixture.document.portfolio().outcomes_in_order().front();
  press(*fixture.open(QString::fromStdString(first->title)), Qt::Key_Return);
  CHECK(fixture.outcome == first->id);
}

TEST_CASE("A palette without a workspace still has its actions, and says so when nothing is found") {
  PaletteFixture fixture;
  CommandPalette palette(fixture.registry, nullptr, &fixture.window);
  palette.set_query("export");
  CHECK(texts(palette) == QStringList{"Export…"});
  palette.set_query("zzzz");
  CHECK(texts(palette).isEmpty());
  CHECK(palette.findChild<QListView*>()->isHidden());
  press(palette, Qt::Key_Return);
  press(palette, Qt::Key_Down);
  CHECK(fixture.exports == 0);
}

TEST_CASE("The palette's list behaves as Qt asks of a model while what is typed changes") {
  PaletteFixture fixture;
  const auto palette = fixture.open("");
  const QAbstractItemModelTester tester(palette->findChild<QListView*>()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  for (const char* query : {"export", "nothing is called so", "undo", "cache", ""}) palette->set_query(query);
  CHECK_FALSE(palette->findChild<QListView*>()->model()->data(QModelIndex()).isValid());
}
