// What a request does to outcomes and to the allocation, and how sure both sides are; for the panel beside the picture.
#include <algorithm>
#include <cmath>

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
constexpr Text displaced = translatable("Slide", "What it displaces");

Phrase count(std::size_t number) { return literal(number_text(static_cast<double>(number))); }

class Effects {
 public:
  Effects(const TradeOffPicture& picture, double width, const TextMeasurer& measurer)
      : picture_(picture), width_(std::max(least_width, width)), pen_(scene_, measurer) {
    scene_.background = Token::panel;
    scene_.title = pen_.words(translatable("Slide", "Effects of the request"));
  }

  Scene draw() {
    if (!picture_.balance.empty()) draw_balance();
    if (!picture_.deadlines.empty()) draw_deadlines();
    if (!picture_.outcomes.empty()) draw_outcomes();
    if (!picture_.classes.empty()) draw_allocation();
    if (!picture_.price_periods.empty()) draw_prices();
    draw_confidence();
    draw_wagers();
    draw_request();
    scene_.size = {width_, y_ + 4};
    return std::move(scene_);
  }

 private:
  void head(Text title, const std::string& fact = {}) {
    const double fact_width = std::min(pen_.width(fact, type::label), width_ / 2);
    pen_.text({0, y_, width_ - fact_width - 8, line_height}, pen_.words(title), type::section);
    pen_.text({width_ - fact_width, y_, fact_width, line_height}, fact, type::label, Align::right);
    y_ += line_height;
  }

  void note(const Phrase& text) { y_ = pen_.paragraph({0, y_ + 2, width_, 3 * 16.0}, pen_.words(text), type::label, 16); }

  static bool is_spread(const std::vector<TradeOffPicture::Measure>& measures) {
    return std::any_of(measures.begin(), measures.end(),
                       [](const TradeOffPicture::Measure& measure) { return measure.least < measure.most; });
  }

  void draw_balance() {
    head(translatable("Slide", "What it brings and what it delays"));
    y_ = draw_measures(pen_, y_, width_, picture_.balance);
    if (is_spread(picture_.balance)) note(translatable("Slide", "Whiskers: the least and the most it may come to"));
    y_ += section_gap;
  }

  /// The options as wagers: only where it is open whether the request works.
  void draw_wagers() {
    const double chance = picture_.confidence.value_or(0);
    const bool is_open = chance > 0 && std::any_of(picture_.ways.begin(), picture_.ways.end(),
                                                   [](const TradeOffPicture::Way& way) { return way.outlook.has_value(); });
    if (!is_open) return;
    y_ += section_gap;
    head(translatable("Slide", "Net value, if it works or not"),
         pen_.words({translatable("Slide", "%1 works"), {literal(percent_text(100 * chance))}}));
    y_ = draw_outlooks(pen_, y_, width_, picture_.ways, chance);
    note(translatable("Slide", "Discs: both ends, as large as they are likely; tick: what is to be expected"));
  }

  void draw_request() {
    if (picture_.facts.empty() && picture_.efforts.empty()) return;
    y_ += section_gap;
    head(translatable("Slide", "The request"));
    constexpr double names = 76;
    for (const TradeOffPicture::Fact& fact : picture_.facts) {
      pen_.text({0, y_, names, line_height}, fact.name, type::small);
      y_ = std::max(y_ + line_height, pen_.paragraph({names + 8, y_ + 2, width_ - names - 8, 3 * 16.0}, fact.text,
                                                     in_color(type::small, Token::text_1), 16) +
                                          2);
    }
    if (picture_.efforts.empty()) return;
    y_ += section_gap;
    head(translatable("Slide", "Effort"), picture_.effort);
    y_ = draw_measures(pen_, y_, width_, picture_.efforts);
    if (is_spread(picture_.efforts)) note(translatable("Slide", "Whiskers: low and high estimate"));
  }

