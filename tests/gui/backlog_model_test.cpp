// The backlog's model against Qt's own checker, which ends the test run on the first wrong signal.
#include "gui/backlog/backlog_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <memory>

#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tradewind::gui {
namespace {

class Backlog {
 public:
  Backlog()
      : document_(new_workspace()), model_(document_), tester_(&model_, QAbstractItemModelTester::FailureReportingMode::Fatal) {}

  Document& document() { return document_; }
  BacklogModel& model() { return model_; }
  const Portfolio& portfolio() const { return document_.portfolio(); }

  QStringList titles() const {
    QStringList texts;
    for (int row = 0; row < model_.rowCount(); ++row) texts.append(text(row, BacklogColumn::title));
    return texts;
  }
  QModelIndex cell(int row, BacklogColumn column) const { return model_.index(row, static_cast<int>(column)); }
  QString text(int row, BacklogColumn column) const { return cell(row, column).data().toString(); }
  std::vector<ItemId> items(const std::vector<int>& rows) const {
    std::vector<ItemId> found;
    for (const int row : rows) found.push_back(model_.item_at(row));
    return found;
  }
  CellContent content(int row, BacklogColumn column) const { return model_.content(*model_.item(row), column); }
  bool set(int row, BacklogColumn column, const QString& text) { return model_.setData(cell(row, column), text, Qt::EditRole); }

 private:
  storage::Workspace new_workspace() {
    auto workspace = storage::Workspace::create(folder_ / "test.tradewind");
    if (!workspace) FAIL(workspace.error().why);
    const auto filled = workspace->edit("Fill", [](storage::Edit& edit) {
      Team team;
      team.name = "Platform";
      const TeamId platform = edit.insert(team);
      team.name = "Mobile";
      team.position = 1;
      edit.insert(team);
      Outcome outcome;
      outcome.key = "O1";
      outcome.title = "Latency";
      outcome.metric = "p95";
      outcome.baseline = 10;
      outcome.target = 5;
      edit.insert(outcome);
      for (const char* title : {"Cache", "Audit", "Export", "Badges"}) {
        Item item;
        item.title = title;
        const ItemId id = edit.insert(item);
        if (item.title != "Cache") continue;
        Estimate estimate;
        estimate.item = id;
        estimate.team = platform;
        estimate.likely = 18;
        edit.insert(estimate);
      }
    });
    if (!filled) FAIL(filled.error().why);
    return std::move(*workspace);
  }

