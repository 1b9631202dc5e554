// The pictures of a trade-off: nothing is cut off with few, many and long names; ghosts, arrows and costs stand where they must.
#include "support/catch.h"
#include "tradewind/domain/period.h"
#include "tradewind/views/trade_off_view.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

using Fate = TradeOffPicture::Fate;

const FixedWidthMeasurer measurer;

Span span(int month, int length) {
  const Date start = make_date(2027, static_cast<unsigned>(month), 8);
  return {start, add_days(start, 30 * length)};
}

TradeOffPicture::Row row(int id, const std::string& name, Fate fate, std::optional<Span> before, std::optional<Span> after) {
  TradeOffPicture::Row one;
  one.item = ItemId{id};
  one.name = name;
  one.description = name + " moves";
  one.role = id % 2 == 0 ? ClassRole::strategic : ClassRole::roadmap;
  one.discovery = id % 3 == 0;
  one.fate = fate;
  one.before = before;
  one.after = after;
  one.note = fate == Fate::request ? "new, takes 36 pw" : fate == Fate::drops ? "dropped" : "+1 quarter";
  if (fate != Fate::request) one.cost = "117";
  return one;
}

TradeOffPicture picture(int slips, const std::string& more = {}) {
  TradeOffPicture one;
  one.headline = "Building AI cohort builder by the end of 2027 Q1 costs € 284 k of delay" + more;
  one.option = "Finished by the end of 2027 Q1";
  one.cost = "€ 284 k";
  one.before_title = "Before, plan for 2027";
  one.net_title = "Expected net value in 2027";
  one.source = "Clinical Data Platform, 18 Jan 2027." + more;
  one.method = "Net value: value of the request times its confidence, less delay cost." + more;
  one.today = make_date(2027, 1, 18);
  Period period = quarter_of(make_date(2027, 1, 1));
  for (int at = 0; at < 4; ++at, period = next_period(period)) one.periods.push_back(period);
  for (const auto& [id, title, date] :
       {std::tuple{1, "Audit dry run", make_date(2027, 6, 21)}, std::tuple{2, "GxP audit", make_date(2027, 6, 23)},
        std::tuple{3, "Last day", make_date(2027, 12, 30)}}) {
    Milestone milestone;
    milestone.id = MilestoneId{id};
    milestone.title = title + more;
    milestone.date = date;
    one.milestones.push_back(milestone);
  }
  one.rows.push_back(row(100, "AI cohort builder" + more, Fate::request, std::nullopt, span(1, 2)));
  for (int at = 0; at < slips; ++at)
    one.rows.push_back(
        row(at + 1, "Item number " + std::to_string(at + 1) + more, Fate::slips, span(1 + at % 6, 3), span(5 + at % 6, 3)));
  one.rows.push_back(row(99, "Notebook templates" + more, Fate::drops, span(2, 1), std::nullopt));
  for (int at = 0; at < 33; ++at) one.untouched.push_back(span(1 + at % 10, 1 + at % 4));
  one.outcomes.push_back({OutcomeId{1}, "GxP audit" + more, "0.1", "1.3", TradeOffPicture::Change::worse});
  one.outcomes.push_back({OutcomeId{2}, "Latency", "7.7", "7.7 s", TradeOffPicture::Change::none});
  one.classes = {{"Strategic", ClassRole::strategic, 0.7, 0.65, 0.52, 0.05},
                 {"Roadmap", ClassRole::roadmap, 0.2, 0.22, 0.35, 0.05},
                 {"Firefighting", ClassRole::firefighting, 0.1, 0.13, 0.13, 0.05}};
  one.allocation_in = "2027 Q1";
  one.confidence = 0.4;
  one.displaced_confidence = 0.71;
  one.figures = {{"€ 284 k", "delay cost: 5 items slip a quarter, 1 is dropped" + more},
                 {"0.5 → 1.6", "open major findings expected at the audit dry run" + more},
                 {"40 % against 71 %", "confidence in the request, against confidence in what it displaces"}};
  one.ways = {{"Now", "−€ 97 k"}, {"Test for one week first", "+€ 94 k"}, {"In 2027 Q2", "+€ 47 k"}};
  return one;
}

std::size_t dashed_boxes(const Scene& scene) {
  std::size_t count = 0;
  for (const Shape& shape : scene.shapes)
    if (const auto* box = std::get_if<RectShape>(&shape.what)) count += box->stroke.dash == Dash::dashed ? 1U : 0U;
  return count;
}

bool overlap(const Scene& scene, const std::string& one, const std::string& other) {
  const auto box_of = [&](const std::string& text) {
    for (const TextShape* shape : texts_of(scene))
      if (shape->text == text) return shape->box;
    FAIL("no text " << text);
    return Rect{};
  };
  return box_of(one).overlaps(box_of(other));
}

