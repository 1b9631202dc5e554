#include "tradewind/scoring/kano.h"

#include "support/catch.h"

namespace tradewind::scoring {
namespace {

KanoCounts counts_of(int must_be, int one_dimensional, int attractive, int indifferent) {
  KanoCounts counts;
  counts.must_be = must_be;
  counts.one_dimensional = one_dimensional;
  counts.attractive = attractive;
  counts.indifferent = indifferent;
  return counts;
}

TEST_CASE("The answer table of Kano") {
  const std::array answers{KanoAnswer::like, KanoAnswer::expect, KanoAnswer::neutral, KanoAnswer::live_with, KanoAnswer::dislike};
  const std::array<std::string, 5> rows{"QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"};
  const std::string letters = "MOAIRQ";
  for (std::size_t functional = 0; functional < answers.size(); ++functional)
    for (std::size_t dysfunctional = 0; dysfunctional < answers.size(); ++dysfunctional)
      CHECK(letters[static_cast<std::size_t>(kano_category(answers[functional], answers[dysfunctional]))] ==
            rows[functional][dysfunctional]);
}

TEST_CASE("Better and worse") {
  const KanoCounts first = counts_of(104, 46, 18, 26);
  CHECK(kano_category(first) == KanoCategory::must_be);
  CHECK(kano_better(first).value() == Approx(0.33).margin(0.005));
  CHECK(kano_worse(first).value() == Approx(-0.77).margin(0.005));
  const KanoCounts second = counts_of(16, 14, 64, 58);
  CHECK(kano_category(second) == KanoCategory::attractive);
  CHECK(kano_better(second).value() == Approx(0.51).margin(0.005));
  CHECK(kano_worse(second).value() == Approx(-0.20).margin(0.005));
}

TEST_CASE("Ties go to Must-be, then One-dimensional, then Attractive") {
  CHECK(kano_category(counts_of(5, 5, 5, 5)) == KanoCategory::must_be);
  CHECK(kano_category(counts_of(4, 5, 5, 5)) == KanoCategory::one_dimensional);
  CHECK(kano_category(counts_of(4, 4, 5, 5)) == KanoCategory::attractive);
  CHECK(kano_category(counts_of(4, 4, 4, 5)) == KanoCategory::indifferent);
}

TEST_CASE("Answers are counted by category") {
  const std::vector<KanoAnswers> answers{{KanoAnswer::like, KanoAnswer::dislike, 7},
                                         {KanoAnswer::expect, KanoAnswer::dislike, 9},
                                         {KanoAnswer::neutral, KanoAnswer::dislike, 2},
                                         {KanoAnswer::dislike, KanoAnswer::like, 1}};
  const KanoCounts counts = count_kano(answers);
  CHECK(counts.one_dimensional == 7);
  CHECK(counts.must_be == 11);
  CHECK(counts.reverse == 1);
  CHECK(counts.total() == 19);
}

TEST_CASE("Nobody asked and contradictions are unscored; a reverse feature scores below indifference") {
  CHECK(unscored_of(kano({}))->why == "nobody has answered the Kano questions");
  KanoCounts questionable;
  questionable.questionable = 3;
  CHECK(unscored_of(kano(questionable)) != nullptr);
  CHECK_FALSE(kano_better(questionable).has_value());
  KanoCounts reverse;
  reverse.reverse = 3;
  CHECK(kano_value(reverse).value() < kano_value(counts_of(0, 0, 0, 1)).value());
  CHECK(score_of(kano(counts_of(104, 46, 18, 26)))->label == "Must-be");
  CHECK(to_line(kano(counts_of(104, 46, 18, 26))).find("= 0.33, worse −(O + M) ÷ (A + O + M + I) = -0.77") != std::string::npos);
}

}  // namespace
}  // namespace tradewind::scoring
