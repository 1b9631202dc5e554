// Who sits at the program: the author of edits and the person of time entries.
#pragma once
#include <QString>
#include <string>

namespace tradewind::gui {

inline std::string user_name() { return qEnvironmentVariable("USER", "somebody").toStdString(); }

}  // namespace tradewind::gui
