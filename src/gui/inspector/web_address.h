// Addresses that a click may open.
#pragma once
#include <QUrl>
#include <optional>
#include <string>

namespace tradewind::gui {

/// nullopt for anything but http and https: an imported file must not be able to make a click open a local file or start a
/// program.
inline std::optional<QUrl> web_address(const std::string& text) {
  const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
  if (!url.isValid() || (url.scheme() != "https" && url.scheme() != "http")) return std::nullopt;
  return url;
}

}  // namespace tradewind::gui
