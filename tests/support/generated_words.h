// Words from which generated titles, descriptions and exports are made; random choices that are the same on every platform.
#pragma once
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace tradewind::test {

inline constexpr std::array<std::string_view, 16> verbs{"Add",    "Speed up", "Replace", "Simplify", "Migrate", "Audit",
                                                        "Export", "Secure",   "Monitor", "Cache",    "Merge",   "Validate",
                                                        "Retire", "Unify",    "Search",  "Schedule"};
inline constexpr std::array<std::string_view, 24> things{
    "patient records", "query cache",      "consent forms",   "audit trail",    "cohort builder",  "sign-in",
    "data dictionary", "report templates", "alert rules",     "billing export", "import pipeline", "role management",
    "imaging viewer",  "lab results",      "study calendar",  "notifications",  "search index",    "backup jobs",
    "API tokens",      "usage dashboard",  "archive storage", "mobile layout",  "form designer",   "terminology service"};
inline constexpr std::array<std::string_view, 12> audiences{"for clinicians",    "for study nurses",   "for administrators",
                                                            "for data managers", "for partner sites",  "for the help desk",
                                                            "on slow networks",  "in the nightly run", "across hospitals",
                                                            "for auditors",      "in the mobile app",  "for large cohorts"};
inline constexpr std::array<std::string_view, 10> reasons{"Users wait too long and give up half-way",
                                                          "The manual step costs two hours a week",
                                                          "Three sites asked for it this quarter",
                                                          "The present way breaks when volumes double",
                                                          "An audit found gaps that must be closed",
                                                          "Support answers the same question daily",
                                                          "Competitors offer it and sales are asked for it",
                                                          "It blocks the move to the new platform",
                                                          "Interviews showed it is hard to find",
                                                          "Errors are noticed only days later"};
inline constexpr std::array<std::string_view, 12> tag_words{"speed",  "safety",  "legacy", "platform", "mobile", "privacy",
                                                            "growth", "quality", "ux",     "cost",     "api",    "research"};
inline constexpr std::array<std::string_view, 8> team_names{"Platform", "Mobile", "Data Science", "Integrations",
                                                            "Security", "Clinic", "Reporting",    "Growth"};

/// std::uniform_int_distribution differs between standard libraries; this does not.
class RandomChoice {
 public:
  explicit RandomChoice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class Array>
  std::string_view of(const Array& words) {
    return words.at(below(words.size()));
  }
  std::int64_t id() { return static_cast<std::int64_t>((engine_() >> 1) | 1U); }

 private:
  std::mt19937_64 engine_;
};

inline std::string title(RandomChoice& random) {
  std::string out(random.of(verbs));
  out += ' ';
  out += random.of(things);
  out += ' ';
  out += random.of(audiences);
  return out;
}

/// About a hundred bytes.
inline std::string description(RandomChoice& random) {
  std::string out(random.of(reasons));
  out += ". It concerns ";
  out += random.of(things);
  out += " and ";
  out += random.of(things);
  out += ' ';
  out += random.of(audiences);
  out += '.';
  return out;
}

}  // namespace tradewind::test
