#include <algorithm>
#include <limits>
#include <string>

#include "planning/instances_numbers.h"
#include "tradewind/planning/instances.h"

namespace tradewind::planning {
namespace {

constexpr int any = std::numeric_limits<int>::max();
constexpr const char* attempt = "cannot read the PSPLIB instance";

struct Line {
  std::string_view text;
  int number = 0;  // from 1
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back({text.substr(0, end), number});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

NumberReader reader_of(const Line& line, std::string_view text) {
  std::vector<Word> words = words_of(text);
  for (Word& word : words) word.line = line.number;
  return {std::move(words), attempt};
}

tl::unexpected<Error> refused(const std::string& why) { return NumberReader({}, attempt).refused(why); }

using Lines = std::vector<Line>;

Lines::const_iterator find_line(const Lines& lines, std::string_view title) {
  return std::ranges::find_if(lines, [&](const Line& line) { return line.text.find(title) != std::string_view::npos; });
}

/// The rows between the heading of a section (its title and one line of column names) and the next line of stars.
Result<Lines> section(const Lines& lines, std::string_view title) {
  auto at = find_line(lines, title);
  if (at == lines.end()) return refused("the section " + std::string(title) + " is missing");
  at += std::min<std::ptrdiff_t>(2, lines.end() - at);
  Lines rows;
  for (; at != lines.end() && !at->text.starts_with('*'); ++at)
    if (!words_of(at->text).empty() && !at->text.starts_with('-')) rows.push_back(*at);
  return rows;
}

/// The first number behind the colon of a line of the file's head.
Result<int> number_of_head(const Lines& lines, std::string_view title) {
  const auto line = find_line(lines, title);
  if (line == lines.end()) return refused("the line \"" + std::string(title) + "\" is missing");
  const std::size_t colon = line->text.find(':');
  if (colon == std::string_view::npos) return refused("line " + std::to_string(line->number) + " has no colon");
  return reader_of(*line, line->text.substr(colon + 1)).whole("the number of \"" + std::string(title) + "\"", any);
}

Result<void> expect_job(NumberReader& numbers, const Line& line, std::size_t job) {
  const Result<int> stated = numbers.whole("a job's number", any);
  if (!stated) return tl::unexpected(stated.error());
  if (static_cast<std::size_t>(*stated) != job)
    return refused("line " + std::to_string(line.number) + " is about job " + std::to_string(*stated) + ", where job " +
                   std::to_string(job) + " should be");
  const Result<int> modes = numbers.whole("the mode or the number of modes", any);
  if (!modes) return tl::unexpected(modes.error());
  if (*modes != 1) return refused("line " + std::to_string(line.number) + ": a job with several modes cannot be planned here");
  return {};
}

Result<void> read_precedence(const Line& line, int jobs, MakespanProblem& problem) {
  NumberReader numbers = reader_of(line, line.text);
  const std::size_t job = problem.successors.size() + 1;
  if (auto right = expect_job(numbers, line, job); !right) return right;
  const Result<int> count = numbers.whole("a number of successors", jobs);
  if (!count) return tl::unexpected(count.error());
  Result<std::vector<int>> successors = numbers.wholes(static_cast<std::size_t>(*count), "a successor's number", jobs);
  if (!successors) return tl::unexpected(successors.error());
  if (auto ended = numbers.expect_end(); !ended) return ended;
  for (int& successor : *successors) --successor;
  problem.successors.push_back(std::move(*successors));
  return {};
}

Result<void> read_request(const Line& line, std::size_t resources, MakespanProblem& problem) {
  NumberReader numbers = reader_of(line, line.text);
  if (auto right = expect_job(numbers, line, problem.durations.size() + 1); !right) return right;
  const Result<int> duration = numbers.whole("a duration", longest_horizon);
  if (!duration) return tl::unexpected(duration.error());
  Result<std::vector<int>> demands = numbers.wholes(resources, "a demand", any);
  if (!demands) return tl::unexpected(demands.error());
  if (auto ended = numbers.expect_end(); !ended) return ended;
  problem.durations.push_back(*duration);
  problem.demands.push_back(std::move(*demands));
  return {};
}

Result<void> read_availabilities(const Lines& rows, std::size_t resources, MakespanProblem& problem) {
  if (rows.size() != 1) return refused("the section RESOURCEAVAILABILITIES should have one row of numbers");
  NumberReader numbers = reader_of(rows.front(), rows.front().text);
  Result<std::vector<int>> capacities = numbers.wholes(resources, "an availability", any);
  if (!capacities) return tl::unexpected(capacities.error());
  problem.capacities = std::move(*capacities);
  return numbers.expect_end();
}

Result<std::size_t> number_of_resources(const Lines& lines) {
  for (const std::string_view title : {"nonrenewable", "doubly constrained"}) {
    const Result<int> count = number_of_head(lines, title);
    if (!count) return tl::unexpected(count.error());
    if (*count != 0) return refused("it has " + std::string(title) + " resources, which cannot be planned here");
  }
  const Result<int> renewable = number_of_head(lines, "- renewable");
  if (!renewable) return tl::unexpected(renewable.error());
  return static_cast<std::size_t>(*renewable);
}

Result<void> expect_rows(const Lines& rows, int jobs, std::string_view title) {
  if (rows.size() == static_cast<std::size_t>(jobs)) return {};
  return refused("the section " + std::string(title) + " has " + std::to_string(rows.size()) + " rows, but there are " +
                 std::to_string(jobs) + " jobs");
}

}  // namespace

Result<MakespanProblem> read_psplib(std::string_view text) {
  const Lines lines = lines_of(text);
  const Result<int> jobs = number_of_head(lines, "jobs (incl. supersource/sink )");
  if (!jobs) return tl::unexpected(jobs.error());
  const Result<std::size_t> resources = number_of_resources(lines);
  if (!resources) return tl::unexpected(resources.error());

  MakespanProblem problem;
  const Result<Lines> precedences = section(lines, "PRECEDENCE RELATIONS");
  if (!precedences) return tl::unexpected(precedences.error());
  if (const auto complete = expect_rows(*precedences, *jobs, "PRECEDENCE RELATIONS"); !complete)
    return tl::unexpected(complete.error());
  for (const Line& line : *precedences)
    if (const auto read = read_precedence(line, *jobs, problem); !read) return tl::unexpected(read.error());

  const Result<Lines> requests = section(lines, "REQUESTS/DURATIONS");
  if (!requests) return tl::unexpected(requests.error());
  if (const auto complete = expect_rows(*requests, *jobs, "REQUESTS/DURATIONS"); !complete)
    return tl::unexpected(complete.error());
  for (const Line& line : *requests)
    if (const auto read = read_request(line, *resources, problem); !read) return tl::unexpected(read.error());

  const Result<Lines> availabilities = section(lines, "RESOURCEAVAILABILITIES");
  if (!availabilities) return tl::unexpected(availabilities.error());
  if (const auto read = read_availabilities(*availabilities, *resources, problem); !read) return tl::unexpected(read.error());
  if (const auto wrong = faults(problem); !wrong.empty()) return refused(wrong.front());
  return problem;
}

}  // namespace tradewind::planning
