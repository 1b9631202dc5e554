// Every view in every format; the formats that do not exist are refused with those that do.
#include <algorithm>
#include <sstream>
#include <string_view>

#include "cli/run_cli.h"

using namespace tradewind::cli;

namespace {

struct PageArea {  // in points
  double width = 0, height = 0;
};
std::vector<PageArea> pages_of(const std::string& pdf) {
  constexpr std::string_view key = "/MediaBox [";
  const std::string bytes = bytes_of(pdf);
  std::vector<PageArea> pages;
  for (std::size_t at = bytes.find(key); at != std::string::npos; at = bytes.find(key, at + 1)) {
    double left = 0;
    double top = 0;
    PageArea& page = pages.emplace_back();
    std::istringstream(bytes.substr(at + key.size(), 60)) >> left >> top >> page.width >> page.height;
  }
  return pages;
}

std::string beginning_of(const std::string& path, std::size_t count) { return bytes_of(path).substr(0, count); }

}  // namespace

TEST_CASE("export: each view as a picture") {
  const Folder folder;
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  const std::string before = bytes_of(file);
  for (const std::string view : {"roadmap", "now-next-later", "matrix", "moscow", "allocation", "outcomes", "backlog"}) {
    INFO(view);
    const std::string svg = folder / (view + ".svg");
    const Json made = json_of({"export", file, "--view", view, "--to", svg});
    CHECK(made["file"] == svg);
    CHECK(made["bytes"] == std::filesystem::file_size(svg));
    CHECK(bytes_of(svg).find("<svg") != std::string::npos);
  }
  const std::string png = folder / "matrix.PNG";
  json_of({"export", file, "--view", "matrix", "--to", png, "--theme", "dark", "--size", "800x500"});
  const std::string bytes = bytes_of(png);
  CHECK(bytes.substr(1, 3) == "PNG");
  const auto number_at = [&](std::size_t at) {
    return (static_cast<unsigned char>(bytes[at + 2]) << 8) | static_cast<unsigned char>(bytes[at + 3]);
  };
  CHECK(number_at(16) == 1600);  // two image pixels per logical one
  CHECK(number_at(20) == 1000);
  const std::string pdf = folder / "backlog.pdf";
  json_of({"export", file, "--view", "backlog", "--to", pdf});
  CHECK(beginning_of(pdf, 5) == "%PDF-");
  json_of({"export", file, "--view", "roadmap", "--group", "team", "--to", folder / "teams.pdf"});
  json_of({"export", file, "--view", "moscow", "--period", "2027Q1", "--to", folder / "q1.svg"});
  CHECK(bytes_of(file) == before);
}

TEST_CASE("export and tradeoff: the price of a request as one slide") {
  const Folder folder;
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  const std::string slide = folder / "slide.svg";
  json_of(
      {"export", file, "--view", "tradeoff", "--insert", "CDP-104", "--by", "2027Q1", "--today", "2027-01-18", "--to", slide});
  CHECK(bytes_of(slide).find("Which is the priority for the business right now?") != std::string::npos);
  CHECK(bytes_of(slide).find("284") != std::string::npos);
  const std::string same = folder / "same.svg";
  json_of({"tradeoff", file, "--insert", "CDP-104", "--by", "2027Q1", "--today", "2027-01-18", "--to", same});
  CHECK(bytes_of(same) == bytes_of(slide));
  json_of({"export", file, "--view", "tradeoff", "--insert", "CDP-104", "--today", "2027-01-18", "--to", folder / "rows.json"});
  CHECK(Json::parse(bytes_of(folder / "rows.json")).size() == 6);
  refusal_of({"export", file, "--view", "tradeoff", "--to", folder / "x.pdf"});
  refusal_of({"export", file, "--view", "tradeoff", "--insert", "CDP-999", "--to", folder / "x.pdf"});
  refusal_of({"export", file, "--view", "matrix", "--insert", "CDP-104", "--to", folder / "x.pdf"});
  refusal_of({"tradeoff", file, "--insert", "CDP-104", "--today", "2027-01-18", "--to", folder / "x.csv"});
}

TEST_CASE("tradeoff says what a test takes, what a person-week would bring, and whether the search was stopped") {
  const Folder folder;
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  const std::vector<std::string> question{"tradeoff", file, "--insert", "CDP-104", "--by", "2027Q1", "--today", "2027-01-18"};
  std::vector<std::string> tested = question;
  for (const char* word : {"--test-weeks", "2", "--test-team", "Platform", "--test-cost", "5000"}) tested.emplace_back(word);
  const Json priced = json_of(tested);
  CHECK(priced["stopped_early"] == false);
  int tests = 0;
  for (const Json& option : priced["options"]) {
    if (option["option"] != "test-first") continue;
    ++tests;
    CHECK(option["takes"] == "1 person-week of Platform in 2 weeks");
    CHECK(option["assumes"].get<std::string>().find("€ 5 k") != std::string::npos);
  }
  CHECK(tests == 1);
  const std::string said = run_cli(question).out;
  CHECK(said.find("What one person-week more would bring at the margin") != std::string::npos);
  CHECK(said.find("Allocation in 2027Q1") != std::string::npos);
  CHECK(priced["allocation"][0]["tolerance"] == 0.05);
}

