#include "cli/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace tradewind::cli {
namespace {

constexpr std::size_t largest_log = std::size_t{1} << 20U;
constexpr std::size_t logs_kept = 2;

std::filesystem::path state_folder() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
    return std::filesystem::path{state} / "tradewind";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::filesystem::path{home} / ".local" / "state" / "tradewind";
  return {};
}

std::shared_ptr<spdlog::logger>& logger() {
  static std::shared_ptr<spdlog::logger> instance;
  return instance;
}

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_input:
      return "bad_input";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::conflict:
      return "conflict";
    case ErrorCode::busy:
      return "busy";
    case ErrorCode::no_permission:
      return "no_permission";
    case ErrorCode::no_space:
      return "no_space";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::not_ours:
      return "not_ours";
    case ErrorCode::too_new:
      return "too_new";
    case ErrorCode::cancelled:
      return "cancelled";
    case ErrorCode::internal:
      return "internal";
  }
  return "unknown";
}

}  // namespace

void open_log() {
  const std::filesystem::path folder = state_folder();
  if (folder.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return;
  try {
    logger() = spdlog::rotating_logger_mt("tradewind-cli", (folder / "tradewind-cli.log").string(), largest_log, logs_kept);
    // A full disk must not turn into a message on standard error.
    logger()->set_error_handler([](const std::string&) {});
  } catch (const spdlog::spdlog_ex&) {
    logger().reset();
  }
}

void log_failure(ErrorCode code) {
  if (logger()) logger()->warn("error {}", name_of(code));
}

void log_run(std::string_view verb, std::chrono::milliseconds duration, int exit_status) {
  if (logger()) logger()->info("{} took {} ms, exit status {}", verb, duration.count(), exit_status);
}

}  // namespace tradewind::cli
