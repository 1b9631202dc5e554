// Writing the generated export.
#include "support/generated_jira_csv.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/generated_words.h"

namespace tradewind::test {
namespace {

constexpr std::string_view header =
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Reporter,Creator,Created,"
    "Updated,Due date,Labels,Labels,Labels,Description,Component/s,Component/s,Sprint,Sprint,Parent,Parent summary,"
    "Inward issue link (Blocks),Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Relates),"
    "Custom field (Story Points),Custom field (Team),Custom field (Severity)\n";

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 4> types{"Story", "Task", "Bug", "Epic"};
constexpr std::array<std::string_view, 5> states{"To Do", "In Progress", "In Review", "Done", "Backlog"};
constexpr std::array<std::string_view, 5> priorities{"Highest", "High", "Medium", "Low", "Lowest"};
constexpr std::array<std::string_view, 8> people{"Ada Nowak",   "Bo Lindqvist", "Chiara Rossi", "Dara O'Neill",
                                                 "Émile Petit", "Farah Aziz",   "Grete Müller", "Hiro Tanaka"};

class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  void cell(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    if (text.find_first_of(",\"\n") == std::string_view::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void end() { out_ += '\n'; }

 private:
  std::string& out_;
  bool first_ = true;
};

std::string two_digits(std::size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string moment(RandomChoice& random) {
  // One statement for each choice: the order in which a compiler evaluates operands is its own.
  std::string out = two_digits(1 + random.below(28));
  out += '/';
  out += random.of(months);
  out += "/26 ";
  out += std::to_string(1 + random.below(12));
  out += ':';
  out += two_digits(random.below(60));
  out += random.one_in(2) ? " AM" : " PM";
  return out;
}

std::string key(std::size_t number) { return "PROJ-" + std::to_string(number); }

/// The key of some earlier issue, mostly of a near one; empty for most.
std::string earlier(RandomChoice& random, std::size_t number, std::size_t one_in) {
  return number > 1 && random.one_in(one_in) ? key(number - 1 - random.below(std::min<std::size_t>(number - 1, 300)))
                                             : std::string();
}

/// The same for a later one: an issue that blocks others is blocked only by earlier ones, so that there is no circle.
std::string later(RandomChoice& random, std::size_t number, std::size_t rows, std::size_t one_in) {
  return number < rows && random.one_in(one_in) ? key(number + 1 + random.below(std::min<std::size_t>(rows - number, 300)))
                                                : std::string();
}

void append_issue(std::string& out, RandomChoice& random, std::size_t number, std::size_t rows) {
  const auto sometimes = [&](std::size_t one_in, std::string_view text) {
    return random.one_in(one_in) ? text : std::string_view{};
  };
  Row row(out);
  row.cell(title(random));
  row.cell(key(number));
  row.cell(std::to_string(100000 + number));
  row.cell(random.of(types));
  row.cell(random.of(states));
  row.cell("PROJ");
  row.cell("Clinical data platform");
  row.cell(random.of(priorities));
  row.cell(sometimes(5, "Done"));
  for (int person = 0; person < 3; ++person) row.cell(random.of(people));
  row.cell(moment(random));
  row.cell(moment(random));
  row.cell(random.one_in(4) ? moment(random) : std::string());
  for (std::size_t label = 0; label < 3; ++label) row.cell(sometimes(1 + 2 * label, random.of(tag_words)));
  std::string text = description(random);
  if (random.one_in(8)) text += "\n\nh3. Acceptance\n* it is \"done\" when measured, not when shipped";
  row.cell(text);
  row.cell(random.of(team_names));
  row.cell(sometimes(6, random.of(team_names)));
  row.cell("Sprint " + std::to_string(1 + random.below(26)));
  row.cell(random.one_in(5) ? "Sprint " + std::to_string(27 + random.below(10)) : std::string());
  row.cell(random.one_in(6) && number > 1 ? std::to_string(100000 + 1 + random.below(number - 1)) : std::string());
  row.cell("");
  row.cell(earlier(random, number, 8));
  row.cell(earlier(random, number, 40));
  row.cell(later(random, number, rows, 20));
  row.cell(earlier(random, number, 10));
  row.cell(random.one_in(3) ? std::string() : std::to_string(1 + random.below(13)) + ".0");
  row.cell(random.of(team_names));
  row.cell(sometimes(4, "S2"));
  row.end();
}

}  // namespace

std::string generated_jira_csv(std::size_t rows, std::uint64_t seed) {
  RandomChoice random(seed);
  std::string out(header);
  out.reserve(rows * 500);
  for (std::size_t number = 1; number <= rows; ++number) append_issue(out, random, number, rows);
  return out;
}

}  // namespace tradewind::test
