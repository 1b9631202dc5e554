// What is known and how: evidence, experiments, insights, surveys, and the same item told for different audiences.
#pragma once
#include <optional>
#include <string>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind {

/// After Itamar Gilad's confidence meter, weakest first.
enum class EvidenceKind : unsigned char {
  own_conviction,
  pitch,
  theme,
  others_opinion,
  estimates_and_plans,
  anecdote,
  market_data,
  user_evidence,
  test_results,
  launch_data
};
enum class RiskKind : unsigned char { value, usability, feasibility, viability };
enum class EvidenceStrength : unsigned char { weak, moderate, strong };
enum class Verdict : unsigned char { planned, running, passed, failed, inconclusive };
/// Answers of a Kano questionnaire.
enum class KanoAnswer : unsigned char { like, expect, neutral, live_with, dislike };

template <>
struct EnumNames<EvidenceKind> {
  static constexpr std::array values{std::pair{EvidenceKind::own_conviction, "own-conviction"},
                                     std::pair{EvidenceKind::pitch, "pitch"},
                                     std::pair{EvidenceKind::theme, "theme"},
                                     std::pair{EvidenceKind::others_opinion, "others-opinion"},
                                     std::pair{EvidenceKind::estimates_and_plans, "estimates-and-plans"},
                                     std::pair{EvidenceKind::anecdote, "anecdote"},
                                     std::pair{EvidenceKind::market_data, "market-data"},
                                     std::pair{EvidenceKind::user_evidence, "user-evidence"},
                                     std::pair{EvidenceKind::test_results, "test-results"},
                                     std::pair{EvidenceKind::launch_data, "launch-data"}};
};
template <>
struct EnumNames<RiskKind> {
  static constexpr std::array values{std::pair{RiskKind::value, "value"}, std::pair{RiskKind::usability, "usability"},
                                     std::pair{RiskKind::feasibility, "feasibility"},
                                     std::pair{RiskKind::viability, "viability"}};
};
template <>
struct EnumNames<EvidenceStrength> {
  static constexpr std::array values{std::pair{EvidenceStrength::weak, "weak"}, std::pair{EvidenceStrength::moderate, "moderate"},
                                     std::pair{EvidenceStrength::strong, "strong"}};
};
template <>
struct EnumNames<Verdict> {
  static constexpr std::array values{std::pair{Verdict::planned, "planned"}, std::pair{Verdict::running, "running"},
                                     std::pair{Verdict::passed, "passed"}, std::pair{Verdict::failed, "failed"},
                                     std::pair{Verdict::inconclusive, "inconclusive"}};
};
template <>
struct EnumNames<KanoAnswer> {
  static constexpr std::array values{std::pair{KanoAnswer::like, "like"}, std::pair{KanoAnswer::expect, "expect"},
                                     std::pair{KanoAnswer::neutral, "neutral"}, std::pair{KanoAnswer::live_with, "live-with"},
                                     std::pair{KanoAnswer::dislike, "dislike"}};
};

struct Evidence {
  EvidenceId id;
  ItemId item;
  EvidenceKind kind = EvidenceKind::own_conviction;
  RiskKind risk = RiskKind::value;
  EvidenceStrength strength = EvidenceStrength::moderate;
  bool supports = true;  // false: speaks against
  std::string summary;
  std::string link;
  std::optional<Date> date;

  static constexpr std::string_view table = "evidence";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("kind", self.kind);
    visit("risk", self.risk);
    visit("strength", self.strength);
    visit("supports", self.supports);
    visit("summary", self.summary);
    visit("link", self.link);
    visit("date", self.date);
  }
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Experiment {
  ExperimentId id;
  ItemId item;
  std::string key;     // "E-31"
  std::string method;  // "Painted-door test"
  std::string hypothesis;
  std::string rule;           // in words, written before the start
  OptionalNumber rule_share;  // "at least 5 % …" = 0.05
  int rule_sample = 0;        // "… of at least 500"
  int sample = 0;
  int successes = 0;
  std::string result;
  Verdict verdict = Verdict::planned;
  std::optional<Date> started;
  std::optional<Date> ended;

  static constexpr std::string_view table = "experiment";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("key", self.key);
    visit("method", self.method);
    visit("hypothesis", self.hypothesis);
    visit("rule", self.rule);
    visit("rule_share", self.rule_share);
    visit("rule_sample", self.rule_sample);
    visit("sample", self.sample);
    visit("successes", self.successes);
    visit("result", self.result);
    visit("verdict", self.verdict);
    visit("started", self.started);
    visit("ended", self.ended);
  }
  friend bool operator==(const Experiment&, const Experiment&) = default;
};

