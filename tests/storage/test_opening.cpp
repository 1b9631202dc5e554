// Opening a workspace of which reading, indexing and proving run on several threads: every row and every index is there,
// however the file is kept and whatever another process does meanwhile.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "support/catch.h"
#include "support/generated_portfolio.h"
#include "support/random_portfolio.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/scenario.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

/// Enough items and estimates for a thread of their own.
const Portfolio& many_rows() {
  static const Portfolio rows = [] {
    test::GeneratedOptions options;
    options.items = 2500;
    return test::generated_portfolio(options);
  }();
  return rows;
}

fs::path make_large_workspace(const TemporaryDirectory& directory) {
  const fs::path path = directory / "w.tradewind";
  auto workspace = Workspace::create(path);
  REQUIRE(workspace.has_value());
  REQUIRE(workspace->edit("Fill", [](Edit& edit) { edit.insert_all(many_rows()); }));
  return path;
}

template <auto Member>
bool owners_are_found(const Portfolio& portfolio) {
  std::size_t found = 0;
  for (const Item& item : portfolio.all<Item>())
    for (const auto& row : portfolio.owned_by<Member>(item.id)) found += row.*Member == item.id ? 1 : 0;
  return found == portfolio.all<typename detail::MemberPointer<decltype(Member)>::Owner>().size();
}

void check_indices(const Portfolio& portfolio) {
  bool keys_are_found = true;
  for (const Item& item : portfolio.all<Item>())
    keys_are_found = keys_are_found && portfolio.item_by_key(item.key) == &item &&
                     portfolio.item_by_external_key(item.external_source, item.external_key) == &item;
  CHECK(keys_are_found);
  CHECK(owners_are_found<&Estimate::item>(portfolio));
  CHECK(owners_are_found<&Contribution::item>(portfolio));
  CHECK(owners_are_found<&Dependency::successor>(portfolio));
}

TEST_CASE("a large workspace is all there however its file is kept") {
  const TemporaryDirectory directory;
  const fs::path path = make_large_workspace(directory);
  Options options;
  SECTION("as it was left") {}
  SECTION("opened for reading only") { options.read_only = true; }
  SECTION("marked read-only") { REQUIRE(::chmod(path.c_str(), 0444) == 0); }
  SECTION("without a write-ahead log") {
    REQUIRE(Workspace::open(path)->back_up_to(directory / "copy.tradewind").has_value());
    fs::rename(directory / "copy.tradewind", path);
    options.read_only = GENERATE(false, true);
  }
  const auto workspace = Workspace::open(path, options);
  REQUIRE(workspace.has_value());
  CHECK(test::same_rows(workspace->portfolio(), many_rows()));
  CHECK(workspace->check().intact);
  check_indices(workspace->portfolio());
}

TEST_CASE("a scenario of a large workspace holds its rows") {
  const TemporaryDirectory directory;
  auto baseline = Workspace::open(make_large_workspace(directory));
  REQUIRE(baseline.has_value());
  Scenario named;
  named.name = "Fewer items";
  const auto made = create_scenario(*baseline, named, "Erase an item",
                                    [](Edit& edit) { edit.erase(edit.portfolio().item_by_key("TW-1000")->id); });
  REQUIRE(made.has_value());
  const auto opened = open_scenario(*baseline, *made);
  REQUIRE(opened.has_value());
  CHECK(opened->workspace.portfolio().all<Item>().size() + 1 == many_rows().all<Item>().size());
  CHECK(opened->workspace.portfolio().item_by_key("TW-1000") == nullptr);
  CHECK(opened->workspace.check().intact);
}

TEST_CASE("a changed byte in a large workspace is found") {
  const TemporaryDirectory directory;
  const fs::path path = make_large_workspace(directory);
  std::ifstream file(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t at = 5000; at < whole.size(); at += whole.size() / 20) {
    CAPTURE(at);
    std::string damaged = whole;
    damaged[at] ^= 0x20;
    std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
    const auto workspace = Workspace::open(path);
    REQUIRE_FALSE(workspace.has_value());
    CHECK(workspace.error().code == ErrorCode::damaged);
  }
}

/// Edit after edit, each of which gives the first and the last item and the last estimate of the file the same number.
void write_numbers(const fs::path& path, int last_number) {
  auto workspace = Workspace::open(path);
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  for (int number = 1; workspace && number <= last_number; ++number) {
    const auto receipt = workspace->edit(std::to_string(number), [&](Edit& edit) {
      const auto& items = edit.portfolio().all<Item>();
      Item first = *std::min_element(items.begin(), items.end(), by_id);
      Item last = *std::max_element(items.begin(), items.end(), by_id);
      const auto& estimates = edit.portfolio().all<Estimate>();
      Estimate estimate = *std::max_element(estimates.begin(), estimates.end(), by_id);
      first.reach = last.reach = estimate.high = 1000.0 + number;
      edit.update(first);
      edit.update(last);
      edit.update(estimate);
    });
    if (!receipt) _exit(1);
  }
  _exit(workspace ? 0 : 1);
}

/// What the rows say the last number was; unknown where they do not agree.
OptionalNumber number_in(const Portfolio& portfolio) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  const auto& items = portfolio.all<Item>();
  const auto& estimates = portfolio.all<Estimate>();
  const OptionalNumber first = std::min_element(items.begin(), items.end(), by_id)->reach;
  const OptionalNumber last = std::max_element(items.begin(), items.end(), by_id)->reach;
  const OptionalNumber high = std::max_element(estimates.begin(), estimates.end(), by_id)->high;
  return first == last && last == high && first.has_value() ? OptionalNumber{first.value() - 1000} : OptionalNumber{};
}

TEST_CASE("what another process writes while a workspace is opened is in it wholly or is news to it") {
  const TemporaryDirectory directory;
  const fs::path path = make_large_workspace(directory);
  constexpr int last_number = 300;
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) write_numbers(path, last_number);
  std::vector<Workspace> opened;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    Options options;
    options.read_only = opened.size() % 2 == 1;
    auto workspace = Workspace::open(path, options);
    REQUIRE(workspace.has_value());
    const auto label = workspace->undo_label();
    REQUIRE(label.has_value());
    if (*label != "Fill") CHECK(number_in(workspace->portfolio()) == OptionalNumber{std::stod(*label)});
    if (opened.size() < 50) opened.push_back(std::move(*workspace));
  }
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  REQUIRE(opened.size() > 3);
  for (Workspace& workspace : opened) {
    REQUIRE(workspace.poll().has_value());
    CHECK(number_in(workspace.portfolio()) == OptionalNumber{double{last_number}});
    check_indices(workspace.portfolio());
    CHECK(workspace.check().intact);
  }
}

}  // namespace
}  // namespace tradewind::storage
