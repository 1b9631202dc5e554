// The sample's figures agree with those that an independent implementation of the same definitions gave
// (tests/data/sample_figures.json): loads, shares, scores, outcomes and time.
#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "tradewind/allocation/allocation.h"
#include "tradewind/allocation/firefighting_causes.h"
#include "tradewind/allocation/outcome_progress.h"
#include "tradewind/allocation/weekly_trend.h"
#include "tradewind/scoring/factors.h"
#include "tradewind/scoring/ranking.h"
#include "tradewind/workbench/sample_workspace.h"

using namespace tradewind;
using nlohmann::json;

namespace {

struct Sample {
  Portfolio portfolio = workbench::make_sample_portfolio();
  json figures;
  RoadmapId roadmap = portfolio.roadmap_by_name("")->id;
  std::vector<const Period*> quarters = portfolio.periods_in_order(PeriodKind::quarter);
  Span booked{make_date(2026, 10, 26), workbench::sample_today};

  Sample() { std::ifstream(TRADEWIND_TEST_DATA "/sample_figures.json") >> figures; }

  allocation::Allocation allocation_of(std::size_t quarter) const {
    allocation::Query query;
    query.period = *quarters[quarter];
    query.booked = booked;
    return allocation::allocation_of(portfolio, query);
  }
  Date monday(int week) const { return add_days(quarters.front()->start, 7 * week); }
};

constexpr const char* class_letters[] = {"S", "R", "F"};

auto near(const json& figure) { return Approx(figure.get<double>()).epsilon(1e-9).margin(1e-9); }

double person_weeks(std::int64_t minutes) { return static_cast<double>(minutes) / 2400; }

}  // namespace

TEST_CASE("loads and capacities of teams agree", "[sample]") {
  const Sample sample;
  std::vector<std::pair<std::string, std::size_t>> over;
  const auto loads = team_loads(sample.portfolio, sample.roadmap, sample.quarters);
  REQUIRE(loads.size() == 16);
  for (std::size_t at = 0; at < loads.size(); ++at) {
    const std::string team = sample.portfolio.find(loads[at].team)->key;
    const std::size_t quarter = at % 4;
    INFO(team << " in quarter " << quarter);
    CHECK(loads[at].planned == near(sample.figures["planned"][team][quarter]));
    CHECK(loads[at].planned + loads[at].reserve == near(sample.figures["load"][team][quarter]));
    CHECK(loads[at].capacity.value() == near(sample.figures["capacity"][team]));
    if (loads[at].planned + loads[at].reserve > loads[at].capacity.value() + 1e-9) over.emplace_back(team, quarter);
  }
  REQUIRE(over.size() == sample.figures["over"].size());
  for (std::size_t at = 0; at < over.size(); ++at) {
    CHECK(over[at].first == sample.figures["over"][at]["team"]);
    CHECK(over[at].second == sample.figures["over"][at]["quarter"]);
  }
}

TEST_CASE("MoSCoW shares of planned effort agree", "[sample]") {
  const Sample sample;
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    const json& figures = sample.figures["moscow"][quarter];
    const auto shares_of = [&](TeamId team) {
      return scoring::moscow_shares(
          scoring::moscow_efforts_in(sample.portfolio, sample.roadmap, *sample.quarters[quarter], team));
    };
    const auto check = [](const scoring::MoscowShares& shares, const json& figure) {
      CHECK(shares.must == near(figure["pw"]["M"]));
      CHECK(shares.should == near(figure["pw"]["S"]));
      CHECK(shares.could == near(figure["pw"]["C"]));
      CHECK(shares.wont == near(figure["pw"]["W"]));
      CHECK(shares.total() == near(figure["total"]));
    };
    check(shares_of({}), figures);
    CHECK(100 * shares_of({}).must_share().value() == near(figures["pct"]["M"]));
    for (const Team& team : sample.portfolio.all<Team>()) check(shares_of(team.id), figures["teams"][team.key]);
  }
}

