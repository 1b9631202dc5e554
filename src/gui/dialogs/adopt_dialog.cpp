#include "gui/dialogs/adopt_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <numeric>

#include "gui/inspector/row_words.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/workbench/scenarios.h"

namespace tradewind::gui {
namespace {

constexpr QSize usual_size{820, 360};
constexpr int margin = 16;
/// Members of workbench::describe_conflict, by column.
constexpr std::array columns{"row", "field", "before", "ours", "theirs"};

QString cell_text(const workbench::Record& record, const char* member) {
  const workbench::Value* value = workbench::find(record, member);
  const QString text = value == nullptr ? QString() : qt_text(workbench::to_line(*value));
  if (text.isEmpty()) return QString("field") == member ? AdoptDialog::tr("all of it") : QString("–");
  return QString("field") == member ? field_word(text.toStdString()) : text;
}

/// Each as wide as it wants to be; where the room is too small for that, the widest give way to the same width.
std::vector<int> widths_in(int room, std::vector<int> wanted) {
  std::vector<std::size_t> narrowest_first(wanted.size());
  std::iota(narrowest_first.begin(), narrowest_first.end(), std::size_t{0});
  std::stable_sort(narrowest_first.begin(), narrowest_first.end(),
                   [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  int columns_left = static_cast<int>(wanted.size());
  for (const std::size_t column : narrowest_first) {
    wanted[column] = std::min(wanted[column], room / columns_left--);
    room -= wanted[column];
  }
  return wanted;
}

}  // namespace

AdoptDialog::AdoptDialog(const Document& document, ScenarioId scenario, const Conflicts& conflicts, QWidget* parent)
    : QDialog(parent), document_(document), scenario_(scenario), words_(new QLabel), table_(new QTableWidget) {
  setObjectName("adopt_dialog");
  setAttribute(Qt::WA_DeleteOnClose);
  const Scenario* row = document.baseline_portfolio().find(scenario);
  setWindowTitle(tr("Adopt “%1”").arg(row == nullptr ? QString() : qt_text(row->name)));
  resize(usual_size);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(margin, margin, margin, margin);
  words_->setWordWrap(true);
  column->addWidget(words_);
  table_->setObjectName("adopt_conflicts");
  table_->setAccessibleName(tr("Where both changed something"));
  table_->setColumnCount(static_cast<int>(columns.size()));
  table_->setHorizontalHeaderLabels({tr("What"), tr("Field"), tr("Before"), tr("Baseline, kept"), tr("Scenario")});
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->setWordWrap(false);
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->viewport()->installEventFilter(this);
  column->addWidget(table_, 1);
  auto* buttons = new QDialogButtonBox;
  auto* adopt = buttons->addButton(tr("Adopt"), QDialogButtonBox::AcceptRole);
  adopt->setObjectName("adopt_now");
  adopt->setProperty("role", "primary");
  auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  cancel->setObjectName("adopt_cancel");
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    emit adopt_requested(scenario_);
    close();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
  connect(&document_, &Document::scenarios_changed, this, &AdoptDialog::follow);
  show_conflicts(conflicts);
}

bool AdoptDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == table_->viewport() && event->type() == QEvent::Resize) fit_columns();
  return QDialog::eventFilter(watched, event);
}

void AdoptDialog::fit_columns() {
  const auto* header = table_->horizontalHeader();
  const QAbstractItemView* cells = table_;
  std::vector<int> wanted;
  for (int column = 0; column < table_->columnCount(); ++column)
    wanted.push_back(std::max(header->sectionSizeHint(column), cells->sizeHintForColumn(column)));
  const std::vector<int> widths = widths_in(table_->viewport()->width(), std::move(wanted));
  for (int column = 0; column < table_->columnCount(); ++column)
    table_->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
}

void AdoptDialog::follow() {
  if (!document_.baseline_portfolio().contains(scenario_)) {
    close();
  } else if (document_.shown_scenario() == scenario_) {
    show_conflicts(document_.conflicts());
  }
}

void AdoptDialog::show_conflicts(const Conflicts& conflicts) {
  words_->setText(
      conflicts.empty()
          ? tr("The scenario and the baseline agree: everything of the scenario comes in.")
          : tr("In %1 the scenario and the baseline both changed something. There the baseline keeps what it says; everything "
               "else of the scenario comes in. To have a scenario's value instead, type it into the baseline afterwards.")
                .arg(count_text(conflicts.size(), tr("place"), tr("places"))));
  table_->setRowCount(static_cast<int>(conflicts.size()));
  for (int at = 0; at < table_->rowCount(); ++at) {
    const auto record = workbench::describe_conflict(conflicts[static_cast<std::size_t>(at)], document_.baseline_portfolio());
    for (int cell = 0; cell < table_->columnCount(); ++cell) {
      QString text = cell_text(record, columns[static_cast<std::size_t>(cell)]);
      if (cell == 0) text[0] = text[0].toUpper();
      auto* item = new QTableWidgetItem(text);
      item->setToolTip(text);
      table_->setItem(at, cell, item);
    }
  }
  fit_columns();
  if (table_->currentRow() < 0 && table_->rowCount() > 0) table_->setCurrentCell(0, 0);
}

}  // namespace tradewind::gui
