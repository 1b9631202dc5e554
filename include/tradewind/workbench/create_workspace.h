// Making a workspace file from a template.
#pragma once
#include <filesystem>

#include "tradewind/domain/enum_names.h"
#include "tradewind/storage/workspace.h"

namespace tradewind {

namespace workbench {
enum class Template : unsigned char {
  empty,      // settings only
  quarterly,  // the 70/20/10 policy, a roadmap, one team of five, four fiscal quarters from the current one with capacity
  sample,     // the fictional health-data platform of sample_workspace.h
};
}
template <>
struct EnumNames<workbench::Template> {
  static constexpr std::array values{std::pair{workbench::Template::empty, "empty"},
                                     std::pair{workbench::Template::quarterly, "quarterly"},
                                     std::pair{workbench::Template::sample, "sample"}};
};

namespace workbench {

struct CreateOptions {
  Template from = Template::empty;
  Date today{};  // decides the first quarter of "quarterly"; REQUIRES: a valid date
  storage::Options storage;
};

/// What the template holds is where the workspace begins: undo does not take it away. Fails with `conflict` when something is at
/// `path`; on any failure nothing is left there.
Result<storage::Workspace> create_workspace(const std::filesystem::path& path, const CreateOptions& options);

}  // namespace workbench
}  // namespace tradewind
