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
  connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &FilterBar::insert_completion);

  pause_.setSingleShot(true);
  pause_.setInterval(pause_milliseconds);
  connect(&pause_, &QTimer::timeout, this, &FilterBar::tell);
  connect(this, &QLineEdit::textChanged, this, [this] { pause_.start(); });
  connect(this, &QLineEdit::textEdited, this, &FilterBar::offer_completions);
}

void FilterBar::tell() {
  pause_.stop();
  if (text() == told_) return;
  told_ = text();
  emit filter_changed(told_);
}

void FilterBar::show_filter(const QString& expression) {
  setText(expression);
  pause_.stop();
  told_ = expression;
}

void FilterBar::set_count(int shown, int total) {
  count_->setText(tr("%1 of %2").arg(figure(static_cast<std::size_t>(shown)), figure(static_cast<std::size_t>(total))));
  count_->setAccessibleName(tr("%1 of %2 items shown").arg(shown).arg(total));
  place_count();
}

void FilterBar::place_count() {
  const QSize size = count_->sizeHint();
  count_->setGeometry(width() - size.width() - count_margin, (height() - size.height()) / 2, size.width(), size.height());
  setTextMargins(0, 0, size.width() + count_margin, 0);
}

void FilterBar::set_mistake(const std::optional<Error>& mistake) {
  const QString sentence = mistake ? error_text(*mistake) : QString();
  setToolTip(mistake ? sentence
                     : tr("Words match titles, tags and keys. field:value, field<number, -field:value to leave out, "
                          "quotes for spaces."));
  setAccessibleDescription(sentence);
  message_->setText(sentence);
  message_->setVisible(mistake.has_value());
  if (property("mistake").toBool() == mistake.has_value()) return;
  setProperty("mistake", mistake.has_value());
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
  QRect area = cursorRect();
  area.setWidth(240);
  completer_->complete(area);
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
