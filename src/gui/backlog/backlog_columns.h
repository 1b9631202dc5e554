// The columns of the backlog table: what they are called, how they stand and whether people may write in them.
#pragma once
#include <QString>
#include <QStringList>

#include "tradewind/domain/portfolio.h"

namespace tradewind::gui {

/// The numbers are the logical columns of the model; the settings keep the header by them, so add at the end.
enum class BacklogColumn : int {
  rank,  // the place in the workspace's own order
  key,
  title,
  outcome,
  kind,  // with the track
  moscow,
  allocation_class,
  reach,
  impact,
  confidence,
  effort,
  rice,
  wsjf,
  stage,
  requester,
  period,
  count_
};
inline constexpr int backlog_column_count = static_cast<int>(BacklogColumn::count_);

QString title_of(BacklogColumn column);
/// What the header's tool tip says: unit and meaning.
QString meaning_of(BacklogColumn column);
bool is_number(BacklogColumn column);
bool is_editable(BacklogColumn column);
/// A text that belongs to one item only, so that a change never goes to all selected ones.
bool is_of_one_item(BacklogColumn column);
int default_width(BacklogColumn column);

struct BacklogChoices {
  QStringList texts;   // as cells are written: "must"
  QStringList labels;  // as people read them: "Must"
};
/// What an editor offers; nothing where any text will do.
BacklogChoices choices_of(const Portfolio& portfolio, BacklogColumn column);

}  // namespace tradewind::gui
