// Comparing text as people do: ignoring case in Latin, Greek, Cyrillic and Armenian letters, in UTF-8, without allocating.
// Simple case folding: one letter for one letter ('ß' stays 'ß', 'ς' equals 'σ'); an ASCII letter equals only its ASCII twin.
// A byte that is not valid UTF-8 equals only itself.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tradewind {

char32_t fold_code_point(char32_t letter);
std::string fold_case(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
/// < 0, 0, > 0, by folded code points: for sorting names.
int compare_ignoring_case(std::string_view a, std::string_view b);

/// A text to look for in many others.
class TextPattern {
 public:
  explicit TextPattern(std::string_view text);
  /// Whether the pattern stands anywhere in the text; the empty pattern stands in every text.
  bool found_in(std::string_view text) const;
  bool equals(std::string_view text) const;
  bool empty() const { return folded_.empty(); }

 private:
  bool ascii_found_in(std::string_view text) const;
  std::string folded_;
  bool ascii_ = true;
  std::size_t anchor_ = 0;  // the rarest letter of an ASCII pattern
};

/// Code points of a UTF-8 text.
std::size_t length_in_code_points(std::string_view text);
/// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other, ignoring ASCII case.
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The name most like the word, for "did you mean …?"; empty when none is near.
std::string_view nearest_name(std::string_view word, const std::vector<std::string_view>& names);

}  // namespace tradewind
