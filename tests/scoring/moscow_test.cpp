#include "tradewind/scoring/moscow.h"

#include "scoring/portfolio_maker.h"
#include "support/catch.h"
#include "tradewind/scoring/factors.h"

namespace tradewind::scoring {
namespace {

MoscowShares shares_of(double must, double should, double could, double wont = 0) {
  const std::vector<MoscowEffort> efforts{
      {Moscow::must, must}, {Moscow::should, should}, {Moscow::could, could}, {Moscow::wont, wont}};
  return moscow_shares(efforts);
}

TEST_CASE("Must may take 60 % of the effort") {
  const MoscowShares holds = shares_of(33, 12, 10);
  CHECK(holds.must_share().value() == Approx(0.6));
  CHECK(holds.must_rule_holds());
  CHECK(holds.over_the_line() == 0);

  const MoscowShares broken = shares_of(34, 12, 10);
  CHECK(broken.must_share().value() == Approx(34.0 / 56));
  CHECK_FALSE(broken.must_rule_holds());
  CHECK(broken.over_the_line() == Approx(34 - 0.6 * 56));
  CHECK(to_line(explain_moscow_shares(broken)).find("34 ÷ (34 + 12 + 10) = 60.7 %") != std::string::npos);
}

TEST_CASE("Won’t is left out of the total") {
  CHECK(shares_of(33, 12, 10, 100).must_share().value() == Approx(0.6));
  CHECK(shares_of(33, 12, 10, 100).wont == 100);
}

TEST_CASE("A sum of tenths does not tip the rule by its rounding") {
  const std::vector<MoscowEffort> efforts{{Moscow::must, 0.1}, {Moscow::must, 0.2}, {Moscow::should, 0.2}};
  CHECK(moscow_shares(efforts).must_rule_holds());
}

TEST_CASE("What has no effort or no category is counted apart") {
  const std::vector<MoscowEffort> efforts{{Moscow::must, 6}, {Moscow::must, {}}, {Moscow::should, 4}, {Moscow::unset, 5}};
  const MoscowShares shares = moscow_shares(efforts);
  CHECK(shares.must_share().value() == Approx(0.6));
  CHECK(shares.unestimated == 1);
  CHECK(shares.uncategorised == 5);
}

TEST_CASE("Without effort there is no share, rather than 0 %") {
  CHECK_FALSE(shares_of(0, 0, 0, 7).must_share().has_value());
  CHECK(shares_of(0, 0, 0).must_rule_holds());
  CHECK(unscored_of(explain_moscow_shares(shares_of(0, 0, 0)))->why == "no Must, Should or Could has an effort");
}

TEST_CASE("As an order Must comes first and an unset category is unscored") {
  CHECK(moscow_value(Moscow::must).value() == 4);
  CHECK(moscow_value(Moscow::should).value() == 3);
  CHECK(moscow_value(Moscow::could).value() == 2);
  CHECK(moscow_value(Moscow::wont).value() == 1);
  CHECK_FALSE(moscow_value(Moscow::unset).has_value());
  CHECK(score_of(moscow(Moscow::wont))->label == "Won’t");
}

TEST_CASE("A period counts the part of the effort that lies in it, by team on request") {
  test::PortfolioMaker maker;
  Period quarter;
  quarter.id = PeriodId{900};
  quarter.name = "2027Q1";
  quarter.start = make_date(2027, 1, 4);
  quarter.end = make_date(2027, 4, 5);
  maker.portfolio.insert(quarter);
  Roadmap roadmap;
  roadmap.id = RoadmapId{901};
  maker.portfolio.insert(roadmap);
  const auto place = [&](ItemId item, Date start, Date finish) {
    Placement placement;
    placement.id = PlacementId{maker.next_id()};
    placement.roadmap = roadmap.id;
    placement.item = item;
    placement.start = start;
    placement.finish = finish;
    maker.portfolio.insert(placement);
  };
  Item must;
  must.key = "TW-1";
  must.moscow = Moscow::must;
  const ItemId half_inside = maker.add(must, 10).id;
  place(half_inside, make_date(2027, 3, 29), make_date(2027, 4, 12));
  Item should;
  should.key = "TW-2";
  should.moscow = Moscow::should;
  const ItemId inside = maker.add(should, 3).id;
  const TeamId team = (*maker.portfolio.owned_by<&Estimate::item>(inside).begin()).team;
  place(inside, make_date(2027, 1, 4), make_date(2027, 1, 11));
  Item outside;
  outside.key = "TW-3";
  outside.moscow = Moscow::must;
  place(maker.add(outside, 50).id, make_date(2027, 6, 7), make_date(2027, 6, 14));

  const MoscowShares all = moscow_shares(moscow_efforts_in(maker.portfolio, roadmap.id, quarter));
  CHECK(all.must == Approx(5));
  CHECK(all.should == Approx(3));
  const MoscowShares one_team = moscow_shares(moscow_efforts_in(maker.portfolio, roadmap.id, quarter, team));
  CHECK(one_team.must == 0);
  CHECK(one_team.should == Approx(3));
}

}  // namespace
}  // namespace tradewind::scoring
