// What is done to the selected cells of the grid of teams and periods: copying, pasting, filling, and saying what they hold.
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <algorithm>

#include "gui/backlog/clipboard_cells.h"
#include "gui/dialogs/message_line.h"
#include "gui/pages/capacity_table.h"
#include "gui/pages/teams_page.h"
#include "gui/shell/count_text.h"
#include "gui/shell/error_text.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

/// What cells are made of; spreadsheets take the numbers beside it.
constexpr const char* own_format = "application/x-tradewind-capacities";

struct Box {
  int top = 0;
  int bottom = -1;
  int left = 0;
  int right = -1;
};

/// Around what is selected; else the current cell, or nothing.
Box box_of(const QTableView& view) {
  const QModelIndex current = view.currentIndex();
  const QItemSelection selection = view.selectionModel()->selection();
  if (selection.isEmpty())
    return current.isValid() ? Box{current.row(), current.row(), current.column(), current.column()} : Box{};
  Box box{selection.front().top(), selection.front().bottom(), selection.front().left(), selection.front().right()};
  for (const QItemSelectionRange& range : selection)
    box = {std::min(box.top, range.top()), std::max(box.bottom, range.bottom()), std::min(box.left, range.left()),
           std::max(box.right, range.right())};
  return box;
}

QString copied_text() {
  const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
  if (mime == nullptr) return {};
  return mime->hasFormat(own_format) ? QString::fromUtf8(mime->data(own_format)) : mime->text();
}

}  // namespace

void TeamsPage::add_cell_actions() {
  for (const auto& [id, text, key, step] : {std::tuple{"teams.up", tr("Move the team up"), "Alt+Up", -1},
                                            std::tuple{"teams.down", tr("Move the team down"), "Alt+Down", 1}})
    add_action({.id = id, .text = text, .shortcut = QKeySequence(key), .place = tr("Teams"), .heard_by = view_},
               [this, step = step] { move_team(step); });
  const auto add = [&](const QString& id, const QString& text, const QKeySequence& key, const QList<QKeySequence>& also,
                       std::function<void()> run) {
    add_action({.id = id,
                .text = text,
                .shortcut = key,
                .words = tr("capacity people weeks availability"),
                .place = tr("Teams"),
                .heard_by = view_,
                .also = also},
               std::move(run));
  };
  add("teams.edit", tr("Edit the cell"), QKeySequence(Qt::Key_F2), {}, [this] {
    if (view_->currentIndex().isValid()) view_->edit(view_->currentIndex());
  });
  add("teams.copy", tr("Copy the capacities"), QKeySequence::Copy, {QKeySequence("Ctrl+Ins")}, [this] { copy(); });
  add("teams.paste", tr("Paste capacities"), QKeySequence::Paste, {QKeySequence("Shift+Ins")}, [this] { paste(); });
  add("teams.fill_right", tr("Fill right"), QKeySequence("Ctrl+R"), {}, [this] { fill_right(); });
  add("teams.clear", tr("Back to people × weeks"), QKeySequence(Qt::Key_Delete), {}, [this] { clear_cells(); });
}

void TeamsPage::open_menu(const QPoint& at) {
  if (!view_->currentIndex().isValid()) return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const char* id : {"teams.edit", "teams.copy", "teams.paste", "teams.fill_right", "teams.clear"})
    menu->addAction(actions().find(id));
  menu->popup(view_->viewport()->mapToGlobal(at));
}

void TeamsPage::copy() const {
  const Box box = box_of(*view_);
  std::vector<QStringList> numbers;
  std::vector<QStringList> texts;
  for (int row = box.top; row <= box.bottom; ++row) {
    numbers.emplace_back();
    texts.emplace_back();
    for (int column = box.left; column <= box.right; ++column) {
      const QModelIndex index = model_->index(row, column);
      texts.back().append(index.data(Qt::EditRole).toString());
      numbers.back().append(column == CapacityModel::name_column ? texts.back().back() : model_->number(model_->cell_at(index)));
    }
  }
  if (texts.empty()) return;
  auto* mime = new QMimeData;
  mime->setText(clipboard_text(numbers));
  mime->setData(own_format, clipboard_text(texts).toUtf8());
  QGuiApplication::clipboard()->setMimeData(mime);
}

