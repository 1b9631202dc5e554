#include "gui/shell/cell_editors.h"

#include <QStyle>
#include <QTimer>
#include <algorithm>

namespace tradewind::gui {
namespace {

constexpr const char* mistake_property = "mistake";  // known to the style sheet
constexpr const char* before_property = "before";    // of a line: what stood there when it was opened
constexpr const char* chosen_property = "chosen";    // of a combo box: by people

}  // namespace

void mark_cell_mistake(QWidget& editor, bool is_mistake) {
  if (has_cell_mistake(editor) == is_mistake) return;
  editor.setProperty(mistake_property, is_mistake);
  editor.style()->unpolish(&editor);
  editor.style()->polish(&editor);
}

bool has_cell_mistake(const QWidget& editor) { return editor.property(mistake_property).toBool(); }

void show_in_cell(QLineEdit& line, const QString& text) {
  if (is_cell_changed(line)) return;
  line.setProperty(before_property, text);
  line.setText(text);
  line.selectAll();
}

bool is_cell_changed(const QLineEdit& line) {
  const QVariant before = line.property(before_property);
  return line.isModified() || (before.isValid() && line.text() != before.toString());
}

void commit_when_chosen(QComboBox& combo, QStyledItemDelegate& delegate) {
  QObject::connect(&combo, &QComboBox::activated, &delegate, [&combo, &delegate] {
    combo.setProperty(chosen_property, true);
    emit delegate.commitData(&combo);
    emit delegate.closeEditor(&combo);
  });
  QTimer::singleShot(0, &combo, &QComboBox::showPopup);
}

bool is_cell_chosen(const QComboBox& combo) { return combo.property(chosen_property).toBool(); }

std::vector<int> rows_of(const QItemSelection& selection) {
  std::vector<int> rows;
  for (const QItemSelectionRange& range : selection)
    for (int row = range.top(); row <= range.bottom(); ++row) rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace tradewind::gui
