#include "tradewind/views/theme.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace tradewind::views {
namespace {

struct TokenColors {
  std::string_view name;
  std::uint32_t light;
  std::uint32_t dark;
};

// In the order of the enumeration, without none.
constexpr std::array<TokenColors, static_cast<std::size_t>(Token::count_) - 1> token_colors{{
    {"base", 0xFFFFFF, 0x16181D},        {"chrome", 0xF5F6F8, 0x1D2026},
    {"panel", 0xFAFBFC, 0x1A1D22},       {"sunken", 0xEEF0F3, 0x24282F},
    {"raised", 0xFFFFFF, 0x282C34},      {"field", 0xFFFFFF, 0x14161A},
    {"hover", 0xF1F3F6, 0x22262D},       {"line-1", 0xE7E9ED, 0x262A31},
    {"line-2", 0xD8DCE2, 0x333943},      {"line-3", 0xB5BCC7, 0x4C5461},
    {"line-4", 0x858E9C, 0x7B8493},      {"text-1", 0x1A1E25, 0xE8EAEE},
    {"text-2", 0x484F5B, 0xB2B9C4},      {"text-3", 0x626A77, 0x98A1AE},
    {"text-off", 0x9BA3AF, 0x626A77},    {"text-on", 0xFFFFFF, 0xFFFFFF},
    {"accent", 0x2457C5, 0x86ABF8},      {"accent-2", 0x1B459F, 0xA9C4FB},
    {"accent-fill", 0x2457C5, 0x3A66CF}, {"accent-fill-hover", 0x1E4CAF, 0x3159B8},
    {"accent-soft", 0xE3EBFB, 0x22345A}, {"accent-hover", 0xF2F5FB, 0x1F2530},
    {"accent-line", 0x9BB5EC, 0x45629F}, {"cls-s", 0x0A6A61, 0x4CC7B8},
    {"cls-s-soft", 0xB4DAD4, 0x1A5650},  {"cls-s-text", 0x0A5F57, 0x6BD3C6},
    {"cls-r", 0x8793A8, 0x717D93},       {"cls-r-soft", 0xE6E9EF, 0x2B313C},
    {"cls-r-text", 0x525D72, 0xAFB9CB},  {"cls-f", 0xD2651B, 0xEE8843},
    {"cls-f-soft", 0xFBD9C2, 0x512E17},  {"cls-f-text", 0xA2470A, 0xF5A26B},
    {"team-p", 0x39437A, 0xB4BDEE},      {"team-d", 0x6B77B4, 0x838ECC},
    {"team-c", 0x9FA9D6, 0x5A659F},      {"team-g", 0xCDD3EC, 0x3D4673},
    {"mos-m", 0x2B323D, 0xDDE1E8},       {"mos-s", 0x8A93A2, 0x8A93A2},
    {"mos-s-soft", 0xDCE0E6, 0x3A414C},  {"mos-c", 0xC9CED7, 0x454C58},
    {"danger", 0xB3261E, 0xFF8B82},      {"danger-soft", 0xFBE7E5, 0x46201E},
    {"danger-line", 0xE2A29D, 0x8C4843}, {"warn", 0x8A5200, 0xF0BC5E},
    {"warn-soft", 0xFDF1D7, 0x3B2E12},   {"warn-solid", 0xD6981B, 0xD6981B},
    {"ok", 0x1B7340, 0x6FCB91},          {"ok-soft", 0xE1F2E7, 0x183424},
    {"q1", 0x39424F, 0xCDD2DA},          {"q2", 0x6D7888, 0x98A1AF},
    {"q3", 0x9DA7B5, 0x667080},          {"q4", 0xCBD1DA, 0x424A56},
    {"data-1", 0x39424F, 0xCDD2DA},      {"data-2", 0x7C8797, 0x8D96A4},
    {"data-3", 0xC3CAD4, 0x4B535F},      {"bar", 0xDDE4F1, 0x2C3850},
    {"bar-sel", 0xC3D2F3, 0x34497A},     {"grid", 0xECEEF1, 0x24282F},
    {"ghost", 0xA7AFBB, 0x6A7380},       {"today", 0x2457C5, 0x86ABF8},
}};

constexpr Color unpack(std::uint32_t rgb) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U), static_cast<std::uint8_t>(rgb)};
}

double relative_luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

Color color_of(Token token, Theme theme) {
  const auto& entry = token_colors.at(static_cast<std::size_t>(token) - 1);
  return unpack(theme == Theme::light ? entry.light : entry.dark);
}

std::string_view name_of(Token token) {
  return token == Token::none ? std::string_view{} : token_colors.at(static_cast<std::size_t>(token) - 1).name;
}

double contrast_ratio(Color a, Color b) {
  const double first = relative_luminance(a);
  const double second = relative_luminance(b);
  return (std::fmax(first, second) + 0.05) / (std::fmin(first, second) + 0.05);
}

}  // namespace tradewind::views
