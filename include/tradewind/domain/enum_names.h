// Enumerations have one text form, used in files, on the command line and in filters. These texts are persisted:
// add values at will, never change or remove a text.
//
//     template <> struct EnumNames<Stage> { static constexpr std::array values{std::pair{Stage::idea, "idea"}, …}; };
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace tradewind {

template <class E>
struct EnumNames;  // specialised beside each enumeration

template <class E>
concept NamedEnum = requires {
  EnumNames<E>::values;
};

template <NamedEnum E>
constexpr std::string_view to_text(E value) {
  for (const auto& entry : EnumNames<E>::values)
    if (entry.first == value) return entry.second;
  return {};
}

template <NamedEnum E>
constexpr std::optional<E> from_text(std::string_view text) {
  for (const auto& entry : EnumNames<E>::values)
    if (text == entry.second) return entry.first;
  return std::nullopt;
}

}  // namespace tradewind
