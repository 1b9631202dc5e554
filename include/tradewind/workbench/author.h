// Who edits: the name in the history, the same for command line and window.
#pragma once
#include <string>

namespace tradewind::workbench {

/// TRADEWIND_AUTHOR, else the login name; empty where the system tells none.
std::string author();

}  // namespace tradewind::workbench
