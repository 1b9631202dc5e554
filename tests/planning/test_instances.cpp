// Reading benchmark instances: small texts of each format, texts that are broken, and the published files where they lie.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "tradewind/planning/instances.h"

namespace tradewind::planning {
namespace {

namespace fs = std::filesystem;

std::string psplib_text() {
  return R"(************************************************************************
file with basedata            : small.bas
jobs (incl. supersource/sink ):  4
horizon                       :  5
RESOURCES
  - renewable                 :  2   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       2    0
  3      1     2       3    1
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    4    1
************************************************************************
)";
}

constexpr const char* patterson_text = "4 2\n\n4 1\n\n0 0 0 2 2 3\n3 2 0 1 4\n2 3 1 1\t4\n0 0 0 0\n";
constexpr const char* many_knapsacks = "2\n3 2 0\n5 6\n7\n1 2 3\n4 5 6\n4 9\n1 1 8706.1\n10\n2\n3\n";
constexpr const char* single_knapsack = "2 3\n5 6 7\n4 9\n1 2 3\n4 5 6\n\n11\n";

std::string with(std::string text, const std::string& part, const std::string& instead) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), instead);
}

template <class T>
std::string why(const Result<T>& read) {
  if (read) return "";
  CHECK(read.error().code == ErrorCode::bad_input);
  CHECK_FALSE(read.error().what.empty());
  CHECK_FALSE(read.error().what_to_do.empty());
  return read.error().why;
}

