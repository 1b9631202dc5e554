// The whole workspace as JSON, and writing text to a file.
#include <set>

#include "tradewind/exchange/workspace_json.h"
#include "tradewind/storage/replaceable.h"
#include "tradewind/workbench/export_view.h"
#include "workbench/file_bytes.h"

namespace tradewind::workbench {

std::vector<ImportRecord> import_records_of_items(const storage::Workspace& workspace) {
  std::set<std::string> sources;
  for (const Item& item : workspace.portfolio().all<Item>())
    if (!item.external_source.empty()) sources.insert(item.external_source);
  // Read once, however many sources there are; none at all where nothing was imported.
  if (sources.empty()) return {};
  std::vector<ImportRecord> records = workspace.import_records({});
  std::erase_if(records, [&](const ImportRecord& record) { return !sources.contains(record.source); });
  return records;
}

std::string workspace_json(const storage::Workspace& workspace) {
  return exchange::to_json(workspace.portfolio(), import_records_of_items(workspace));
}

Result<std::int64_t> write_text_file(const std::filesystem::path& path, std::string_view text) {
  if (const auto may = storage::may_be_replaced(path); !may) return tl::unexpected(may.error());
  if (const auto written = write_file(path, text); !written) return tl::unexpected(written.error());
  return static_cast<std::int64_t>(text.size());
}

}  // namespace tradewind::workbench
