// The core's sentences in the language of the window.
#pragma once
#include <QCoreApplication>

#include "gui/shell/qt_text.h"
#include "tradewind/domain/phrase.h"

namespace tradewind::gui {

/// From any thread.
inline std::string translated(const Text& text) {
  return QCoreApplication::translate(text.context(), text.english()).toStdString();
}

inline QString phrase_text(const Phrase& phrase) { return qt_text(in_words(phrase, translated)); }
inline QString phrase_text(const std::vector<Phrase>& phrases) { return qt_text(in_words(phrases, translated)); }

}  // namespace tradewind::gui
