#include "gui/pages/ranking_model.h"

#include <QColor>
#include <QFont>
#include <QLocale>

#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/scoring/moscow.h"
#include "tradewind/scoring/ranking.h"

namespace tradewind::gui {
RankingModel::RankingModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(&document) {}

std::vector<RankingModel::Row> RankingModel::ranked() const {
  const Portfolio& portfolio = document_->portfolio();
  std::vector<const Item*> items;
  for (const Item& item : portfolio.all<Item>())
    if (is_open(item)) items.push_back(&item);
  const scoring::ScoringContext context(portfolio, items);
  std::vector<const Item*> in_order;
  std::vector<Row> rows;
  rows.reserve(items.size());
  for (const scoring::RankedItem& one : scoring::rank_items(context, items, *scoring::find_method("rice"))) {
    Row row;
    row.item = one.item->id;
    row.rice = one.value;
    rows.push_back(row);
    in_order.push_back(one.item);
  }
  const std::vector<scoring::MethodRanks> ranks = scoring::method_ranks(portfolio, in_order);
  const std::vector<scoring::Disagreement> disagreements = scoring::disagreements(ranks);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    rows[at].rice_rank = ranks[at].rice;
    rows[at].wsjf_rank = ranks[at].wsjf;
    rows[at].opportunity_rank = ranks[at].opportunity;
    rows[at].disagreement = disagreements[at];
  }
  return rows;
}

void RankingModel::refresh() {
  std::vector<Row> rows = ranked();
  // Rows at the end come or go; what stands in the others is new. Selections are kept by the page, by item.
  const int before = rowCount();
  const int now = static_cast<int>(rows.size());
  if (now > before) beginInsertRows({}, before, now - 1);
  if (now < before) beginRemoveRows({}, now, before - 1);
  rows_ = std::move(rows);
  if (now > before) endInsertRows();
  if (now < before) endRemoveRows();
  if (now > 0) emit dataChanged(index(0, 0), index(now - 1, column_count - 1));
}

int RankingModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int RankingModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

int RankingModel::row_of(ItemId item) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [item](const Row& row) { return row.item == item; });
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int RankingModel::disagreements() const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.disagreement.any(); }));
}

bool RankingModel::can_compare() const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [](const Row& row) { return (row.rice_rank > 0) + (row.wsjf_rank > 0) + (row.opportunity_rank > 0) > 1; });
}

QString RankingModel::place(int rank_there, int off) const {
  if (rank_there == 0) return "–";
  return off == 0 ? QString::number(rank_there)
                  : tr("%1 %2%3").arg(off > 0 ? "↓" : "↑").arg(std::abs(off)).arg("  " + QString::number(rank_there));
}

QVariant RankingModel::data(const QModelIndex& index, int role) const {
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const Item* item = document_->portfolio().find(row.item);
  if (item == nullptr) return {};
  const auto& places = row.disagreement.places;
  switch (role) {
    case Qt::DisplayRole:
      switch (index.column()) {
        case rank:
          return row.rice_rank > 0 ? QVariant(row.rice_rank) : QVariant("–");
        case title:
          return qt_text(short_title_of(*item));
        case rice:
          return row.rice.has_value() ? QLocale(QLocale::English).toString(row.rice.value(), 'f', 1) : QString("–");
        case wsjf:
          return place(row.wsjf_rank, places[1]);
        case opportunity:
          return place(row.opportunity_rank, places[2]);
        case moscow:
          return qt_text(scoring::moscow_name(item->moscow));
        default:
          return {};
      }
    case Qt::TextAlignmentRole:
      return static_cast<int>((index.column() == title || index.column() == moscow ? Qt::AlignLeft : Qt::AlignRight) |
                              Qt::AlignVCenter);
    case Qt::BackgroundRole: {
      const bool differs = (index.column() == rice && places[0] != 0) || (index.column() == wsjf && places[1] != 0) ||
                           (index.column() == opportunity && places[2] != 0) ||
                           (index.column() == moscow && row.disagreement.moscow);
      return differs ? QVariant(themed(views::Token::warn_soft)) : QVariant();
    }
    case Qt::ForegroundRole:
      return index.column() == rank ? QVariant(themed(views::Token::text_3)) : QVariant();
    case Qt::ToolTipRole: {
      if (index.column() == title) return qt_text(item->title);
      const char* key = index.column() == wsjf ? "wsjf" : index.column() == opportunity ? "opportunity" : "rice";
      const scoring::ScoreResult result = scoring::find_method(key)->score(document_->portfolio(), *item);
      if (const auto* score = std::get_if<scoring::Score>(&result))
        return qt_text(score->explanation.with_numbers + " = " + score->explanation.result);
      return qt_text(std::get<scoring::Unscored>(result).why);
    }
    default:
      return {};
  }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((section == title || section == moscow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case rank:
      return "#";
    case title:
      return tr("Title");
    case rice:
      return tr("RICE");
    case wsjf:
      return tr("WSJF #");
    case opportunity:
      return tr("Opport. #");
    case moscow:
      return tr("MoSCoW");
    default:
      return {};
  }
}

}  // namespace tradewind::gui
