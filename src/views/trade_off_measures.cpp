// Figures with their spread, for the panel of a trade-off: bars with whiskers, and wagers with a disc at each end.
#include <algorithm>
#include <cmath>

#include "views/trade_off_parts.h"

namespace tradewind::views::trade_off {
namespace {

using Measure = TradeOffPicture::Measure;
using Way = TradeOffPicture::Way;

constexpr double line_height = 20;
constexpr double bar_height = 7;
constexpr double cap_height = 9;
constexpr double gap = 8;
constexpr double largest_name = 0.36;  // of the width
constexpr double outlook_height = 34;
constexpr double largest_disc = 5;  // radius; the area is the chance
constexpr double least_disc = 1.5;

/// Thin line from one end to the other, with caps.
void draw_whisker(ScenePen& pen, double from, double to, double y) {
  const Stroke stroke{Token::text_1, 1, Dash::solid};
  pen.line({from, y}, {to, y}, stroke);
  for (const double x : {from, to}) pen.line({x, y - cap_height / 2}, {x, y + cap_height / 2}, stroke);
}

Mark told(const std::string& description) { return {MarkKind::axis, 0, 0, description}; }

}  // namespace

double draw_measures(ScenePen& pen, double y, double width, const std::vector<Measure>& measures) {
  double names = 0;
  double figures = 0;
  double largest = 0;
  const TextStyle figure_style = in_color(type::small, Token::text_1);
  for (const Measure& measure : measures) {
    names = std::max(names, pen.width(measure.name, type::small));
    figures = std::max(figures, pen.width(measure.text, figure_style));
    largest = std::max({largest, measure.expected, measure.most});
  }
  names = std::min(names, width * largest_name);
  figures = std::min(figures, width * largest_name);
  const double left = names + gap;
  const double room = width - left - figures - gap;
  for (const Measure& measure : measures) {
    pen.text({0, y, names, line_height}, measure.name, type::small, Align::left, told(measure.description));
    pen.text({width - figures, y, figures, line_height}, measure.text, figure_style, Align::right);
    if (room > 0 && largest > 0) {
      const auto at = [&](double value) { return left + room * std::clamp(value / largest, 0.0, 1.0); };
      const double middle = y + line_height / 2;
      pen.fill({left, middle - bar_height / 2, at(measure.expected) - left, bar_height}, Token::data_2, 1,
               told(measure.description));
      if (measure.least < measure.most) draw_whisker(pen, at(measure.least), at(measure.most), std::floor(middle) + 0.5);
    }
    y += line_height;
  }
  return y;
}

double draw_outlooks(ScenePen& pen, double y, double width, const std::vector<Way>& ways, double chance) {
  double least = 0;
  double most = 0;
  for (const Way& way : ways)
    if (way.outlook) {
      least = std::min({least, way.outlook->works, way.outlook->fails});
      most = std::max({most, way.outlook->works, way.outlook->fails});
    }
  if (least == most) return y;
  const auto at = [&](double value) { return largest_disc + (width - 2 * largest_disc) * (value - least) / (most - least); };
  const auto radius = [](double share) { return std::max(least_disc, largest_disc * std::sqrt(std::clamp(share, 0.0, 1.0))); };
  for (const Way& way : ways) {
    if (!way.outlook) continue;
    const TextStyle net_style =
        in_weight(in_color(type::small, way.outlook->expected < 0 ? Token::danger : Token::text_1), Weight::medium);
    const double net = std::min(pen.width(way.net, net_style), width / 2);
    pen.text({0, y, width - net - gap, 16}, way.name, type::small, Align::left, told(way.name + ": " + way.outlook->description));
    pen.text({width - net, y, net, 16}, way.net, net_style, Align::right);
    const double middle = y + 24.5;
    const double zero = std::floor(at(0)) + 0.5;
    pen.line({zero, middle - 7}, {zero, middle + 7}, Stroke{Token::line_3, 1, Dash::solid});
    pen.line({at(way.outlook->fails), middle}, {at(way.outlook->works), middle}, Stroke{Token::line_4, 1, Dash::solid});
    const Mark mark = told(way.name + ": " + way.outlook->description);
    if (chance < 1) pen.disc({at(way.outlook->fails), middle}, radius(1 - chance), Token::data_3, {}, {}, mark);
    pen.disc({at(way.outlook->works), middle}, radius(chance), Token::data_2, {}, {}, mark);
    const double expected = at(way.outlook->expected);
    pen.fill({expected - 1, middle - 6, 2, 12}, Token::text_1);
    y += outlook_height;
  }
  return y;
}

}  // namespace tradewind::views::trade_off
