// Any bytes as a Jira export, imported twice: the second import finds everything as it is.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tradewind/exchange/import.h"

using namespace tradewind;
using namespace tradewind::exchange;

namespace {

template <class Entity>
void apply(Portfolio& portfolio, const RowChanges<Entity>& changes) {
  for (const auto& row : changes.insert) portfolio.insert(row);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string header =
      "Summary,Issue key,Issue id,Parent,Parent key,Status,Status Category,Labels,Labels,Inward issue link (Blocks),Outward "
      "issue link (Blocks),"
      "Custom field (Story Points),Original estimate,Custom field (Start date),Due date,Comment\n";
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[0] % 2 == 0) bytes = header + bytes;
  ImportOptions options;
  options.format = ImportFormat::jira_csv;
  options.date_order = DateOrder::dmy;
  Portfolio portfolio;
  Roadmap roadmap;
  roadmap.id = new_id<RoadmapId>();
  roadmap.name = "Roadmap";
  portfolio.insert(roadmap);
  const auto first = plan_import(bytes, options, portfolio, {});
  if (!first) return 0;
  apply(portfolio, first->teams);
  apply(portfolio, first->periods);
  apply(portfolio, first->items);
  apply(portfolio, first->estimates);
  apply(portfolio, first->dependencies);
  apply(portfolio, first->placements);
  const auto again = plan_import(bytes, options, portfolio, first->records.insert);
  if (!again || again->report.created != 0 || again->report.updated != 0 || !again->report.conflicts.empty()) std::abort();
  return 0;
}
