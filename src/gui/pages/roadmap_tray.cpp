#include "gui/pages/roadmap_tray.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr int tray_width = 232;
constexpr int row_height = 24;
constexpr int row_indent = 3;           // that of the rows' texts, so that the words above them stand in one line with them
constexpr std::size_t most_rows = 300;  // nobody scrolls further; the words above say how to find the others
constexpr int id_role = Qt::UserRole;

}  // namespace

RoadmapTray::RoadmapTray(Document& document, Selection& selection)
    : document_(document),
      selection_(selection),
      search_(new QLineEdit),
      list_(new QListWidget),
      title_(new QLabel),
      about_(new QLabel) {
  setObjectName("inspector");
  list_->setObjectName("roadmap_tray");
  setFixedWidth(tray_width);
  title_->setProperty("role", "section");
  title_->setIndent(row_indent);
  about_->setObjectName("roadmap_tray_about");
  about_->setProperty("role", "muted");
  about_->setIndent(row_indent);
  about_->setWordWrap(true);
  search_->setObjectName("roadmap_tray_search");
  search_->setPlaceholderText(tr("Find by title or key"));
  search_->setAccessibleName(tr("Find among the items that are not placed"));
  search_->setClearButtonEnabled(true);
  connect(search_, &QLineEdit::textChanged, this, &RoadmapTray::refresh);
  list_->setAccessibleName(tr("Items that are not placed"));
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setContextMenuPolicy(Qt::CustomContextMenu);
  list_->setUniformItemSizes(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setTextElideMode(Qt::ElideRight);
  list_->setDragEnabled(true);  // a press on one of several selected rows keeps the others
  list_->installEventFilter(this);
  list_->viewport()->installEventFilter(this);
  place_ = new QPushButton(tr("Place in…"));
  place_->setToolTip(tr("Put the selected items into a period of the roadmap; or drag them there"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 6, 6);
  column->addWidget(title_);
  column->addWidget(about_);
  column->addWidget(search_);
  column->addWidget(list_, 1);
  column->addWidget(place_);

  connect(place_, &QPushButton::clicked, this, [this] { show_periods(place_->mapToGlobal(QPoint(0, place_->height()))); });
  connect(list_, &QListWidget::customContextMenuRequested, this,
          [this](QPoint at) { show_periods(list_->viewport()->mapToGlobal(at)); });
  connect(list_, &QListWidget::itemSelectionChanged, this, [this] {
    if (Items items = chosen(); !items.empty()) selection_.select(std::move(items));
  });
}

Items RoadmapTray::chosen() const {
  Items items;
  for (const QListWidgetItem* row : list_->selectedItems()) items.push_back(ItemId{row->data(id_role).toLongLong()});
  return items;
}

void RoadmapTray::show_periods(QPoint at) {
  const Items items = chosen();
  const Portfolio& portfolio = document_.portfolio();
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  QMenu menu(this);
  for (const Period* period : portfolio.periods_in_order(roadmap != nullptr ? roadmap->period_kind : PeriodKind::quarter)) {
    const PeriodId id = period->id;
    QAction* action = menu.addAction(qt_text(display_name(*period)));
    action->setEnabled(!items.empty());
    connect(action, &QAction::triggered, this, [this, items, id] { place_items(document_, items, id); });
  }
  if (menu.isEmpty()) menu.addAction(tr("There are no periods yet: add quarters on the page Teams"))->setEnabled(false);
  menu.exec(at);
}

bool RoadmapTray::eventFilter(QObject* watched, QEvent* event) {
  if (press_ == Press::dragging && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    press_ = Press::cancelled;
    emit drag_cancelled();
    return true;
  }
  if (watched != list_->viewport()) return QFrame::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
      return follow_press(*static_cast<QMouseEvent*>(event));
    default:
      return QFrame::eventFilter(watched, event);
  }
}

/// True where the list is not to see the event: its own drag would be one between programs, and select rows on its way.
bool RoadmapTray::follow_press(const QMouseEvent& event) {
  const QPoint at = event.globalPosition().toPoint();
  if (event.type() == QEvent::MouseButtonPress) {
    const bool is_on_row = event.button() == Qt::LeftButton && list_->itemAt(event.position().toPoint()) != nullptr;
    press_ = is_on_row ? Press::on_row : Press::none;
    press_position_ = at;
    return false;
  }
  if (event.type() == QEvent::MouseButtonRelease) {
    const Press ended = std::exchange(press_, Press::none);
    if (ended == Press::dragging) emit dropped(at);
    return ended == Press::dragging || ended == Press::cancelled;  // a click would leave one row selected
  }
  if (press_ == Press::none) return false;
  if (press_ == Press::on_row && (at - press_position_).manhattanLength() >= QApplication::startDragDistance()) {
    press_ = Press::dragging;
    emit drag_began(chosen());
  }
  if (press_ == Press::dragging) emit dragged(at);
  return true;
}

void RoadmapTray::refresh() {
  const QSignalBlocker quiet(list_);
  const int scroll = list_->verticalScrollBar()->value();
  list_->clear();
  const Portfolio& portfolio = document_.portfolio();
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  const RoadmapId shown = roadmap != nullptr ? roadmap->id : RoadmapId{};
  const QString wanted = search_->text().trimmed();
  std::size_t count = 0;
  std::size_t found = 0;
  for (const Item* item : portfolio.items_by_rank()) {
    if (!is_open(*item) || item->moscow == Moscow::wont || !placements_of(portfolio, item->id, shown).empty()) continue;
    ++count;
    const bool is_wanted = wanted.isEmpty() || qt_text(item->title).contains(wanted, Qt::CaseInsensitive) ||
                           qt_text(item->key).contains(wanted, Qt::CaseInsensitive);
    if (!is_wanted || ++found > most_rows) continue;
    auto* row = new QListWidgetItem(qt_text(short_title_of(*item)), list_);
    row->setData(id_role, QVariant::fromValue<qlonglong>(item->id.value));
    row->setSizeHint(QSize(0, row_height));
    row->setToolTip(qt_text(item->title));
    row->setSelected(selection_.contains(item->id));
  }
  say(count, found);
  list_->verticalScrollBar()->setValue(scroll);
}

void RoadmapTray::say(std::size_t unplaced, std::size_t found) {
  const bool has_items = !document_.portfolio().all<Item>().empty();
  title_->setText(unplaced > 0 ? tr("Not placed: %1").arg(figure(unplaced))
                  : has_items  ? tr("Everything is placed")
                               : tr("Nothing to place yet"));
  search_->setVisible(unplaced > 0);
  if (unplaced > 0) {
    about_->setText(found == 0          ? tr("None of them has that in its title or key.")
                    : found > most_rows ? tr("The first %1 are shown: type to find others.").arg(figure(most_rows))
                                        : QString());
    about_->setVisible(!about_->text().isEmpty());
    return place_->setEnabled(true);
  }
  about_->setText(has_items ? tr("What is added to the backlog waits here until it has a place on the roadmap.")
                            : tr("Items of the backlog wait here, to be dragged to the quarter in which they are done. "
                                 "Add the first one with Ctrl+N, or import a file."));
  about_->show();
  place_->setEnabled(false);
}

}  // namespace tradewind::gui
