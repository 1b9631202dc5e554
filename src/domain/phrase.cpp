#include "tradewind/domain/phrase.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace tradewind {

bool operator==(const Phrase& a, const Phrase& b) {
  const auto key = [](const Phrase& phrase) {
    return phrase.text_ ? std::pair<std::string_view, std::string_view>(phrase.text_->context(), phrase.text_->english())
                        : std::pair<std::string_view, std::string_view>();
  };
  return key(a) == key(b) && a.literal_ == b.literal_ && a.values_ == b.values_;
}

Phrase literal(std::string text) {
  Phrase phrase;
  phrase.literal_ = std::move(text);
  return phrase;
}

Phrase together(const std::vector<Phrase>& phrases) {
  Phrase phrase;
  std::copy_if(phrases.begin(), phrases.end(), std::back_inserter(phrase.values_),
               [](const Phrase& one) { return !one.empty(); });
  return phrase;
}

Phrase joined(const std::vector<Phrase>& phrases, Text between) {
  Phrase all;
  for (const Phrase& phrase : phrases) all = all.empty() ? phrase : Phrase(between, {std::move(all), phrase});
  return all;
}

std::string in_words(const Phrase& phrase, const Translate& translate) {
  if (!phrase.text_) return phrase.literal_ + in_words(phrase.values_, translate);
  const std::string text = translate ? translate(*phrase.text_) : phrase.text_->english();
  std::string words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_place = text[at] == '%' && at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9';
    const auto number = is_place ? static_cast<std::size_t>(text[at + 1] - '1') : phrase.values_.size();
    if (number < phrase.values_.size()) {
      words += in_words(phrase.values_[number], translate);
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

}  // namespace tradewind