void TeamsPage::paste() {
  const QString text = copied_text();
  const Box box = box_of(*view_);
  if (text.isEmpty() || box.bottom < box.top) return;
  const std::vector<QStringList> lines = cells_of_clipboard(text);
  const std::vector<CapacityCell> selected = view_->selected_cells();
  std::vector<CapacityEntry> entries;
  std::size_t beyond = 0;
  if (lines.size() == 1 && lines.front().size() == 1 && selected.size() > 1) {
    for (const CapacityCell& cell : selected) entries.push_back({cell, lines.front().front()});
  } else {
    for (int row = box.top; const QStringList& line : lines) {
      for (int column = box.left; const QString& one : line) {
        if (row >= model_->rowCount() || column >= model_->columnCount())
          ++beyond;
        else if (column != CapacityModel::name_column)  // names go with the team
          entries.push_back({model_->cell_at(model_->index(row, column)), one});
        ++column;
      }
      ++row;
    }
  }
  const QString label = entries.size() == 1 ? tr("Paste a capacity") : tr("Paste %1 capacities").arg(entries.size());
  if (!entries.empty() && !model_->write(label, entries)) return;
  if (beyond > 0)
    message_->say(MessageLine::Kind::warning,
                  tr("%1 did not fit: the grid ends at its last team and period. Add some, or paste further up or to the left.")
                      .arg(count_text(beyond, tr("cell"), tr("cells"))));
  else if (entries.empty())
    message_->say(MessageLine::Kind::warning,
                  tr("Nothing was pasted: names of teams are typed. Go to the cell of a period to paste capacities."));
}

void TeamsPage::fill_right() {
  std::vector<CapacityEntry> entries;
  TeamId team;
  QString source;
  for (const CapacityCell& cell : view_->selected_cells()) {
    if (cell.team != team) {
      team = cell.team;
      source = model_->edit_text(cell);
    } else if (!source.isEmpty()) {
      entries.push_back({cell, source});
    }
  }
  if (entries.empty())
    return message_->say(MessageLine::Kind::warning, tr("There is nothing to fill. Select cells of a team, beginning with one "
                                                        "that says something: it goes into those to the right of it."));
  model_->write(
      entries.size() == 1 ? tr("Fill a capacity to the right") : tr("Fill %1 capacities to the right").arg(entries.size()),
      entries);
}

void TeamsPage::clear_cells() { model_->clear(view_->selected_cells()); }

void TeamsPage::update_cell() {
  const QModelIndex index = view_->currentIndex();
  const bool is_cell = index.isValid() && index.column() != CapacityModel::name_column;
  const std::vector<CapacityCell> selected = view_->selected_cells();
  const auto way = model_->way_of(index);
  cell_->setVisible(is_cell);
  switch_->setVisible(way != CapacityModel::Way::unknown && selected.size() < 2);
  if (!is_cell) return;
  const CapacityCell cell = model_->cell_at(index);
  const QString sum = model_->sum_of(selected);
  cell_->setText(selected.size() < 2 ? tr("%1: %2").arg(model_->where(cell), model_->explanation(cell))
                                     : tr("%1 cells: %2 person-weeks. What you type goes into all of them.")
                                           .arg(selected.size())
                                           .arg(sum.isEmpty() ? tr("unknown") : sum));
  switch_->setText(way == CapacityModel::Way::typed ? tr("Count people × weeks") : tr("Type person-weeks"));
}

void TeamsPage::tell_typing(const std::vector<CapacityCell>& cells, const QString& text) {
  message_->hide();
  const auto says = model_->explanation_with(cells.front(), text);
  const QString what = says ? *says : as_sentence(qt_text(says.error().why));
  const QString where = model_->where(cells.front());
  cell_->setText(cells.size() == 1 ? tr("%1: %2").arg(where, what)
                                   : tr("%1 cells, %2 among them: %3").arg(cells.size()).arg(where, what));
}

}  // namespace tradewind::gui
