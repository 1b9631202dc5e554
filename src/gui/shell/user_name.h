// Who sits at the program: the author of edits and the person of time entries.
#pragma once
#include <string>

#include "tradewind/workbench/author.h"

namespace tradewind::gui {

inline std::string user_name() {
  const std::string name = workbench::author();
  return name.empty() ? "somebody" : name;
}

}  // namespace tradewind::gui