TEST_CASE("export: each view as the rows behind it") {
  const Folder folder;
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  for (const std::string view : {"roadmap", "now-next-later", "matrix", "moscow", "allocation", "outcomes", "backlog"}) {
    INFO(view);
    json_of({"export", file, "--view", view, "--to", folder / "rows.json"});
    const Json rows = Json::parse(bytes_of(folder / "rows.json"));
    CHECK(rows.is_array());
    CHECK_FALSE(rows.empty());
    json_of({"export", file, "--view", view, "--to", folder / "rows.csv"});
    CHECK(bytes_of(folder / "rows.csv").find(rows[0].begin().key()) == 0);
    json_of({"export", file, "--view", view, "--to", folder / "rows.md"});
    CHECK(beginning_of(folder / "rows.md", 1) == "|");
  }
  json_of({"export", file, "--view", "backlog", "--where", "moscow:must", "--to", folder / "must.json"});
  for (const Json& row : Json::parse(bytes_of(folder / "must.json"))) CHECK(row["moscow"] == "must");
}

TEST_CASE("export: the workspace as JSON comes back equal") {
  const Folder folder;
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  const std::string json = folder / "workspace.json";
  json_of({"export", file, "--view", "workspace", "--to", json});
  const std::string copy = folder / "copy.tradewind";
  json_of({"new", copy});
  const Json report = json_of({"import", copy, json});
  CHECK(report["format"] == "json");
  CHECK(report["created"] == 44);
  CHECK(dump_of(copy) == dump_of(file));
  const Json again = json_of({"import", copy, json});
  CHECK(again["unchanged"] == 44);
  CHECK(json_of({"history", copy}).size() == 1);
}

TEST_CASE("export: a long picture has pages of paper, unless one is asked for") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file, "--template", "quarterly"});
  std::string rows = "Title\n";
  for (int at = 0; at < 300; ++at) rows += "Item " + std::to_string(at) + "\n";
  write_bytes(folder / "rows.csv", rows);
  CHECK(json_of({"import", file, folder / "rows.csv"})["created"] == 300);
  const std::string pdf = folder / "board.pdf";
  const auto pages_on = [&](const std::string& paper) {
    std::vector<std::string> arguments{"export", file, "--view", "board", "--to", pdf};
    if (!paper.empty()) arguments.insert(arguments.end(), {"--paper", paper});
    json_of(arguments);
    return pages_of(pdf);
  };
  const auto automatic = pages_on("");
  REQUIRE(automatic.size() > 2);
  // A4, upright or across, whole points.
  for (const PageArea& page : automatic) {
    CHECK(std::min(page.width, page.height) == Approx(595).margin(1));
    CHECK(std::max(page.width, page.height) == Approx(842).margin(1));
  }
  CHECK(pages_on("a4").size() == automatic.size());
  CHECK(pages_on("a3").size() < automatic.size());
  CHECK(pages_on("letter").size() > 2);
  const auto one = pages_on("one");
  REQUIRE(one.size() == 1);
  CHECK(one.front().height > 3 * one.front().width);
  CHECK(one.front().height <= 14400);

  // What is short stays one page, as large as it is.
  const std::string sample = folder / "sample.tradewind";
  json_of({"new", sample, "--template", "sample"});
  json_of({"export", sample, "--view", "roadmap", "--today", "2027-01-18", "--to", pdf});
  REQUIRE(pages_of(pdf).size() == 1);
  CHECK(pages_of(pdf).front().width == Approx(1080).margin(1));

  CHECK(refusal_of({"export", sample, "--view", "matrix", "--to", folder / "x.png", "--paper", "a4"}).find("PDF") !=
        std::string::npos);
  CHECK(run_cli({"export", sample, "--view", "matrix", "--to", pdf, "--paper", "a5"}).status == 2);
}

TEST_CASE("export: refusals name what exists, and nothing is written") {
  const Folder folder;
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  for (const std::string name : {"x.xlsx", "x.pptx", "x.doc", "x"}) {
    const std::string message = refusal_of({"export", file, "--view", "matrix", "--to", folder / name});
    CHECK(message.find(".pdf") != std::string::npos);
    CHECK(message.find(".csv") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / name));
  }
  refusal_of({"export", file, "--view", "workspace", "--to", folder / "x.csv"});
  refusal_of({"export", file, "--view", "matrix", "--to", folder / "x.png", "--size", "huge"});
  refusal_of({"export", file, "--view", "matrix", "--to", folder / "x.png", "--period", "2027Q1"});
  refusal_of({"export", file, "--view", "matrix", "--to", folder / "x.png", "--where", "effort<"});
  refusal_of({"export", file, "--view", "moscow", "--to", folder / "x.png", "--period", "soon"});
  refusal_of({"export", file, "--view", "matrix", "--to", folder / "no/such/folder/x.png"});
  refusal_of({"export", file, "--view", "backlog", "--to", folder / "no/such/folder/x.csv"});
  refusal_of({"export", file, "--view", "workspace", "--to", file});
  // Any workspace, whatever it is called, and also where it is another one.
  const std::string other = folder / "other.json";
  json_of({"new", other});
  const std::string before = bytes_of(other);
  for (const std::string view : {"workspace", "matrix"})
    CHECK(refusal_of({"export", file, "--view", view, "--to", other}).find("workspace") != std::string::npos);
  refusal_of({"decision", file, "list", "--to", other});
  CHECK(bytes_of(other) == before);
  json_of({"new", folder / "other.pdf"});
  refusal_of({"export", file, "--view", "matrix", "--to", folder / "other.pdf"});
  CHECK(run_cli({"export", file, "--view", "horoscope", "--to", folder / "x.png"}).status == 2);
}