struct Insight {
  InsightId id;
  std::string source;
  std::string customer;
  std::string segment;
  std::string text;
  std::optional<Date> date;

  static constexpr std::string_view table = "insight";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("source", self.source);
    visit("customer", self.customer);
    visit("segment", self.segment);
    visit("text", self.text);
    visit("date", self.date);
  }
  friend bool operator==(const Insight&, const Insight&) = default;
};

struct InsightLink {
  Id<InsightLink> id;
  InsightId insight;
  ItemId item;

  static constexpr std::string_view table = "insight_link";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("insight", self.insight);
    visit("item", self.item);
  }
  friend bool operator==(const InsightLink&, const InsightLink&) = default;
};

struct Stakeholder {
  StakeholderId id;
  std::string name;
  std::string role;
  std::string audience;  // which framing to show: "Engineering", "Business", "Clinicians"

  static constexpr std::string_view table = "stakeholder";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("role", self.role);
    visit("audience", self.audience);
  }
  friend bool operator==(const Stakeholder&, const Stakeholder&) = default;
};

struct Framing {
  Id<Framing> id;
  ItemId item;
  std::string audience;
  std::string text;  // Markdown

  static constexpr std::string_view table = "framing";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("audience", self.audience);
    visit("text", self.text);
  }
  friend bool operator==(const Framing&, const Framing&) = default;
};

/// Answers per segment: how many of `respondents` chose 4 or 5 for importance and for satisfaction.
struct OpportunitySurvey {
  Id<OpportunitySurvey> id;
  ItemId item;
  std::string segment;
  int respondents = 0;
  int important = 0;
  int satisfied = 0;

  static constexpr std::string_view table = "opportunity_survey";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("segment", self.segment);
    visit("respondents", self.respondents);
    visit("important", self.important);
    visit("satisfied", self.satisfied);
  }
  friend bool operator==(const OpportunitySurvey&, const OpportunitySurvey&) = default;
};

/// How many respondents gave this pair of answers.
struct KanoSurvey {
  Id<KanoSurvey> id;
  ItemId item;
  KanoAnswer functional = KanoAnswer::neutral;
  KanoAnswer dysfunctional = KanoAnswer::neutral;
  int respondents = 0;

  static constexpr std::string_view table = "kano_survey";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("functional", self.functional);
    visit("dysfunctional", self.dysfunctional);
    visit("respondents", self.respondents);
  }
  friend bool operator==(const KanoSurvey&, const KanoSurvey&) = default;
};

/// A user-defined criterion of weighted scoring, rated from `minimum` to `maximum`.
struct Criterion {
  CriterionId id;
  std::string name;
  double weight = 1;  // ≥ 0
  double minimum = 1;
  double maximum = 5;
  bool lower_is_better = false;
  int position = 0;

  static constexpr std::string_view table = "criterion";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("weight", self.weight);
    visit("minimum", self.minimum);
    visit("maximum", self.maximum);
    visit("lower_is_better", self.lower_is_better);
    visit("position", self.position);
  }
  friend bool operator==(const Criterion&, const Criterion&) = default;
};

struct CriterionRating {
  Id<CriterionRating> id;
  CriterionId criterion;
  ItemId item;
  double value = 0;

  static constexpr std::string_view table = "criterion_rating";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("criterion", self.criterion);
    visit("item", self.item);
    visit("value", self.value);
  }
  friend bool operator==(const CriterionRating&, const CriterionRating&) = default;
};

}  // namespace tradewind
