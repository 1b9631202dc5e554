#include "gui/shell/command_palette.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <unordered_set>

#include "gui/shell/document.h"
#include "gui/shell/fuzzy_match.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int palette_width = 560;
constexpr int margin = 8;
constexpr int row_height = 32;
constexpr int rows_shown = 11;
constexpr int page_of_rows = rows_shown - 1;
constexpr std::size_t most_entries = 60;
constexpr std::size_t most_items = 40;
constexpr int exact_key = 1000;             // a key typed in full names one thing and nothing else
constexpr int by_other_words = -6;          // found by its menu or other words, not by its text
constexpr int least_score_of_a_letter = 3;  // below it letters are scattered over the text by chance

struct PaletteEntry {
  QString text;
  QString detail;  // menu, or key
  QString kind;
  QString shortcut;
  QString icon;
  QAction* action = nullptr;
  ItemId item;
  OutcomeId outcome;
  FuzzyMatch match;
};

enum Role : int { entry_role = Qt::UserRole };

/// "E&xport…" -> "Export…".
QString without_mnemonic(QString text) {
  text.replace("&&", QString(QChar(1)));
  text.remove('&');
  return text.replace(QChar(1), '&');
}

bool is_worth_showing(const FuzzyMatch& match) {
  return match.score >= least_score_of_a_letter * static_cast<int>(match.positions.size());
}

class EntryDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, row_height}; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// One line with the matched letters in bold; returns its width.
qreal draw_matched(QPainter* painter, const QRect& rect, const QString& full, const std::vector<int>& positions,
                   const QFont& font) {
  const QString text = QFontMetrics(font).elidedText(full, Qt::ElideRight, rect.width());
  QTextLayout layout(text, font);
  QList<QTextLayout::FormatRange> formats;
  for (const int at : positions) {
    if (at >= text.size() || text[at] != full[at]) break;
    QTextLayout::FormatRange range;
    range.start = at;
    range.length = 1;
    range.format.setFontWeight(QFont::Bold);
    formats.append(range);
  }
  layout.setFormats(formats);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  line.setLineWidth(rect.width() + row_height);  // bold letters may need a little more than was measured
  layout.endLayout();
  layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
  return line.naturalTextWidth();
}

}  // namespace

class PaletteModel : public QAbstractListModel {
 public:
  using QAbstractListModel::QAbstractListModel;

  void show(std::vector<PaletteEntry> entries) {
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
  }
  const PaletteEntry* at(const QModelIndex& index) const {
    return index.isValid() && index.row() < rowCount() ? &entries_[static_cast<std::size_t>(index.row())] : nullptr;
  }
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(entries_.size()); }
  QVariant data(const QModelIndex& index, int role) const override {
    const PaletteEntry* entry = at(index);
    if (entry == nullptr) return {};
    if (role == Qt::DisplayRole) return entry->text;
    if (role == Qt::AccessibleTextRole) {
      QStringList parts{entry->text, entry->kind, entry->detail, entry->shortcut};
      parts.removeAll(QString());
      return parts.join(", ");
    }
    return {};
  }

 private:
  std::vector<PaletteEntry> entries_;
};

