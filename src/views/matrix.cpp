// The matrix as a picture: frame, quadrants, bubbles, labels, tray.
#include "tradewind/views/matrix.h"

#include <algorithm>
#include <numeric>

#include "views/figure_text.h"
#include "views/matrix_model.h"
#include "views/matrix_tray.h"
#include "views/scene_pen.h"

namespace tradewind::views {
namespace {

constexpr double tick_label_width = 36;
constexpr double key_width = 200;
constexpr double label_height = 14;
constexpr double widest_label = 150;
constexpr std::size_t most_in_one_sentence = 3;
constexpr std::string_view title = "Prioritize";

TextStyle label_style() { return with_halo(type::bar_label, Token::base); }

void draw_legend(ScenePen& pen, const Portfolio& portfolio, double from, double right) {
  struct Entry {
    std::string name;
    ClassTokens tokens;
    bool discovery;
  };
  std::vector<Entry> entries;
  for (const AllocationClass* row : portfolio.allocation_classes_in_order())
    entries.push_back({row->name, class_tokens(row->role), false});
  entries.push_back({"Discovery", class_tokens(ClassRole::other), true});
  constexpr double gap = 16;
  double width = -gap;
  for (const Entry& entry : entries) width += pen.legend_width(entry.name) + gap;
  if (right - width < from + gap) return;  // too narrow: each bubble still says its class in its description
  double x = right - width;
  for (const Entry& entry : entries) {
    x = pen.legend_entry(x, view_header_height / 2, entry.name, entry.discovery ? Token::base : entry.tokens.soft,
                         entry.tokens.solid, entry.discovery ? Hatch{entry.tokens.solid} : Hatch{}) +
        gap;
  }
}

void draw_axes(ScenePen& pen, const MatrixPlot& plot) {
  const Rect& frame = plot.frame;
  const Stroke grid{Token::grid, 1, Dash::solid};
  pen.text({frame.x - tick_label_width - 8, frame.y - 22, 200, 16}, "Impact × confidence", type::label);
  for (const double value : plot.impact.ticks(frame.y + 8, frame.bottom() - 8, 36)) {
    const double y = plot.impact.pixel(value);
    pen.line({frame.x, y}, {frame.right(), y}, grid);
    pen.text({frame.x - tick_label_width - 8, y - 7, tick_label_width, 14}, trimmed_number_text(value, 2), type::label,
             Align::right);
  }
  for (const double value : plot.effort.ticks(frame.x + 8, frame.right() - 8, 44)) {
    const double x = plot.effort.pixel(value);
    pen.line({x, frame.y}, {x, frame.bottom()}, grid);
    pen.text({x - 20, frame.bottom() + 5, 40, 14}, trimmed_number_text(value, 2), type::label, Align::centre);
  }
  pen.text({frame.x, frame.bottom() + 22, frame.width, 14}, "Effort, person-weeks", type::label, Align::centre);
}

/// Names in the four corners; returns their boxes, which labels keep clear of.
std::vector<Rect> draw_quadrant_names(ScenePen& pen, const Rect& frame) {
  const TextStyle style = with_halo(in_color(type::strong, Token::text_3), Token::base);
  struct Corner {
    scoring::Quadrant quadrant;
    bool right;
    bool bottom;
  };
  std::vector<Rect> boxes;
  for (const Corner corner :
       {Corner{scoring::Quadrant::quick_win, false, false}, Corner{scoring::Quadrant::big_bet, true, false},
        Corner{scoring::Quadrant::fill_in, false, true}, Corner{scoring::Quadrant::time_sink, true, true}}) {
    const auto name = scoring::quadrant_name(corner.quadrant);
    const double width = pen.width(name, style);
    const Rect box{corner.right ? frame.right() - 10 - width : frame.x + 10, corner.bottom ? frame.bottom() - 24 : frame.y + 6,
                   width, 18};
    pen.text(box, name, style);
    boxes.push_back(box);
  }
  return boxes;
}

Mark line_mark(MatrixLine line, double cut, bool is_median) {
  const std::string what = line == MatrixLine::effort ? "effort of " + trimmed_number_text(cut, 2) + " person-weeks"
                                                      : "impact × confidence of " + trimmed_number_text(cut, 2);
  return Mark{MarkKind::axis, static_cast<std::int64_t>(line), 0,
              "Line between the quadrants: " + what + (is_median ? ", the median" : "")};
}

void draw_quadrant_lines(ScenePen& pen, const MatrixPlot& plot, const scoring::QuadrantCuts& cuts,
                         const WorkspaceSettings& settings) {
  if (!cuts.effort.has_value() || !cuts.impact.has_value()) return;
  const Stroke stroke{Token::line_4, 1, Dash::solid};
  const double x = plot.effort.pixel(cuts.effort.value());
  const double y = plot.impact.pixel(cuts.impact.value());
  const auto draw = [&](Point from, Point to, Rect handle, const Mark& mark) {
    PathShape line;
    line.points = {from, to};
    line.stroke = stroke;
    pen.scene().add(std::move(line), mark);
    pen.box(handle, Token::base, stroke, 2, {}, mark);
  };
  draw({x, plot.frame.y}, {x, plot.frame.bottom()}, {x - 3, plot.frame.bottom() - 5, 6, 10},
       line_mark(MatrixLine::effort, cuts.effort.value(), settings.effort_cut <= 0));
  draw({plot.frame.x, y}, {plot.frame.right(), y}, {plot.frame.x - 5, y - 3, 10, 6},
       line_mark(MatrixLine::impact, cuts.impact.value(), settings.impact_cut <= 0));
}

Mark bubble_mark(const MatrixPoint& point, const Portfolio& portfolio) {
  Mark mark = item_mark(*point.item, portfolio);
  mark.description += point.rank > 0 ? ", rank " + number_text(point.rank) + " by RICE" : ", no RICE score";
  if (point.reach.has_value()) mark.description += ", reach " + number_text(point.reach.value());
  mark.description += ", " + std::string(scoring::quadrant_name(point.quadrant));
  return mark;
}

void draw_bubbles(ScenePen& pen, const MatrixModel& model, const MatrixPlot& plot, const Portfolio& portfolio) {
  std::vector<std::size_t> order(model.points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Small ones on top.
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return plot.bubbles[a].radius > plot.bubbles[b].radius; });
  for (const std::size_t i : order) {
    const MatrixPoint& point = model.points[i];
    const Bubble& bubble = plot.bubbles[i];
    const ClassTokens tokens = class_tokens(class_role_of(*point.item, portfolio));
    const bool discovery = point.item->track == Track::discovery;
    if (plot.dots) {
      pen.disc(bubble.centre, bubble.radius, discovery ? Token::base : tokens.soft, Stroke{tokens.solid, 1, Dash::solid}, {},
               bubble_mark(point, portfolio));
      continue;
    }
    pen.disc(bubble.centre, bubble.radius, tokens.soft,
             Stroke{tokens.solid, 1.3, point.reach.has_value() ? Dash::solid : Dash::dashed},
             discovery ? Hatch{tokens.solid} : Hatch{}, bubble_mark(point, portfolio));
    TextStyle number = type::bar_label;
    number.weight = Weight::medium;
    if (point.rank > 99) number.size = 10;
    if (discovery) number.halo = tokens.soft;
    const double side = 2 * bubble.radius;
    pen.text({bubble.centre.x - bubble.radius, bubble.centre.y - 8, side, 16}, point.rank > 0 ? number_text(point.rank) : "–",
             number, Align::centre);
  }
}

LabelProblem label_problem(const MatrixModel& model, const MatrixPlot& plot, const std::vector<Rect>& names,
                           const ScenePen& pen) {
  LabelProblem problem;
  problem.frame = {plot.frame.x + 3, plot.frame.y + 3, plot.frame.width - 6, plot.frame.height - 6};
  problem.bubbles = plot.bubbles;
  problem.obstacles = names;
  for (std::size_t i = 0; i < model.points.size(); ++i) {
    const double width = std::min(widest_label, pen.width(short_title_of(*model.points[i].item), label_style()));
    problem.labels.push_back({i, {width + 1, label_height}, model.points[i].rank > 0 && model.points[i].rank <= 10 ? 1.5 : 1.0});
  }
  if (model.cuts.effort.has_value()) problem.vertical_lines.push_back(plot.effort.pixel(model.cuts.effort.value()));
  if (model.cuts.impact.has_value()) problem.horizontal_lines.push_back(plot.impact.pixel(model.cuts.impact.value()));
  return problem;
}

void draw_labels(ScenePen& pen, const MatrixModel& model, const MatrixPlot& plot,
                 const std::vector<std::optional<PlacedLabel>>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!labels[i]) continue;
    const Rect& box = labels[i]->box;
    if (labels[i]->has_leader) pen.line(labels[i]->leader_from, labels[i]->leader_to, Stroke{Token::line_4, 1, Dash::solid});
    // Towards the bubble, so that a label on the left ends at its bubble.
    const bool left_of_bubble = box.right() <= plot.bubbles[i].centre.x;
    pen.text(box, short_title_of(*model.points[i].item), label_style(), left_of_bubble ? Align::right : Align::left);
  }
}

