// Words that all sentences about plans have in common.
#pragma once
#include <string>
#include <vector>

#include "tradewind/domain/phrase.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::workbench {

/// "3", "2.5".
std::string short_number(double value);
/// "1 person-week", "2.5 person-weeks".
Phrase person_weeks(double amount);
/// "quarter", "sprint".
Phrase period_word(PeriodKind kind);
/// "1 quarter", "3 quarters".
Phrase counted_periods(int count, PeriodKind kind);
/// "A", "A and B", "A, B and C".
Phrase listed(const std::vector<Phrase>& names);
/// "CDP-101 (Governance automation)".
Phrase key_and_title(const Portfolio& portfolio, ItemId item);

/// The period that a number of the problem means, as people call it.
Phrase period_text(const Portfolio& portfolio, const PlanningProblem& problem, int period);
/// The period's kind.
PeriodKind kind_of_periods(const Portfolio& portfolio, const PlanningProblem& problem);

/// "it is pinned", "work on it has begun" …: why a task stays where it is; empty where nothing of its own keeps it there.
Phrase why_it_stays(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task);
/// "it takes 3 quarters, because Platform has at most 10 person-weeks a quarter for its 25".
Phrase why_so_long(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task);

}  // namespace tradewind::workbench