bool contains(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

void check_small_project(const Result<MakespanProblem>& read) {
  REQUIRE(read);
  CHECK(read->durations == std::vector<int>{0, 3, 2, 0});
  CHECK(read->demands == std::vector<std::vector<int>>{{0, 0}, {2, 0}, {3, 1}, {0, 0}});
  CHECK(read->capacities == std::vector<int>{4, 1});
  CHECK(read->successors == std::vector<std::vector<int>>{{1, 2}, {3}, {3}, {}});
  CHECK(solve_makespan(*read, {.schedules = 100}).makespan == 5);
}

std::string windows_lines(const std::string& text) {
  std::string result = "\xEF\xBB\xBF";
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("PSPLIB and Patterson: the same project, with any line ends") {
  check_small_project(read_psplib(psplib_text()));
  check_small_project(read_psplib(windows_lines(psplib_text())));
  check_small_project(read_patterson(patterson_text));
  check_small_project(read_patterson(windows_lines(patterson_text)));
}

TEST_CASE("Knapsacks: both layouts, numbers across line ends, best values or none") {
  const auto many = read_mknap(many_knapsacks);
  REQUIRE(many);
  REQUIRE(many->size() == 2);
  CHECK(many->at(0).profits == std::vector<double>{5, 6, 7});
  CHECK(many->at(0).weights == std::vector<std::vector<double>>{{1, 2, 3}, {4, 5, 6}});
  CHECK(many->at(0).capacities == std::vector<double>{4, 9});
  CHECK_FALSE(many->at(0).best_known);
  CHECK(many->at(1).best_known == 8706.1);
  const auto single = read_mknap(single_knapsack);
  REQUIRE(single);
  REQUIRE(single->size() == 1);
  CHECK(single->at(0).weights == many->at(0).weights);
  CHECK(single->at(0).capacities == many->at(0).capacities);
  CHECK(single->at(0).best_known == 11);
  CHECK(read_mknap("1 2  5 6  4  1 2").value().front().best_known == std::nullopt);
}

TEST_CASE("The format is recognised by the content") {
  const auto holds_project = [](const std::string& text) {
    const auto read = read_instance(text);
    return read && std::holds_alternative<MakespanProblem>(*read);
  };
  const auto holds_knapsacks = [](const std::string& text) {
    const auto read = read_instance(text);
    return read && std::holds_alternative<std::vector<Knapsack>>(*read);
  };
  CHECK(holds_project(psplib_text()));
  CHECK(holds_project(patterson_text));
  CHECK(holds_knapsacks(many_knapsacks));
  CHECK(holds_knapsacks(single_knapsack));
  CHECK_FALSE(read_instance(patterson_text, InstanceFormat::psplib));
  CHECK_FALSE(read_instance(patterson_text, InstanceFormat::mknap));
  CHECK_FALSE(read_instance(many_knapsacks, InstanceFormat::patterson));
}

TEST_CASE("PSPLIB: what is wrong is named with its line") {
  const auto reason = [](const std::string& part, const std::string& instead) {
    return why(read_psplib(with(psplib_text(), part, instead)));
  };
  CHECK(contains(reason("sink ):  4", "sink ):  5"), "4 rows, but there are 5 jobs"));
  CHECK(contains(reason("sink ):  4", "sink ):  four"), "\"four\" is not a whole number"));
  CHECK(contains(reason("2   3\n", "2   \n"), "line 12"));
  CHECK(contains(reason("2   3\n", "2   3  4\n"), "line 12"));
  CHECK(contains(reason("2   3\n", "2   9\n"), "line 12"));
  CHECK(contains(reason("2   3\n", "2   0\n"), "does not exist"));
  CHECK(contains(reason("   4        1          0", "   4        1          1   1"), "circle"));
  CHECK(contains(reason("   2        1          1           4", "   3        1          1           4"), "line 13"));
  CHECK(contains(reason("   2        1          1           4", "   2        3          1           4"), "several modes"));
  CHECK(contains(reason("2      1     3", "2      1    -3"), "is negative"));
  CHECK(contains(reason("2      1     3", "2      1    99999999999"), "too large"));
  CHECK(contains(reason("3    1\n", "5    1\n"), "needs 5 of resource 1"));
  CHECK(contains(reason("    4    1\n", "    4\n"), "an availability"));
  CHECK(contains(reason("    4    1\n", ""), "RESOURCEAVAILABILITIES"));
  CHECK(contains(reason("REQUESTS/DURATIONS", "REQUESTS"), "REQUESTS/DURATIONS is missing"));
  CHECK(contains(reason("nonrenewable              :  0", "nonrenewable              :  2"), "nonrenewable"));
}

TEST_CASE("Bare numbers: what is wrong is named with its number and line") {
  CHECK(contains(why(read_patterson("4 2 4 1")), "before the last of 4 jobs"));
  CHECK(contains(why(read_patterson("2000000000 2000000000 1")), "too few"));
  CHECK(contains(why(read_patterson(with(patterson_text, "3 2 0", "3 two 0"))), "(line 6)"));
  CHECK(contains(why(read_patterson(with(patterson_text, "3 2 0", "3 -2 0"))), "is negative"));
  CHECK(contains(why(read_patterson(std::string(patterson_text) + "7")), "1 more numbers after the end"));
  CHECK(contains(why(read_patterson(with(patterson_text, "0 0 0 0", "0 0 0 1 1"))), "circle"));
  CHECK(contains(why(read_mknap("1 3 2 0 5 6")), "before the last capacity of problem 1"));
  CHECK(contains(why(read_mknap("1 2000000000 2000000000 0 5 6")), "too few"));
  CHECK(contains(why(read_mknap("2000000000 1 1 0 5 6 7")), "problem 2"));
  CHECK(contains(why(read_mknap("0")), "0 problems"));
  CHECK(contains(why(read_mknap(with(many_knapsacks, "8706.1", "nan"))), "is not a number"));
  CHECK(contains(why(read_mknap(with(many_knapsacks, "4 9", "4 -9"))), "is negative"));
  CHECK(contains(why(read_mknap(std::string(many_knapsacks) + "1")), "after the end, from line 12"));
}

TEST_CASE("A text that is cut anywhere, or is none of the formats, is refused and never crashes") {
  const std::string psplib = psplib_text();
  for (std::size_t length = 0; length < psplib.find("    4    1\n"); ++length)
    REQUIRE_FALSE(why(read_psplib(psplib.substr(0, length))).empty());
  const std::string patterson = patterson_text;
  for (std::size_t length = 0; length + 1 < patterson.size(); ++length)
    REQUIRE_FALSE(why(read_patterson(patterson.substr(0, length))).empty());
  // The beginning of many knapsacks can by chance be a whole one of the other layout.
  const std::string knapsacks = many_knapsacks;
  for (std::size_t length = 0; length < knapsacks.size(); ++length) {
    const auto read = read_mknap(knapsacks.substr(0, length));
    if (!read) REQUIRE_FALSE(why(read).empty());
  }
  for (const std::string text : {"", " \n", "hello", "1", "\xFF\xFE\x01", "{\"json\": true}", "1e400 1", "--- ***"})
    CHECK_FALSE(why(read_instance(text)).empty());
  CHECK_FALSE(contains(why(read_instance(std::string(100'000, 'x'))), std::string(40, 'x')));
}

TEST_CASE("Published instances: sizes, and proven makespans that no bound exceeds") {
  const fs::path folder = fs::path(TRADEWIND_SHARED_DATA) / "bench";
  if (!fs::exists(folder)) return;  // not everybody has it
  std::ifstream bounds(folder / "psplib" / "bounds_2024_open.csv");
  std::string line;
  int found = 0;
  while (std::getline(bounds, line)) {
    const std::string name = line.substr(0, line.find(','));
    const fs::path path = folder / "psplib" / "samples" / name;
    if (!fs::exists(path)) continue;
    CAPTURE(name);
    std::istringstream fields(line.substr(name.size() + 1));
    int best_bound = 0;
    int best_known = 0;
    char comma = 0;
    REQUIRE(fields >> best_bound >> comma >> best_known);
    const auto read = read_psplib(content(path));
    REQUIRE(read);
    CHECK((read->durations.size() == 32 || read->durations.size() >= 62));
    CHECK(read->capacities.size() == 4);
    const Schedule schedule = solve_makespan(*read, {.schedules = 5000});
    CHECK(verify(*read, schedule).empty());
    CHECK(schedule.makespan >= best_bound);
    CHECK(schedule.lower_bound <= best_known);
    CHECK(schedule.makespan <= best_known * 1.06);
    ++found;
  }
  CHECK(found >= 5);
}

TEST_CASE("Published knapsacks: sizes and stated optima") {
  const fs::path folder = fs::path(TRADEWIND_SHARED_DATA) / "bench" / "mkp";
  if (!fs::exists(folder)) return;  // not everybody has it
  const auto large = read_mknap(content(folder / "mknapcb4.txt"));
  REQUIRE(large);
  REQUIRE(large->size() == 30);
  for (const Knapsack& knapsack : *large) {
    CHECK(knapsack.profits.size() == 100);
    CHECK(knapsack.weights.size() == 10);
    CHECK(knapsack.capacities.size() == 10);
    CHECK_FALSE(knapsack.best_known);
  }
  const auto petersen = read_mknap(content(folder / "mknap1.txt"));
  REQUIRE(petersen);
  REQUIRE(petersen->size() == 7);
  CHECK(petersen->front().profits.size() == 6);
  CHECK(std::ranges::any_of(*petersen, [](const Knapsack& knapsack) { return knapsack.best_known == 8706.1; }));
  const auto single = read_mknap(content(folder / "PB1.dat"));
  REQUIRE(single);
  CHECK(single->front().profits.size() == 27);
  CHECK(single->front().weights.size() == 4);
  CHECK(single->front().best_known == 3090);
}

}  // namespace tradewind::planning