const std::string long_words = " with a name that goes on and on, further than anybody would read it aloud in a meeting";

}  // namespace

TEST_CASE("before and after have the same rows; what moved is a ghost, what drops too") {
  const Scene scene = layout_trade_off(picture(5), {900, 0}, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "Before"));
  CHECK(has_text(scene, "After"));
  CHECK(has_text(scene, "not in the plan"));
  CHECK(has_text(scene, "33 untouched"));
  CHECK(has_text(scene, "€ 284 k"));
  CHECK(dashed_boxes(scene) == 6);  // five slips and a drop
  CHECK(marked_items(scene) == 7);
  std::size_t notes = 0;
  for (const TextShape* text : texts_of(scene)) notes += text->text == "+1 quarter" ? 1U : 0U;
  CHECK(notes == 5);
}

TEST_CASE("the same bar lies further right after than before") {
  const Scene scene = layout_trade_off(picture(1), {900, 0}, measurer);
  std::vector<Rect> bars;
  for (const Shape& shape : scene.shapes)
    if (shape.mark.id == 1 && std::holds_alternative<RectShape>(shape.what)) bars.push_back(bounds_of(shape));
  REQUIRE(bars.size() == 2);
  CHECK(bars[1].x > bars[0].x + 100);
  CHECK(bars[1].y > bars[0].y);
  CHECK(bars[1].width == Approx(bars[0].width).margin(3));
}

TEST_CASE("names of milestones close together do not lie on each other") {
  const Scene scene = layout_trade_off(picture(2), {900, 0}, measurer);
  CHECK_FALSE(overlap(scene, "Audit dry run, 21 Jun", "GxP audit, 23 Jun"));
  CHECK(has_text(scene, "Last day, 30 Dec"));
}

TEST_CASE("the picture takes any number of rows, any width and long names") {
  for (const int slips : {0, 1, 40})
    for (const double width : {480.0, 700.0, 1400.0})
      for (const std::string& more : {std::string(), long_words}) {
        INFO(slips << " slips, " << width << " wide, " << more);
        check_nothing_is_clipped(layout_trade_off(picture(slips, more), {width, 0}, measurer));
      }
  CHECK(layout_trade_off(picture(1), {900, 800}, measurer).size.height == 800);
}

TEST_CASE("without a request the picture says what to do") {
  const Scene scene = layout_trade_off({}, {900, 500}, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "What does a request cost in other work?"));
  TradeOffOptions options{900, 500};
  options.nothing = "Nothing here";
  options.next_step = "Do this";
  const Scene other = layout_trade_off({}, options, measurer);
  CHECK(has_text(other, "Nothing here"));
  CHECK(has_text(other, "Do this"));
  CHECK_FALSE(has_text(other, "What does a request cost in other work?"));
}

TEST_CASE("a request that cannot be done has no cost and no bar after") {
  TradeOffPicture impossible = picture(0);
  impossible.possible = false;
  impossible.cost.clear();
  impossible.rows.resize(1);
  impossible.rows.front().after.reset();
  impossible.rows.front().note = "does not fit";
  const Scene scene = layout_trade_off(impossible, {900, 0}, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "does not fit"));
  CHECK_FALSE(has_text(scene, "Delay cost"));
}

TEST_CASE("the effects say before and after, with shares that add up to 100") {
  const Scene scene = layout_trade_off_effects(picture(5), 270, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "0.1 → 1.3"));
  CHECK(has_text(scene, "GxP audit, worse"));
  CHECK(has_text(scene, "70 / 20 / 10"));
  CHECK(has_text(scene, "52 / 35 / 13"));
  TradeOffPicture unknown = picture(5);
  unknown.confidence = {};
  unknown.classes.front().after = {};
  const Scene without = layout_trade_off_effects(unknown, 270, measurer);
  CHECK(has_text(without, "not stated"));
  CHECK(has_text(without, "Nothing is planned there"));
  check_nothing_is_clipped(layout_trade_off_effects(picture(5, long_words), 220, measurer));
}

TEST_CASE("the effects say what the policy tolerates and which class is beyond it") {
  TradeOffPicture one = picture(5);
  const Scene scene = layout_trade_off_effects(one, 270, measurer);
  CHECK(has_text(scene, "65–75 / 15–25 / 5–15"));
  CHECK(has_text(scene, "Strategic 65\u202F% → 52\u202F%, below its band"));
  CHECK(has_text(scene, "Roadmap 22\u202F% → 35\u202F%, above its band"));
  CHECK_FALSE(has_text(scene, "Firefighting 13\u202F% → 13\u202F%, above its band"));
  for (TradeOffPicture::ClassRow& row : one.classes) row.tolerance = 0.2;
  CHECK_FALSE(has_text(layout_trade_off_effects(one, 270, measurer), "Strategic 65\u202F% → 52\u202F%, below its band"));
}

