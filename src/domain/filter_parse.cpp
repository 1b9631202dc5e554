// From the text of a filter expression to its terms. Everything that can be wrong without knowing the workspace is found
// here: fields, operators, numbers, dates and fixed values.
#include <algorithm>

#include "domain/filter_fields.h"
#include "tradewind/domain/filter.h"
#include "tradewind/domain/text.h"

namespace tradewind {
namespace {

using filter_detail::FieldType;
using Operator = FilterTerm::Operator;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_operator(char c) { return c == ':' || c == '<' || c == '>' || c == '='; }

std::string quoted(std::string_view text) { return "\"" + std::string{text} + "\""; }

std::string joined(const std::vector<std::string_view>& texts) {
  std::string out;
  for (const std::string_view text : texts) out += (out.empty() ? "" : ", ") + std::string{text};
  return out;
}

/// Why a term was refused and the way out; the parser adds which term and where.
struct Refusal {
  std::string why;
  std::string what_to_do;
};
template <class T>
using Parsed = tl::expected<T, Refusal>;
tl::unexpected<Refusal> refuse(std::string why, std::string what_to_do) {
  return tl::unexpected<Refusal>(Refusal{std::move(why), std::move(what_to_do)});
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& names, std::string_view what_they_are) {
  const std::string_view nearest = nearest_name(word, names);
  const std::string known = std::string{what_they_are} + ": " + joined(names);
  return nearest.empty() ? known : "did you mean " + quoted(nearest) + "? " + known;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Filter> parse() {
    Filter filter;
    while (skip_spaces()) {
      const std::size_t start = at_;
      auto term = parse_term();
      if (!term)
        return failure(ErrorCode::bad_input, place_of(start), std::move(term.error().why), std::move(term.error().what_to_do));
      term->position = start;
      filter.terms.push_back(std::move(*term));
    }
    return filter;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  bool at_word_end() const { return at_end() || is_space(text_[at_]); }
  bool skip_spaces() {
    while (!at_end() && is_space(text_[at_])) ++at_;
    return !at_end();
  }

  std::string place_of(std::size_t start) const {
    constexpr std::size_t longest = 40;
    std::size_t end = start;
    while (end < text_.size() && !is_space(text_[end])) ++end;
    std::string term{text_.substr(start, end - start)};
    if (term.size() > longest) {
      std::size_t cut = longest;
      while (cut > 0 && (static_cast<unsigned char>(term[cut]) & 0xC0U) == 0x80U) --cut;
      term = term.substr(0, cut) + "…";
    }
    return "cannot read the filter term " + quoted(term) + " at character " +
           std::to_string(length_in_code_points(text_.substr(0, start)) + 1);
  }

  Parsed<FilterTerm> parse_term() {
    FilterTerm term;
    if (text_[at_] == '-') {
      term.negated = true;
      ++at_;
      if (at_word_end()) return refuse("nothing follows the \"-\"", "write -tag:legacy, or \"-\" in quotes to search for it");
    }
    auto name = read_name();
    if (!name) return tl::unexpected<Refusal>(std::move(name.error()));
    if (at_word_end()) {
      term.values.push_back(std::move(name->text));
      return term;
    }
    if (!is_operator(text_[at_]))
      return refuse("a closing quote is followed by " + quoted(text_.substr(at_, 1)), "put a space after the quote");
    term.field = fold_case(name->text);
    return parse_condition(std::move(term));
  }

  struct Name {
    std::string text;
  };
  /// The word, or the field up to its operator. Quotes may stand around it or behind "custom.".
  Parsed<Name> read_name() {
    Name name;
    if (text_[at_] == '"') {
      auto inside = read_quoted();
      if (!inside) return tl::unexpected<Refusal>(std::move(inside.error()));
      name.text = std::move(*inside);
      // A quoted text is a field only where it says so: "custom.Story type":x
      if (!at_word_end() && is_operator(text_[at_]) && fold_case(name.text).rfind("custom.", 0) != 0)
        return refuse("a closing quote is followed by " + quoted(text_.substr(at_, 1)), "put a space after the quote");
      return name;
    }
    while (!at_word_end() && !is_operator(text_[at_])) {
      if (text_[at_] != '"') {
        name.text += text_[at_++];
        continue;
      }
      if (fold_case(name.text) != "custom.")
        return refuse("a quote stands inside a word", "put the whole text in quotes, and \\\" for a quote inside it");
      auto inside = read_quoted();
      if (!inside) return tl::unexpected<Refusal>(std::move(inside.error()));
      name.text += *inside;
      if (at_word_end() || !is_operator(text_[at_])) return refuse("a value is missing", "write custom.\"Some name\":value");
      break;
    }
    return name;
  }

  /// At an opening quote: the text up to the closing one.
  Parsed<std::string> read_quoted() {
    std::string inside;
    for (++at_; !at_end(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return inside;
      }
      const bool escapes = c == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
      if (escapes) ++at_;
      inside += text_[at_];
    }
    return refuse("the quote is not closed", "add a \" at the end of the text");
  }

  Operator read_operator() {
    const char c = text_[at_++];
    if (c == ':') return Operator::any_of;
    if (c == '=') return Operator::equal;
    const bool or_equal = !at_end() && text_[at_] == '=';
    if (or_equal) ++at_;
    if (c == '<') return or_equal ? Operator::less_or_equal : Operator::less;
    return or_equal ? Operator::greater_or_equal : Operator::greater;
  }

  Parsed<std::vector<std::string>> read_values() {
    std::vector<std::string> values;
    while (true) {
      if (at_word_end() || text_[at_] == ',')
        return refuse("a value is missing", "write the value right after the sign, as in moscow:must");
      if (text_[at_] == '"') {
        auto inside = read_quoted();
        if (!inside) return tl::unexpected<Refusal>(std::move(inside.error()));
        values.push_back(std::move(*inside));
        if (!at_word_end() && text_[at_] != ',')
          return refuse("a closing quote is followed by " + quoted(text_.substr(at_, 1)),
                        "put a space or a comma after the quote");
      } else {
        const std::size_t start = at_;
        while (!at_word_end() && text_[at_] != ',') ++at_;
        values.emplace_back(text_.substr(start, at_ - start));
      }
      if (at_word_end()) return values;
      ++at_;  // the comma
    }
  }

  Parsed<FilterTerm> parse_condition(FilterTerm term) {
    const bool is_has = term.field == "has";
    const auto known = filter_detail::find_field(term.field);
    if (!is_has && !known)
      return refuse("there is no field " + quoted(term.field),
                    did_you_mean(term.field, filter_fields(), "fields") + "; text with a sign in it is searched for in quotes");
    if (known && known->field.type == FieldType::presence)
      return refuse(quoted(term.field) + " has no value to compare", "write has:" + term.field + " or -has:" + term.field);
    const std::size_t operator_at = at_;
    term.op = read_operator();
    const std::string_view sign = text_.substr(operator_at, at_ - operator_at);
    const bool compares = !is_has && (known->field.type == FieldType::number || known->field.type == FieldType::share ||
                                      known->field.type == FieldType::date || known->field.type == FieldType::custom);
    if (term.op != Operator::any_of && !compares)
      return refuse(quoted(term.field) + " takes \":\", not " + quoted(sign), "write " + term.field + ":value");
    auto values = read_values();
    if (!values) return tl::unexpected<Refusal>(std::move(values.error()));
    term.values = std::move(*values);
    if (term.op != Operator::any_of && term.values.size() > 1)
      return refuse(quoted(sign) + " compares with one value", "write " + term.field + ":1,2 for either of two");
    if (is_has) return parse_has(std::move(term));
    for (const std::string& value : term.values)
      if (auto refused = check_value(*known, term, value)) return tl::unexpected<Refusal>(std::move(*refused));
    return term;
  }

  static Parsed<FilterTerm> parse_has(FilterTerm term) {
    term.op = Operator::has;
    for (std::string& value : term.values) {
      value = fold_case(value);
      if (filter_detail::find_field(value)) continue;
      std::vector<std::string_view> names = filter_fields();
      names.erase(std::remove(names.begin(), names.end(), "has"), names.end());
      return refuse("there is no field " + quoted(value), did_you_mean(value, names, "fields"));
    }
    return term;
  }

  static std::optional<Refusal> check_value(const filter_detail::FieldReference& known, const FilterTerm& term,
                                            std::string_view value) {
    switch (known.field.type) {
      case FieldType::choice:
        if (!filter_detail::choice_value(known.field.id, value))
          return Refusal{term.field + " has no value " + quoted(value),
                         did_you_mean(value, filter_detail::choices_of(known.field.id), "values")};
        break;
      case FieldType::number:
        if (!filter_detail::read_number(value, false))
          return Refusal{quoted(value) + " is not a number", "write a number as in " + term.field + ">=2.5"};
        break;
      case FieldType::share:
        if (!filter_detail::read_number(value, true))
          return Refusal{quoted(value) + " is not a share", "write " + term.field + ">=80% or " + term.field + ">=0.8"};
        break;
      case FieldType::date:
        if (!filter_detail::read_days(value, 1))
          return Refusal{quoted(value) + " is not a date",
                         "write a day or a period, as in " + term.field + "<=2027-03-31 or " + term.field + ":2027Q1"};
        break;
      case FieldType::custom:
        if (term.op != Operator::any_of && !filter_detail::read_number(value, true) && !filter_detail::read_days(value, 1))
          return Refusal{quoted(value) + " is neither a number nor a date", "write a number or a day, or \":\" to compare text"};
        break;
      case FieldType::words:
      case FieldType::presence:
        break;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Filter> parse_filter(std::string_view expression) { return Parser{expression}.parse(); }

}  // namespace tradewind
