#include "cli/session.h"

#include <cstdlib>

#include "cli/output.h"
#include "tradewind/domain/filter.h"

namespace tradewind::cli {

storage::Options storage_options(Access access) {
  storage::Options options;
  options.read_only = access == Access::read;
  for (const char* variable : {"TRADEWIND_AUTHOR", "USER", "LOGNAME"})
    if (const char* name = std::getenv(variable); options.author.empty() && name != nullptr) options.author = name;
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
