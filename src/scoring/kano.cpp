// Kano: answer table, category by majority, better and worse coefficients.
#include "tradewind/scoring/kano.h"

#include <array>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

using enum KanoCategory;
constexpr std::size_t answer_count = 5;
// Rows: functional; columns: dysfunctional; both like, expect, neutral, live with, dislike.
constexpr std::array<std::array<KanoCategory, answer_count>, answer_count> answer_table{
    {{questionable, attractive, attractive, attractive, one_dimensional},
     {reverse, indifferent, indifferent, indifferent, must_be},
     {reverse, indifferent, indifferent, indifferent, must_be},
     {reverse, indifferent, indifferent, indifferent, must_be},
     {reverse, reverse, reverse, reverse, questionable}}};

int decided(const KanoCounts& counts) { return counts.attractive + counts.one_dimensional + counts.must_be + counts.indifferent; }

bool counts_hold(const KanoCounts& counts) {
  return counts.must_be >= 0 && counts.one_dimensional >= 0 && counts.attractive >= 0 && counts.indifferent >= 0 &&
         counts.reverse >= 0 && counts.questionable >= 0 && counts.total() > 0;
}

std::string two_decimals(OptionalNumber value) {
  return value.has_value() ? number_text(value.value(), 2) : std::string("unknown");
}

}  // namespace

std::string_view kano_name(KanoCategory category) {
  switch (category) {
    case must_be:
      return "Must-be";
    case one_dimensional:
      return "One-dimensional";
    case attractive:
      return "Attractive";
    case indifferent:
      return "Indifferent";
    case reverse:
      return "Reverse";
    case questionable:
      return "Questionable";
  }
  return {};
}

KanoCategory kano_category(KanoAnswer functional, KanoAnswer dysfunctional) {
  return answer_table[static_cast<std::size_t>(functional)][static_cast<std::size_t>(dysfunctional)];
}

KanoCounts count_kano(std::span<const KanoAnswers> answers) {
  KanoCounts counts;
  for (const KanoAnswers& one : answers) {
    if (one.respondents <= 0) continue;
    switch (kano_category(one.functional, one.dysfunctional)) {
      case must_be:
        counts.must_be += one.respondents;
        break;
      case one_dimensional:
        counts.one_dimensional += one.respondents;
        break;
      case attractive:
        counts.attractive += one.respondents;
        break;
      case indifferent:
        counts.indifferent += one.respondents;
        break;
      case reverse:
        counts.reverse += one.respondents;
        break;
      case questionable:
        counts.questionable += one.respondents;
        break;
    }
  }
  return counts;
}

KanoCategory kano_category(const KanoCounts& counts) {
  const std::array<std::pair<KanoCategory, int>, 6> in_tie_order{{{must_be, counts.must_be},
                                                                  {one_dimensional, counts.one_dimensional},
                                                                  {attractive, counts.attractive},
                                                                  {indifferent, counts.indifferent},
                                                                  {reverse, counts.reverse},
                                                                  {questionable, counts.questionable}}};
  auto best = in_tie_order.front();
  for (const auto& one : in_tie_order)
    if (one.second > best.second) best = one;
  return best.first;
}

OptionalNumber kano_better(const KanoCounts& counts) {
  const int all = decided(counts);
  if (all <= 0) return {};
  return static_cast<double>(counts.attractive + counts.one_dimensional) / all;
}

OptionalNumber kano_worse(const KanoCounts& counts) {
  const int all = decided(counts);
  if (all <= 0) return {};
  return -static_cast<double>(counts.one_dimensional + counts.must_be) / all;
}

OptionalNumber kano_value(const KanoCounts& counts) {
  if (!counts_hold(counts)) return {};
  const KanoCategory category = kano_category(counts);
  if (category == questionable) return {};
  return 4.0 - static_cast<double>(category);
}

ScoreResult kano(const KanoCounts& counts) {
  const OptionalNumber value = kano_value(counts);
  if (!value.has_value())
    return Unscored{counts_hold(counts) ? "most answers contradict themselves (questionable)"
                                        : "nobody has answered the Kano questions"};
  Score score;
  score.value = value.value();
  score.label = kano_name(kano_category(counts));
  Explanation& why = score.explanation;
  why.method = "Kano";
  why.inputs = {{"Must-be", static_cast<double>(counts.must_be), "answers", {}},
                {"One-dimensional", static_cast<double>(counts.one_dimensional), "answers", {}},
                {"Attractive", static_cast<double>(counts.attractive), "answers", {}},
                {"Indifferent", static_cast<double>(counts.indifferent), "answers", {}},
                {"Reverse", static_cast<double>(counts.reverse), "answers", {}},
                {"Questionable", static_cast<double>(counts.questionable), "answers", {}}};
  why.formula = "the category with the most answers, ties M > O > A > I";
  why.with_numbers = "M " + std::to_string(counts.must_be) + ", O " + std::to_string(counts.one_dimensional) + ", A " +
                     std::to_string(counts.attractive) + ", I " + std::to_string(counts.indifferent) + ", R " +
                     std::to_string(counts.reverse) + ", Q " + std::to_string(counts.questionable);
  why.result = score.label;
  why.source = "Noriaki Kano 1984; Berger et al. 1993";
  why.notes = {"Better (A + O) ÷ (A + O + M + I) = " + two_decimals(kano_better(counts)) +
               ", worse −(O + M) ÷ (A + O + M + I) = " + two_decimals(kano_worse(counts))};
  return score;
}

}  // namespace tradewind::scoring
