// Cells of the printed backlog.
#include "views/backlog_table.h"

#include <algorithm>
#include <cmath>

#include "tradewind/scoring/moscow.h"
#include "views/evidence_dots.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double gap = 14;
constexpr double effort_bar_width = 44;
constexpr std::string_view unknown = "–";

std::string effort_text(double weeks) { return trimmed_number_text(weeks, weeks < 10 ? 1 : 0); }

std::string outcome_text(const Portfolio& portfolio, ItemId item) {
  std::vector<const Outcome*> outcomes;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(item))
    if (const Outcome* outcome = portfolio.find(contribution.outcome)) outcomes.push_back(outcome);
  if (outcomes.empty()) return {};
  std::sort(outcomes.begin(), outcomes.end(), [](const Outcome* a, const Outcome* b) {
    return a->position != b->position ? a->position < b->position : a->id < b->id;
  });
  const Outcome& first = *outcomes.front();
  std::string text = first.short_title.empty() ? first.title : first.short_title;
  if (outcomes.size() > 1) text += " +" + std::to_string(outcomes.size() - 1);
  return text;
}

void draw_moscow_chip(ScenePen& pen, Moscow moscow, Rect cell) {
  const std::string_view name = scoring::moscow_name(moscow);
  if (name.empty()) {
    pen.text(cell, unknown, in_color(type::small, Token::text_3), Align::centre);
    return;
  }
  const Rect chip{cell.x, cell.y + 4, cell.width, cell.height - 8};
  TextStyle style = in_weight(in_color(type::small, Token::text_1), Weight::medium);
  if (moscow == Moscow::must) {
    pen.fill(chip, Token::mos_m, 4);
    style.color = Token::base;
  } else if (moscow == Moscow::should) {
    pen.fill(chip, Token::mos_s_soft, 4);
  } else {
    pen.box(chip, Token::base, Stroke{Token::line_3, 1, Dash::solid}, 4);
    if (moscow == Moscow::wont) style.color = Token::text_3;
  }
  pen.text(chip, name, style, Align::centre);
}

}  // namespace

BacklogTable::BacklogTable(const Portfolio& portfolio, BacklogScale scale, double width)
    : portfolio_(&portfolio), scale_(std::move(scale)), width_(width) {
  const bool roomy = width >= 1000;
  rank_.width = 34;
  key_.width = roomy ? 78 : 66;
  outcome_.width = roomy ? 116 : 84;
  class_.width = roomy ? 96 : 84;
  moscow_.width = 58;
  effort_.width = effort_bar_width + 44;
  rice_.width = 78;
  confidence_.width = evidence_dots_width + 46;
  const double fixed =
      rank_.width + key_.width + outcome_.width + class_.width + moscow_.width + effort_.width + rice_.width + confidence_.width;
  title_.width = width - 2 * page_margin - fixed - 8 * gap;
  double x = page_margin;
  for (Column* column : {&rank_, &key_, &title_, &outcome_, &class_, &moscow_, &effort_, &rice_, &confidence_}) {
    column->x = x;
    x += column->width + gap;
  }
}

