#include "workbench/record_filter.h"

#include <algorithm>
#include <charconv>

#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

using Operator = FilterTerm::Operator;

bool equals_any(const Value& value, const FilterTerm& term) {
  if (const auto* list = std::get_if<std::vector<Value>>(&value.data))
    return std::any_of(list->begin(), list->end(), [&](const Value& one) { return equals_any(one, term); });
  const std::string line = to_line(value);
  return std::any_of(term.values.begin(), term.values.end(),
                     [&](const std::string& text) { return same_ignoring_case(line, text); });
}

bool is_there(const Record& record, const std::string& field) {
  const Value* value = find(record, field);
  return value != nullptr && !to_line(*value).empty();
}

bool contains_text(const Record& record, const FilterTerm& term) {
  return std::any_of(term.values.begin(), term.values.end(), [&](const std::string& text) {
    const std::string wanted = lower_case(text);
    return std::any_of(record.begin(), record.end(), [&](const Member& member) {
      return member.name != "id" && lower_case(to_line(member.value)).find(wanted) != std::string::npos;
    });
  });
}

/// Numbers by size, dates and texts by bytes (ISO dates order so).
int compare(const std::string& a, const std::string& b) {
  double x = 0;
  double y = 0;
  const auto number = [](const std::string& text, double& result) {
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), result);
    return failed == std::errc{} && end == text.data() + text.size();
  };
  if (number(a, x) && number(b, y)) return x < y ? -1 : x > y ? 1 : 0;
  return a.compare(b);
}

bool compares(const Record& record, const FilterTerm& term) {
  const Value* value = find(record, term.field);
  if (value == nullptr || term.values.empty()) return false;
  const std::string line = to_line(*value);
  if (line.empty()) return false;
  const int order = compare(line, term.values.front());
  switch (term.op) {
    case Operator::less:
      return order < 0;
    case Operator::less_or_equal:
      return order <= 0;
    case Operator::greater:
      return order > 0;
    case Operator::greater_or_equal:
      return order >= 0;
    default:
      return order == 0;
  }
}

bool holds(const FilterTerm& term, const Record& record) {
  switch (term.op) {
    case Operator::any_of: {
      const Value* value = find(record, term.field);
      return value != nullptr && equals_any(*value, term);
    }
    case Operator::has:
      return std::any_of(term.values.begin(), term.values.end(),
                         [&](const std::string& field) { return is_there(record, field); });
    case Operator::text:
      return contains_text(record, term);
    default:
      return compares(record, term);
  }
}

}  // namespace

bool matches(const Filter& filter, const Record& record) {
  return std::all_of(filter.terms.begin(), filter.terms.end(),
                     [&](const FilterTerm& term) { return holds(term, record) != term.negated; });
}

namespace {

/// Up to the next blank outside quotes.
std::string_view next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  bool quoted = false;
  std::size_t end = 0;
  while (end < rest.size() && (quoted || rest[end] != ' ')) quoted = (rest[end++] == '"') != quoted;
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

std::string unquoted(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != '"') result += c;
  return result;
}

/// Commas outside quotes separate.
std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> values;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] == '"') quoted = !quoted;
    if (at < text.size() && (quoted || text[at] != ',')) continue;
    if (std::string value = unquoted(text.substr(start, at - start)); !value.empty()) values.push_back(std::move(value));
    start = at + 1;
  }
  return values;
}

Operator operator_of(std::string_view symbol) {
  if (symbol == "<") return Operator::less;
  if (symbol == "<=") return Operator::less_or_equal;
  if (symbol == ">") return Operator::greater;
  if (symbol == ">=") return Operator::greater_or_equal;
  return symbol == ":" ? Operator::any_of : Operator::equal;
}

FilterTerm term_of(std::string_view word) {
  FilterTerm term;
  if (word.size() > 1 && word.front() == '-') {
    term.negated = true;
    word.remove_prefix(1);
  }
  const auto sign = word.front() == '"' ? std::string_view::npos : word.find_first_of(":<>=");
  if (sign == std::string_view::npos) {
    term.values.push_back(unquoted(word));
    return term;
  }
  const bool two = word[sign] != ':' && sign + 1 < word.size() && word[sign + 1] == '=';
  term.field = lower_case(word.substr(0, sign));
  term.op = operator_of(word.substr(sign, two ? 2 : 1));
  term.values = values_of(word.substr(sign + (two ? 2 : 1)));
  if (term.field == "has" && term.op == Operator::any_of) term.op = Operator::has;
  return term;
}

}  // namespace

Result<Filter> parse_record_filter(std::string_view expression, const std::vector<std::string>& fields) {
  Filter filter;
  while (true) {
    const std::string_view word = next_word(expression);
    if (word.empty()) return filter;
    FilterTerm term = term_of(word);
    const std::string what = "cannot read the filter at " + std::string{word};
    if (term.values.empty()) return failure(ErrorCode::bad_input, what, "a value is missing", "Write for example name:Platform");
    for (const std::string& name : term.op == Operator::has ? term.values : std::vector<std::string>{term.field})
      if (term.op != Operator::text && std::find(fields.begin(), fields.end(), name) == fields.end())
        return failure(ErrorCode::bad_input, what, "these rows have no field " + name, "Choose from " + joined(fields));
    filter.terms.push_back(std::move(term));
  }
}

}  // namespace tradewind::workbench
