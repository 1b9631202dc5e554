#include "tradewind/workbench/phrase.h"

namespace tradewind::workbench {

Phrase literal(std::string text) { return {std::move(text), {}, true}; }

std::string in_words(const Phrase& phrase, const Translate& translate) {
  if (phrase.is_literal) return phrase.text;
  const std::string text = translate ? translate(phrase.text) : phrase.text;
  std::string words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_place = text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
    const auto number = is_place ? static_cast<std::size_t>(text[at + 1] - '1') : phrase.values.size();
    if (number < phrase.values.size()) {
      words += in_words(phrase.values[number], translate);
      ++at;
    } else {
      words += text[at];
    }
  }
  return words;
}

std::string in_words(const std::vector<Phrase>& phrases, const Translate& translate) {
  std::string words;
  for (const Phrase& phrase : phrases) words += in_words(phrase, translate);
  return words;
}

}  // namespace tradewind::workbench