void BacklogTable::draw_head(ScenePen& pen, double y) const {
  pen.fill({0, y, width_, head_height}, Token::panel);
  const TextStyle style = in_weight(in_color(type::bar_label, Token::text_2), Weight::medium);
  const auto head = [&](const Column& column, std::string_view text, Align align) {
    pen.text({column.x, y, column.width, head_height}, text, style, align);
  };
  head(rank_, "#", Align::right);
  head(key_, "Key", Align::left);
  head(title_, "Title", Align::left);
  head(outcome_, "Outcome", Align::left);
  head(class_, "Class", Align::left);
  head(moscow_, "MoSCoW", Align::left);
  head(effort_, "Effort, pw", Align::right);
  head(rice_, "RICE", Align::right);
  head(confidence_, "Confidence", Align::right);
  pen.line({0, y + head_height - 0.5}, {width_, y + head_height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
}

void BacklogTable::draw_effort(ScenePen& pen, const BacklogRow& row, double y) const {
  const Rect box = cell(effort_, y);
  if (!row.effort.has_value()) {
    pen.text(box, unknown, in_color(type::body, Token::text_3), Align::right);
    return;
  }
  const double scale = scale_.most_effort > 0 ? effort_bar_width / scale_.most_effort : 0;
  double x = box.x;
  const auto part = [&](double weeks, Token token) {
    if (weeks <= 0) return;
    pen.fill({x, y + row_height / 2 - 3.5, std::max(0.75, weeks * scale), 7}, token);
    x += weeks * scale;
  };
  double nobody = 0;
  std::vector<double> by_team(scale_.teams.size(), 0);
  for (const Estimate& estimate : portfolio_->owned_by<&Estimate::item>(row.item->id)) {
    const auto team =
        std::find_if(scale_.teams.begin(), scale_.teams.end(), [&](const Team* one) { return one->id == estimate.team; });
    double& weeks = team == scale_.teams.end() ? nobody : by_team[static_cast<std::size_t>(team - scale_.teams.begin())];
    weeks += estimate.likely.value_or(0);
  }
  for (std::size_t i = 0; i < by_team.size(); ++i) part(by_team[i], team_token(i));
  part(nobody, Token::line_3);
  pen.text({box.x + effort_bar_width, y, box.width - effort_bar_width, row_height}, effort_text(row.effort.value()), type::body,
           Align::right);
}

void BacklogTable::draw_rice(ScenePen& pen, const BacklogRow& row, double y) const {
  const Rect box = cell(rice_, y);
  if (!row.rice.has_value()) {
    pen.text(box, unknown, in_color(type::body, Token::text_3), Align::right);
    return;
  }
  const double share = scale_.most_rice > 0 ? std::clamp(row.rice.value() / scale_.most_rice, 0.0, 1.0) : 0;
  pen.fill({box.x, y + 5, std::max(1.0, box.width * share), row_height - 10}, Token::bar, 2);
  pen.text({box.x, y, box.width - 3, row_height}, number_text(row.rice.value(), 1), type::body, Align::right);
}

void BacklogTable::draw_row(ScenePen& pen, const BacklogRow& row, double y) const {
  const Item& item = *row.item;
  Mark mark = item_mark(item, *portfolio_);
  mark.description += row.rank > 0 ? ", rank " + number_text(row.rank) + " by RICE" : ", no RICE score";
  pen.fill({0, y, width_, row_height}, Token::base, 0, std::move(mark));
  pen.text(cell(rank_, y), row.rank > 0 ? number_text(row.rank) : std::string(unknown), in_color(type::body, Token::text_3),
           Align::right);
  pen.text(cell(key_, y), known_key_of(item), in_color(type::small, Token::text_2));
  pen.text(cell(title_, y), item.title, type::body);
  const std::string outcome = outcome_text(*portfolio_, item.id);
  if (!outcome.empty()) {
    const TextStyle style = in_color(type::small, Token::text_2);
    const double chip = std::min(outcome_.width, pen.width(outcome, style) + 12);
    pen.fill({outcome_.x, y + 4, chip, row_height - 8}, Token::sunken, 4);
    pen.text({outcome_.x + 6, y, chip - 12, row_height}, outcome, style);
  }
  if (const AllocationClass* one = portfolio_->find(item.allocation_class)) {
    const ClassTokens tokens = class_tokens(one->role);
    pen.fill({class_.x, y + row_height / 2 - 4.5, 9, 9}, tokens.solid, 2);
    pen.text({class_.x + 15, y, class_.width - 15, row_height}, one->name, in_color(type::small, Token::text_1));
  }
  draw_moscow_chip(pen, item.moscow, cell(moscow_, y));
  draw_effort(pen, row, y);
  draw_rice(pen, row, y);
  draw_evidence_dots(pen, {confidence_.x, y + row_height / 2}, evidence_dots(*portfolio_, item.id));
  pen.text(cell(confidence_, y),
           item.confidence.has_value() ? percent_text(std::round(100 * item.confidence.value())) : std::string(unknown),
           item.confidence.has_value() ? type::body : in_color(type::body, Token::text_3), Align::right);
  pen.line({0, y + row_height - 0.5}, {width_, y + row_height - 0.5}, Stroke{Token::line_1, 1, Dash::solid});
}

void BacklogTable::draw_group(ScenePen& pen, const std::string& title, const std::string& figures, double y) const {
  pen.fill({0, y, width_, row_height}, Token::panel);
  const double room = width_ - 2 * page_margin;
  const double end = pen.text({page_margin, y, room * 0.6, row_height}, title, type::strong);
  pen.text({page_margin + end + 12, y, room - end - 12, row_height}, figures, in_color(type::small, Token::text_3));
  pen.line({0, y + row_height - 0.5}, {width_, y + row_height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
}

void BacklogTable::draw_legend(ScenePen& pen, double y) const {
  const double middle = y + legend_height / 2;
  const std::string_view evidence = "Confidence dots, left to right: opinion, interviews, usage data, experiment, pilot";
  double right = width_ - page_margin;
  double teams_width = 0;
  std::size_t named = 0;
  const double evidence_width = pen.width(evidence, type::label);
  const auto rest = [&](std::size_t shown) { return "and " + std::to_string(scale_.teams.size() - shown) + " more"; };
  for (; named < scale_.teams.size(); ++named) {
    const double more = pen.legend_width(scale_.teams[named]->name) + 14;
    const double after = named + 1 < scale_.teams.size() ? pen.width(rest(named + 1), type::small) + 14 : 0;
    if (page_margin + evidence_width + 24 + teams_width + more + after > right) break;
    teams_width += more;
  }
  const double rest_width = named > 0 && named < scale_.teams.size() ? pen.width(rest(named), type::small) + 14 : 0;
  pen.text({page_margin, y, std::min(evidence_width, right - page_margin), legend_height}, evidence, type::label);
  double x = right - teams_width - rest_width + 14;
  for (std::size_t i = 0; i < named; ++i)
    x = pen.legend_entry(x, middle, scale_.teams[i]->name, team_token(i), team_token(i)) + 14;
  if (rest_width > 0) pen.text({x, middle - 8, rest_width - 14, 16}, rest(named), type::small);
}

}  // namespace tradewind::views
