// What the sample knows and how: evidence, experiments and framings.
#include <optional>

#include "tradewind/workbench/sample_workspace.h"
#include "workbench/sample_item_table.h"

namespace tradewind::workbench::sample {
namespace {

struct EvidenceShape {
  EvidenceStrength strength;
  const char* summary;
};
constexpr EvidenceShape shapes[] = {{EvidenceStrength::weak, "Opinion"},
                                    {EvidenceStrength::moderate, "Interviews"},
                                    {EvidenceStrength::moderate, "Usage data"},
                                    {EvidenceStrength::strong, "Experiment"},
                                    {EvidenceStrength::strong, "Pilot"}};

struct NamedEvidence {
  int item;
  std::size_t dot;
  const char* summary;
  Date date;  // the first of the month where only the month is known
};
constexpr NamedEvidence named[] = {{117, 2, "41 tickets, 9 h each", make_date(2026, 12, 1)},
                                   {117, 1, "5 of 6 auditors ask for it first", make_date(2026, 11, 1)},
                                   {117, 0, "Note from the inspection", make_date(2025, 10, 1)},
                                   {104, 0, "Requested by the Chief Medical Officer", make_date(2027, 1, 14)}};

void add_evidence(Portfolio& portfolio) {
  std::int64_t id = 6001;
  for (const ItemRow& row : item_rows())
    for (std::size_t dot = 0; dot < sample_evidence_kinds.size(); ++dot) {
      if (row.evidence[dot] != '1') continue;
      Evidence evidence;
      evidence.id = EvidenceId{id++};
      evidence.item = item_id(row.number);
      evidence.kind = sample_evidence_kinds[dot];
      evidence.risk = RiskKind::value;
      evidence.strength = shapes[dot].strength;
      evidence.summary = shapes[dot].summary;
      for (const NamedEvidence& one : named)
        if (one.item == row.number && one.dot == dot) {
          evidence.summary = one.summary;
          evidence.date = one.date;
        }
      portfolio.insert(evidence);
    }
}

struct ExperimentRow {
  const char* key;
  int item;
  const char* method;
  const char* rule;
  OptionalNumber rule_share;
  int rule_sample, sample, successes;
  Verdict verdict;
  Date started, ended;
};

void add_experiments(Portfolio& portfolio) {
  const ExperimentRow rows[] = {
      {"E-29", 163, "Painted-door test", "at least 5 % open it", 0.05, 0, 420, 9, Verdict::failed, make_date(2026, 11, 23),
       make_date(2026, 12, 18)},
      {"E-31", 141, "Painted-door test", "at least 5 % of at least 500 open it", 0.05, 500, 500, 31, Verdict::passed,
       make_date(2027, 1, 4), make_date(2027, 1, 15)},
      {"E-33", 131, "Prototype with wards", "at least 60 % of 12 wards would use it", 0.6, 12, 8, 5, Verdict::running,
       make_date(2027, 1, 11), make_date(2027, 1, 29)},
      {"E-34", 110, "Feasibility spike", "", std::nullopt, 0, 0, 0, Verdict::running, make_date(2027, 1, 13),
       make_date(2027, 1, 27)},
  };
  std::int64_t id = 91;
  for (const ExperimentRow& row : rows) {
    Experiment experiment;
    experiment.id = ExperimentId{id++};
    experiment.item = item_id(row.item);
    experiment.key = row.key;
    experiment.method = row.method;
    experiment.rule = row.rule;
    experiment.rule_share = row.rule_share;
    experiment.rule_sample = row.rule_sample;
    experiment.sample = row.sample;
    experiment.successes = row.successes;
    experiment.verdict = row.verdict;
    experiment.started = row.started;
    experiment.ended = row.ended;  // while it runs: the day it is to end
    portfolio.insert(experiment);
  }
}

struct FramingRow {
  int item;
  const char* audience;
  const char* text;
};
constexpr FramingRow framings[] = {
    {117, "Engineering",
     "Append-only event log behind the ingest queue, exported as signed files. Removes nine hours of manual joins a request."},
    {117, "Business", "Closes one of three open major findings before the September audit."},
    {117, "Clinicians", "Every look at a patient record can be explained on request."}};

}  // namespace

void add_discovery(Portfolio& portfolio) {
  add_evidence(portfolio);
  add_experiments(portfolio);
  std::int64_t id = 101;
  for (const FramingRow& row : framings) {
    Framing framing;
    framing.id = Id<Framing>{id++};
    framing.item = item_id(row.item);
    framing.audience = row.audience;
    framing.text = row.text;
    portfolio.insert(framing);
  }
}

}  // namespace tradewind::workbench::sample
