// A rotating log beside the other state of the user ($XDG_STATE_HOME/tradewind): which verb ran, for how long, and with
// what kind of error. Never anything that people wrote: no titles, no names, no paths.
#pragma once
#include <chrono>
#include <string_view>

#include "tradewind/domain/error.h"

namespace tradewind::cli {

/// Without a place to write there is no log, and no complaint.
void open_log();
void log_failure(ErrorCode code);
void log_run(std::string_view verb, std::chrono::milliseconds duration, int exit_status);

}  // namespace tradewind::cli
