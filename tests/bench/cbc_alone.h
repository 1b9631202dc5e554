// CBC alone, the peer of the planner's figures: the same settings for every kind of problem.
#pragma once
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <string>

namespace tradewind::bench {

/// As its command line runs it, with everything switched on, on one thread.
inline void run_cbc(CbcModel& model, double seconds) {
  model.setLogLevel(0);
  CbcMain0(model);
  const std::string limit = std::to_string(seconds);
  const char* arguments[] = {"cbc", "-log", "0", "-sec", limit.c_str(), "-ratio", "0", "-allow", "0", "-solve", "-quit"};
  CbcMain1(11, arguments, model);
}

}  // namespace tradewind::bench
