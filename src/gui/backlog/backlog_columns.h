// The columns of the backlog table: what they are called, how they stand and whether people may write in them.
#pragma once
#include <QString>
#include <QStringList>
#include <optional>

#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/registry.h"

namespace tradewind::gui {

/// The numbers are the logical columns of the model. After these come the scores of all methods that have no column here, in
/// the order of the registry.
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
  tags,
  earliest_start,
  deadline,
  own_count_
};
int backlog_column_count();

/// The method whose score the column shows; nullptr where it shows none.
const scoring::Method* method_of(BacklogColumn column);
BacklogColumn score_column(const scoring::Method& method);

/// "effort", "rice": what settings and saved views call it; never changes.
QString key_of(BacklogColumn column);
std::optional<BacklogColumn> column_with_key(const QString& key);

QString title_of(BacklogColumn column);
/// What the header's tool tip says: unit and meaning.
QString meaning_of(BacklogColumn column);
bool is_number(BacklogColumn column);
bool is_editable(BacklogColumn column);
/// A text that belongs to one item only, so that a change never goes to all selected ones.
bool is_of_one_item(BacklogColumn column);
/// Tags, dates and the scores of further methods wait in the column chooser.
bool is_shown_at_first(BacklogColumn column);
int default_width(BacklogColumn column);
inline constexpr int narrowest_column = 32;

struct BacklogChoices {
  QStringList texts;   // as cells are written: "must"
  QStringList labels;  // as people read them: "Must"
};
/// What an editor offers; nothing where any text will do.
BacklogChoices choices_of(const Portfolio& portfolio, BacklogColumn column);

}  // namespace tradewind::gui
