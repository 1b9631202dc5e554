// The tray under the matrix and the key beside it.
#include "views/matrix_tray.h"

#include <algorithm>

#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr std::size_t most_lines_per_reason = 2;
constexpr double chip_gap = 6;
constexpr double chip_padding = 7;
constexpr double widest_chip = 200;

struct Chip {
  const Item* item;
  std::size_t line;
  double x;
  double width;
};
struct Flow {
  std::string heading;
  double heading_width = 0;
  std::vector<Chip> chips;
  std::size_t lines = 1;
  std::size_t left_out = 0;
};

TextStyle chip_style() { return in_color(type::small, Token::text_1); }

TextStyle rest_style() { return in_color(type::small, Token::text_3); }
std::string rest_text(std::size_t left_out, bool is_all) {
  return (is_all ? "" : "and ") + number_text(static_cast<double>(left_out)) + " more";
}

Flow flow_of(const std::vector<const Item*>& items, std::string_view reason, double width, const ScenePen& pen) {
  Flow flow;
  flow.heading = number_text(static_cast<double>(items.size())) + " " + std::string(reason);
  flow.heading_width = pen.width(flow.heading, type::section) + 10;
  const double room_for_rest = chip_gap + 2 + pen.width(rest_text(items.size(), false), rest_style());
  double x = flow.heading_width;
  std::size_t line = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const double chip = std::min(widest_chip, pen.width(short_title_of(*items[i]), chip_style()) + 2 * chip_padding);
    const bool is_last_line = line + 1 == most_lines_per_reason;
    const bool is_last_item = i + 1 == items.size();
    if (x + chip > width - (is_last_line && !is_last_item ? room_for_rest : 0)) {
      if (is_last_line) {
        flow.left_out = items.size() - i;
        break;
      }
      ++line;
      x = flow.heading_width;
      if (x + chip > width - room_for_rest) {
        flow.left_out = items.size() - i;
        flow.lines = flow.chips.empty() ? 1 : line + 1;
        break;
      }
    }
    flow.chips.push_back({items[i], line, x, chip});
    x += chip + chip_gap;
    flow.lines = line + 1;
  }
  return flow;
}

std::vector<Flow> flows_of(const MatrixModel& model, double width, const ScenePen& pen) {
  std::vector<Flow> flows;
  if (!model.without_effort.empty()) flows.push_back(flow_of(model.without_effort, "without effort", width, pen));
  if (!model.without_impact.empty()) flows.push_back(flow_of(model.without_impact, "without impact", width, pen));
  return flows;
}

}  // namespace

std::size_t tray_lines(const MatrixModel& model, double width, const ScenePen& pen) {
  std::size_t lines = 0;
  for (const Flow& flow : flows_of(model, width, pen)) lines += flow.lines;
  return lines;
}

void draw_tray(ScenePen& pen, const MatrixModel& model, const Portfolio& portfolio, Rect box) {
  double y = box.y;
  for (const Flow& flow : flows_of(model, box.width, pen)) {
    pen.text({box.x, y, std::min(flow.heading_width, box.width), tray_line_height}, flow.heading, type::section);
    double x = box.x + flow.heading_width;
    for (const Chip& chip : flow.chips) {
      const double top = y + static_cast<double>(chip.line) * tray_line_height + 2;
      pen.box({box.x + chip.x, top, chip.width, tray_line_height - 4}, Token::sunken, {}, 4, {},
              item_mark(*chip.item, portfolio));
      pen.text({box.x + chip.x + chip_padding, top, chip.width - 2 * chip_padding, tray_line_height - 4},
               short_title_of(*chip.item), chip_style());
      x = box.x + chip.x + chip.width + chip_gap;
    }
    if (flow.left_out > 0) {
      const bool is_on_line_of_its_own = !flow.chips.empty() && flow.chips.back().line + 1 < flow.lines;
      if (is_on_line_of_its_own) x = box.x + flow.heading_width;
      const double top = y + static_cast<double>(flow.lines - 1) * tray_line_height;
      pen.text({x, top, std::max(0.0, box.right() - x), tray_line_height}, rest_text(flow.left_out, flow.chips.empty()),
               rest_style());
    }
    y += static_cast<double>(flow.lines) * tray_line_height;
  }
}

void draw_key(ScenePen& pen, const std::vector<const MatrixPoint*>& unlabelled, const Portfolio& portfolio, Rect box) {
  constexpr double row = 18;
  pen.text({box.x, box.y, box.width, row}, "Without room for a label", type::section);
  double y = box.y + row + 4;
  const auto fitting = static_cast<std::size_t>(std::max(0.0, (box.bottom() - y) / row));
  const std::size_t listed = unlabelled.size() <= fitting ? unlabelled.size() : (fitting > 0 ? fitting - 1 : 0);
  for (std::size_t i = 0; i < listed; ++i) {
    const MatrixPoint& point = *unlabelled[i];
    const std::string rank = point.rank > 0 ? number_text(point.rank) : "–";
    pen.text({box.x, y, 24, row}, rank, in_color(type::small, Token::text_3), Align::right);
    pen.text({box.x + 32, y, box.width - 32, row}, short_title_of(*point.item), in_color(type::small, Token::text_1), Align::left,
             item_mark(*point.item, portfolio));
    y += row;
  }
  if (listed < unlabelled.size())
    pen.text({box.x + 32, y, box.width - 32, row},
             "and " + number_text(static_cast<double>(unlabelled.size() - listed)) + " more",
             in_color(type::small, Token::text_3));
}

std::string key_sentence(const std::vector<const MatrixPoint*>& unlabelled) {
  std::string sentence = "Without room for a label: ";
  for (std::size_t i = 0; i < unlabelled.size(); ++i) {
    if (i > 0) sentence += ", ";
    if (unlabelled[i]->rank > 0) sentence += number_text(unlabelled[i]->rank) + " ";
    sentence += short_title_of(*unlabelled[i]->item);
  }
  return sentence;
}

}  // namespace tradewind::views
