#include "tradewind/workbench/author.h"

#include <cstdlib>

namespace tradewind::workbench {

std::string author() {
  for (const char* variable : {"TRADEWIND_AUTHOR", "USER", "LOGNAME"})
    if (const char* name = std::getenv(variable); name != nullptr && *name != '\0') return name;
  return {};
}

}  // namespace tradewind::workbench