namespace {

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const PaletteEntry* entry = static_cast<const PaletteModel*>(index.model())->at(index);
  if (entry == nullptr) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect row = option.rect;
  if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(themed(option.state & QStyle::State_Selected ? Token::accent_soft : Token::hover));
    painter->drawRoundedRect(row, 4, 4);
  }
  if (!entry->icon.isEmpty()) icon(entry->icon).paint(painter, QRect(row.left() + 10, row.top() + 8, 16, 16));

  QFont small = option.font;
  small.setPixelSize(11);
  painter->setFont(small);
  painter->setPen(themed(Token::text_3));
  const QFontMetrics small_metrics(small);
  int right = row.right() - 10;
  const auto draw_at_right = [&](const QString& text) {
    if (text.isEmpty()) return;
    const int width = small_metrics.horizontalAdvance(text);
    painter->drawText(QRect(right - width, row.top(), width + 1, row.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    right -= width + 14;
  };
  draw_at_right(entry->shortcut.isEmpty() ? entry->kind : entry->shortcut);
  if (!entry->shortcut.isEmpty()) draw_at_right(entry->kind);

  const int detail_width = entry->detail.isEmpty() ? 0 : small_metrics.horizontalAdvance(entry->detail) + 10;
  const QRect text_rect(row.left() + 36, row.top(), std::max(0, right - row.left() - 36 - detail_width), row.height());
  painter->setPen(themed(Token::text_1));
  const qreal width = draw_matched(painter, text_rect, entry->text, entry->match.positions, option.font);
  if (detail_width > 0) {
    painter->setPen(themed(Token::text_3));
    painter->drawText(QRectF(text_rect.left() + width + 10, row.top(), detail_width, row.height()),
                      Qt::AlignVCenter | Qt::AlignLeft, entry->detail);
  }
  painter->restore();
}

void add_actions(std::vector<PaletteEntry>& entries, const ActionRegistry& registry, const QString& query, const QString& kind) {
  for (const ActionRegistry::Entry& known : registry.entries()) {
    if (!known.action->isEnabled() || !known.action->isVisible()) continue;
    PaletteEntry entry;
    entry.text = without_mnemonic(known.action->text());
    entry.detail = without_mnemonic(known.spec.menu);
    entry.shortcut = known.action->shortcut().toString(QKeySequence::NativeText);
    entry.kind = kind;
    entry.icon = known.spec.icon.isEmpty() ? QString("command") : known.spec.icon;
    entry.action = known.action;
    auto match = fuzzy_match(query, entry.text);
    if (!match || !is_worth_showing(*match)) {
      // "file import", or a word that stands nowhere on the screen.
      match = fuzzy_match(query, entry.detail + " " + entry.text + " " + known.spec.words);
      if (!match || !is_worth_showing(*match)) continue;
      match->score += by_other_words;
      match->positions.clear();
    }
    entry.match = std::move(*match);
    entries.push_back(std::move(entry));
  }
}

void add_items(std::vector<PaletteEntry>& entries, const Document& document, const QString& query, const QString& kind) {
  const Portfolio& portfolio = document.portfolio();
  const std::string typed = query.trimmed().toStdString();
  std::vector<ItemId> found;
  const Item* exact = portfolio.item_by_key(typed);
  if (exact == nullptr) exact = portfolio.item_by_key(query.trimmed().toUpper().toStdString());
  if (exact != nullptr) found.push_back(exact->id);
  for (const ItemId id : document.workspace().search(typed, most_items)) found.push_back(id);
  std::unordered_set<ItemId> listed;
  for (const ItemId id : found) {
    const Item* item = portfolio.find(id);
    if (item == nullptr || !listed.insert(id).second) continue;
    PaletteEntry entry;
    entry.text = qt_text(item->title).simplified();
    entry.detail = qt_text(item->key);
    entry.kind = kind;
    entry.icon = "backlog";
    entry.item = id;
    // Found by its description or a tag, it stays in the list without a score.
    if (auto match = fuzzy_match(query, entry.text); match && is_worth_showing(*match)) entry.match = std::move(*match);
    if (item == exact) entry.match.score = exact_key;
    entries.push_back(std::move(entry));
  }
}

void add_outcomes(std::vector<PaletteEntry>& entries, const Document& document, const QString& query, const QString& kind) {
  for (const Outcome& outcome : document.portfolio().all<Outcome>()) {
    PaletteEntry entry;
    entry.text = qt_text(outcome.title).simplified();
    entry.detail = qt_text(outcome.key);
    entry.kind = kind;
    entry.icon = "outcomes";
    entry.outcome = outcome.id;
    if (entry.detail.compare(query.trimmed(), Qt::CaseInsensitive) == 0) {
      entry.match.score = exact_key;
    } else {
      auto match = fuzzy_match(query, entry.text);
      if (!match || !is_worth_showing(*match)) continue;
      entry.match = std::move(*match);
    }
    entries.push_back(std::move(entry));
  }
}

}  // namespace

