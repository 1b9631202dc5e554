// Leaving a layout half-way.
#pragma once
#include <functional>

#include "tradewind/views/scene.h"

namespace tradewind::gui {

/// Thrown out of a layout that nobody wants any more.
struct GivenUp {};

/// Layouts know of nobody who waits for them, but all of them measure hundreds of texts: that is where they can be left. They
/// are pure functions, so nothing stays of them.
class AskingMeasurer final : public views::TextMeasurer {
 public:
  /// Lifetime: `measurer` must outlive it.
  AskingMeasurer(const views::TextMeasurer& measurer, std::function<bool()> goes_on)
      : measurer_(measurer), goes_on_(std::move(goes_on)) {}
  double width(std::string_view text, const views::TextStyle& style) const override {
    if (!goes_on_()) throw GivenUp{};
    return measurer_.width(text, style);
  }
  std::string translated(const Text& text) const override { return measurer_.translated(text); }

 private:
  const views::TextMeasurer& measurer_;
  std::function<bool()> goes_on_;
};

}  // namespace tradewind::gui
