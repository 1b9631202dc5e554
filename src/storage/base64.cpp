#include "storage/base64.h"

#include <cstdint>

namespace tradewind::storage {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t group = 0;
    for (std::size_t one = 0; one < 3; ++one)
      group = (group << 8U) | (one < count ? static_cast<unsigned char>(bytes[at + one]) : 0U);
    for (std::size_t digit = 0; digit < 4; ++digit) text += digit <= count ? digits[(group >> (18U - 6U * digit)) & 63U] : '=';
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    const std::string_view group = text.substr(at, 4);
    const std::size_t padding = at + 4 < text.size() ? 0 : group[3] != '=' ? 0 : group[2] != '=' ? 1 : 2;
    std::uint32_t bits = 0;
    for (std::size_t digit = 0; digit < 4; ++digit) {
      const auto value = digit < 4 - padding ? digits.find(group[digit]) : 0;
      if (value == std::string_view::npos) return std::nullopt;
      bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    }
    for (std::size_t one = 0; one < 3 - padding; ++one) bytes += static_cast<char>((bits >> (16U - 8U * one)) & 255U);
  }
  return bytes;
}

}  // namespace tradewind::storage
