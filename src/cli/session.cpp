#include "cli/session.h"

#include "cli/output.h"
#include "tradewind/domain/filter.h"
#include "tradewind/workbench/author.h"

namespace tradewind::cli {

storage::Options storage_options(Access access) {
  storage::Options options;
  options.read_only = access == Access::read;
  options.author = workbench::author();
  return options;
}

Result<storage::Workspace> open_workspace(const std::string& file, Access access) {
  return storage::Workspace::open(file, storage_options(access));
}

void warn_about_unknown_names(const Portfolio& portfolio, const std::string& where) {
  const auto filter = parse_filter(where);
  if (!filter) return;
  for (const Error& unknown : unknown_names(*filter, portfolio)) report_warning(unknown);
}

}  // namespace tradewind::cli
