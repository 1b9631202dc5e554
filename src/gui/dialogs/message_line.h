// A sentence that stays on a dialog: an error, a warning, or that something worked.
#pragma once
#include <QFrame>
#include <functional>

#include "gui/shell/error_text.h"

class QHBoxLayout;
class QLabel;

namespace tradewind::gui {

class Document;

class MessageLine : public QFrame {
  Q_OBJECT

 public:
  enum class Kind { danger, warning, good };

  /// Hidden until it has something to say.
  explicit MessageLine(QWidget* parent = nullptr);

  void say(Kind kind, const QString& text);
  void say(const Error& error) { say(Kind::danger, error_text(error)); }
  QString text() const;
  /// What it says is of the past after the next step of the history, an undo as well; `stays` keeps it all the same.
  /// REQUIRES: the document outlives it.
  void hide_after_steps(const Document& document, std::function<bool()> stays = {});
  /// At its right end; shown with every message.
  void add(QWidget* widget);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Kind kind_ = Kind::danger;
  QHBoxLayout* layout_;
  QLabel* label_;
};

}  // namespace tradewind::gui
