#include "gui/pages/prioritize_page.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/pages/ranking_model.h"
#include "gui/scene/bubble_gesture.h"
#include "gui/shell/count_text.h"
#include "tradewind/views/moscow_gauge.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 27;
constexpr int gauge_height = 168;

}  // namespace

PrioritizePage::PrioritizePage(const PageContext& context) : Page(context) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* bar = new PageBar(tr("Prioritize"));
  auto* note = new QLabel;
  note->setProperty("role", "muted");
  bar->add(note);
  bar->add_stretch();
  column->addWidget(bar);

  matrix_ = new SceneView;
  matrix_->setMinimumSize(360, 260);
  ranking_ = new RankingModel(document(), this);
  table_ = new QTableView;
  table_->setAccessibleName(tr("Ranking of the open items by several methods"));
  table_->setModel(ranking_);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(row_height);
  table_->setWordWrap(false);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(RankingModel::title, QHeaderView::Stretch);
  for (const auto& [section, width] :
       {std::pair{RankingModel::rank, 34}, std::pair{RankingModel::rice, 62}, std::pair{RankingModel::wsjf, 66},
        std::pair{RankingModel::opportunity, 74}, std::pair{RankingModel::moscow, 66}})
    table_->setColumnWidth(section, width);
  auto* splitter = new QSplitter;
  splitter->addWidget(matrix_);
  splitter->addWidget(table_);
  splitter->setHandleWidth(1);
  splitter->setStretchFactor(0, 5);
  splitter->setStretchFactor(1, 4);
  splitter->setSizes({520, 480});
  column->addWidget(splitter, 1);
  gauge_ = new SceneView;
  gauge_->setFixedHeight(gauge_height);
  gauge_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the whole, without the parts by team
  column->addWidget(gauge_);

  matrix_->set_layout([this](views::Size size, const views::TextMeasurer& measurer) {
    views::MatrixOptions options;
    options.size = size;
    options.header = false;
    views::Matrix matrix = views::arrange_matrix(portfolio(), options, measurer);
    plot_ = matrix.plot;
    return std::move(matrix.scene);
  });
  gauge_->set_layout([this](views::Size size, const views::TextMeasurer& measurer) {
    views::MoscowOptions options;
    options.size = size;
    options.header = false;
    return views::layout_moscow(portfolio(), options, measurer);
  });
  matrix_->set_start_gesture([this](const MarkId& mark, views::Rect bounds, views::Point press) -> std::unique_ptr<Gesture> {
    if (mark.kind != views::MarkKind::item || !plot_) return nullptr;
    const Item* item = portfolio().find(ItemId{mark.id});
    if (item == nullptr || !plot_->frame.contains(press)) return nullptr;
    return std::make_unique<BubbleGesture>(document(), item->id, *plot_, bounds, press);
  });
  connect(matrix_, &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers) {
    selection().select(mark.kind == views::MarkKind::item ? ItemId{mark.id} : ItemId{});
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    std::vector<ItemId> items;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) items.push_back(ranking_->item_at(index.row()));
    selection().select(std::move(items));
  });
  connect(&selection(), &Selection::changed, this, &PrioritizePage::follow_selection);
  note_ = note;
  say_disagreements();
}

void PrioritizePage::say_disagreements() {
  const int count = ranking_->disagreements();
  note_->setText(
      count == 0 ? tr("The methods agree")
                 : tr("The methods disagree on %1").arg(count_text(static_cast<std::size_t>(count), tr("item"), tr("items"))));
}

void PrioritizePage::refresh() {
  ranking_->refresh();
  matrix_->refresh();
  gauge_->refresh();
  say_disagreements();
  follow_selection();
  emit status_changed();
}

void PrioritizePage::follow_selection() {
  std::vector<MarkId> marks;
  QItemSelection rows;
  for (const ItemId item : selection().items()) {
    marks.push_back({views::MarkKind::item, item.value, 0});
    if (const int row = ranking_->row_of(item); row >= 0)
      rows.select(ranking_->index(row, 0), ranking_->index(row, RankingModel::column_count - 1));
  }
  matrix_->set_selected(std::move(marks));
  const QSignalBlocker quiet(table_->selectionModel());
  table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
  if (!rows.isEmpty()) table_->scrollTo(rows.last().topLeft());
  table_->viewport()->update();
}

QString PrioritizePage::status() const {
  return count_text(static_cast<std::size_t>(ranking_->rowCount()), tr("open item"), tr("open items"));
}

}  // namespace tradewind::gui
