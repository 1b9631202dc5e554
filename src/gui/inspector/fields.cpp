#include "gui/inspector/fields.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QStyle>
#include <QWheelEvent>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/field_message.h"

namespace tradewind::gui {

FieldEdit::FieldEdit(const QString& name, QWidget* parent) : QLineEdit(parent) {
  setAccessibleName(name);
  connect(this, &QLineEdit::editingFinished, this, &FieldEdit::commit);
  connect(this, &QLineEdit::textEdited, this, &FieldEdit::clear_mistake);
}

// The line stands where the field stands, not in it.
FieldEdit::~FieldEdit() { delete message_; }

void FieldEdit::set_stored(const QString& text, const QString& placeholder) {
  // During a commit the text waits for its end: it may yet be refused.
  const bool is_typing = this->text() != stored_ && (committing_ || hasFocus() || !mistaken_);
  stored_ = text;
  setPlaceholderText(placeholder);
  if (!is_typing) reset();
}

void FieldEdit::show_value(const QString& text) { set_stored(text, hint_); }
void FieldEdit::show_various() { set_stored({}, tr("various")); }
void FieldEdit::set_hint(const QString& hint) {
  hint_ = hint;
  setPlaceholderText(hint);
}

void FieldEdit::reset() {
  clear_mistake();
  if (text() == stored_) return;
  const int cursor = cursorPosition();
  // Also forgets the steps of the line edit's own undo, which belong to the typing that is over.
  setText(stored_);
  if (!hasFocus())
    setCursorPosition(0);
  else
    setCursorPosition(cursor);
}

void FieldEdit::commit() {
  // Leaving the field ends the editing a second time.
  if (committing_ || mistaken_ || text() == stored_) return;
  committing_ = true;
  emit committed(text());
  committing_ = false;
  if (!mistaken_) reset();
}

void FieldEdit::mark_mistake(const QString& why) {
  if (!mistaken_) normal_tip_ = toolTip();
  mistaken_ = true;
  setToolTip(why);
  setAccessibleDescription(why);
  setProperty("mistake", true);
  style()->polish(this);
  if (message_ == nullptr) message_ = new MessageLine(parentWidget());
  message_->setObjectName(objectName() + "_message");
  if (place_under(*this, *message_)) message_->say(MessageLine::Kind::danger, why);
}

void FieldEdit::clear_mistake() {
  if (!mistaken_) return;
  mistaken_ = false;
  setToolTip(normal_tip_);
  setAccessibleDescription({});
  setProperty("mistake", false);
  style()->polish(this);
  if (message_ != nullptr) message_->hide();
}

bool FieldEdit::event(QEvent* event) {
  // With nothing typed, Ctrl+Z is the window's: it takes back what was committed last.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->matches(QKeySequence::Undo) && !isUndoAvailable()) || (key->matches(QKeySequence::Redo) && !isRedoAvailable())) {
      event->ignore();
      return false;
    }
  }
  return QLineEdit::event(event);
}

void FieldEdit::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && text() != stored_) {
    reset();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

FieldText::FieldText(const QString& name, QWidget* parent) : QPlainTextEdit(parent) {
  setAccessibleName(name);
  setTabChangesFocus(true);
}

void FieldText::show_value(const QString& text) {
  const bool is_typing = toPlainText() != stored_ && !committing_;
  stored_ = text;
  if (!is_typing && toPlainText() != text) setPlainText(text);
}

void FieldText::commit() {
  if (committing_ || toPlainText() == stored_) return;
  committing_ = true;
  emit committed(toPlainText());
  committing_ = false;
}

void FieldText::reset() {
  if (toPlainText() != stored_) setPlainText(stored_);
}

void FieldText::focusOutEvent(QFocusEvent* event) {
  QPlainTextEdit::focusOutEvent(event);
  // The context menu takes the focus for a moment; the writing goes on after it.
  if (event->reason() != Qt::PopupFocusReason) commit();
}

void FieldText::keyPressEvent(QKeyEvent* event) {
  const bool is_return = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (is_return && event->modifiers().testFlag(Qt::ControlModifier)) {
    commit();
    return;
  }
  if (event->key() == Qt::Key_Escape && toPlainText() != stored_) {
    reset();
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

FieldCombo::FieldCombo(const QString& name, QWidget* parent) : QComboBox(parent) {
  setAccessibleName(name);
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(8);
  connect(this, &QComboBox::activated, this, [this](int index) {
    const qint64 value = itemData(index).toLongLong();
    if (stored_ == value) return;
    emit committed(value);
    // After a refusal nothing else puts the stored value back.
    setCurrentIndex(stored_ ? findData(*stored_) : -1);
  });
}

void FieldCombo::set_choices(const std::vector<Choice>& choices) {
  if (choices == choices_ || view()->isVisible()) return;
  choices_ = choices;
  clear();
  for (const Choice& choice : choices_) addItem(choice.text, choice.value);
  setCurrentIndex(stored_ ? findData(*stored_) : -1);
}

void FieldCombo::show_value(std::optional<qint64> value, const QString& instead) {
  stored_ = value;
  // A value that is not offered any more, such as a class of another policy, is not "various".
  setPlaceholderText(!instead.isEmpty() ? instead : value ? QString("–") : tr("various"));
  setCurrentIndex(value ? findData(*value) : -1);
}

void FieldCombo::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QComboBox::wheelEvent(event);
  else
    event->ignore();
}

}  // namespace tradewind::gui
