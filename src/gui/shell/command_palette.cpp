#include "gui/shell/command_palette.h"

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/shell/palette_list.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int palette_width = 560;
constexpr int margin = 8;
constexpr int rows_shown = 11;
constexpr int page_of_rows = rows_shown - 1;

}  // namespace

// A dialog, not Qt::Popup: popups never become the active window, and then input methods write into the wrong one.
CommandPalette::CommandPalette(const ActionRegistry& actions, const Document* document, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      actions_(actions),
      document_(document),
      model_(new PaletteModel(this)),
      query_(new QLineEdit(this)),
      list_(new QListView(this)),
      message_(new QLabel(this)) {
  setObjectName("command_palette");
  setWindowTitle(tr("Command palette"));
  setAccessibleName(windowTitle());
  query_->setPlaceholderText(tr("Search or run a command"));
  query_->setAccessibleName(query_->placeholderText());
  query_->addAction(icon("search"), QLineEdit::LeadingPosition)->setText(tr("Search"));  // a button to screen readers
  query_->installEventFilter(this);
  list_->setModel(model_);
  list_->setItemDelegate(new PaletteDelegate(list_));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setMouseTracking(true);
  list_->setUniformItemSizes(true);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setStyleSheet("QListView { background: transparent; }");
  list_->setAccessibleName(tr("Commands, items and outcomes found"));
  message_->setProperty("role", "muted");
  message_->setObjectName("palette_message");
  message_->setContentsMargins(10, 6, 10, 6);
  message_->setWordWrap(true);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->setSpacing(6);
  layout->addWidget(query_);
  layout->addWidget(list_);
  layout->addWidget(message_);
  layout->setSizeConstraint(QLayout::SetFixedSize);

  connect(query_, &QLineEdit::textChanged, this, &CommandPalette::find);
  connect(list_, &QListView::clicked, this, &CommandPalette::run_current);
  // The focus stays in the line edit: what the arrow keys reach is told as its description.
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
    say({});
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
  std::vector<PaletteEntry> entries = palette_entries(actions_, document_, query);
  list_->setVisible(!entries.empty());
  model_->show(std::move(entries));
  list_->setCurrentIndex(model_->index(0));
  say(model_->rowCount() == 0 ? tr("Nothing found") : QString());
  fit_height();
}

void CommandPalette::say(const QString& sentence) {
  message_->setText(sentence);
  message_->setVisible(!sentence.isEmpty());
}

void CommandPalette::fit_height() {
  list_->setFixedHeight(std::min(model_->rowCount(), rows_shown) * PaletteDelegate::row_height);
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
  if (!entry.is_possible()) {
    const QString why = entry.action->property(why_not_property).toString();
    say(why.isEmpty() ? tr("“%1” is not possible now: it needs another page or another selection.").arg(entry.text) : why);
    query_->setAccessibleDescription(message_->text());
    return;
  }
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
  const bool is_press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
  const bool closes_behind = event->type() == QEvent::Close && parentWidget() != nullptr && watched == parentWidget()->window();
  if (isVisible() && ((is_press && is_beside(watched)) || closes_behind)) {
    event->ignore();  // a window behind that is closed goes with the next click: its palette is still on the stack
    reject();
    return true;
  }
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
  // Another window or program is looked at: it closes, as a menu would.
  if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow()) reject();
}

// Not QDialog::exec: that blocks the window behind, which then learns nothing of a click beside the palette.
int CommandPalette::exec() {
  QEventLoop loop;
  connect(this, &QDialog::finished, &loop, [&loop] { loop.quit(); });
  show();
  activateWindow();
  qApp->installEventFilter(this);
  loop.exec();
  qApp->removeEventFilter(this);
  return result();
}

bool CommandPalette::is_beside(const QObject* watched) const {
  const auto* widget = qobject_cast<const QWidget*>(watched);
  if (widget == nullptr) return false;
  for (; widget != nullptr; widget = widget->parentWidget())  // a context menu of the line edit belongs to it
    if (widget == this) return false;
  return true;
}

}  // namespace tradewind::gui
