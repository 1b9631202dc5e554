// Lines of editors that come and go with rows of the workspace. A line stays with its row as long as that is shown, so that
// what somebody types survives rows that others add, move and remove.
#pragma once
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <vector>

#include "gui/inspector/fields.h"

namespace tradewind::gui {

/// A Line has `id`, a typed id (none = not in use), and `widget`.
template <class Line>
class LinePool {
 public:
  using RowId = decltype(Line::id);

  /// Lines of these rows, in this order, at the top of the layout; `make` fills a new line. Returns whether the rows or
  /// their order are others than before.
  template <class Make>
  bool arrange(QVBoxLayout* layout, const std::vector<RowId>& order, Make make) {
    for (const auto& line : lines_)
      if (std::find(order.begin(), order.end(), line->id) == order.end()) put_away(*line);
    int place = 0;
    for (const RowId id : order) {
      Line* line = find(id);
      if (line == nullptr) line = find({});
      if (line == nullptr) {
        line = lines_.emplace_back(std::make_unique<Line>()).get();
        make(*line);
      }
      line->id = id;
      if (layout->indexOf(line->widget) != place) layout->insertWidget(place, line->widget);
      line->widget->show();
      ++place;
    }
    const bool is_other = order != order_;
    order_ = order;
    return is_other;
  }

  Line* find(RowId id) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [id](const auto& line) { return line->id == id; });
    return found == lines_.end() ? nullptr : found->get();
  }
  std::vector<Line*> in_order() const {
    std::vector<Line*> lines;
    for (const RowId id : order_) lines.push_back(find(id));
    return lines;
  }

 private:
  /// Nothing is left to which what was typed could be committed.
  static void put_away(Line& line) {
    line.id = {};
    for (FieldEdit* field : line.widget->template findChildren<FieldEdit*>()) field->reset();
    for (FieldText* field : line.widget->template findChildren<FieldText*>()) field->reset();
    line.widget->hide();
  }

  std::vector<std::unique_ptr<Line>> lines_;
  std::vector<RowId> order_;
};

}  // namespace tradewind::gui
