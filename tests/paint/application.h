// The one application object of these tests. It is made at first use and never destroyed: Qt wants it to outlive
// everything that is painted, static objects too.
#pragma once
#include "tradewind/paint/headless_application.h"
#include "tradewind/paint/qt_text_measurer.h"

namespace tradewind::testing {

inline const paint::QtTextMeasurer& fonts() {
  static const auto* application = new paint::HeadlessApplication;
  static const auto* measurer = new paint::QtTextMeasurer;
  (void)application;
  return *measurer;
}

}  // namespace tradewind::testing
