// What the editors in the cells of all tables share: a text that is refused stays and is marked, a text that is being typed
// survives refreshes, and a choice is stored at once.
#pragma once
#include <QComboBox>
#include <QItemSelection>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <vector>

namespace tradewind::gui {

/// As the style sheet shows it.
void mark_cell_mistake(QWidget& editor, bool is_mistake);
bool has_cell_mistake(const QWidget& editor);

/// Unless people have changed it already: the view asks again after each refresh.
void show_in_cell(QLineEdit& line, const QString& text);
/// Since the first show_in_cell(), be it to the same text, for other rows, or by choosing a completion.
bool is_cell_changed(const QLineEdit& line);

/// Opens its list; what is chosen there is stored and the editor closed: nobody wants to confirm it once more.
void commit_when_chosen(QComboBox& combo, QStyledItemDelegate& delegate);
bool is_cell_chosen(const QComboBox& combo);

/// In order, without asking the model about every cell as QItemSelectionModel::selectedRows() does.
std::vector<int> rows_of(const QItemSelection& selection);

}  // namespace tradewind::gui
