// For work on other threads, where nobody would catch what is thrown.
#pragma once
#include <exception>
#include <string>

#include "tradewind/domain/error.h"

namespace tradewind::gui {

/// What `make` returns. Where it throws: that `what` ("cannot import plan.csv") is so for want of memory, most likely.
template <class Make>
auto without_throwing(const std::string& what, const Make& make) -> decltype(make()) {
  try {
    return make();
  } catch (const std::exception&) {
    return failure(ErrorCode::internal, what, "the program or the computer could not go on, perhaps for want of memory",
                   "close other programs and try again; nothing was changed");
  }
}

}  // namespace tradewind::gui
