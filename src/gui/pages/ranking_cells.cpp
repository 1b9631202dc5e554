// What stands in the cells of the ranking: texts, tool tips and where the methods disagree.
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cstdlib>

#include "gui/pages/ranking_model.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

const QString unknown = QString(QChar(0x2013));

bool is_text(int column, const RankingMethods& methods) {
  return column == RankingModel::title ||
         (column >= RankingModel::first_method &&
          !scoring::gives_places(*methods[static_cast<std::size_t>(column - RankingModel::first_method)]));
}

/// For the head of a narrow column; the tool tip says the whole.
QString short_name(const scoring::Method& method) {
  if (method.key == "opportunity") return QCoreApplication::translate("RankingModel", "Opport.");
  if (method.key == "impact-effort") return QCoreApplication::translate("RankingModel", "Quadrant");
  if (method.key == "cost-of-delay") return QCoreApplication::translate("RankingModel", "Delay cost");
  return qt_text(method.name);
}

QString value_text(double value) { return QLocale(QLocale::English).toString(value, 'f', 1); }

QVariant alignment_of(bool text) { return static_cast<int>((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter); }

}  // namespace

bool RankingModel::disagrees(const RankingRow& row, int column) const {
  if (column < first_method) return false;
  const auto method = static_cast<std::size_t>(column - first_method);
  if (is_moscow(*ranking_.methods[method])) return row.disagreement.moscow;
  return method < row.disagreement.places.size() && row.disagreement.places[method] != 0;
}

QString RankingModel::cell_text(const RankingRow& row, const Item& item, int column) const {
  if (column == title) return qt_text(short_title_of(item));
  const std::size_t method = column == rank ? ranking_.leading() : static_cast<std::size_t>(column - first_method);
  const OptionalNumber value = row.ranks.values[method];
  const int place = row.ranks.places[method];
  if (column == rank) return place == 0 ? unknown : QString::number(place);
  if (!scoring::gives_places(*ranking_.methods[method])) {
    const auto label = value ? ranking_.labels[method].find(*value) : ranking_.labels[method].end();
    return label == ranking_.labels[method].end() ? QString() : qt_text(label->second);
  }
  if (!value || place == 0) return unknown;
  // Its place stands in the first column already.
  if (method == ranking_.leading()) return value_text(*value);
  if (!disagrees(row, column)) return QString::number(place);
  return disputed_text(row.disagreement.places[method], place);
}

QString RankingModel::disputed_text(int off, int place) {
  return tr("%1 %2  %3").arg(off > 0 ? "↓" : "↑").arg(std::abs(off)).arg(place);
}

QString RankingModel::widest_text(int column) const {
  if (column < first_method || is_text(column, ranking_.methods)) return {};
  const auto method = static_cast<std::size_t>(column - first_method);
  double value = 0;
  int place = 0;
  int off = 0;
  int disputed = 0;
  for (const RankingRow& row : ranking_.rows) {
    value = std::max(value, row.ranks.values[method].value_or(0));
    place = std::max(place, row.ranks.places[method]);
    if (!disagrees(row, column)) continue;
    off = std::max(off, std::abs(row.disagreement.places[method]));
    disputed = std::max(disputed, row.ranks.places[method]);
  }
  if (method == ranking_.leading()) return value_text(value);
  return off == 0 ? QString::number(place) : disputed_text(off, disputed);
}

QString RankingModel::why(const RankingRow& row, std::size_t method) const {
  const QString items = tr("among the %1 items that the same methods score").arg(row.disagreement.compared);
  if (is_moscow(*ranking_.methods[method]))
    return row.ranks.moscow == Moscow::must ? tr("A Must, and by the other methods in the lower half, %1.").arg(items)
                                            : tr("By the other methods one of the first, %1, and not a Must.").arg(items);
  const int off = row.disagreement.places[method];
  const QString others =
      scoring::places_known(row.ranks.places) == 2 ? tr("than by the other method") : tr("than the median of the methods");
  return tr("%1 places %2 %3, %4.").arg(std::abs(off)).arg(off > 0 ? tr("lower") : tr("higher"), others, items);
}

QString RankingModel::tool_tip(const RankingRow& row, const Item& item, int column) const {
  if (column == title) return qt_text(item.title);
  const std::size_t method = column == rank ? ranking_.leading() : static_cast<std::size_t>(column - first_method);
  const scoring::ScoreResult result = ranking_.methods[method]->score(document_->portfolio(), item);
  const scoring::Score* score = scoring::score_of(result);
  const QString text = score == nullptr ? qt_text(scoring::unscored_of(result)->why)
                       : score->explanation.with_numbers.empty()
                           ? qt_text(score->explanation.result)
                           : qt_text(score->explanation.with_numbers + " = " + score->explanation.result);
  return disagrees(row, column) ? text + "\n" + why(row, method) : text;
}

QVariant RankingModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
  const RankingRow& row = ranking_.rows[shown_[static_cast<std::size_t>(index.row())]];
  const Item* item = document_->portfolio().find(row.item);
  if (item == nullptr) return {};  // gone, and we are about to hear of it
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return cell_text(row, *item, column);
    case Qt::TextAlignmentRole:
      return alignment_of(is_text(column, ranking_.methods));
    case disagrees_role:
      return disagrees(row, column);
    case Qt::ForegroundRole:
      return column == rank ? QVariant(themed(views::Token::text_3)) : QVariant();
    case Qt::ToolTipRole:
      return tool_tip(row, *item, column);
    case Qt::AccessibleTextRole: {
      const QString text = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + " " + cell_text(row, *item, column);
      return disagrees(row, column) ? text + ". " + why(row, static_cast<std::size_t>(column - first_method)) : text;
    }
    default:
      return {};
  }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  if (role == Qt::TextAlignmentRole) return alignment_of(is_text(section, ranking_.methods));
  const std::size_t method = section < first_method ? ranking_.leading() : static_cast<std::size_t>(section - first_method);
  const QString name = qt_text(ranking_.methods[method]->name);
  const bool shows_place = scoring::gives_places(*ranking_.methods[method]) && (section == rank || method != ranking_.leading());
  if (role == Qt::ToolTipRole && section != title) return shows_place ? tr("Place by %1, 1 = best").arg(name) : name;
  if (role != Qt::DisplayRole) return {};
  if (section == rank) return "#";
  if (section == title) return tr("Title");
  const QString head = short_name(*ranking_.methods[method]);
  return shows_place ? tr("%1 #").arg(head) : head;
}

}  // namespace tradewind::gui