// A dialog, not Qt::Popup: popups never become the active window, and then input methods write into the wrong one.
CommandPalette::CommandPalette(const ActionRegistry& actions, const Document* document, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      actions_(actions),
      document_(document),
      model_(new PaletteModel(this)),
      query_(new QLineEdit(this)),
      list_(new QListView(this)),
      nothing_found_(new QLabel(tr("Nothing found"), this)) {
  setObjectName("command_palette");
  setWindowTitle(tr("Command palette"));
  setAccessibleName(windowTitle());
  query_->setPlaceholderText(tr("Search or run a command"));
  query_->setAccessibleName(query_->placeholderText());
  query_->addAction(icon("search"), QLineEdit::LeadingPosition);
  query_->installEventFilter(this);
  list_->setModel(model_);
  list_->setItemDelegate(new EntryDelegate(list_));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setUniformItemSizes(true);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setStyleSheet("QListView { background: transparent; }");
  list_->setAccessibleName(tr("Commands, items and outcomes found"));
  nothing_found_->setProperty("role", "muted");
  nothing_found_->setContentsMargins(10, 6, 10, 6);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->setSpacing(6);
  layout->addWidget(query_);
  layout->addWidget(list_);
  layout->addWidget(nothing_found_);
  layout->setSizeConstraint(QLayout::SetFixedSize);

  connect(query_, &QLineEdit::textChanged, this, &CommandPalette::find);
  connect(list_, &QListView::clicked, this, &CommandPalette::run_current);
  // The focus stays in the line edit: what the arrow keys reach is told as its description.
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
    query_->setAccessibleDescription(current.data(Qt::AccessibleTextRole).toString());
  });
  find({});
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::set_query(const QString& query) {
  query_->setText(query);
  query_->selectAll();
}

void CommandPalette::find(const QString& query) {
  std::vector<PaletteEntry> entries;
  add_actions(entries, actions_, query, tr("Command"));
  if (document_ != nullptr && !query.trimmed().isEmpty()) {
    add_items(entries, *document_, query, tr("Item"));
    add_outcomes(entries, *document_, query, tr("Outcome"));
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const PaletteEntry& a, const PaletteEntry& b) { return a.match.score > b.match.score; });
  if (entries.size() > most_entries) entries.resize(most_entries);
  nothing_found_->setVisible(entries.empty());
  list_->setVisible(!entries.empty());
  model_->show(std::move(entries));
  list_->setCurrentIndex(model_->index(0));
  fit_height();
}

void CommandPalette::fit_height() {
  list_->setFixedHeight(std::min(model_->rowCount(), rows_shown) * row_height);
  const int available = parentWidget() == nullptr ? palette_width : parentWidget()->window()->width() - 4 * margin;
  query_->setFixedWidth(std::clamp(available, palette_width / 2, palette_width) - 2 * margin);
}

void CommandPalette::move_current(int rows) {
  const int count = model_->rowCount();
  if (count == 0) return;
  const int row = list_->currentIndex().row() + rows;
  // Single steps go round, pages stop at the ends.
  const bool is_step = rows == 1 || rows == -1;
  list_->setCurrentIndex(model_->index(is_step ? (row + count) % count : std::clamp(row, 0, count - 1)));
}

void CommandPalette::run_current() {
  const PaletteEntry* current = model_->at(list_->currentIndex());
  if (current == nullptr) return;
  const PaletteEntry entry = *current;
  accept();
  // An action may open a dialog or close the workspace: it runs when nothing of the palette is on the stack any more.
  if (entry.action != nullptr)
    QMetaObject::invokeMethod(entry.action, &QAction::trigger, Qt::QueuedConnection);
  else if (entry.item)
    emit item_chosen(entry.item);
  else
    emit outcome_chosen(entry.outcome);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched != query_ || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
      move_current(1);
      return true;
    case Qt::Key_Up:
      move_current(-1);
      return true;
    case Qt::Key_PageDown:
      move_current(page_of_rows);
      return true;
    case Qt::Key_PageUp:
      move_current(-page_of_rows);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      run_current();
      return true;
    default:
      return QDialog::eventFilter(watched, event);
  }
}

void CommandPalette::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  find(query_->text());  // actions may have become possible since
  adjustSize();
  if (parentWidget() != nullptr) {
    const QWidget* window = parentWidget()->window();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, std::min(64, window->height() / 8))));
  }
  query_->selectAll();
  query_->setFocus();
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(themed(Token::line_2));
  painter.setBrush(themed(Token::raised));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  // A click beside it closes it, as it would a menu.
  if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow()) reject();
}

}  // namespace tradewind::gui
