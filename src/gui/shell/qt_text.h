// The domain's UTF-8 as Qt's text.
#pragma once
#include <QString>
#include <string_view>

namespace tradewind::gui {

inline QString qt_text(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

}  // namespace tradewind::gui
