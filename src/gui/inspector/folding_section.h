// A section that is folded away until somebody wants to see it.
#pragma once
#include "gui/inspector/section.h"

namespace tradewind::gui {

class FoldingSection : public Section {
  Q_OBJECT

 public:
  FoldingSection(const PageContext& context, const QString& heading, QWidget* parent = nullptr);

  bool is_open() const;
  void set_open(bool open);
  QToolButton* toggle() const { return toggle_; }

 protected:
  /// Where the widgets go; hidden while it is folded.
  QVBoxLayout* content() const { return content_layout_; }
  /// It was just opened.
  virtual void opened() {}

 private:
  QToolButton* toggle_;
  QWidget* content_;
  QVBoxLayout* content_layout_;
};

}  // namespace tradewind::gui
