// Sentences that can be said in another language: a text in plain English with numbered places, and what stands in them.
//
//     const Phrase phrase{translatable("TradeOffSentence", "%1 is launched already: nothing has to move."), {literal(name)}};
//     in_words(phrase)              // English
//     in_words(phrase, translate)   // a window's: translate(text) for each text, never for names, dates and amounts
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace tradewind::workbench {

/// Marks a text for the collector of texts to translate (docs/how-to-change.md); the context is that of the window.
constexpr const char* translatable(const char* /*context*/, const char* text) { return text; }

struct Phrase {
  std::string text;            // "%1" … "%9" stand for the values
  std::vector<Phrase> values;  // by number
  bool is_literal = false;     // a name, a date, an amount: the same in every language
};

Phrase literal(std::string text);

using Translate = std::function<std::string(const std::string& text)>;
std::string in_words(const Phrase& phrase, const Translate& translate = {});
/// One after the other.
std::string in_words(const std::vector<Phrase>& phrases, const Translate& translate = {});

}  // namespace tradewind::workbench
