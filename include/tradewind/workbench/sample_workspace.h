// The sample workspace: a fictional health-data platform with 4 outcomes, 44 items, 4 teams, 4 quarters, dependencies,
// evidence, experiments and twelve weeks of time entries. Tests, `new --template sample` and scripts/run use it.
#pragma once
#include <array>

#include "tradewind/domain/date.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::workbench {

/// Ids are fixed, so that pictures and tests are the same on every run. Its keys are CDP-101 …
Portfolio make_sample_portfolio();
/// The day that the sample's figures belong to: 18 January 2027.
inline constexpr Date sample_today = make_date(2027, 1, 18);

/// The five dots of the evidence meter, weakest first (opinion, interviews, usage data, experiment, pilot), as the
/// sample stores them. The order is that of EvidenceKind, so that "strongest" means the same in both. A handful of
/// interviews is an anecdote and product data is user evidence in Gilad's terms. To draw any workspace's dots back: up to
/// estimates_and_plans opinion, anecdote interviews, market_data and user_evidence usage data, test_results experiment,
/// launch_data pilot.
inline constexpr std::array<EvidenceKind, 5> sample_evidence_kinds{EvidenceKind::others_opinion, EvidenceKind::anecdote,
                                                                   EvidenceKind::user_evidence, EvidenceKind::test_results,
                                                                   EvidenceKind::launch_data};

}  // namespace tradewind::workbench
