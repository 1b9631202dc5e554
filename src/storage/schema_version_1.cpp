// Schema version 1: the first. Frozen; see Migration in schema.h.
// Allowed values are chains of comparisons: for a list of more than two, SQLite builds a temporary table at every write.
#include "storage/schema_versions.h"

namespace tradewind::storage {

const std::string_view schema_version_1 = R"sql(
CREATE TABLE workspace_settings(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  vision_statement TEXT NOT NULL,
  vision_narrative TEXT NOT NULL,
  key_prefix TEXT NOT NULL,
  next_item_number INTEGER NOT NULL,
  fiscal_year_start_month INTEGER NOT NULL,
  currency TEXT NOT NULL,
  planned_weeks_per_quarter REAL NOT NULL,
  hours_per_week REAL NOT NULL,
  impact_cut REAL NOT NULL,
  effort_cut REAL NOT NULL
) STRICT;
CREATE TABLE allocation_policy(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0,1)),
  alert_weeks INTEGER NOT NULL
) STRICT;
CREATE TABLE allocation_class(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  policy INTEGER NOT NULL REFERENCES allocation_policy(id) DEFERRABLE INITIALLY DEFERRED,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role='strategic' OR role='roadmap' OR role='firefighting' OR role='other'),
  target_share REAL NOT NULL,
  tolerance REAL NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE team(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  lead TEXT NOT NULL,
  people REAL NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE period(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  kind TEXT NOT NULL CHECK (kind='quarter' OR kind='month' OR kind='week' OR kind='sprint' OR kind='custom'),
  name TEXT NOT NULL,
  start TEXT NOT NULL CHECK (start IS date(start)),
  end TEXT NOT NULL CHECK (end IS date(end))
) STRICT;
CREATE TABLE capacity(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  team INTEGER NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER NOT NULL REFERENCES period(id) DEFERRABLE INITIALLY DEFERRED,
  people REAL NOT NULL,
  weeks REAL NOT NULL,
  availability REAL NOT NULL,
  typed REAL,
  reserve REAL NOT NULL
) STRICT;
CREATE TABLE outcome(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  statement TEXT NOT NULL,
  metric TEXT NOT NULL,
  unit TEXT NOT NULL,
  baseline REAL,
  target REAL,
  due TEXT CHECK (due IS date(due)),
  owner TEXT NOT NULL,
  parent INTEGER REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED,
  weight REAL NOT NULL,
  decimals INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE check_in(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  outcome INTEGER NOT NULL REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date(date)),
  value REAL NOT NULL,
  note TEXT NOT NULL,
  health TEXT NOT NULL
) STRICT;
CREATE TABLE item(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  description TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind='initiative' OR kind='feature' OR kind='experiment' OR kind='debt' OR kind='request'),
  parent INTEGER REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  track TEXT NOT NULL CHECK (track IN ('delivery','discovery')),
  stage TEXT NOT NULL CHECK (stage='idea' OR stage='framing' OR stage='testing' OR stage='validated' OR stage='ready' OR stage='building' OR stage='launched' OR stage='measured' OR stage='dropped'),
  moscow TEXT NOT NULL CHECK (moscow='' OR moscow='must' OR moscow='should' OR moscow='could' OR moscow='wont'),
  allocation_class INTEGER REFERENCES allocation_class(id) DEFERRABLE INITIALLY DEFERRED,
  reach REAL,
  impact REAL,
  confidence REAL,
  ease REAL,
  business_value REAL,
  time_criticality REAL,
  risk_reduction REAL,
  job_size REAL,
  cost_of_delay REAL,
  duration_weeks REAL,
  importance REAL,
  satisfaction REAL,
  story_points REAL,
  earliest_start TEXT CHECK (earliest_start IS date(earliest_start)),
  deadline TEXT CHECK (deadline IS date(deadline)),
  lapse_date TEXT CHECK (lapse_date IS date(lapse_date)),
  lapse_cost REAL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0,1)),
  value_risk TEXT NOT NULL CHECK (value_risk='open' OR value_risk='partly' OR value_risk='addressed'),
  usability_risk TEXT NOT NULL CHECK (usability_risk='open' OR usability_risk='partly' OR usability_risk='addressed'),
  feasibility_risk TEXT NOT NULL CHECK (feasibility_risk='open' OR feasibility_risk='partly' OR feasibility_risk='addressed'),
  viability_risk TEXT NOT NULL CHECK (viability_risk='open' OR viability_risk='partly' OR viability_risk='addressed'),
  requester TEXT NOT NULL,
  assignee TEXT NOT NULL,
  tags TEXT NOT NULL,
  custom TEXT NOT NULL,
  external_source TEXT NOT NULL,
  external_key TEXT NOT NULL,
  external_url TEXT NOT NULL,
  rank TEXT NOT NULL
) STRICT;
CREATE TABLE contribution(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  outcome INTEGER NOT NULL REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED,
  effect REAL
) STRICT;
CREATE TABLE estimate(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  team INTEGER REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  low REAL,
  likely REAL,
  high REAL
) STRICT;
CREATE TABLE dependency(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  predecessor INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  successor INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE roadmap(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  period_kind TEXT NOT NULL CHECK (period_kind='quarter' OR period_kind='month' OR period_kind='week' OR period_kind='sprint' OR period_kind='custom'),
  lanes TEXT NOT NULL CHECK (lanes='outcome' OR lanes='team' OR lanes='stage' OR lanes='class'),
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE placement(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  roadmap INTEGER NOT NULL REFERENCES roadmap(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  period INTEGER REFERENCES period(id) DEFERRABLE INITIALLY DEFERRED,
  start TEXT CHECK (start IS date(start)),
  finish TEXT CHECK (finish IS date(finish))
) STRICT;
CREATE TABLE milestone(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  title TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date IS date(date)),
  outcome INTEGER REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE time_entry(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  date TEXT NOT NULL CHECK (date IS date(date)),
  person TEXT NOT NULL,
  team INTEGER REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  minutes INTEGER NOT NULL,
  allocation_class INTEGER REFERENCES allocation_class(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  cause TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE TABLE evidence(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind='own-conviction' OR kind='pitch' OR kind='theme' OR kind='others-opinion' OR kind='estimates-and-plans' OR kind='anecdote' OR kind='market-data' OR kind='user-evidence' OR kind='test-results' OR kind='launch-data'),
  risk TEXT NOT NULL CHECK (risk='value' OR risk='usability' OR risk='feasibility' OR risk='viability'),
  strength TEXT NOT NULL CHECK (strength='weak' OR strength='moderate' OR strength='strong'),
  supports INTEGER NOT NULL CHECK (supports IN (0,1)),
  summary TEXT NOT NULL,
  link TEXT NOT NULL,
  date TEXT CHECK (date IS date(date))
) STRICT;
CREATE TABLE experiment(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  key TEXT NOT NULL,
  method TEXT NOT NULL,
  hypothesis TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_share REAL,
  rule_sample INTEGER NOT NULL,
  sample INTEGER NOT NULL,
  successes INTEGER NOT NULL,
  result TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict='planned' OR verdict='running' OR verdict='passed' OR verdict='failed' OR verdict='inconclusive'),
  started TEXT CHECK (started IS date(started)),
  ended TEXT CHECK (ended IS date(ended))
) STRICT;
CREATE TABLE insight(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  source TEXT NOT NULL,
  customer TEXT NOT NULL,
  segment TEXT NOT NULL,
  text TEXT NOT NULL,
  date TEXT CHECK (date IS date(date))
) STRICT;
CREATE TABLE insight_link(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  insight INTEGER NOT NULL REFERENCES insight(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE stakeholder(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  audience TEXT NOT NULL
) STRICT;
CREATE TABLE framing(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  audience TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE opportunity_survey(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  segment TEXT NOT NULL,
  respondents INTEGER NOT NULL,
  important INTEGER NOT NULL,
  satisfied INTEGER NOT NULL
) STRICT;
CREATE TABLE kano_survey(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  functional TEXT NOT NULL CHECK (functional='like' OR functional='expect' OR functional='neutral' OR functional='live-with' OR functional='dislike'),
  dysfunctional TEXT NOT NULL CHECK (dysfunctional='like' OR dysfunctional='expect' OR dysfunctional='neutral' OR dysfunctional='live-with' OR dysfunctional='dislike'),
  respondents INTEGER NOT NULL
) STRICT;
CREATE TABLE criterion(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  weight REAL NOT NULL,
  minimum REAL NOT NULL,
  maximum REAL NOT NULL,
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0,1)),
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE criterion_rating(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  criterion INTEGER NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  value REAL NOT NULL
) STRICT;
CREATE TABLE scenario(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  created TEXT CHECK (created IS date(created))
) STRICT;
CREATE TABLE decision(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  title TEXT NOT NULL,
  request INTEGER REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  options TEXT NOT NULL,
  choice TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  date TEXT CHECK (date IS date(date))
) STRICT;
CREATE TABLE mapping_profile(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  mapping TEXT NOT NULL,
  date_order TEXT NOT NULL
) STRICT;
CREATE TABLE import_record(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  item INTEGER NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL,
  snapshot TEXT NOT NULL
) STRICT;
CREATE INDEX allocation_class_by_policy ON allocation_class(policy);
CREATE INDEX capacity_by_team ON capacity(team);
CREATE INDEX capacity_by_period ON capacity(period);
CREATE INDEX outcome_by_parent ON outcome(parent) WHERE parent IS NOT NULL;
CREATE INDEX check_in_by_outcome ON check_in(outcome);
CREATE INDEX item_by_parent ON item(parent) WHERE parent IS NOT NULL;
CREATE INDEX item_by_allocation_class ON item(allocation_class) WHERE allocation_class IS NOT NULL;
CREATE INDEX contribution_by_item ON contribution(item);
CREATE INDEX contribution_by_outcome ON contribution(outcome);
CREATE INDEX estimate_by_item ON estimate(item);
CREATE INDEX estimate_by_team ON estimate(team) WHERE team IS NOT NULL;
CREATE INDEX dependency_by_predecessor ON dependency(predecessor);
CREATE INDEX dependency_by_successor ON dependency(successor);
CREATE INDEX placement_by_roadmap ON placement(roadmap);
CREATE INDEX placement_by_item ON placement(item);
CREATE INDEX placement_by_period ON placement(period) WHERE period IS NOT NULL;
CREATE INDEX milestone_by_outcome ON milestone(outcome) WHERE outcome IS NOT NULL;
CREATE INDEX milestone_by_item ON milestone(item) WHERE item IS NOT NULL;
CREATE INDEX time_entry_by_team ON time_entry(team) WHERE team IS NOT NULL;
CREATE INDEX time_entry_by_allocation_class ON time_entry(allocation_class) WHERE allocation_class IS NOT NULL;
CREATE INDEX time_entry_by_item ON time_entry(item) WHERE item IS NOT NULL;
CREATE INDEX evidence_by_item ON evidence(item);
CREATE INDEX experiment_by_item ON experiment(item);
CREATE INDEX insight_link_by_insight ON insight_link(insight);
CREATE INDEX insight_link_by_item ON insight_link(item);
CREATE INDEX framing_by_item ON framing(item);
CREATE INDEX opportunity_survey_by_item ON opportunity_survey(item);
CREATE INDEX kano_survey_by_item ON kano_survey(item);
CREATE INDEX criterion_rating_by_criterion ON criterion_rating(criterion);
CREATE INDEX criterion_rating_by_item ON criterion_rating(item);
CREATE INDEX decision_by_request ON decision(request) WHERE request IS NOT NULL;
CREATE INDEX import_record_by_item ON import_record(item);
CREATE TABLE history(
  seq INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  changes INTEGER NOT NULL,
  reverts INTEGER,
  changeset BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE item_search USING fts5(
  key, external_key, title, description, tags,
  content='item', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
)sql";

}  // namespace tradewind::storage
