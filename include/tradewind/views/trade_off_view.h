// The price of a request as pictures: before and after on one time axis for the page, what it does to outcomes and allocation
// for the panel beside it, and one slide for the meeting.
//
// All of them draw one value of plain texts and dates, so that a slide shows what stood there when it was made.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/allocation_policy.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/optional_number.h"
#include "tradewind/domain/roadmap.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/views/item_glyphs.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct TradeOffPicture {
  enum class Fate : unsigned char { request, slips, drops };
  struct Row {
    ItemId item;
    std::string name;
    std::string description;  // for screen readers and tool tips
    ClassRole role = ClassRole::other;
    bool discovery = false;
    Fate fate = Fate::slips;
    std::optional<Span> before;  // none: not in the plan
    std::optional<Span> after;
    std::string note;    // "+1 quarter", "dropped", "new, takes 22 + 14 pw"
    std::string reason;  // "needed for the spring course"
    std::string cost;    // "117", in the unit of the total
  };
  enum class Change : unsigned char { none, better, worse };
  struct OutcomeRow {
    OutcomeId outcome;
    std::string name;
    std::string before;  // "0.1"; "?" where unknown
    std::string after;   // "1.3 findings"
    Change change = Change::none;
  };
  struct ClassRow {
    std::string name;
    ClassRole role = ClassRole::other;
    double target = 0;  // shares 0–1
    OptionalNumber before;
    OptionalNumber after;
    double tolerance = 0;  // share points either side of the target
  };
  /// What one person-week more of a team would bring.
  struct PriceRow {
    std::string team;
    std::vector<std::string> prices;  // by period of `price_periods`: "€ 14 k", "0"
    std::string description;          // for screen readers and tool tips
  };
  /// That is kept now and would no longer be.
  struct DeadlineRow {
    ItemId item;
    std::string name;
    std::string text;  // "due 31 May 2027", "due 31 May 2027, dropped"
  };
  /// A figure that is expected, with what it comes to at least and at most; both are the figure itself where nothing is known
  /// of its spread. The numbers of one list have one unit.
  struct Measure {
    std::string name;  // "Platform"
    std::string text;  // "14"
    double expected = 0;
    double least = 0;
    double most = 0;
    std::string description;  // for screen readers and tool tips: "Platform, 14 person-weeks, 9 to 20"
  };
  /// Net value where the request brings what is hoped, and where it brings nothing.
  struct Outlook {
    double works = 0;
    double fails = 0;
    double expected = 0;
    std::string description;  // "€ 234 k with a chance of 40 %, € 0 otherwise"
  };
  struct Way {
    std::string name;  // "Now", "Test for one week first", "In Q2"
    std::string net;   // "+€ 94 k"
    std::optional<Outlook> outlook = std::nullopt;
  };
  struct Fact {
    std::string name;  // "Asked by"
    std::string text;
  };
  /// A large figure of the slide and what it means.
  struct Figure {
    std::string figure;
    std::string meaning;
  };

  std::string headline;  // of the slide
  std::string option;    // "Do it in 2027 Q1"
  std::string cost;      // "€ 284 k"
  std::string outcomes_on;
  std::string allocation_in;  // "2027 Q1"
  std::string before_title;   // of the slide's upper half: "Before, plan for 2027"
  std::string net_title;      // "Expected net value in 2027"
  std::string source;         // the slide's footer, left
  std::string method;         // and right
  bool possible = true;
  Date today{};
  std::vector<Period> periods;  // of the time axis, one after the other
  std::vector<Milestone> milestones;
  MilestoneId passed;           // the one that the dearest slip passes: the only one on the slide
  std::vector<Row> rows;        // the request first, then what slips, dearest first, then what drops
  std::vector<Span> untouched;  // what stays where it is
  std::vector<OutcomeRow> outcomes;
  std::vector<ClassRow> classes;
  std::vector<std::string> price_periods;  // "2027 Q1"
  std::vector<PriceRow> prices;            // teams that are short in a period; the plans are priced where there are periods
  std::vector<DeadlineRow> deadlines;
  OptionalNumber confidence;            // of the request
  OptionalNumber displaced_confidence;  // of what moves for it
  EvidenceDots evidence{};              // behind the confidence in the request
  std::string evidence_name;            // the strongest kind: "usage data"; empty where there is none
  std::vector<Fact> facts;              // of the request
  std::vector<Measure> efforts;         // of the request, by team, in person-weeks
  std::string effort;                   // in all: "36 pw"
  std::vector<Measure> balance;         // what the request brings and what it costs, as the shown option has it
  std::string at_milestone;             // what an outcome comes to at the milestone that is passed, in words
  std::vector<Figure> figures;          // the price first
  std::vector<Way> ways;                // in the order in which a person would weigh them
};

struct TradeOffOptions {
  double width = 720;         // at least 480
  double minimum_height = 0;  // the picture grows to its natural height from here
  // Where there is nothing to show.
  std::string nothing = "What does a request cost in other work?";
  std::string next_step = "Choose a request and the period in which it is to be finished.";
};

/// Both plans with the same rows on one axis: ghosts, slip arrows and costs below, and what stays as a grey texture. The rows lie
/// closer together where that makes the picture no higher than the minimum.
Scene layout_trade_off(const TradeOffPicture& picture, const TradeOffOptions& options, const TextMeasurer& measurer);

/// How high it is with its rows close together: less cuts it off.
double least_trade_off_height(const TradeOffPicture& picture, double width, const TextMeasurer& measurer);

/// What the request brings against what it costs, deadlines missed, outcomes moved, allocation against its target, prices of a
/// person-week, confidence, the options as wagers, and the request itself; for a panel. Only what is known has a section.
Scene layout_trade_off_effects(const TradeOffPicture& picture, double width, const TextMeasurer& measurer);

/// One slide of 1920 × 1080: the sentence, before and after with only what moves, three figures, the question, the options.
/// Texts that are too long get smaller, down to 15 px; of very many rows the last ones are counted.
Scene layout_exhibit(const TradeOffPicture& picture, const TextMeasurer& measurer);

}  // namespace tradewind::views
