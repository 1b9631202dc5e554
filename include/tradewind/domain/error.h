// What went wrong, for whom, and the way out. Every room reports refused input and environment failures with this
// one value; only the command line and the window turn it into a message:  WHAT: WHY. WAY OUT.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace tradewind {

enum class ErrorCode {
  bad_input,      // the person gave something that cannot be understood or breaks a rule
  not_found,      // a key, file or name that does not exist
  conflict,       // true of somebody's copy but not of ours (concurrent edit, duplicate)
  busy,           // another process holds the file; trying again may work
  no_permission,  // the operating system refused
  no_space,       // disk full or size limit
  damaged,        // the file is not intact; it was not written to
  not_ours,       // the file is something else
  too_new,        // written by a newer version
  cancelled,      // a person gave up what was under way; nothing of it stays
  internal,       // a defect of the program itself
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string what;        // the attempt: "cannot open plan.tradewind"
  std::string why;         // the reason: "the file is locked by another process"
  std::string what_to_do;  // the way out: "close it there or try again"
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, std::string what, std::string why, std::string what_to_do = {}) {
  return tl::unexpected<Error>(Error{code, std::move(what), std::move(why), std::move(what_to_do)});
}

}  // namespace tradewind
