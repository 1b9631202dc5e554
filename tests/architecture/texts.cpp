#include "architecture/texts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <string_view>

namespace tradewind::architecture {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Quoted texts that follow each other are one.
struct Quoted {
  int line = 0;
  std::string text;
  std::vector<std::string> calls;  // the names before the open brackets around it, the outermost first
  std::size_t end = 0;
};

/// Quotes, brackets and comments; knows nothing of C++ beyond that.
class Scanner {
 public:
  explicit Scanner(const std::string& source) : source_(source) {}

  std::vector<Quoted> quoted() {
    while (at_ < source_.size()) step();
    return std::move(found_);
  }

 private:
  bool begins(std::string_view text) const { return source_.compare(at_, text.size(), text) == 0; }

  void step() {
    const char c = source_[at_];
    if (begins("//") || (c == '#' && is_first_of_line())) return skip_line();
    if (c == '\'' && (at_ == 0 || !is_of_name(source_[at_ - 1]))) return skip_character();
    if (c == '"') return read_text();
    if (c == '(') calls_.push_back(name_);
    if (c == ')' && !calls_.empty()) calls_.pop_back();
    if (c == '\n') ++line_;
    if (is_of_name(c))
      name_ = (at_ > 0 && is_of_name(source_[at_ - 1]) ? name_ : std::string()) + c;
    else if (c != ' ')
      name_.clear();
    if (c != ' ' && c != '\n') follows_text_ = false;
    ++at_;
  }

  bool is_first_of_line() const {
    std::size_t before = at_;
    while (before > 0 && source_[before - 1] == ' ') --before;
    return before == 0 || source_[before - 1] == '\n';
  }
  void skip_line() { at_ = std::min(source_.find('\n', at_), source_.size()); }
  void skip_character() {
    at_ += source_[at_ + 1] == '\\' ? 2 : 1;
    at_ = std::min(source_.find('\'', at_ + 1), source_.size() - 1) + 1;
  }

  void read_text() {
    std::string text;
    for (++at_; at_ < source_.size() && source_[at_] != '"'; ++at_) {
      if (source_[at_] == '\\') text += source_[at_++];
      text += source_[at_];
    }
    ++at_;
    if (follows_text_)
      found_.back().text += text;
    else
      found_.push_back({line_, text, calls_, 0});
    found_.back().end = at_;
    follows_text_ = true;
  }

  const std::string& source_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::string name_;  // the last one, while nothing but spaces follows it
  std::vector<std::string> calls_;
  bool follows_text_ = false;
  std::vector<Quoted> found_;
};

bool is_marked(const Quoted& quoted) { return !quoted.calls.empty() && quoted.calls.back() == "translatable"; }

/// Two letters in a row, and more than a key: a space, or a capital at its beginning.
bool is_english(const std::string& text) {
  const auto letters = std::adjacent_find(text.begin(), text.end(), [](char a, char b) { return is_letter(a) && is_letter(b); });
  if (letters == text.end()) return false;
  return text.find(' ') != std::string::npos || std::isupper(static_cast<unsigned char>(text.front())) != 0;
}

/// Errors have sentences of their own.
bool is_of_error(const Quoted& quoted) {
  return std::find(quoted.calls.begin(), quoted.calls.end(), "failure") != quoted.calls.end();
}

bool has_all_places(const std::string& text) {
  std::array<bool, 10> has{};
  for (std::size_t at = 0; at + 1 < text.size(); ++at)
    if (text[at] == '%' && text[at + 1] >= '1' && text[at + 1] <= '9') has[static_cast<std::size_t>(text[at + 1] - '0')] = true;
  return std::is_sorted(has.begin() + 1, has.end(), std::greater<>());
}

std::string line_of(const std::string& text, int number) {
  std::size_t begin = 0;
  for (int line = 1; line < number; ++line) begin = text.find('\n', begin) + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

bool has_excuse(const std::string& line) {
  return line.find("// a key") != std::string::npos || line.find("// an error") != std::string::npos;
}

}  // namespace

std::vector<MarkedText> marked_texts(const SourceFile& file) {
  const std::vector<Quoted> all = Scanner(file.text).quoted();
  std::vector<MarkedText> marked;
  constexpr std::string_view mark = "translatable(";
  for (auto at = file.text.find(mark); at != std::string::npos; at = file.text.find(mark, at + 1)) {
    const auto begin = at + mark.size();
    const auto context = std::find_if(all.begin(), all.end(), [&](const Quoted& quoted) { return quoted.end > begin; });
    const int line =
        1 + static_cast<int>(std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    const bool is_seen = context != all.end() && std::next(context) != all.end() && is_marked(*context) &&
                         is_marked(*std::next(context)) && file.text[begin] == '"';
    marked.push_back({file.path, line, is_seen ? context->text : "", is_seen ? std::next(context)->text : ""});
  }
  return marked;
}

std::vector<Violation> text_violations(const SourceFile& file, bool speaks_through_phrases) {
  std::vector<Violation> found;
  for (const MarkedText& text : marked_texts(file)) {
    if (text.english.empty()) found.push_back({file.path, text.line, "text", "the collector cannot read what is marked"});
    if (!has_all_places(text.english)) found.push_back({file.path, text.line, "text", "a place is missing: " + text.english});
  }
  if (!speaks_through_phrases) return found;
  for (const Quoted& quoted : Scanner(file.text).quoted())
    if (is_english(quoted.text) && !is_marked(quoted) && !is_of_error(quoted) && !has_excuse(line_of(file.text, quoted.line)))
      found.push_back({file.path, quoted.line, "untranslatable", quoted.text});
  return found;
}

const std::vector<std::string>& files_that_speak() {
  static const std::vector<std::string> files{
      "src/allocation/alerts.cpp",           "src/views/capacity_loads.cpp",        "src/views/timeline_model.cpp",
      "src/views/trade_off_chart.cpp",       "src/views/trade_off_effects.cpp",     "src/views/trade_off_exhibit.cpp",
      "src/workbench/contradictions.cpp",    "src/workbench/left_out_reasons.cpp",  "src/workbench/planning_words.cpp",
      "src/workbench/request_conflict.cpp",  "src/workbench/request_options.cpp",   "src/workbench/trade_off_explained.cpp",
      "src/workbench/trade_off_figures.cpp", "src/workbench/trade_off_footer.cpp",  "src/workbench/trade_off_picture.cpp",
      "src/workbench/trade_off_prices.cpp",  "src/workbench/trade_off_request.cpp", "src/workbench/trade_off_sentence.cpp",
      "src/workbench/trade_off_tables.cpp",  "src/workbench/why_here.cpp",          "src/workbench/why_not_earlier.cpp",
  };
  return files;
}

}  // namespace tradewind::architecture