TEST_CASE("planned class shares and the percentages shown for them agree", "[sample]") {
  const Sample sample;
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    const json& figures = sample.figures["class_share"][quarter];
    const auto allocation = sample.allocation_of(quarter);
    REQUIRE(allocation.whole.classes.size() == 3);
    CHECK(allocation.planned_total == near(figures["total"]));
    const auto shown = allocation::shown_planned(allocation.whole.classes);
    for (std::size_t at = 0; at < 3; ++at) {
      const auto& part = allocation.whole.classes[at];
      CHECK(person_weeks(part.planned_minutes) == near(figures["pw"][class_letters[at]]));
      CHECK(100 * part.planned.value() == near(figures["pct"][class_letters[at]]));
      CHECK(shown[at] == figures["shown"][class_letters[at]]);
    }
  }
}

TEST_CASE("scores of all items and their RICE order agree", "[sample]") {
  const Sample sample;
  const scoring::ScoringContext context(sample.portfolio);
  REQUIRE(sample.figures["items"].size() == sample.portfolio.all<Item>().size());
  for (const Item& item : sample.portfolio.all<Item>()) {
    INFO(item.key);
    const json& figures = sample.figures["items"][item.key.substr(4)];
    CHECK(sample.portfolio.likely_effort(item.id).value() == near(figures["effort"]));
    CHECK(sample.portfolio.low_effort(item.id).value() == near(figures["low"]));
    CHECK(sample.portfolio.high_effort(item.id).value() == near(figures["high"]));
    CHECK(scoring::rice_value(scoring::rice_factors(context, item)).value() == near(figures["rice"]));
    CHECK(scoring::job_size_of_effort(figures["effort"].get<double>()) == near(figures["job_size"]));
    CHECK(scoring::wsjf_value(scoring::wsjf_factors(context, item)).value() == near(figures["wsjf"]));
    CHECK(scoring::opportunity_value(scoring::opportunity_factors(item)).value() == near(figures["opportunity"]));
  }

  std::vector<const Item*> scope;
  for (const auto& [number, rank] : sample.figures["rice_rank"].items())
    scope.push_back(sample.portfolio.item_by_key("CDP-" + number));
  for (const auto& row : scoring::rank_items(sample.portfolio, scope, *scoring::find_method("rice"))) {
    INFO(row.item->key);
    CHECK(row.rank == sample.figures["rice_rank"][row.item->key.substr(4)]);
  }
}

TEST_CASE("intervals of the experiments agree", "[sample]") {
  const Sample sample;
  for (const Experiment& experiment : sample.portfolio.all<Experiment>()) {
    if (experiment.sample == 0) continue;
    const json& figures = sample.figures["wilson"][experiment.key];
    const auto interval = scoring::wilson_interval(experiment.successes, experiment.sample);
    CHECK(interval.share == near(figures["p"]));
    CHECK(interval.low == near(figures["lo"]));
    CHECK(interval.high == near(figures["hi"]));
  }
}

TEST_CASE("progress, contributions and expectation of the outcomes agree", "[sample]") {
  const Sample sample;
  for (const auto& progress : allocation::progress_of_outcomes(sample.portfolio)) {
    const json& figures = sample.figures["outcomes"][sample.portfolio.find(progress.outcome)->key];
    CHECK(progress.now.value() == near(figures["now"]));
    CHECK(progress.progress.value() == near(figures["progress"]));
    CHECK(progress.direction == figures["direction"]);
    CHECK(progress.needed.value() == near(figures["needed"]));
    CHECK(progress.covered == near(figures["covered"]));
    CHECK(progress.gap.value() == near(figures["gap"]));
    CHECK(100 * progress.coverage.value() == near(figures["coverage"]));
    CHECK(progress.health == figures["health"]);
    CHECK(progress.unquantified.empty());
    REQUIRE(progress.contributions.size() == figures["contributions"].size());
    for (const auto& one : progress.contributions)
      CHECK(one.expected == near(figures["contributions"][sample.portfolio.find(one.item)->key.substr(4)]));
    for (const auto& [week, value] : figures["expected"].items())
      CHECK(allocation::expected_on(progress, sample.monday(std::stoi(week))).value() == near(value));
  }
  const auto without = allocation::planned_without_outcome(sample.portfolio);
  REQUIRE(without.size() == 2);
  CHECK(sample.portfolio.find(without[0])->key == "CDP-139");
  CHECK(sample.portfolio.find(without[1])->key == "CDP-151");
}

