// Sentences that can be said in another language: texts in plain English with numbered places, and what stands in them.
//
//     const Phrase phrase{translatable("Conflict", "it waits for %1, which is left out"), {literal(name)}};
//     in_words(phrase)              // English: the command line, files
//     in_words(phrase, translate)   // a window's: translate(text) for each text, never for names, dates and amounts
//
// No other English gets into a phrase: a Text is made by translatable() alone, and literal() refuses quoted text. So the
// collector of texts to translate finds all of them (docs/how-to-change.md).
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tradewind {

class Text;
template <std::size_t N, std::size_t M>
constexpr Text translatable(const char (&context)[N], const char (&english)[M]);

/// Plain English with "%1" … "%9" for the values, and its context: the room of sentences that it belongs to.
class Text {
 public:
  constexpr const char* context() const { return context_; }
  constexpr const char* english() const { return english_; }

 private:
  constexpr Text(const char* context, const char* english) : context_(context), english_(english) {}
  template <std::size_t N, std::size_t M>
  friend constexpr Text translatable(const char (&context)[N], const char (&english)[M]);

  const char* context_;
  const char* english_;
};

/// Marks a text for the collector of texts to translate. REQUIRES: both are quoted where it is called.
template <std::size_t N, std::size_t M>
constexpr Text translatable(const char (&context)[N], const char (&english)[M]) {
  return Text(context, english);
}

class Phrase;
using Translate = std::function<std::string(const Text& text)>;
std::string in_words(const Phrase& phrase, const Translate& translate = {});
/// One after the other.
std::string in_words(const std::vector<Phrase>& phrases, const Translate& translate = {});

class Phrase {
 public:
  Phrase() = default;  // says nothing
  Phrase(Text text, std::vector<Phrase> values = {}) : text_(text), values_(std::move(values)) {}
  bool empty() const { return !text_ && literal_.empty() && values_.empty(); }

 private:
  friend bool operator==(const Phrase& a, const Phrase& b);
  friend Phrase literal(std::string text);
  friend Phrase together(const std::vector<Phrase>& phrases);
  friend std::string in_words(const Phrase& phrase, const Translate& translate);

  std::optional<Text> text_;
  std::string literal_;
  std::vector<Phrase> values_;  // by number of the place; without a text one after the other
};

/// A name, a date, an amount: the same in every language.
Phrase literal(std::string text);
template <std::size_t N>
Phrase literal(const char (&english)[N]) = delete;
/// One after the other.
Phrase together(const std::vector<Phrase>& phrases);
/// "A; B; C" for a text "%1; %2".
Phrase joined(const std::vector<Phrase>& phrases, Text between);

}  // namespace tradewind
