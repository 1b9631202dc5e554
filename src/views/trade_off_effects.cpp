// What a request does to outcomes and to the allocation, and how sure both sides are; for the panel beside the picture.
#include <algorithm>

#include "views/evidence_dots.h"
#include "views/figure_text.h"
#include "views/trade_off_parts.h"

namespace tradewind::views {
namespace {

using namespace trade_off;
using Change = TradeOffPicture::Change;

constexpr double least_width = 220;
constexpr double line_height = 20;
constexpr double section_gap = 14;
constexpr double bar_height = 13;

class Effects {
 public:
  Effects(const TradeOffPicture& picture, double width, const TextMeasurer& measurer)
      : picture_(picture), width_(std::max(least_width, width)), pen_(scene_, measurer) {
    scene_.background = Token::panel;
    scene_.title = "Effects of the request";
  }

  Scene draw() {
    if (!picture_.balance.empty()) draw_balance();
    if (!picture_.outcomes.empty()) draw_outcomes();
    if (!picture_.classes.empty()) draw_allocation();
    draw_confidence();
    draw_wagers();
    draw_request();
    scene_.size = {width_, y_ + 4};
    return std::move(scene_);
  }

 private:
  void head(const std::string& title, const std::string& fact) {
    const double fact_width = std::min(pen_.width(fact, type::label), width_ / 2);
    pen_.text({0, y_, width_ - fact_width - 8, line_height}, title, type::section);
    pen_.text({width_ - fact_width, y_, fact_width, line_height}, fact, type::label, Align::right);
    y_ += line_height;
  }

  void note(const std::string& text) { y_ = pen_.paragraph({0, y_ + 2, width_, 3 * 16.0}, text, type::label, 16); }

  static bool is_spread(const std::vector<TradeOffPicture::Measure>& measures) {
    return std::any_of(measures.begin(), measures.end(),
                       [](const TradeOffPicture::Measure& measure) { return measure.least < measure.most; });
  }

  void draw_balance() {
    head("What it brings and what it delays", "");
    y_ = draw_measures(pen_, y_, width_, picture_.balance);
    if (is_spread(picture_.balance)) note("Whiskers: the least and the most it may come to");
    y_ += section_gap;
  }

  /// The options as wagers: only where it is open whether the request works.
  void draw_wagers() {
    const double chance = picture_.confidence.value_or(0);
    const bool is_open = chance > 0 && std::any_of(picture_.ways.begin(), picture_.ways.end(),
                                                   [](const TradeOffPicture::Way& way) { return way.outlook.has_value(); });
    if (!is_open) return;
    y_ += section_gap;
    head("Net value, if it works or not", percent_text(100 * chance) + " works");
    y_ = draw_outlooks(pen_, y_, width_, picture_.ways, chance);
    note("Discs: both ends, as large as they are likely; tick: what is to be expected");
  }

  void draw_request() {
    if (picture_.facts.empty() && picture_.efforts.empty()) return;
    y_ += section_gap;
    head("The request", "");
    constexpr double names = 76;
    for (const TradeOffPicture::Fact& fact : picture_.facts) {
      pen_.text({0, y_, names, line_height}, fact.name, type::small);
      y_ = std::max(y_ + line_height, pen_.paragraph({names + 8, y_ + 2, width_ - names - 8, 3 * 16.0}, fact.text,
                                                     in_color(type::small, Token::text_1), 16) +
                                          2);
    }
    if (picture_.efforts.empty()) return;
    y_ += section_gap;
    head("Effort", picture_.effort);
    y_ = draw_measures(pen_, y_, width_, picture_.efforts);
    if (is_spread(picture_.efforts)) note("Whiskers: low and high estimate");
  }

  void draw_outcomes() {
    head("Outcomes moved", picture_.outcomes_on);
    for (const TradeOffPicture::OutcomeRow& row : picture_.outcomes) {
      const bool moves = row.change != Change::none;
      const Mark mark{MarkKind::outcome, row.outcome.value, 0,
                      row.name + (moves ? ", " + row.before + " before, " + row.after + " after" : ", no change")};
      const TextStyle quiet = in_color(type::small, moves ? Token::text_1 : Token::text_3);
      const TextStyle figure =
          moves ? in_weight(in_color(type::small, row.change == Change::worse ? Token::danger : Token::ok), Weight::semibold)
                : quiet;
      const std::string values = moves ? row.before + " → " + row.after : row.after;
      const double values_width = std::min(pen_.width(values, figure), width_ * 0.6);
      const std::string verdict = row.change == Change::worse ? ", worse" : row.change == Change::better ? ", better" : "";
      pen_.text({0, y_, width_ - values_width - 8, line_height}, row.name + verdict, quiet, Align::left, mark);
      pen_.text({width_ - values_width, y_, values_width, line_height}, values, figure, Align::right);
      y_ += line_height;
    }
    if (!picture_.at_milestone.empty())
      y_ = pen_.paragraph({0, y_ + 2, width_, 4 * 16.0}, picture_.at_milestone, in_color(type::small, Token::text_1), 16);
    y_ += section_gap;
  }

