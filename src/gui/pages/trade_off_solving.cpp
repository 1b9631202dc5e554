#include "gui/pages/trade_off_solving.h"

#include <QObject>
#include <algorithm>

#include "gui/shell/count_text.h"
#include "gui/shell/phrase_text.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"
#include "tradewind/domain/period.h"
#include "tradewind/workbench/decisions.h"
#include "tradewind/workbench/expectation.h"
#include "tradewind/workbench/plan_roadmap.h"

namespace tradewind::gui {
namespace {

using workbench::OptionKind;
using workbench::RequestOption;
using workbench::TradeOff;
using workbench::TradeOffOptions;

QString facts_of(const Portfolio& portfolio, ItemId id) {
  const Item& item = *portfolio.find(id);
  const OptionalNumber effort = portfolio.likely_effort(id);
  QStringList facts{shown_key(item)};
  if (!item.requester.empty()) facts << QObject::tr("asked for by %1").arg(qt_text(item.requester));
  facts << (effort.has_value() ? QObject::tr("%1 person-weeks").arg(effort.value(), 0, 'f', 0) : QObject::tr("effort unknown"));
  return facts.join(", ");
}

/// A line for each figure of the sentence, with where it comes from.
QString explanation(const TradeOff& answer) {
  QStringList lines;
  for (const workbench::ExplainedPart& part : answer.parts)
    lines << QObject::tr("%1: %2").arg(phrase_text(part.part), phrase_text(part.from));
  return lines.join(u'\n');
}

PricedRequest priced(const Portfolio& portfolio, const TradeOff& answer, const std::vector<RequestOption>& ways, Date today,
                     OptionKind kind) {
  const auto cost = [&](double value) { return phrase_text(workbench::cost_phrase(value, answer.basis, portfolio)); };
  PricedRequest shown;
  shown.title = qt_text(short_title_of(*portfolio.find(answer.request)));
  shown.facts = facts_of(portfolio, answer.request);
  shown.sentence = phrase_text(answer.phrases);
  shown.explanation = explanation(answer);
  shown.picture =
      std::make_shared<views::TradeOffPicture>(workbench::picture_of(portfolio, answer, ways, today, kind, translated));
  shown.step =
      QObject::tr("%1 by %2").arg(shown_key(*portfolio.find(answer.request)), qt_text(display_name(*portfolio.find(answer.by))));
  if (!answer.impossible.empty()) {
    shown.price = answer.is_ruled_out ? QObject::tr("Not possible") : QObject::tr("No plan found");
    shown.moves = phrase_text(answer.impossible);
    return shown;
  }
  const auto placements = workbench::with_weeks(portfolio, answer.problem, answer.with.start, answer.placements);
  shown.make = [roadmap = answer.problem.roadmap, placements](storage::Edit& edit) {
    workbench::set_placements(edit, roadmap, placements);
  };
  shown.price = cost(answer.cost);
  if (answer.gap > 0)
    shown.interval = QObject::tr("between %1 and %2, not proven").arg(cost(answer.least_cost), cost(answer.most_cost));
  shown.moves = phrase_text(workbench::what_moves(answer, portfolio)) + ", " +
                QObject::tr("%1 stay where they are").arg(figure(static_cast<std::size_t>(answer.untouched)));
  shown.moves[0] = shown.moves[0].toUpper();  // elsewhere these words follow others
  return shown;
}

/// "40 % of € 78 k, which is paid only where the test passes".
QString share_of_cost(const Portfolio& portfolio, const TradeOff& now, const RequestOption& way) {
  const auto expectation = workbench::expectation_of(way, now.confidence);
  if (way.kind != OptionKind::test_first || !expectation) return {};
  return QObject::tr("%1 % of %2, which is paid only where the test passes")
      .arg(100 * expectation->chance, 0, 'f', 0)
      .arg(phrase_text(workbench::cost_phrase(expectation->works.cost, now.basis, portfolio)));
}

PricedOptions priced(const Portfolio& portfolio, const TradeOff& now, const std::vector<RequestOption>& ways) {
  PricedOptions shown;
  for (const RequestOption& way : ways) {
    const auto money = [&](OptionalNumber value) {
      return value.has_value() ? phrase_text(workbench::cost_phrase(value.value(), now.basis, portfolio))
                               : QObject::tr("unknown");
    };
    const QString name = phrase_text(workbench::option_name(portfolio, way));
    const QString gap = way.gap > 0 ? QObject::tr("at most %1 %").arg(100 * way.gap, 0, 'f', 1) : QObject::tr("proven");
    const auto led_by = [&](ItemId item) {
      const Item* dearest = portfolio.find(item);
      return dearest == nullptr ? QString() : QObject::tr("The dearest of them: %1").arg(qt_text(short_title_of(*dearest)));
    };
    const QString both = way.effort.empty() || way.assumption.empty() ? QStringLiteral("%1%2") : QObject::tr("%1. %2");
    const QString takes = both.arg(phrase_text(way.effort), phrase_text(way.assumption));
    shown.ways.push_back({way,
                          workbench::choice_of(way, portfolio),
                          name,
                          {name, qt_text(to_display(add_days(way.delivered, -1))), money(way.cost), money(way.value),
                           phrase_text(workbench::display_net(way, now.basis, portfolio)), QString::number(way.slips),
                           QString::number(way.drops), gap, takes},
                          {phrase_text(way.assumption),
                           {},
                           share_of_cost(portfolio, now, way),
                           {},
                           {},
                           led_by(way.dearest_slip),
                           led_by(way.dearest_drop),
                           {},
                           takes}});
  }
  return shown;
}

template <class Id>
std::size_t place_of(const std::vector<Id>& ids, Id id) {
  return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

/// As many person-weeks more as are missing.
std::vector<Capacity> add_capacity(Portfolio& portfolio, const TradeOff& answer) {
  std::vector<Capacity> rows;
  const workbench::PlanningProblem& problem = answer.problem;
  for (const workbench::MissingCapacity& more : answer.missing) {
    Capacity row;
    for (const Capacity& known : portfolio.owned_by<&Capacity::team>(more.team))
      if (known.period == more.period) row = known;
    const double known = problem.capacity(place_of(problem.teams, more.team), place_of(problem.periods, more.period));
    row.typed = known + row.reserve + more.person_weeks;
    row.team = more.team;
    row.period = more.period;
    if (row.id) {
      portfolio.update(row);
    } else {
      row.id = new_id<CapacityId>();
      portfolio.insert(row);
    }
    rows.push_back(row);
  }
  return rows;
}

void set_capacity(storage::Edit& edit, const std::vector<Capacity>& rows) {
  for (const Capacity& row : rows)
    if (edit.portfolio().contains(row.id))
      edit.update(row);
    else
      edit.insert(row);
}

}  // namespace

QList<TableColumn> way_columns() {
  return {{QObject::tr("Option")},           {QObject::tr("Finished by")},
          {QObject::tr("Delay cost"), true}, {QObject::tr("Value"), true},
          {QObject::tr("Net value"), true},  {QObject::tr("Slips"), true},
          {QObject::tr("Drops"), true},      {QObject::tr("Gap")},
          {QObject::tr("Takes besides")}};
}

BackgroundWork::Work price_request(Portfolio portfolio, TradeOffOptions question, PricingEvents events) {
  return [portfolio = std::move(portfolio), question = std::move(question), events = std::move(events)](
             const BackgroundWork::GoOn& go_on, const BackgroundWork::Deliver& deliver) {
    TradeOffOptions asked = question;
    asked.search.go_on = go_on;
    auto answer = workbench::trade_off(portfolio, asked);
    if (!answer) return deliver([events, error = answer.error()] { events.failed(error); });
    const auto now = std::make_shared<const TradeOff>(std::move(*answer));
    deliver([events, shown = priced(portfolio, *now, {}, asked.planning.today, OptionKind::now)] { events.priced(shown); });
    const auto ways = workbench::request_options(portfolio, asked, *now);
    if (!ways) return deliver([events, error = ways.error()] { events.failed(error); });
    // Once more: the slide shows the options too.
    PricedOptions shown = priced(portfolio, *now, *ways);
    shown.asked = now;
    deliver([events, whole = priced(portfolio, *now, *ways, asked.planning.today, OptionKind::now), shown = std::move(shown)] {
      events.priced(whole);
      events.options(shown);
    });
  };
}

BackgroundWork::Work price_way(Portfolio portfolio, TradeOffOptions question, std::vector<RequestOption> ways, std::size_t chosen,
                               PricingEvents events) {
  return [portfolio = std::move(portfolio), question = std::move(question), ways = std::move(ways), chosen,
          events = std::move(events)](const BackgroundWork::GoOn& go_on, const BackgroundWork::Deliver& deliver) {
    const RequestOption& way = ways[chosen];
    TradeOffOptions asked = question;
    asked.search.go_on = go_on;
    asked.by = portfolio.find(way.period)->name;
    if (way.kind == OptionKind::less_scope) asked.planning.estimates_of_also = workbench::EstimateChoice::low;
    auto answer = workbench::trade_off(portfolio, asked);
    std::vector<Capacity> more;
    if (answer && way.kind == OptionKind::more_capacity) {
      Portfolio larger = portfolio;
      more = add_capacity(larger, *answer);
      answer = workbench::trade_off(larger, asked);
    }
    if (!answer) return deliver([events, error = answer.error()] { events.failed(error); });
    PricedRequest shown = priced(portfolio, *answer, ways, asked.planning.today, way.kind);
    if (shown.make && !more.empty())
      shown.make = [more, place = std::move(shown.make)](storage::Edit& edit) {
        set_capacity(edit, more);
        place(edit);
      };
    deliver([events, shown] { events.priced(shown); });
  };
}

}  // namespace tradewind::gui
