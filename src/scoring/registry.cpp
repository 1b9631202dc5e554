// The list of scoring methods of items.
#include "tradewind/scoring/registry.h"

#include <array>

#include "tradewind/scoring/factors.h"

namespace tradewind::scoring {
namespace {

bool has_survey(const Portfolio& portfolio, ItemId item) { return !portfolio.owned_by<&OpportunitySurvey::item>(item).empty(); }

ScoreResult explain_rice(const ScoringContext& context, const Item& item) {
  ScoreResult result = rice(rice_factors(context, item));
  auto* score = std::get_if<Score>(&result);
  if (score == nullptr) return result;
  int without_likely = 0;
  for (const Estimate& estimate : context.portfolio().owned_by<&Estimate::item>(item.id))
    if (!estimate.likely.has_value()) ++without_likely;
  if (without_likely > 0)
    score->explanation.notes.push_back("Teams whose likely effort is unknown and not counted: " + std::to_string(without_likely));
  return result;
}

OptionalNumber opportunity_value_of(const ScoringContext& context, const Item& item) {
  if (!has_survey(context.portfolio(), item.id)) return opportunity_value(opportunity_factors(item));
  return opportunity_value(opportunity_segments(context.portfolio(), item.id));
}

ScoreResult explain_opportunity(const ScoringContext& context, const Item& item) {
  if (!has_survey(context.portfolio(), item.id)) return opportunity(opportunity_factors(item));
  return opportunity(opportunity_segments(context.portfolio(), item.id));
}

constexpr std::array<Method, 10> all_methods{{
    {"rice", "RICE", "0 and up", "people × impact per person-week", "Intercom, Sean McBride 2016", true,
     [](const ScoringContext& context, const Item& item) { return rice_value(rice_factors(context, item)); }, explain_rice},
    {"ice", "ICE", "1–1000", "", "Sean Ellis", true,
     [](const ScoringContext&, const Item& item) { return ice_value(ice_factors(item)); },
     [](const ScoringContext&, const Item& item) { return ice(ice_factors(item)); }},
    {"moscow", "MoSCoW", "4 Must, 3 Should, 2 Could, 1 Won’t", "", "DSDM Agile Project Framework, chapter 10", true,
     [](const ScoringContext&, const Item& item) { return moscow_value(item.moscow); },
     [](const ScoringContext&, const Item& item) { return moscow(item.moscow); }},
    {"impact-effort", "Impact versus effort", "4 Quick wins, 3 Big bets, 2 Fill-ins, 1 Time sinks", "",
     "cut-points of the workspace, else medians", true,
     [](const ScoringContext& context, const Item& item) {
       return impact_effort_value(impact_effort_factors(context, item), context.cuts());
     },
     [](const ScoringContext& context, const Item& item) {
       return impact_effort(impact_effort_factors(context, item), context.cuts());
     },
     true},
    {"wsjf", "WSJF", "0.15–60", "", "SAFe", true,
     [](const ScoringContext& context, const Item& item) { return wsjf_value(wsjf_factors(context, item)); },
     [](const ScoringContext& context, const Item& item) { return wsjf(wsjf_factors(context, item)); }},
    {"cost-of-delay", "Cost of delay", "0 and up", "currency per week", "Don Reinertsen 2009", true,
     [](const ScoringContext&, const Item& item) { return cost_of_delay_value(delay_factors(item)); },
     [](const ScoringContext& context, const Item& item) {
       return cost_of_delay(delay_factors(item), context.portfolio().settings().currency);
     }},
    {"cd3", "CD3", "0 and up", "currency per week per week", "Don Reinertsen 2009", true,
     [](const ScoringContext&, const Item& item) { return cd3_value(delay_factors(item)); },
     [](const ScoringContext& context, const Item& item) {
       return cd3(delay_factors(item), context.portfolio().settings().currency);
     }},
    {"opportunity", "Opportunity", "0–20", "", "Tony Ulwick, outcome-driven innovation", true, opportunity_value_of,
     explain_opportunity},
    {"weighted", "Weighted", "0–100", "", "criteria of the workspace", true,
     [](const ScoringContext& context, const Item& item) { return weighted_value(weighted_criteria(context, item.id)); },
     [](const ScoringContext& context, const Item& item) { return weighted(weighted_criteria(context, item.id)); }},
    {"kano", "Kano", "4 Must-be, 3 One-dimensional, 2 Attractive, 1 Indifferent, 0 Reverse", "",
     "Noriaki Kano 1984; Berger et al. 1993", true,
     [](const ScoringContext& context, const Item& item) { return kano_value(kano_counts(context.portfolio(), item.id)); },
     [](const ScoringContext& context, const Item& item) { return kano(kano_counts(context.portfolio(), item.id)); }},
}};

}  // namespace

ScoreResult Method::score(const Portfolio& portfolio, const Item& item) const { return explain(ScoringContext(portfolio), item); }

std::span<const Method> methods() { return all_methods; }

const Method* find_method(std::string_view key) {
  for (const Method& method : all_methods)
    if (method.key == key) return &method;
  return nullptr;
}

}  // namespace tradewind::scoring