  void draw_allocation() {
    head("Allocation", picture_.allocation_in);
    std::vector<double> target;
    std::vector<double> before;
    std::vector<double> after;
    bool is_known = true;
    for (const TradeOffPicture::ClassRow& row : picture_.classes) {
      target.push_back(row.target);
      before.push_back(row.before.value_or(0));
      after.push_back(row.after.value_or(0));
      is_known = is_known && row.before.has_value() && row.after.has_value();
    }
    draw_shares("Target", target, true, target);
    if (is_known) {
      draw_shares("Before", before, false, target);
      draw_shares("After", after, false, target);
    } else {
      pen_.text({0, y_, width_, line_height}, "Nothing is planned there", in_color(type::small, Token::text_3));
      y_ += line_height;
    }
    y_ += section_gap;
  }

  void draw_shares(const std::string& name, const std::vector<double>& shares, bool outline, const std::vector<double>& target) {
    std::string text;
    const std::vector<int> percent = percent_parts(shares);
    for (const int part : percent) text += (text.empty() ? "" : " / ") + std::to_string(part);
    const double figures = std::max(pen_.width(text, type::small), 76.0);
    const Rect bars{54, y_ + (line_height - bar_height) / 2, width_ - 54 - figures - 10, bar_height};
    pen_.text({0, y_, 50, line_height}, name, type::small);
    pen_.text({width_ - figures, y_, figures, line_height}, text, in_color(type::small, Token::text_1), Align::right);
    double x = bars.x;
    for (std::size_t at = 0; at < shares.size(); ++at) {
      const double part = bars.width * percent[at] / 100;
      const ClassTokens tokens = class_tokens(picture_.classes[at].role);
      const Mark mark{MarkKind::axis, 0, 0, name + ", " + picture_.classes[at].name + ", " + percent_text(percent[at])};
      if (part > 0)
        pen_.box({x, bars.y, std::max(1.0, part - 1), bars.height}, outline ? Token::none : tokens.soft,
                 Stroke{tokens.solid, 1, Dash::solid}, 1.5, {}, mark);
      if (part > 3 && !outline) pen_.fill({x, bars.y, 3, bars.height}, tokens.solid);
      x += part;
    }
    if (!outline) {
      double boundary = bars.x;
      const std::vector<int> limits = percent_parts(target);
      for (std::size_t at = 0; at + 1 < limits.size(); ++at) {
        boundary += bars.width * limits[at] / 100;
        pen_.line({boundary, bars.y - 2}, {boundary, bars.bottom() + 2}, Stroke{Token::q1, 1.25, Dash::dotted});
      }
    }
    y_ += line_height;
  }

  void draw_confidence() {
    head("Confidence", "");
    draw_share("The request", picture_.confidence, Token::data_2);
    if (picture_.displaced_confidence.has_value()) draw_share("What it displaces", picture_.displaced_confidence, Token::data_1);
    draw_evidence_dots(pen_, {0, y_ + line_height / 2}, picture_.evidence);
    pen_.text(
        {evidence_dots_width + 8, y_, width_ - evidence_dots_width - 8, line_height},
        picture_.evidence_name.empty() ? "No evidence supports the request" : "The request rests on " + picture_.evidence_name,
        type::small);
    y_ += line_height;
  }

  void draw_share(const std::string& name, OptionalNumber share, Token token) {
    const std::string text = share.has_value() ? percent_text(100 * share.value()) : std::string("not stated");
    const double figures = pen_.width(text, type::small);
    const double left = std::min(pen_.width("What it displaces", type::small) + 8, width_ / 2);
    pen_.text({0, y_, left - 4, line_height}, name, type::small);
    pen_.text({width_ - figures, y_, figures, line_height}, text, in_color(type::small, Token::text_1), Align::right);
    const Rect track{left, y_ + line_height / 2 - 3, width_ - left - figures - 10, 6};
    if (share.has_value() && track.width > 0) {
      pen_.fill(track, Token::sunken, 1);
      pen_.fill({track.x, track.y, track.width * std::clamp(share.value(), 0.0, 1.0), track.height}, token, 1);
    }
    y_ += line_height;
  }

  const TradeOffPicture& picture_;
  double width_;
  Scene scene_;
  ScenePen pen_;
  double y_ = 0;
};

}  // namespace

Scene layout_trade_off_effects(const TradeOffPicture& picture, double width, const TextMeasurer& measurer) {
  return Effects(picture, width, measurer).draw();
}

}  // namespace tradewind::views