  test::TemporaryDirectory folder_;
  Document document_;
  BacklogModel model_;
  QAbstractItemModelTester tester_;
};

const QString unknown = QString(QChar(0x2013));

TEST_CASE("The backlog shows items in the order of the workspace, and unknown as unknown") {
  Backlog backlog;
  CHECK(backlog.titles() == QStringList{"Cache", "Audit", "Export", "Badges"});
  CHECK(backlog.text(1, BacklogColumn::rank) == "2");
  CHECK(backlog.text(1, BacklogColumn::reach) == unknown);
  CHECK(backlog.text(1, BacklogColumn::effort) == unknown);
  CHECK(backlog.text(1, BacklogColumn::rice) == unknown);
  CHECK(backlog.text(0, BacklogColumn::effort) == "18");
  CHECK(backlog.text(1, BacklogColumn::moscow).isEmpty());
}

TEST_CASE("Cells are written as people write them, and undo takes each back") {
  Backlog backlog;
  REQUIRE(backlog.set(0, BacklogColumn::reach, "4,200"));
  REQUIRE(backlog.set(0, BacklogColumn::impact, "2"));
  REQUIRE(backlog.set(0, BacklogColumn::confidence, "90"));
  CHECK(backlog.text(0, BacklogColumn::reach) == "4,200");
  CHECK(backlog.text(0, BacklogColumn::rice) == "420.0");
  CHECK(backlog.content(0, BacklogColumn::rice).bar == Approx(1));
  CHECK(backlog.cell(0, BacklogColumn::rice).data(Qt::ToolTipRole).toString().contains("420"));
  REQUIRE(backlog.set(0, BacklogColumn::effort, "Platform=5; Mobile=2/3/6"));
  CHECK(backlog.text(0, BacklogColumn::effort) == "8");
  CHECK(backlog.cell(0, BacklogColumn::effort).data(Qt::EditRole).toString() == "Platform=5; Mobile=2/3/6");
  CHECK(backlog.content(0, BacklogColumn::effort).effort.size() == 2);
  REQUIRE(backlog.set(0, BacklogColumn::outcome, "latency"));
  CHECK(backlog.text(0, BacklogColumn::outcome) == "Latency");
  REQUIRE(backlog.set(0, BacklogColumn::moscow, "must"));
  CHECK(backlog.text(0, BacklogColumn::moscow) == "Must");
  REQUIRE(backlog.document().undo());
  REQUIRE(backlog.document().undo());
  REQUIRE(backlog.document().undo());
  CHECK(backlog.text(0, BacklogColumn::effort) == "18");
  CHECK(backlog.text(0, BacklogColumn::outcome).isEmpty());
  REQUIRE(backlog.set(0, BacklogColumn::reach, ""));
  CHECK(backlog.text(0, BacklogColumn::rice) == unknown);
}

TEST_CASE("A text that cannot be understood changes nothing and says why") {
  Backlog backlog;
  QString why;
  QSignalSpy window_told(&backlog.document(), &Document::refused);
  QObject::connect(&backlog.model(), &BacklogModel::edit_refused,
                   [&](const Error& error) { why = QString::fromStdString(error.why); });
  CHECK_FALSE(backlog.set(0, BacklogColumn::effort, "lots"));
  CHECK(why.contains("lots"));
  CHECK(window_told.count() == 0);  // it is said beside the cell, not in a dialog
  CHECK(backlog.text(0, BacklogColumn::effort) == "18");
  CHECK_FALSE(backlog.model().flags(backlog.cell(0, BacklogColumn::rice)).testFlag(Qt::ItemIsEditable));
}

TEST_CASE("A change of several rows is one edit") {
  Backlog backlog;
  REQUIRE(backlog.model().edit_items(BacklogColumn::stage, backlog.items({0, 1, 3}), "ready"));
  CHECK(backlog.text(3, BacklogColumn::stage) == "Ready");
  REQUIRE(backlog.document().undo());
  for (int row = 0; row < 4; ++row) CHECK(backlog.text(row, BacklogColumn::stage) == "Idea");
  CHECK_FALSE(backlog.model().edit_items(BacklogColumn::moscow, backlog.items({0, 1}), "perhaps"));
  CHECK(backlog.text(0, BacklogColumn::moscow).isEmpty());
}

TEST_CASE("An edit tells the row that it changed and never resets") {
  Backlog backlog;
  QSignalSpy resets(&backlog.model(), &QAbstractItemModel::modelReset);
  QSignalSpy changes(&backlog.model(), &QAbstractItemModel::dataChanged);
  QSignalSpy layouts(&backlog.model(), &QAbstractItemModel::layoutChanged);
  REQUIRE(backlog.set(2, BacklogColumn::requester, "Radiology"));
  REQUIRE(changes.count() == 1);
  CHECK(changes.front().at(0).toModelIndex().row() == 2);
  CHECK(changes.front().at(1).toModelIndex().row() == 2);
  CHECK(layouts.count() == 0);
  CHECK(resets.count() == 0);
}

TEST_CASE("A filter keeps what matches, follows edits, and survives a mistake") {
  Backlog backlog;
  BacklogModel& model = backlog.model();
  REQUIRE(model.edit_items(BacklogColumn::moscow, backlog.items({0, 2}), "must"));
  REQUIRE_FALSE(model.set_filter("moscow:must"));
  CHECK(backlog.titles() == QStringList{"Cache", "Export"});
  const auto mistake = model.set_filter("moscow:perhaps");
  REQUIRE(mistake);
  CHECK_FALSE(mistake->why.empty());
  CHECK(backlog.titles() == QStringList{"Cache", "Export"});
  CHECK(model.set_filter("team:Nobody"));
  REQUIRE(backlog.set(0, BacklogColumn::moscow, "could"));
  CHECK(backlog.titles() == QStringList{"Export"});
  REQUIRE(backlog.document().undo());
  CHECK(backlog.titles() == QStringList{"Cache", "Export"});
  REQUIRE_FALSE(model.set_filter("title:nothing"));
  CHECK(model.rowCount() == 0);
  REQUIRE_FALSE(model.set_filter(""));
  CHECK(model.rowCount() == 4);
}

TEST_CASE("Sorting keeps persistent indices on their items, unknown last in both directions") {
  Backlog backlog;
  BacklogModel& model = backlog.model();
  REQUIRE(backlog.set(0, BacklogColumn::reach, "10"));
  REQUIRE(backlog.set(2, BacklogColumn::reach, "30"));
  const QPersistentModelIndex badges = backlog.cell(3, BacklogColumn::title);
  model.set_sort({{BacklogColumn::title, Qt::AscendingOrder}});
  CHECK(backlog.titles() == QStringList{"Audit", "Badges", "Cache", "Export"});
  CHECK(badges.row() == 1);
  CHECK(badges.data().toString() == "Badges");
  model.set_sort({{BacklogColumn::reach, Qt::DescendingOrder}, {BacklogColumn::title, Qt::DescendingOrder}});
  CHECK(backlog.titles() == QStringList{"Export", "Cache", "Badges", "Audit"});
  model.set_sort({{BacklogColumn::reach, Qt::AscendingOrder}});
  CHECK(backlog.titles() == QStringList{"Cache", "Export", "Audit", "Badges"});
  // An edit moves its row.
  REQUIRE(backlog.set(0, BacklogColumn::reach, "99"));
  CHECK(backlog.titles() == QStringList{"Export", "Cache", "Audit", "Badges"});
  model.set_sort({});
  CHECK(backlog.titles() == QStringList{"Cache", "Audit", "Export", "Badges"});
  CHECK(badges.row() == 3);
}

TEST_CASE("Rows come and go with their items, also scattered ones") {
  Backlog backlog;
  BacklogModel& model = backlog.model();
  const ItemId export_item = model.item_at(2);
  ItemId fresh;
  REQUIRE(backlog.document().edit("Add", [&](storage::Edit& edit) {
    Item item;
    item.title = "Between";
    item.rank = model.rank_below(model.item_at(0));
    fresh = edit.insert(item);
  }));
  CHECK(backlog.titles() == QStringList{"Cache", "Between", "Audit", "Export", "Badges"});
  CHECK(model.row_of(fresh) == 1);
  CHECK(backlog.text(4, BacklogColumn::rank) == "5");
  const QPersistentModelIndex kept = backlog.cell(3, BacklogColumn::title);
  REQUIRE(backlog.document().edit("Remove", [&](storage::Edit& edit) {
    for (const int row : {0, 2, 4}) edit.erase(model.item_at(row));
  }));
  CHECK(backlog.titles() == QStringList{"Between", "Export"});
  CHECK(kept.row() == 1);
  CHECK(model.row_of(export_item) == 1);
  REQUIRE(backlog.document().undo());
  CHECK(backlog.titles() == QStringList{"Cache", "Between", "Audit", "Export", "Badges"});
  CHECK(kept.data().toString() == "Export");
}

TEST_CASE("Rows are ranked by dragging, as one edit") {
  Backlog backlog;
  BacklogModel& model = backlog.model();
  const std::unique_ptr<QMimeData> dragged(
      model.mimeData({backlog.cell(2, BacklogColumn::title), backlog.cell(3, BacklogColumn::title)}));
  REQUIRE(model.dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
  CHECK(backlog.titles() == QStringList{"Export", "Badges", "Cache", "Audit"});
  REQUIRE(backlog.document().undo());
  CHECK(backlog.titles() == QStringList{"Cache", "Audit", "Export", "Badges"});
  REQUIRE(model.move_items({model.item_at(0)}, 4));
  CHECK(backlog.titles() == QStringList{"Audit", "Export", "Badges", "Cache"});
  model.set_sort({{BacklogColumn::title, Qt::AscendingOrder}});
  CHECK_FALSE(model.dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
}

TEST_CASE("A new item is shown whatever the filter says, until the filter changes") {
  Backlog backlog;
  BacklogModel& model = backlog.model();
  REQUIRE_FALSE(model.set_filter("title:audit"));
  ItemId fresh;
  REQUIRE(backlog.document().edit("Add", [&](storage::Edit& edit) {
    Item item;
    item.title = "New item";
    fresh = edit.insert(item);
  }));
  CHECK(model.row_of(fresh) == -1);
  model.keep_shown({fresh});
  CHECK(backlog.titles() == QStringList{"Audit", "New item"});
  REQUIRE_FALSE(model.set_filter("title:cache"));
  CHECK(backlog.titles() == QStringList{"Cache"});
}

TEST_CASE("What the first row says goes down, with the team of a single estimate, as one edit") {
  Backlog backlog;
  BacklogModel& model = backlog.model();
  REQUIRE(backlog.set(0, BacklogColumn::stage, "ready"));
  REQUIRE(backlog.set(1, BacklogColumn::effort, "Mobile=3"));
  const std::string before = backlog.document().workspace().dump();
  REQUIRE(model.fill_down(backlog.items({0, 1, 2}), {BacklogColumn::effort, BacklogColumn::stage}));
  for (const int row : {0, 1, 2}) {
    CHECK(backlog.text(row, BacklogColumn::stage) == "Ready");
    CHECK(backlog.text(row, BacklogColumn::effort) == "18");
    for (const Estimate& estimate : backlog.portfolio().owned_by<&Estimate::item>(model.item_at(row)))
      CHECK(estimate.team == backlog.portfolio().team_by_name("Platform")->id);
  }
  CHECK(backlog.text(3, BacklogColumn::effort) == unknown);
  REQUIRE(backlog.document().undo());
  CHECK(backlog.document().workspace().dump() == before);
  // Unknown goes down as unknown.
  REQUIRE(model.fill_down(backlog.items({3, 0}), {BacklogColumn::effort}));
  CHECK(backlog.text(0, BacklogColumn::effort) == unknown);
}

TEST_CASE("What is computed or belongs to one item cannot be filled down, and that is said") {
  Backlog backlog;
  const std::string before = backlog.document().workspace().dump();
  QSignalSpy refused(&backlog.model(), &BacklogModel::edit_refused);
  CHECK_FALSE(backlog.model().fill_down(backlog.items({0, 1}), {BacklogColumn::rice}));
  CHECK_FALSE(backlog.model().fill_down(backlog.items({0, 1}), {BacklogColumn::stage, BacklogColumn::key}));
  REQUIRE(refused.count() == 2);
  const auto error = refused.front().front().value<tradewind::Error>();
  CHECK(error.why.find("computed") != std::string::npos);
  CHECK(backlog.document().workspace().dump() == before);
}

TEST_CASE("Every scoring method has a column that shows, explains and sorts by it") {
  Backlog backlog;
  REQUIRE(backlog.set(0, BacklogColumn::reach, "400"));
  REQUIRE(backlog.set(0, BacklogColumn::impact, "2"));
  REQUIRE(backlog.set(0, BacklogColumn::confidence, "80"));
  QStringList keys;
  for (const scoring::Method& method : scoring::methods()) {
    INFO(std::string(method.key));
    const BacklogColumn column = score_column(method);
    REQUIRE(static_cast<int>(column) < backlog_column_count());
    CHECK(method_of(column) == &method);
    CHECK(column_with_key(key_of(column)) == column);
    keys.append(key_of(column));
    CHECK_FALSE(title_of(column).isEmpty());
    const QString tip = backlog.cell(1, column).data(Qt::ToolTipRole).toString();
    const auto result = method.score(backlog.portfolio(), *backlog.model().item(1));
    CHECK(tip.startsWith(QString::fromStdString(scoring::to_line(result))));
    if (scoring::score_of(result) == nullptr && column != BacklogColumn::moscow) {
      CHECK(backlog.text(1, column) == unknown);
      CHECK(backlog.content(1, column).bar < 0);
    }
  }
  CHECK(keys.removeDuplicates() == 0);
  const BacklogColumn quadrant = score_column(*scoring::find_method("impact-effort"));
  CHECK_FALSE(backlog.text(0, quadrant) == unknown);
  CHECK(backlog.content(0, quadrant).bar == Approx(1));
  CHECK_FALSE(is_editable(quadrant));
  backlog.model().set_sort({{quadrant, Qt::DescendingOrder}});
  CHECK(backlog.titles().front() == "Cache");
}

TEST_CASE("More confidence than the evidence supports is marked; without evidence nothing is claimed") {
  Backlog backlog;
  REQUIRE(backlog.set(0, BacklogColumn::confidence, "80"));
  CHECK_FALSE(backlog.content(0, BacklogColumn::confidence).exceeds_evidence);
  const auto add = [&](EvidenceKind kind) {
    REQUIRE(backlog.document().edit("Evidence", [&](storage::Edit& edit) {
      Evidence evidence;
      evidence.item = backlog.model().item_at(0);
      evidence.kind = kind;
      edit.insert(evidence);
    }));
  };
  add(EvidenceKind::anecdote);
  CHECK(backlog.content(0, BacklogColumn::confidence).exceeds_evidence);
  CHECK(backlog.content(0, BacklogColumn::confidence).pips == 0b00010);
  const QString tip = backlog.cell(0, BacklogColumn::confidence).data(Qt::ToolTipRole).toString();
  CHECK(tip.contains("more than its evidence supports"));
  add(EvidenceKind::launch_data);
  CHECK_FALSE(backlog.content(0, BacklogColumn::confidence).exceeds_evidence);
  CHECK(backlog.content(0, BacklogColumn::confidence).pips == 0b10010);
}

}  // namespace
}  // namespace tradewind::gui