  void draw_deadlines() {
    const std::size_t missed = picture_.deadlines.size();
    head(translatable("Slide", "Deadlines missed"),
         pen_.words({missed == 1 ? translatable("Slide", "%1 item") : translatable("Slide", "%1 items"), {count(missed)}}));
    for (const TradeOffPicture::DeadlineRow& row : picture_.deadlines) {
      const TextStyle due = in_color(type::small, Token::danger);
      const double due_width = std::min(pen_.width(row.text, due), width_ * 0.6);
      const Mark mark{MarkKind::item, row.item.value, 0, row.name + ", " + row.text};
      pen_.text({0, y_, width_ - due_width - 8, line_height}, row.name, in_color(type::small, Token::text_1), Align::left, mark);
      pen_.text({width_ - due_width, y_, due_width, line_height}, row.text, due, Align::right);
      y_ += line_height;
    }
    y_ += section_gap;
  }

  /// A team a line, a period a column; of very many periods the first ones.
  void draw_prices() {
    head(translatable("Slide", "One person-week more brings"));
    if (picture_.prices.empty()) {
      pen_.text({0, y_, width_, line_height}, pen_.words(translatable("Slide", "Nothing: no team is short")),
                in_color(type::small, Token::text_3));
      y_ += line_height + section_gap;
      return;
    }
    constexpr double names = 84;
    constexpr double least_column = 44;
    const TextStyle figure = in_color(type::small, Token::text_1);
    double column = least_column;
    for (const TradeOffPicture::PriceRow& row : picture_.prices)
      for (const std::string& price : row.prices) column = std::max(column, std::ceil(pen_.width(price, figure)) + 6);
    const auto fitting = static_cast<std::size_t>(std::max(1.0, (width_ - names) / column));
    const std::size_t shown = std::min(fitting, picture_.price_periods.size());
    const auto left_of = [&](std::size_t at) { return width_ - column * static_cast<double>(shown - at); };
    for (std::size_t at = 0; at < shown; ++at)
      pen_.text({left_of(at), y_, column, line_height}, short_period(picture_.price_periods[at]), type::label, Align::right);
    y_ += line_height;
    for (const TradeOffPicture::PriceRow& row : picture_.prices) {
      pen_.text({0, y_, left_of(0) - 4, line_height}, row.team, type::small, Align::left,
                {MarkKind::axis, 0, 0, row.description});
      for (std::size_t at = 0; at < shown && at < row.prices.size(); ++at)
        pen_.text({left_of(at), y_, column, line_height}, row.prices[at],
                  row.prices[at] == "0" ? in_color(type::small, Token::text_3) : figure, Align::right);
      y_ += line_height;
    }
    if (const std::size_t more = picture_.price_periods.size() - shown; more > 0)
      note({more == 1 ? translatable("Slide", "and %1 later period") : translatable("Slide", "and %1 later periods"),
            {count(more)}});
    y_ += section_gap;
  }

  /// "Q1" of "2027 Q1": the years are those of the picture.
  static std::string short_period(const std::string& name) {
    const auto last = name.rfind(' ');
    return last == std::string::npos || name.compare(last + 1, 1, "Q") != 0 ? name : name.substr(last + 1);
  }

  void draw_outcomes() {
    head(translatable("Slide", "Outcomes moved"), picture_.outcomes_on);
    for (const TradeOffPicture::OutcomeRow& row : picture_.outcomes) {
      const bool moves = row.change != Change::none;
      const Mark mark{MarkKind::outcome, row.outcome.value, 0, pen_.words(description(row))};
      const TextStyle quiet = in_color(type::small, moves ? Token::text_1 : Token::text_3);
      const TextStyle figure =
          moves ? in_weight(in_color(type::small, row.change == Change::worse ? Token::danger : Token::ok), Weight::semibold)
                : quiet;
      const std::string values = moves ? row.before + " → " + row.after : row.after;
      const double values_width = std::min(pen_.width(values, figure), width_ * 0.6);
      pen_.text({0, y_, width_ - values_width - 8, line_height}, pen_.words(verdict(row)), quiet, Align::left, mark);
      pen_.text({width_ - values_width, y_, values_width, line_height}, values, figure, Align::right);
      y_ += line_height;
    }
    if (!picture_.at_milestone.empty())
      y_ = pen_.paragraph({0, y_ + 2, width_, 4 * 16.0}, picture_.at_milestone, in_color(type::small, Token::text_1), 16);
    y_ += section_gap;
  }

