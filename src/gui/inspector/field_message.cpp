#include "gui/inspector/field_message.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <vector>

#include "gui/dialogs/message_line.h"

namespace tradewind::gui {
namespace {

/// A layout, and which of its items the field is in.
struct Place {
  QLayout* layout;
  int at;
};

/// From the layout of the widget's parent down to the one that holds the widget itself.
bool find_places(QLayout& layout, const QWidget& widget, std::vector<Place>& places) {
  for (int at = 0; at < layout.count(); ++at) {
    places.push_back({&layout, at});
    if (layout.itemAt(at)->widget() == &widget) return true;
    if (QLayout* inner = layout.itemAt(at)->layout(); inner != nullptr && find_places(*inner, widget, places)) return true;
    places.pop_back();
  }
  return false;
}

bool place_in_grid(QGridLayout& grid, int at, MessageLine& line) {
  int row = 0;
  int column = 0;
  int rows = 0;
  int columns = 0;
  grid.getItemPosition(at, &row, &column, &rows, &columns);
  row += rows;
  for (int other = 0; other < grid.columnCount(); ++other)
    if (row < grid.rowCount() && grid.itemAtPosition(row, other) != nullptr) return false;
  grid.addWidget(&line, row, 0, 1, grid.columnCount());
  return true;
}

bool place_in(const Place& place, MessageLine& line) {
  if (auto* grid = qobject_cast<QGridLayout*>(place.layout)) return place_in_grid(*grid, place.at, line);
  auto* box = qobject_cast<QBoxLayout*>(place.layout);
  if (box == nullptr || box->direction() != QBoxLayout::TopToBottom) return false;
  box->insertWidget(place.at + 1, &line);
  return true;
}

}  // namespace

bool place_under(const QWidget& field, MessageLine& line) {
  // Else it would count as what the field stands in or beside.
  if (line.parentWidget() != nullptr && line.parentWidget()->layout() != nullptr) {
    QLayout* layout = line.parentWidget()->layout();
    std::vector<Place> places;
    if (find_places(*layout, line, places)) places.back().layout->removeWidget(&line);
  }
  for (const QWidget* inside = &field; inside->parentWidget() != nullptr; inside = inside->parentWidget()) {
    std::vector<Place> places;
    if (inside->parentWidget()->layout() == nullptr || !find_places(*inside->parentWidget()->layout(), *inside, places))
      return false;
    for (auto place = places.rbegin(); place != places.rend(); ++place)
      if (place_in(*place, line)) return true;
  }
  return false;
}

}  // namespace tradewind::gui
