// The legend, and the sentences about what a timeline does not show.
#include <algorithm>
#include <set>

#include "views/figure_text.h"
#include "views/ghosts.h"
#include "views/timeline_layout.h"

namespace tradewind::views::timeline {
namespace {

constexpr double legend_height = 26;
constexpr double swatch_width = 16;

class Legend {
 public:
  Legend(ScenePen& pen, const Frame& frame, double top)
      : pen_(pen), left_(frame.axis.left() + 8), right_(frame.width - 16), x_(left_), y_(top) {}

  /// Room for a swatch and its word; goes to the next line where this one is full.
  Rect next(std::string_view word) {
    const double width = swatch_width + 6 + pen_.width(word, style);
    if (x_ + width > right_ && x_ > left_) {
      x_ = left_;
      y_ += 20;
    }
    const Rect swatch{x_, y_ + legend_height / 2 - 5.5, swatch_width, 11};
    pen_.text({x_ + swatch_width + 6, y_, width, legend_height}, word, style);
    x_ += width + 18;
    return swatch;
  }
  double bottom() const { return y_ + legend_height; }

 private:
  static constexpr TextStyle style{11.5, Weight::regular, Token::text_2, Token::none, false};
  ScenePen& pen_;
  double left_, right_, x_, y_;
};

void draw_class_swatch(ScenePen& pen, const Rect& rect, const ClassTokens& tokens, bool discovery) {
  pen.box(rect, discovery ? Token::base : tokens.soft, Stroke{tokens.solid, 1, Dash::solid}, 2,
          Hatch{discovery ? tokens.soft : Token::none});
  pen.fill({rect.x, rect.y, 3, rect.height}, tokens.solid, 1);
}

/// "A, B, C and 4 more" of `count` items in all.
std::string list_of(const std::vector<const Item*>& named, std::size_t count) {
  std::string text;
  for (std::size_t at = 0; at < named.size(); ++at) {
    if (at > 0) text += at + 1 == count ? " and " : ", ";
    text += short_title_of(*named[at]);
  }
  if (named.size() < count)
    text += (named.empty() ? "" : " and ") + number_text(static_cast<double>(count - named.size())) + " more";
  return text;
}

}  // namespace

double draw_legend(ScenePen& pen, const Model& model, const Frame& frame, const Portfolio& portfolio, double top) {
  std::set<ClassRole> roles;
  bool has_discovery = false;
  bool has_dropped = false;
  bool has_conflict = false;
  bool has_overload = false;
  bool has_ghost = false;
  for (const Bar& bar : model.bars) {
    has_ghost |= bar.is_gone || bar.before;
    if (bar.is_gone) continue;
    roles.insert(bar.role);
    has_discovery |= bar.item->track == Track::discovery;
    has_dropped |= bar.item->stage == Stage::dropped;
    has_conflict |= !bar.conflict.empty();
    has_overload |= !bar.overloaded.empty();
  }
  Legend legend(pen, frame, top);
  std::set<ClassRole> named;
  for (const AllocationClass* one : portfolio.allocation_classes_in_order())
    if (roles.count(one->role) > 0 && named.insert(one->role).second)
      draw_class_swatch(pen, legend.next(one->name), class_tokens(one->role), false);
  if (roles.count(ClassRole::other) > 0 && named.count(ClassRole::other) == 0)
    draw_class_swatch(pen, legend.next("No class"), class_tokens(ClassRole::other), false);
  if (has_discovery)
    draw_class_swatch(pen, legend.next("Discovery"),
                      class_tokens(roles.count(ClassRole::strategic) > 0 ? ClassRole::strategic : *roles.begin()), true);
  if (!model.links.empty()) {
    const Rect swatch = legend.next("depends");
    const double y = std::floor(swatch.bottom() - 3) + 0.5;
    PathShape line;
    line.points = {{swatch.x, swatch.y + 1}, {swatch.x + 8, swatch.y + 1}, {swatch.x + 8, y}, {swatch.right() - 3, y}};
    line.stroke = Stroke{Token::line_4, 1, Dash::solid};
    pen.scene().add(std::move(line));
    PathShape head;
    head.points = {{swatch.right(), y}, {swatch.right() - 6, y - 3.2}, {swatch.right() - 6, y + 3.2}};
    head.closed = true;
    head.fill = Token::line_4;
    pen.scene().add(std::move(head));
  }
  if (has_dropped) pen.box(legend.next("dropped"), Token::base, Stroke{Token::ghost, 1, Dash::dashed}, 2);
  if (has_ghost) draw_ghost(pen, legend.next("before"));
  if (has_conflict) pen.box(legend.next("breaks a date or an order"), Token::none, Stroke{Token::danger, 1.5, Dash::solid}, 3);
  if (has_overload) {
    const Rect swatch = legend.next("a team is over capacity");
    pen.fill({swatch.x, swatch.bottom() - 2, swatch.width, 2}, Token::danger);
  }
  return legend.bottom();
}

double draw_notes(ScenePen& pen, const Model& model, const Frame& frame, double top) {
  std::vector<std::string> notes;
  if (model.unplaced > 0)
    notes.push_back(count_text(model.unplaced, "item is", "items are") +
                    " not placed yet: " + list_of(model.best_unplaced, model.unplaced) + ".");
  if (model.unplaced_wont > 0)
    notes.push_back(count_text(model.unplaced_wont, "item is", "items are") + " marked Won’t this time and left out.");
  std::vector<std::string> outside;
  for (const Milestone* milestone : model.milestones)
    if (!frame.axis.shows(milestone->date)) outside.push_back(milestone->title + " (" + to_display(milestone->date) + ")");
  if (!outside.empty()) {
    std::string text = count_text(outside.size(), "milestone lies", "milestones lie") + " outside the time shown: ";
    const std::size_t shown = std::min<std::size_t>(outside.size(), 4);
    for (std::size_t at = 0; at < shown; ++at) text += (at > 0 ? ", " : "") + outside[at];
    if (shown < outside.size()) text += " and " + number_text(static_cast<double>(outside.size() - shown)) + " more";
    notes.push_back(text + ".");
  }
  if (notes.empty()) return top;
  double y = top + 7;
  for (const std::string& note : notes)
    y = pen.paragraph({page_margin, y, frame.width - 2 * page_margin, 51}, note, type::small, 17);
  return y + 7;
}

}  // namespace tradewind::views::timeline
