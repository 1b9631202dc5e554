// Kano: what people feel with a feature and without it, sorted by the functional × dysfunctional answer table
// (Noriaki Kano 1984; better and worse coefficients after Berger et al. 1993).
#pragma once
#include <span>
#include <string_view>

#include "tradewind/domain/discovery.h"
#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

enum class KanoCategory : unsigned char { must_be, one_dimensional, attractive, indifferent, reverse, questionable };
std::string_view kano_name(KanoCategory category);  // "Must-be", "One-dimensional" …

/// The answer table.
KanoCategory kano_category(KanoAnswer functional, KanoAnswer dysfunctional);

struct KanoAnswers {
  KanoAnswer functional = KanoAnswer::neutral;
  KanoAnswer dysfunctional = KanoAnswer::neutral;
  int respondents = 0;  // ≥ 0
};

struct KanoCounts {
  int must_be = 0;
  int one_dimensional = 0;
  int attractive = 0;
  int indifferent = 0;
  int reverse = 0;
  int questionable = 0;
  int total() const { return must_be + one_dimensional + attractive + indifferent + reverse + questionable; }
};
KanoCounts count_kano(std::span<const KanoAnswers> answers);

/// The category with the most answers; ties go to the earlier of M, O, A, I, R, Q. REQUIRES: total() > 0.
KanoCategory kano_category(const KanoCounts& counts);
/// (A + O) ÷ (A + O + M + I), 0–1: how much having it pleases. Unknown when the divisor is 0.
OptionalNumber kano_better(const KanoCounts& counts);
/// −(O + M) ÷ (A + O + M + I), −1–0: how much missing it displeases.
OptionalNumber kano_worse(const KanoCounts& counts);

/// As a method that ranks: Must-be 4, One-dimensional 3, Attractive 2, Indifferent 1, Reverse 0; Questionable and no
/// answers are unscored.
OptionalNumber kano_value(const KanoCounts& counts);
ScoreResult kano(const KanoCounts& counts);

}  // namespace tradewind::scoring
