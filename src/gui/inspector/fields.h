// The editors of the inspector. Each knows the value that is stored and reports what a person typed or chose exactly once;
// what is typed and not yet committed is never overwritten by news from elsewhere.
#pragma once
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <optional>

#include "gui/shell/error_text.h"

namespace tradewind::gui {

class MessageLine;

class FieldEdit : public QLineEdit {
  Q_OBJECT

 public:
  explicit FieldEdit(const QString& name, QWidget* parent = nullptr);
  ~FieldEdit() override;

  /// The stored value. Shown unless somebody is typing another one.
  void show_value(const QString& text);
  /// Several items have different values: nothing is shown but the word for it.
  void show_various();
  /// Shown in grey while there is no value.
  void set_hint(const QString& hint);
  /// Reports what is typed now, as leaving the field does.
  void commit();
  /// Back to the stored value.
  void reset();
  /// Called while committed() runs: the text stays, marked, with the reason in a line under the field, and is not reported
  /// again before it is different.
  void mark_mistake(const QString& why);
  /// The same for what the workspace refused.
  template <class Stored>
  void tell_refusal(const Result<Stored>& stored) {
    if (!stored) mark_mistake(error_text(stored.error()));
  }
  /// The reason may not hold any more: it goes. The text stays, to be reported again.
  void clear_mistake();

 signals:
  /// The text differs from the stored value.
  void committed(const QString& text);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void set_stored(const QString& text, const QString& placeholder);

  QString stored_;
  QString hint_;
  QString normal_tip_;
  QPointer<MessageLine> message_;  // made with the first mistake
  bool committing_ = false;
  bool mistaken_ = false;
};

/// Longer text; committed when it loses the focus or on Ctrl+Enter.
class FieldText : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit FieldText(const QString& name, QWidget* parent = nullptr);

  void show_value(const QString& text);
  void commit();
  void reset();

 signals:
  void committed(const QString& text);

 protected:
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString stored_;
  bool committing_ = false;
};

/// One of several values, each with a number: an enumeration's or an id's.
class FieldCombo : public QComboBox {
  Q_OBJECT

 public:
  explicit FieldCombo(const QString& name, QWidget* parent = nullptr);

  struct Choice {
    qint64 value = 0;
    QString text;
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  /// Does nothing when they are the same as before, or while the list is open.
  void set_choices(const std::vector<Choice>& choices);
  /// nullopt: the items differ, or no choice stands for what they have; then `instead` is shown.
  void show_value(std::optional<qint64> value, const QString& instead = {});

 signals:
  /// Another value than the stored one was chosen.
  void committed(qint64 value);

 protected:
  /// Scrolling through the inspector must not change values on the way.
  void wheelEvent(QWheelEvent* event) override;

 private:
  std::vector<Choice> choices_;
  std::optional<qint64> stored_;
};

}  // namespace tradewind::gui