TEST_CASE("booked time agrees: in total, by team and by week, exactly", "[sample]") {
  const Sample sample;
  const json& time = sample.figures["time"];
  const auto allocation = sample.allocation_of(0);
  const auto half_days = [](const json& weeks) { return std::llround(weeks.get<double>() * 10) * 240; };
  CHECK(allocation.whole.actual_minutes == half_days(time["total"]));
  CHECK(allocation.actual_total == near(time["total"]));
  const auto shown = allocation::shown_actual(allocation.whole.classes);
  for (std::size_t at = 0; at < 3; ++at) {
    CHECK(allocation.whole.classes[at].actual_minutes == half_days(time["sum"][class_letters[at]]));
    CHECK(100 * allocation.whole.classes[at].actual.value() == near(time["percent"][class_letters[at]]));
    CHECK(shown[at] == time["shown"][class_letters[at]]);
  }
  const auto weeks = allocation::weekly_trend(sample.portfolio, sample.booked);
  REQUIRE(weeks.size() == time["weeks"].size());
  for (std::size_t week = 0; week < weeks.size(); ++week)
    for (std::size_t at = 0; at < 3; ++at) {
      CHECK(weeks[week].minutes[at] == half_days(time["weeks"][week][class_letters[at]]));
      CHECK(100 * weeks[week].share(at).value() == near(time["weeks"][week]["percent"][class_letters[at]]));
    }
  for (const auto& team : allocation.teams) {
    const json& figures = time["teams"][sample.portfolio.find(team.team)->key];
    const auto team_weeks = allocation::weekly_trend(sample.portfolio, sample.booked, team.team);
    for (std::size_t at = 0; at < 3; ++at) {
      CHECK(team.classes[at].actual_minutes == half_days(figures["pw"][class_letters[at]]));
      CHECK(100 * team.classes[at].actual.value() == near(figures["percent"][class_letters[at]]));
      for (std::size_t week = 0; week < team_weeks.size(); ++week)
        CHECK(team_weeks[week].minutes[at] == half_days(figures["weeks"][week][at]));
    }
  }
}

TEST_CASE("firefighting of people lies within a point of its figures", "[sample]") {
  const Sample sample;
  const auto allocation = sample.allocation_of(0);
  std::map<std::string, std::size_t> seen;
  for (const auto& person : allocation.people) {
    const std::string team = sample.portfolio.find(person.team)->key;
    INFO(person.name);
    CHECK(100 * person.classes[2].actual.value() ==
          Approx(sample.figures["time"]["teams"][team]["people"][seen[team]++].get<double>()).margin(1));
  }
  CHECK(allocation.people.size() == 23);
}

TEST_CASE("what ate the time and the run of weeks agree", "[sample]") {
  const Sample sample;
  const json& figures = sample.figures["time"]["causes"];
  const auto causes = allocation::firefighting_causes(sample.portfolio, sample.booked);
  REQUIRE(causes.size() == figures.size());
  for (std::size_t at = 0; at < causes.size(); ++at) {
    CHECK(causes[at].text == figures[at]["text"]);
    CHECK(person_weeks(causes[at].minutes) == near(figures[at]["person_weeks"]));
    CHECK(100 * causes[at].share == near(figures[at]["percent"]));
    const Item* cure = sample.portfolio.find(causes[at].item);
    CHECK((cure == nullptr ? json() : json(std::stoi(cure->key.substr(4)))) == figures[at]["fix"]);
    CHECK(causes[at].lands.has_value() == (cure != nullptr));
  }
  const auto alerts = sample.allocation_of(0).alerts;
  const auto fires = std::find_if(alerts.begin(), alerts.end(), [](const auto& alert) { return alert.key == "firefighting"; });
  REQUIRE(fires != alerts.end());
  CHECK(fires->weeks == sample.figures["time"]["run"]);
  CHECK(in_words(fires->message) == "Firefighting above 15 % for 9 weeks in a row");
}
