// A text measurer without fonts: every character is 0.55 of the size wide. For tests and tools that need no exact picture.
#pragma once
#include <algorithm>
#include <string_view>

#include "tradewind/views/scene.h"

namespace tradewind::views {

class FixedWidthMeasurer : public TextMeasurer {
 public:
  double width(std::string_view text, const TextStyle& style) const override {
    const auto characters =
        std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<double>(characters) * style.size * 0.55;
  }
};

}  // namespace tradewind::views
