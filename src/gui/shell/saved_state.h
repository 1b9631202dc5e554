// Whether what people see is in the file, in a few words.
#pragma once
#include <QString>

namespace tradewind::gui {

class Document;

struct SavedState {
  QString text;  // "saved 14:32", "read only", "not saved: the disk is full"
  QString why;   // a sentence or two more, with the way out
  bool is_trouble = false;
  friend bool operator==(const SavedState&, const SavedState&) = default;
};

SavedState saved_state(const Document& document);

}  // namespace tradewind::gui
