#include "gui/backlog/filter_bar.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QStringListModel>
#include <QStyle>

#include "gui/backlog/filter_words.h"
#include "gui/shell/count_text.h"
#include "gui/shell/error_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int pause_milliseconds = 120;
constexpr int count_margin = 8;
constexpr int width_of_completions = 240;

}  // namespace

FilterBar::FilterBar(const Document& document, QWidget* parent)
    : QLineEdit(parent),
      document_(document),
      count_(new QLabel(this)),
      message_(new QLabel(this)),
      completer_(new QCompleter(this)),
      completions_(new QStringListModel(this)) {
  setPlaceholderText(tr("Filter, such as moscow:must effort<8"));
  setAccessibleName(tr("Filter of the backlog"));
  addAction(icon("filter"), QLineEdit::LeadingPosition)->setText(tr("Filter"));
  count_->setProperty("role", "muted");
  count_->setAttribute(Qt::WA_TransparentForMouseEvents);
  count_->setStyleSheet("background: transparent;");
  message_->setProperty("role", "danger");
  message_->setWordWrap(true);
  message_->hide();
  set_mistake(std::nullopt);

  completer_->setModel(completions_);
  completer_->setWidget(this);  // not setCompleter: a completion replaces one term, not the whole text
  completer_->setCaseSensitivity(Qt::CaseInsensitive);
  completer_->setMaxVisibleItems(12);
  completer_->popup()->setObjectName("completions");  // known to the style sheet
  connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &FilterBar::insert_completion);

  pause_.setSingleShot(true);
  pause_.setInterval(pause_milliseconds);
  connect(&pause_, &QTimer::timeout, this, &FilterBar::tell_when_complete);
  connect(this, &QLineEdit::textChanged, this, [this] { pause_.start(); });
  connect(this, &QLineEdit::textEdited, this, &FilterBar::offer_completions);
}

bool FilterBar::is_word_half_typed() const {
  const int cursor = cursorPosition();
  const bool at_end = cursor == text().size() || text()[cursor].isSpace();
  return at_end && is_half_typed(document_.portfolio(), filter_word_at(text(), cursor).text);
}

void FilterBar::tell_when_complete() {
  if (text() == told_ || !is_word_half_typed()) return tell();
  // Half a word would empty the table, or be a mistake that nobody has made.
  waits_ = true;
  show_state();
}

void FilterBar::tell() {
  pause_.stop();
  waits_ = false;
  show_state();
  if (text() == told_) return;
  told_ = text();
  emit filter_changed(told_);
}

void FilterBar::show_filter(const QString& expression) {
  setText(expression);
  pause_.stop();
  told_ = expression;
  waits_ = false;
  show_state();
}

void FilterBar::set_count(int shown, int total) {
  shown_count_ = tr("%1 of %2").arg(figure(static_cast<std::size_t>(shown)), figure(static_cast<std::size_t>(total)));
  count_->setAccessibleName(tr("%1 of %2 items shown").arg(shown).arg(total));
  show_state();
}

void FilterBar::place_count() {
  const QSize size = count_->sizeHint();
  count_->setGeometry(width() - size.width() - count_margin, (height() - size.height()) / 2, size.width(), size.height());
  setTextMargins(0, 0, size.width() + count_margin, 0);
}

void FilterBar::set_mistake(const std::optional<Error>& mistake) {
  mistake_ = mistake;
  show_state();
}

void FilterBar::show_state() {
  const bool is_mistake = mistake_.has_value() && !waits_;
  const QString waiting =
      tr("The word is not complete yet, so the list stays as it is. Press Enter to filter by it as it stands.");
  const QString sentence = waits_ ? waiting : is_mistake ? error_text(*mistake_) : QString();
  setToolTip(!sentence.isEmpty() ? sentence
                                 : tr("Words match titles, tags and keys. field:value, field<number, -field:value to leave out, "
                                      "quotes for spaces."));
  setAccessibleDescription(sentence);
  message_->setText(sentence);
  message_->setVisible(is_mistake);
  count_->setText(waits_ ? tr("%1 · Enter applies").arg(shown_count_) : shown_count_);
  place_count();
  if (property("mistake").toBool() == is_mistake) return;
  setProperty("mistake", is_mistake);
  style()->unpolish(this);
  style()->polish(this);
}

void FilterBar::offer_completions() {
  const FilterWord word = filter_word_at(text(), cursorPosition());
  const QStringList found = filter_completions(document_.portfolio(), word.text);
  // Nothing to say where the word is complete.
  if (found.isEmpty() || (found.size() == 1 && found.front().compare(word.text, Qt::CaseInsensitive) == 0)) {
    completer_->popup()->hide();
    return;
  }
  completions_->setStringList(found);
  completer_->setCompletionPrefix(QString());  // chosen above already, quotes and all
  // Below the bar, not over what is typed.
  completer_->complete(QRect(cursorRect().left(), 0, width_of_completions, height() + 2));
}

void FilterBar::insert_completion(const QString& completion) {
  const FilterWord word = filter_word_at(text(), cursorPosition());
  const bool goes_on = completion.endsWith(':') || completion.endsWith('<') || completion.endsWith('.');
  const QString inserted = goes_on ? completion : completion + ' ';
  QString whole = text();
  whole.replace(word.start, word.text.size(), inserted);
  setText(whole);
  setCursorPosition(static_cast<int>(word.start + inserted.size()));
  if (completion.endsWith(':')) QTimer::singleShot(0, this, &FilterBar::offer_completions);
}

void FilterBar::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      // The first Escape clears the filter, the next one is for whoever holds the bar.
      if (!text().isEmpty()) {
        clear();
        tell();
        return event->accept();
      }
      return event->ignore();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      tell();
      emit left_downwards();
      return event->accept();
    case Qt::Key_Down:
      emit left_downwards();
      return event->accept();
    default:
      QLineEdit::keyPressEvent(event);
  }
}

void FilterBar::resizeEvent(QResizeEvent* event) {
  QLineEdit::resizeEvent(event);
  place_count();
}

}  // namespace tradewind::gui
