#include "tradewind/workbench/score_items.h"

#include "tradewind/domain/filter.h"
#include "tradewind/scoring/registry.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

Result<std::vector<const scoring::Method*>> methods_called(const std::vector<std::string>& names) {
  std::vector<const scoring::Method*> found;
  for (const std::string& name : names.empty() ? std::vector<std::string>{"rice"} : names) {
    const scoring::Method* method = scoring::find_method(lower_case(name));
    if (method == nullptr) {
      std::vector<std::string> known;
      for (const scoring::Method& one : scoring::methods()) known.emplace_back(one.key);
      return failure(ErrorCode::bad_input, "cannot score by \"" + name + "\"", "there is no such method",
                     "Choose from " + joined(known));
    }
    found.push_back(method);
  }
  return found;
}

}  // namespace

Result<ScoreTable> score_items(const Portfolio& portfolio, const ScoreOptions& options) {
  auto methods = methods_called(options.methods);
  if (!methods) return tl::unexpected(methods.error());
  auto filter = parse_filter(options.where);
  if (!filter) return tl::unexpected(filter.error());
  const Item* wanted = options.key.empty() ? nullptr : portfolio.item_by_key(options.key);
  if (!options.key.empty() && wanted == nullptr)
    return failure(ErrorCode::not_found, "cannot explain " + options.key, "no item has that key",
                   "Give an item's key as the list of items shows it");

  const BoundFilter bound{std::move(*filter), portfolio};
  std::vector<const Item*> selection;
  for (const Item& item : portfolio.all<Item>())
    if (bound.matches(item)) selection.push_back(&item);

  const scoring::ScoringContext context{portfolio, selection};
  ScoreTable table;
  table.methods = std::move(*methods);
  for (const scoring::RankedItem& ranked : scoring::rank_items(context, selection, *table.methods.front())) {
    if (wanted != nullptr && ranked.item != wanted) continue;
    ScoredItem row;
    row.item = ranked.item;
    row.rank = ranked.rank;
    for (const scoring::Method* method : table.methods) row.scores.push_back(method->explain(context, *ranked.item));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace tradewind::workbench
