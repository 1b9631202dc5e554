// Scores and explanations as text.
#include "tradewind/scoring/score.h"

#include <array>
#include <charconv>
#include <cmath>

#include "scoring/text.h"
#include "tradewind/domain/thousands.h"

namespace tradewind::scoring {

std::string number_text(double value, int decimals) {
  std::array<char, 64> buffer{};
  const bool ordinary = value == 0 || (std::abs(value) < 1e15 && std::abs(value) >= 0.5 * std::pow(10.0, -decimals));
  if (!ordinary) {
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6).ptr;
    return {buffer.data(), end};
  }
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
  std::string text(buffer.data(), end);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : with_thousands(std::move(text));
}

std::string result_text(double value) { return number_text(value, std::abs(value) < 1 ? 4 : 2); }

std::string percent_text(double share, int decimals) { return number_text(100 * share, decimals) + " %"; }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

void Reasons::require(std::string_view name, OptionalNumber value, bool holds, std::string_view rule) {
  if (!value.has_value())
    reasons_.push_back(std::string(name) + " is unknown");
  else if (!holds)
    reasons_.push_back(std::string(name) + " " + number_text(value.value()) + " " + std::string(rule));
}

OptionalNumber value_of(const ScoreResult& result) {
  const Score* score = score_of(result);
  return score != nullptr ? OptionalNumber{score->value} : OptionalNumber{};
}

std::string to_line(const Explanation& explanation) {
  std::string line = explanation.method + " " + explanation.result + ": " + explanation.formula;
  if (!explanation.with_numbers.empty()) line += " = " + explanation.with_numbers + " = " + explanation.result;
  if (!explanation.source.empty()) line += " (" + explanation.source + ")";
  for (const std::string& note : explanation.notes) line += ". " + note;
  return line + ".";
}

std::string to_line(const ScoreResult& result) {
  if (const Score* score = score_of(result)) return to_line(score->explanation);
  return "unscored: " + unscored_of(result)->why;
}

}  // namespace tradewind::scoring