TEST_CASE("the effects list prices by team and period, and the deadlines that are missed") {
  TradeOffPicture one = picture(2);
  CHECK_FALSE(has_text(layout_trade_off_effects(one, 270, measurer), "One person-week more brings"));
  one.price_periods = {"2027 Q1", "2027 Q2", "2027 Q3", "2027 Q4"};
  CHECK(has_text(layout_trade_off_effects(one, 270, measurer), "Nothing: no team is short"));
  one.prices = {{"Platform", {"€ 14 k", "€ 4 k", "0", "0"}, "Platform: € 14 k in 2027 Q1"},
                {"Data Science" + long_words, {"€ 6 k", "0", "0", "0"}, "Data Science"}};
  one.deadlines = {{ItemId{1}, "Item number 1" + long_words, "due 31 May 2027"},
                   {ItemId{99}, "Notebook templates", "due 1 Apr 2027, dropped"}};
  const Scene scene = layout_trade_off_effects(one, 270, measurer);
  check_nothing_is_clipped(scene);
  for (const char* text :
       {"Q1", "Q4", "Platform", "€ 14 k", "Deadlines missed", "2 items", "due 31 May 2027", "due 1 Apr 2027, dropped"}) {
    INFO(text);
    CHECK(has_text(scene, text));
  }
  for (int sprint = 1; sprint <= 12; ++sprint) one.price_periods.push_back("Sprint " + std::to_string(sprint));
  for (TradeOffPicture::PriceRow& row : one.prices) row.prices.resize(16, "0");
  for (const double width : {220.0, 270.0, 700.0}) check_nothing_is_clipped(layout_trade_off_effects(one, width, measurer));
}

TEST_CASE("the rows lie closer together where there is little height, and no closer than that") {
  const TradeOffPicture one = picture(5);
  const double usual = layout_trade_off(one, {900, 0}, measurer).size.height;
  const double least = least_trade_off_height(one, 900, measurer);
  CHECK(least < usual - 40);
  CHECK(layout_trade_off(one, {900, usual}, measurer).size.height == usual);
  // The further the names of the last row are from the top, the more room the rows have.
  double lowest = 0;
  for (const double height : {least - 100, least, usual - 1, usual}) {
    const Scene scene = layout_trade_off(one, {900, height}, measurer);
    CHECK(scene.size.height == std::max(least, height));
    check_nothing_is_clipped(scene);
    double bottom = 0;
    for (const TextShape* text : texts_of(scene)) bottom = std::max(bottom, text->box.bottom());
    if (height > least)
      CHECK(bottom > lowest);
    else
      CHECK(bottom <= least);
    lowest = bottom;
  }
  CHECK(least_trade_off_height({}, 900, measurer) == 0);
}

namespace {

/// Worth 300 where it works; what it delays, 80 or with a test 32.
TradeOffPicture wager(const std::string& more = {}) {
  TradeOffPicture one = picture(2);
  one.confidence = 0.4;
  one.evidence = {true, false, false, false, false};
  one.evidence_name = "opinion" + more;
  one.facts = {{"Asked by", "Chief Medical Officer" + more}, {"RICE", "40.0, rank 22 of 22"}};
  one.effort = "36 pw";
  one.efforts = {{"Data Science" + more, "22", 22, 14, 40, "Data Science, 22 person-weeks, 14 to 40"},
                 {"Platform", "14", 14, 14, 14, "Platform, 14 person-weeks"}};
  one.balance = {{"It brings", "€ 120 k", 120, 0, 300, "It brings"}, {"It delays", "€ 80 k", 80, 80, 80, "It delays"}};
  one.ways = {{"Now" + more, "+€ 40 k", TradeOffPicture::Outlook{220, -80, 40, "now"}},
              {"Test for one week first", "+€ 88 k", TradeOffPicture::Outlook{220, 0, 88, "tested"}},
              {"With more capacity", "unknown"}};
  one.at_milestone = "At Audit dry run, 21 Jun 2027: 0.5 → 1.6, open major findings" + more;
  return one;
}

std::vector<Rect> discs_of(const Scene& scene, const std::string& description) {
  std::vector<Rect> discs;
  for (const Shape& shape : scene.shapes)
    if (const auto* disc = std::get_if<EllipseShape>(&shape.what); disc != nullptr && shape.mark.description == description)
      discs.push_back(disc->rect);
  return discs;
}

}  // namespace