std::vector<const MatrixPoint*> unlabelled_points(const MatrixModel& model,
                                                  const std::vector<std::optional<PlacedLabel>>& labels) {
  std::vector<const MatrixPoint*> points;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (!labels[i]) points.push_back(&model.points[i]);
  return points;
}

std::string facts_of(const MatrixModel& model) {
  std::string facts = count_text(model.shown, "item", "items");
  const std::size_t unplaced = model.without_effort.size() + model.without_impact.size();
  if (unplaced > 0) facts += ", " + number_text(static_cast<double>(unplaced)) + " without an estimate";
  return facts;
}

struct Areas {
  Rect frame;
  Rect foot;  // one line of notes
  Rect tray;
};

Areas areas_of(const Scene& scene, const MatrixModel& model, const MatrixOptions& options, const ScenePen& pen) {
  const double width = scene.size.width - 2 * page_margin;
  const auto lines = static_cast<double>(tray_lines(model, width, pen));
  const double tray_height = lines > 0 ? lines * tray_line_height + 12 : 0;
  const double top = (options.header ? view_header_height : 0) + 32;
  const double left = page_margin + tick_label_width + 8;
  const double foot_top = scene.size.height - tray_height - 24;
  const double bottom = foot_top - 40;
  return {{left, top, scene.size.width - page_margin - left, bottom - top},
          {page_margin, foot_top, width, 18},
          {page_margin, scene.size.height - tray_height + 6, width, tray_height}};
}

}  // namespace

