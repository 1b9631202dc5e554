#include "gui/inspector/item_chooser.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QStandardItemModel>
#include <QStyle>
#include <QTimer>

#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_offers = 12;
constexpr int id_role = Qt::UserRole;

}  // namespace

ItemChooser::ItemChooser(const Document& document, const QString& name, QWidget* parent)
    : QLineEdit(parent), document_(&document), offers_(new QStandardItemModel(this)) {
  setAccessibleName(name);
  setPlaceholderText(name);
  auto* completer = new QCompleter(offers_, this);
  // The list holds what the search found, which need not begin with what is typed.
  completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  completer->popup()->setAccessibleName(tr("Items that match"));
  setCompleter(completer);
  connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
    is_taking_ = false;
    clear_mistake();
    offer(text);
  });
  connect(this, &QLineEdit::returnPressed, this, &ItemChooser::take_typed);
  connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
          [this](const QModelIndex& index) { take(ItemId{index.data(id_role).toLongLong()}); });
}

void ItemChooser::offer(const QString& text) {
  offers_->clear();
  const Portfolio& portfolio = document_->portfolio();
  const auto add = [&](ItemId id) {
    const Item* item = portfolio.find(id);
    if (item == nullptr) return;
    auto* row = new QStandardItem(shown_key(*item) + " " + qt_text(item->title));
    row->setData(QVariant::fromValue<qlonglong>(id.value), id_role);
    offers_->appendRow(row);
  };
  const std::string words = text.trimmed().toStdString();
  if (words.empty()) return;
  const Item* named = portfolio.item_by_key(words);
  if (named != nullptr) add(named->id);
  for (const ItemId id : document_->workspace().search(words, most_offers))
    if (named == nullptr || id != named->id) add(id);
}

void ItemChooser::take_typed() {
  const QString typed = text().trimmed();
  if (typed.isEmpty()) return;
  // What is taken from the list with the arrow keys stands here as key and title.
  if (const Item* item = document_->portfolio().item_by_key(typed.section(' ', 0, 0).toStdString())) return take(item->id);
  if (offers_->rowCount() == 1) return take(ItemId{offers_->item(0)->data(id_role).toLongLong()});
  mark_mistake(offers_->rowCount() == 0 ? tr("No item has that key or these words in its title. Type others.")
                                        : tr("Several items match. Choose one of the list with the arrow keys."));
}

void ItemChooser::take(ItemId item) {
  // The list and the line both report the key that chose.
  if (is_taking_ || !item) return;
  is_taking_ = true;
  completer()->popup()->hide();
  emit chosen(item);
  // Only now does the completer write its text into the line.
  QTimer::singleShot(0, this, [this] {
    is_taking_ = false;
    if (!property("mistake").toBool()) reset();
  });
}

void ItemChooser::show_chosen(ItemId item) {
  const Item* found = document_->portfolio().find(item);
  const QString text = found == nullptr ? QString() : shown_key(*found) + " " + qt_text(short_title_of(*found));
  if (text == chosen_) return;
  const bool is_typing = this->text() != chosen_ && (hasFocus() || property("mistake").toBool());
  chosen_ = text;
  if (!is_typing && !is_taking_) reset();
}

void ItemChooser::forget_mistake() {
  if (property("mistake").toBool()) reset();
}

void ItemChooser::reset() {
  clear_mistake();
  offers_->clear();
  setText(chosen_);
  setCursorPosition(0);
  if (hasFocus()) select_whole();
}

/// What is typed next replaces it. The cursor is at the start, so that the start of a long title is what is seen.
void ItemChooser::select_whole() {
  const auto length = static_cast<int>(text().size());
  setSelection(length, -length);
}

void ItemChooser::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  if (text() != chosen_) return;
  select_whole();
  // The click that brought the focus would set the cursor after this.
  if (event->reason() == Qt::MouseFocusReason) QTimer::singleShot(0, this, &ItemChooser::select_whole);
}

void ItemChooser::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  const bool is_left = event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
  if (is_left && !chosen_.isEmpty() && !is_taking_ && text() != chosen_ && !property("mistake").toBool()) reset();
}

void ItemChooser::mark_mistake(const QString& why) {
  setToolTip(why);
  setAccessibleDescription(why);
  setProperty("mistake", true);
  style()->polish(this);
}

void ItemChooser::clear_mistake() {
  if (!property("mistake").toBool()) return;
  setToolTip({});
  setAccessibleDescription({});
  setProperty("mistake", false);
  style()->polish(this);
}

}  // namespace tradewind::gui
