#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/views/moscow_gauge.h"
#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/sample_workspace.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

TEST_CASE("Every view has scenes and rows, and says so for an empty workspace too") {
  const views::FixedWidthMeasurer measurer;
  const Portfolio sample = make_sample_portfolio();
  for (const auto& entry : EnumNames<View>::values) {
    INFO(entry.second);
    ViewOptions options;
    options.today = sample_today;
    if (entry.first == View::tradeoff) options.insert = "CDP-104";
    const auto scenes = lay_out_view(sample, entry.first, options, measurer);
    REQUIRE(scenes);
    REQUIRE_FALSE(scenes->empty());
    for (const views::Scene& scene : *scenes) CHECK_FALSE(scene.shapes.empty());
    const auto table = tabulate_view(sample, entry.first, options);
    REQUIRE(table);
    CHECK_FALSE(table->rows.empty());
    for (const Record& row : table->rows) CHECK(row.size() == table->columns.size());
    // A request that is not there cannot be priced.
    CHECK(lay_out_view(Portfolio{}, entry.first, options, measurer).has_value() == (entry.first != View::tradeoff));
  }
}

TEST_CASE("Options reach the view, and one that a view does not know is refused") {
  const views::FixedWidthMeasurer measurer;
  const Portfolio sample = make_sample_portfolio();
  ViewOptions options;
  options.today = sample_today;
  options.size = views::Size{900, 700};
  CHECK(lay_out_view(sample, View::matrix, options, measurer)->front().size == views::Size{900, 700});
  options.where = "moscow:must";
  const auto musts = tabulate_view(sample, View::backlog, options);
  REQUIRE(musts);
  std::size_t expected = 0;
  for (const Item& item : sample.all<Item>()) expected += item.moscow == Moscow::must ? 1U : 0U;
  CHECK(musts->rows.size() == expected);
  CHECK_FALSE(lay_out_view(sample, View::roadmap, options, measurer));
  ViewOptions grouped;
  grouped.group = LaneRule::team;
  CHECK_FALSE(lay_out_view(sample, View::matrix, grouped, measurer));
  ViewOptions period;
  period.period = "2027Q1";
  CHECK(lay_out_view(sample, View::moscow, period, measurer));
  CHECK_FALSE(tabulate_view(sample, View::outcomes, period));
}

TEST_CASE("The backlog is written in the order and the groups that it is given") {
  const views::FixedWidthMeasurer measurer;
  const Portfolio sample = make_sample_portfolio();
  const auto id = [&](const char* key) { return sample.item_by_key(key)->id; };
  ViewOptions options;
  options.today = sample_today;
  options.items = std::vector{id("CDP-125"), id("CDP-112"), id("CDP-118")};
  options.heads = {{0, "Later", "2 items"}, {2, "Sooner", "1 item"}, {3, "Folded", "9 items"}};
  const auto table = tabulate_view(sample, View::backlog, options);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 3);
  CHECK(table->columns.front() == "group");
  const std::string csv = table_text(*table, TableFormat::csv);
  CHECK(csv.find("Later,CDP-125") < csv.find("Later,CDP-112"));
  CHECK(csv.find("Later,CDP-112") < csv.find("Sooner,CDP-118"));

  const auto pages = lay_out_view(sample, View::backlog, options, measurer);
  REQUIRE(pages);
  REQUIRE(pages->size() == 1);
  std::vector<std::string> said;
  for (const views::Shape& shape : pages->front().shapes) {
    const auto* text = std::get_if<views::TextShape>(&shape.what);
    if (text == nullptr) continue;
    for (const char* word : {"Later", "CDP-125", "CDP-112", "Sooner", "CDP-118", "Folded", "9 items"})
      if (text->text == word) said.push_back(word);
  }
  CHECK(said == std::vector<std::string>{"Later", "CDP-125", "CDP-112", "Sooner", "CDP-118", "Folded", "9 items"});
  CHECK_FALSE(lay_out_view(sample, View::outcomes, options, measurer));
}

TEST_CASE("A board is written with its own columns, that of MoSCoW under its gauge") {
  const views::FixedWidthMeasurer measurer;
  const Portfolio sample = make_sample_portfolio();
  ViewOptions options;
  options.today = sample_today;
  options.columns = views::BoardColumns::moscow;
  const auto scenes = lay_out_view(sample, View::board, options, measurer);
  REQUIRE(scenes);
  views::MoscowOptions gauge;
  gauge.size = {1440, 0};
  const views::Scene upper = views::layout_moscow(sample, gauge, measurer);
  std::size_t cards = 0;
  for (const views::Shape& shape : scenes->front().shapes) {
    const views::Rect bounds = views::bounds_of(shape);
    CHECK(bounds.bottom() <= scenes->front().size.height + 1);
    if (shape.mark.kind == views::MarkKind::item && bounds.y > upper.size.height) ++cards;
  }
  const auto table = tabulate_view(sample, View::board, options);
  REQUIRE(table);
  CHECK(table->rows.size() == cards);
  CHECK(table_text(*table, TableFormat::csv).find("Must,CDP-") != std::string::npos);
  options.columns.reset();
  options.group = LaneRule::team;
  CHECK_FALSE(lay_out_view(sample, View::board, options, measurer));
}

TEST_CASE("The table of a view as CSV, Markdown and JSON") {
  ViewTable table;
  table.columns = {"key", "effort"};
  table.rows = {{{"key", Value::of("TW-1")}, {"effort", Value::of(2.5)}}, {{"key", Value::of("a,b")}, {"effort", Value{}}}};
  CHECK(table_text(table, TableFormat::csv) == "key,effort\r\nTW-1,2.5\r\n\"a,b\",\r\n");
  CHECK(table_text(table, TableFormat::markdown).find("| TW-1") != std::string::npos);
  CHECK(table_text(table, TableFormat::json).find("null") != std::string::npos);
}
