// The whole workspace as JSON, and writing text to a file.
#include <set>

#include "tradewind/exchange/workspace_json.h"
#include "tradewind/workbench/export_view.h"
#include "workbench/file_bytes.h"

namespace tradewind::workbench {

std::string workspace_json(const storage::Workspace& workspace) {
  std::set<std::string> sources;
  for (const Item& item : workspace.portfolio().all<Item>())
    if (!item.external_source.empty()) sources.insert(item.external_source);
  std::vector<ImportRecord> records;
  for (const std::string& source : sources)
    for (ImportRecord& record : workspace.import_records(source)) records.push_back(std::move(record));
  return exchange::to_json(workspace.portfolio(), records);
}

Result<std::int64_t> write_text_file(const std::filesystem::path& path, std::string_view text) {
  if (const auto written = write_file(path, text); !written) return tl::unexpected(written.error());
  return static_cast<std::int64_t>(text.size());
}

}  // namespace tradewind::workbench