  static Phrase description(const TradeOffPicture::OutcomeRow& row) {
    if (row.change == Change::none) return {translatable("Slide", "%1, no change"), {literal(row.name)}};
    return {translatable("Slide", "%1, %2 before, %3 after"), {literal(row.name), literal(row.before), literal(row.after)}};
  }
  static Phrase verdict(const TradeOffPicture::OutcomeRow& row) {
    const Phrase name = literal(row.name);
    if (row.change == Change::none) return name;
    return {row.change == Change::worse ? translatable("Slide", "%1, worse") : translatable("Slide", "%1, better"), {name}};
  }

  void draw_allocation() {
    head(translatable("Slide", "Allocation"), picture_.allocation_in);
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
    draw_shares(translatable("Slide", "Target"), target, true, target);
    if (is_known) {
      draw_shares(translatable("Slide", "Before"), before, false, target);
      draw_shares(translatable("Slide", "After"), after, false, target);
      draw_bands();
    } else {
      pen_.text({0, y_, width_, line_height}, pen_.words(translatable("Slide", "Nothing is planned there")),
                in_color(type::small, Token::text_3));
      y_ += line_height;
    }
    y_ += section_gap;
  }

  /// What the policy tolerates, and which class would be beyond it.
  void draw_bands() {
    const auto percent = [](double share) { return static_cast<int>(std::lround(100 * std::clamp(share, 0.0, 1.0))); };
    std::string bands;
    std::vector<Phrase> beyond;
    for (const TradeOffPicture::ClassRow& row : picture_.classes) {
      const double least = row.target - row.tolerance;
      const double most = row.target + row.tolerance;
      const std::string band = std::to_string(percent(least)) + "–" + std::to_string(percent(most));
      bands += (bands.empty() ? "" : " / ") + band;
      const double after = row.after.value_or(row.target);
      if (after < least - 1e-9 || after > most + 1e-9)
        beyond.emplace_back(after < least ? translatable("Slide", "%1 %2 → %3, below its band")
                                          : translatable("Slide", "%1 %2 → %3, above its band"),
                            std::vector<Phrase>{literal(row.name), literal(percent_text(100 * row.before.value_or(0))),
                                                literal(percent_text(100 * after))});
    }
    pen_.text({0, y_, 70, line_height}, pen_.words(translatable("Slide", "Tolerated")), type::small);
    pen_.text({74, y_, width_ - 74, line_height}, bands, type::small, Align::right);
    y_ += line_height;
    for (const Phrase& line : beyond)
      y_ = pen_.paragraph({0, y_ + 2, width_, 2 * 16.0}, pen_.words(line), in_color(type::small, Token::danger), 16);
  }

  void draw_shares(Text title, const std::vector<double>& shares, bool outline, const std::vector<double>& target) {
    const std::string name = pen_.words(title);
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
    head(translatable("Slide", "Confidence"));
    draw_share(translatable("Slide", "The request"), picture_.confidence, Token::data_2);
    if (picture_.displaced_confidence.has_value()) draw_share(displaced, picture_.displaced_confidence, Token::data_1);
    draw_evidence_dots(pen_, {0, y_ + line_height / 2}, picture_.evidence);
    const Phrase evidence = picture_.evidence_name.empty()
                                ? Phrase(translatable("Slide", "No evidence supports the request"))
                                : Phrase(translatable("Slide", "The request rests on %1"), {literal(picture_.evidence_name)});
    pen_.text({evidence_dots_width + 8, y_, width_ - evidence_dots_width - 8, line_height}, pen_.words(evidence), type::small);
    y_ += line_height;
  }

  void draw_share(Text title, OptionalNumber share, Token token) {
    const std::string name = pen_.words(title);
    const std::string text =
        share.has_value() ? percent_text(100 * share.value()) : pen_.words(translatable("Slide", "not stated"));
    const double figures = pen_.width(text, type::small);
    const double left = std::min(pen_.width(pen_.words(displaced), type::small) + 8, width_ / 2);
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
