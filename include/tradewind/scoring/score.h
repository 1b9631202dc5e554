// What every scoring method answers: a score that can explain itself, or the reason why there is none. Unknown is
// unscored, never 0.
//
//     const ScoreResult result = rice({.reach = 4200, .impact = 2, .confidence = 0.9, .effort = 18});
//     if (const Score* score = score_of(result)) to_line(score->explanation);
//     // "RICE 420: reach × impact × confidence ÷ effort = 4200 × 2 × 0.9 ÷ 18 = 420 (Intercom, …)"
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "tradewind/domain/optional_number.h"

namespace tradewind::scoring {

/// One factor as it went into the formula.
struct Input {
  std::string name;  // "reach"
  OptionalNumber value;
  std::string unit;  // "people per quarter"; empty = a plain number
  std::string text;  // where the factor is not a number: "Must"
  friend bool operator==(const Input&, const Input&) = default;
};

struct Explanation {
  std::string method;              // "RICE"
  std::vector<Input> inputs;       // in the order of the formula
  std::string formula;             // "reach × impact × confidence ÷ effort"
  std::string with_numbers;        // "4,200 × 2 × 0.9 ÷ 18"
  std::string result;              // "420", "Quick wins"
  std::string source;              // whose definition this is
  std::vector<std::string> notes;  // sentences: conventions used, what was left out, marks
  friend bool operator==(const Explanation&, const Explanation&) = default;
};

struct Score {
  double value = 0;   // on the method's own scale
  std::string label;  // the value in words where people say it so: "Must", "Quick wins"; else empty
  std::string mark;   // a word beside the number: "moonshot", the band "high", the verdict "passed"
  Explanation explanation;
};

struct Unscored {
  std::string why;  // every missing or invalid factor, not only the first: "reach is unknown; effort 0 is not above 0"
};

using ScoreResult = std::variant<Score, Unscored>;

/// nullptr when unscored.
inline const Score* score_of(const ScoreResult& result) { return std::get_if<Score>(&result); }
/// nullptr when scored.
inline const Unscored* unscored_of(const ScoreResult& result) { return std::get_if<Unscored>(&result); }
OptionalNumber value_of(const ScoreResult& result);

/// One line of text with the method, the formula, its numbers, the result, the source and the notes.
std::string to_line(const Explanation& explanation);
/// The same for either answer; "unscored: …" when there is no score.
std::string to_line(const ScoreResult& result);

}  // namespace tradewind::scoring