TEST_CASE("the panel says what the request brings, delays and takes, with whiskers only where there is a spread") {
  const Scene scene = layout_trade_off_effects(wager(), 270, measurer);
  check_nothing_is_clipped(scene);
  for (const char* text : {"It brings", "€ 120 k", "Asked by", "Chief Medical Officer", "36 pw", "The request rests on opinion",
                           "Whiskers: low and high estimate"}) {
    INFO(text);
    CHECK(has_text(scene, text));
  }
  TradeOffPicture sure = wager();
  for (TradeOffPicture::Measure& measure : sure.efforts) measure.least = measure.most = measure.expected;
  CHECK_FALSE(has_text(layout_trade_off_effects(sure, 270, measurer), "Whiskers: low and high estimate"));
  check_nothing_is_clipped(layout_trade_off_effects(wager(long_words), 220, measurer));
}

TEST_CASE("an option is a wager: the better end lies right of the worse, the likelier one is larger") {
  const Scene scene = layout_trade_off_effects(wager(), 270, measurer);
  const auto now = discs_of(scene, "Now: now");
  const auto tested = discs_of(scene, "Test for one week first: tested");
  REQUIRE(now.size() == 2);
  REQUIRE(tested.size() == 2);
  CHECK(now[0].centre().x < now[1].centre().x);
  CHECK(now[0].width > now[1].width);                        // 60 % against 40 %
  CHECK(tested[0].centre().x > now[0].centre().x);           // a test that fails costs nothing
  CHECK(tested[1].centre().x == Approx(now[1].centre().x));  // one that passes is worth the same
  CHECK_FALSE(has_text(scene, "With more capacity"));        // nobody knows its value
  TradeOffPicture unknown = wager();
  unknown.confidence = {};
  CHECK_FALSE(has_text(layout_trade_off_effects(unknown, 270, measurer), "Net value, if it works or not"));
}

TEST_CASE("the slide shows the price, the question and the options with their net values") {
  const Scene scene = layout_exhibit(picture(5), measurer);
  CHECK(scene.size == Size{1920, 1080});
  check_nothing_is_clipped(scene);
  for (const char* text : {"€ 284 k", "0.5 → 1.6", "Which is the priority for the business right now?", "Now", "−€ 97 k"}) {
    INFO(text);
    CHECK(has_text(scene, text));
  }
  for (const TextShape* text : texts_of(scene)) CHECK(text->style.size >= 15);
  CHECK(dashed_boxes(scene) == 6);
}

TEST_CASE("the slide takes long texts and counts the rows that do not fit") {
  for (const int slips : {0, 1, 11, 40}) {
    INFO(slips);
    const Scene scene = layout_exhibit(picture(slips, long_words), measurer);
    check_nothing_is_clipped(scene);
    for (const TextShape* text : texts_of(scene)) CHECK(text->style.size >= 15);
  }
  CHECK(has_text(layout_exhibit(picture(40), measurer), "and 31 others"));
  check_nothing_is_clipped(layout_exhibit({}, measurer));
}

TEST_CASE("the slide shows only the milestone that is passed") {
  TradeOffPicture one = picture(3);
  CHECK_FALSE(has_text(layout_exhibit(one, measurer), "GxP audit"));
  one.passed = MilestoneId{1};
  const Scene scene = layout_exhibit(one, measurer);
  CHECK(has_text(scene, "Audit dry run"));
  CHECK_FALSE(has_text(scene, "GxP audit"));
}

TEST_CASE("on the slide the name of a milestone and that of the period beside it do not read as one") {
  TradeOffPicture one = picture(3);
  one.passed = MilestoneId{1};
  std::size_t beside = 0;
  for (int week = 1; week < 50; ++week) {
    one.milestones.front().date = add_days(make_date(2027, 1, 4), 7 * week);
    const Scene scene = layout_exhibit(one, measurer);
    const auto texts = texts_of(scene);
    const auto named =
        std::find_if(texts.begin(), texts.end(), [](const TextShape* text) { return text->text == "Audit dry run"; });
    REQUIRE(named != texts.end());
    const Rect name = (*named)->box;
    for (const TextShape* text : texts) {
      if (text == *named || text->box.x < 300 || text->box.bottom() < name.y || text->box.y > name.bottom()) continue;
      ++beside;
      INFO(week << ", " << text->text);
      const double right = text->box.x + measurer.width(text->text, text->style);
      CHECK((right + 20 < name.x || name.right() + 20 < text->box.x));
    }
  }
  CHECK(beside > 50);
}