Scene layout_matrix(const Portfolio& portfolio, const MatrixOptions& options, const TextMeasurer& measurer) {
  return arrange_matrix(portfolio, options, measurer).scene;
}

Matrix arrange_matrix(const Portfolio& portfolio, const MatrixOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(400.0, options.size.width), std::max(360.0, options.size.height)};
  const MatrixModel model = matrix_model(portfolio, options);
  if (model.shown == 0)
    return {empty_page(size, std::string(title), "The matrix shows which items bring much for little effort.",
                       "Add items to the backlog, then estimate the reach, impact and effort of two of them to compare them.",
                       measurer),
            {}};
  Scene scene;
  scene.size = size;
  scene.title = title;
  ScenePen pen(scene, measurer);
  if (options.header) {
    const double after = draw_view_header(pen, title, facts_of(model), size.width - page_margin);
    draw_legend(pen, portfolio, after, size.width - page_margin);
  }
  Areas areas = areas_of(scene, model, options, pen);

  MatrixPlot plot = matrix_plot(model, areas.frame);
  Scene scratch;  // the names are only measured here
  ScenePen measure(scratch, measurer);
  std::vector<std::optional<PlacedLabel>> labels;
  const auto place = [&] {
    labels = plot.dots ? std::vector<std::optional<PlacedLabel>>{}
                       : place_labels(label_problem(model, plot, draw_quadrant_names(measure, plot.frame), pen));
  };
  place();
  std::vector<const MatrixPoint*> unlabelled = unlabelled_points(model, labels);
  const bool key_column = unlabelled.size() > most_in_one_sentence && size.width >= 760;
  if (key_column) {
    areas.frame.width -= key_width + 16;
    plot = matrix_plot(model, areas.frame);
    place();
    unlabelled = unlabelled_points(model, labels);
  }

  pen.box(plot.frame, Token::base, Stroke{Token::line_2, 1, Dash::solid});
  draw_axes(pen, plot);
  draw_quadrant_lines(pen, plot, model.cuts, portfolio.settings());
  draw_quadrant_names(pen, plot.frame);
  draw_bubbles(pen, model, plot, portfolio);
  draw_labels(pen, model, plot, labels);
  if (model.points.empty()) {
    const Rect& frame = plot.frame;
    pen.text({frame.x + 12, frame.centre().y - 11, frame.width - 24, 22},
             "Estimate reach, impact, confidence and effort of two items to compare them", in_weight(type::title, Weight::medium),
             Align::centre);
  }

  std::string note;
  if (plot.dots)
    note = number_text(static_cast<double>(model.points.size())) + " items are drawn as dots: names have room with at most " +
           number_text(static_cast<double>(most_numbered_bubbles)) + ".";
  else if (!unlabelled.empty() && !key_column)
    note = key_sentence(unlabelled);
  std::string reading = plot.dots || model.points.empty() ? "" : "Area is reach, the number is the rank by RICE.";
  constexpr std::string_view about_places = " Bubbles that would cover each other are set apart.";
  if (plot.set_apart && pen.width(reading + std::string(about_places), type::label) <= areas.foot.width) reading += about_places;
  const double reading_width = std::min(areas.foot.width, pen.width(reading, type::label));
  pen.text({areas.foot.right() - reading_width, areas.foot.y, reading_width, areas.foot.height}, reading, type::label);
  const double note_room = areas.foot.width - reading_width - 16;
  if (!note.empty() && pen.width(note, type::label) > note_room && !plot.dots)
    note = count_text(unlabelled.size(), "label", "labels") + " not shown";
  pen.text({areas.foot.x, areas.foot.y, note_room, areas.foot.height}, note, type::label);
  if (key_column && !unlabelled.empty())
    draw_key(pen, unlabelled, portfolio, {plot.frame.right() + 16, plot.frame.y, key_width, plot.frame.height});
  if (areas.tray.height > 0) {
    pen.line({0, areas.tray.y - 6.5}, {size.width, areas.tray.y - 6.5}, Stroke{Token::line_2, 1, Dash::solid});
    draw_tray(pen, model, portfolio, areas.tray);
  }
  return {std::move(scene), Matrix::Plot{plot.frame, plot.effort, plot.impact, model.cuts.effort, model.cuts.impact}};
}

}  // namespace tradewind::views
