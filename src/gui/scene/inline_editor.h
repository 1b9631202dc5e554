// A line to type in over a drawn view: Return or leaving it takes the text, Escape leaves nothing. Deletes itself.
#pragma once
#include <QLineEdit>
#include <functional>

namespace tradewind::gui {

class InlineEditor : public QLineEdit {
 public:
  /// `take` is called with a text that is neither empty nor the one from before. The view around the viewport gets the focus back
  /// from the keys.
  InlineEditor(QWidget* viewport, const QRect& place, const QString& text, std::function<void(const QString&)> take);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void finish(bool takes_text);

  QString before_;
  std::function<void(const QString&)> take_;
  bool finished_ = false;
};

}  // namespace tradewind::gui
