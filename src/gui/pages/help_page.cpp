#include "gui/pages/help_page.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

#include "gui/shell/count_text.h"
#include "gui/shell/help_link.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int contents_width = 274;
constexpr int text_width = 760;  // longer lines are hard to read
constexpr int text_margin = 24;
constexpr int search_width = 240;
constexpr int title_size = 17;
constexpr int subtitle_size = 14;
constexpr int space_in_list = 4;
constexpr int space_of_paragraph = 10;
constexpr int list_indent = 20;

/// Sizes and spaces as on the other pages; the document comes with those of a browser.
void dress_block(const QTextBlock& block) {
  QTextCursor cursor(block);
  QTextBlockFormat format = block.blockFormat();
  const int level = format.headingLevel();
  format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
  if (level > 0) {
    format.setTopMargin(level <= 2 ? 26 : 16);
    format.setBottomMargin(6);
    QTextCharFormat letters;
    letters.setProperty(QTextFormat::FontPixelSize, level <= 2 ? title_size : subtitle_size);
    letters.setFontWeight(QFont::DemiBold);
    letters.setForeground(themed(Token::text_1));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.setCharFormat(letters);
    cursor = QTextCursor(block);
  } else {
    const bool is_inside_list = block.textList() != nullptr && block.next().textList() != nullptr;
    format.setBottomMargin(is_inside_list ? space_in_list : space_of_paragraph);
    // Markdown means no other sign by its asterisks.
    if (QTextList* list = block.textList(); list != nullptr && list->format().style() == QTextListFormat::ListCircle) {
      QTextListFormat dots = list->format();
      dots.setStyle(QTextListFormat::ListDisc);
      list->setFormat(dots);
    }
  }
  cursor.setBlockFormat(format);
}

void dress_tables(QTextFrame* frame) {
  for (QTextFrame* child : frame->childFrames())
    if (auto* table = qobject_cast<QTextTable*>(child)) {
      QTextTableFormat format = table->format();
      format.setBorder(1);
      format.setBorderCollapse(true);
      format.setBorderBrush(themed(Token::line_2));
      format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
      format.setCellPadding(5);
      format.setCellSpacing(0);
      table->setFormat(format);
    }
}

}  // namespace

HelpPage::HelpPage(const PageContext& context)
    : Page(context), topics_(help_topics()), contents_(new QListWidget(this)), text_(new QTextBrowser(this)) {
  setAccessibleName(tr("Methods and sources"));
  contents_->setObjectName("help_contents");
  contents_->setAccessibleName(tr("Methods"));
  contents_->setFixedWidth(contents_width);
  for (const HelpTopic& topic : topics_) contents_->addItem(topic.title);
  contents_->setCurrentRow(0);
  contents_->setFrameShape(QFrame::NoFrame);
  contents_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  contents_->setStyleSheet("QListWidget { background: transparent; } QListWidget::item { padding: 5px 8px; border: 0; }");
  text_->setObjectName("help_text");
  text_->setAccessibleName(tr("Definitions"));
  text_->setFrameShape(QFrame::NoFrame);
  text_->setMaximumWidth(text_width);
  text_->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
  text_->setOpenLinks(false);
  text_->setStyleSheet("QTextBrowser { border: none; background: transparent; }");

  auto* row = new QHBoxLayout;
  row->setContentsMargins(8, 8, 0, 0);
  row->setSpacing(8);
  row->addWidget(contents_);
  row->addWidget(text_, 1);
  row->addStretch(0);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(make_bar());
  column->addLayout(row, 1);
  setTabOrder(search_, contents_);
  setTabOrder(contents_, text_);

  write_text();
  connect(contents_, &QListWidget::currentRowChanged, this, &HelpPage::show_topic);
  // A click on the topic that is current already goes back to it.
  connect(contents_, &QListWidget::itemClicked, this, [this] { show_topic(contents_->currentRow()); });
  connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
    if (link.scheme() == "tradewind")
      open_help(actions(), link.toString());
    else
      QDesktopServices::openUrl(link);
  });
  connect(&Appearance::instance(), &Appearance::changed, this, &HelpPage::write_text);
  add_help_actions();
}

QWidget* HelpPage::make_bar() {
  auto* bar = new PageBar(tr("Methods and sources"), this);
  bar->add_stretch();
  count_ = new QLabel(bar);
  count_->setObjectName("help_count");
  count_->setProperty("role", "muted");
  search_ = new QLineEdit(bar);
  search_->setObjectName("help_search");
  search_->setPlaceholderText(tr("Search in the definitions"));
  search_->setAccessibleName(search_->placeholderText());
  search_->setToolTip(tr("Enter goes to the next place, Shift+Enter to the one before"));
  search_->addAction(icon("search"), QLineEdit::LeadingPosition)->setText(tr("Search"));  // a button to screen readers
  search_->setClearButtonEnabled(true);
  search_->setFixedWidth(search_width);
  search_->installEventFilter(this);
  connect(search_, &QLineEdit::textChanged, this, &HelpPage::search);
  bar->add(count_);
  bar->add(search_);
  return bar;
}

void HelpPage::add_help_actions() {
  const QPointer<HelpPage> page(this);  // the action outlives the page
  actions().add({.id = help_action,
                 .menu = tr("Help"),
                 .text = tr("Methods and sources"),
                 .words = tr("score formula definition explanation rice ice wsjf moscow kano")},
                [page] {
                  if (!page) return;
                  const QString method = page->actions().find(help_action)->data().toString();
                  page->actions().find("go.help")->trigger();
                  if (!method.isEmpty()) page->show_method(method);
                });
  add_action({.id = "help.find",
              .text = tr("Search in the help"),
              .shortcut = QKeySequence::Find,
              .icon = "search",
              .place = tr("Help")},
             [this] {
               search_->setFocus(Qt::ShortcutFocusReason);
               search_->selectAll();
             });
}

void HelpPage::write_text() {
  const int scrolled = text_->verticalScrollBar()->value();
  QString markdown;
  for (const HelpTopic& topic : topics_) markdown += "## " + topic.title + "\n\n" + topic.markdown + "\n\n";
  text_->document()->setDocumentMargin(text_margin);
  text_->document()->setIndentWidth(list_indent);
  text_->document()->setMarkdown(markdown);
  positions_.clear();
  for (QTextBlock block = text_->document()->begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().headingLevel() == 2) positions_.push_back(block.position());
    dress_block(block);
  }
  dress_tables(text_->document()->rootFrame());
  text_->document()->clearUndoRedoStacks();
  // A resize brings the cursor into view: not that of the last block that was written.
  text_->moveCursor(QTextCursor::Start);
  search(search_->text());
  text_->verticalScrollBar()->setValue(scrolled);
}

QString HelpPage::status() const { return count_text(topics_.size(), tr("topic"), tr("topics")); }

QWidget* HelpPage::first_focus() { return contents_; }

QString HelpPage::topic() const { return contents_->currentItem() == nullptr ? QString() : contents_->currentItem()->text(); }

void HelpPage::show_method(const QString& key) {
  int topic = 0;
  for (int at = 0; at < static_cast<int>(topics_.size()); ++at)
    if (topics_[static_cast<std::size_t>(at)].methods.contains(key)) topic = at;
  contents_->setCurrentRow(topic);
  show_topic(topic);
}

void HelpPage::show_topic(int topic) {
  if (topic >= 0 && topic < static_cast<int>(positions_.size())) bring_to_top(positions_[static_cast<std::size_t>(topic)]);
}

void HelpPage::bring_to_top(int position) {
  QTextCursor cursor(text_->document());
  cursor.setPosition(position);
  text_->setTextCursor(cursor);
  const QRectF block = text_->document()->documentLayout()->blockBoundingRect(cursor.block());
  text_->verticalScrollBar()->setValue(static_cast<int>(block.top()));
}

void HelpPage::search(const QString& words) {
  found_.clear();
  current_found_ = -1;
  const QString wanted = words.simplified();
  if (!wanted.isEmpty())
    for (QTextCursor at = text_->document()->find(wanted); !at.isNull(); at = text_->document()->find(wanted, at))
      found_.push_back(at);
  count_->setText(wanted.isEmpty() ? QString()
                  : found_.empty() ? tr("Nothing found")
                                   : tr("%1 found").arg(figure(found_.size())));
  search_->setAccessibleDescription(count_->text());
  if (found_.empty())
    show_found();
  else
    step_found(1);
}

void HelpPage::step_found(int step) {
  if (found_.empty()) return;
  const int count = found();
  current_found_ = current_found_ < 0 ? (step > 0 ? 0 : count - 1) : (current_found_ + step + count) % count;
  if (count > 1) count_->setText(tr("%1 of %2").arg(current_found_ + 1).arg(count));
  search_->setAccessibleDescription(count_->text());
  text_->setTextCursor(found_[static_cast<std::size_t>(current_found_)]);
  text_->ensureCursorVisible();
  show_found();
}

void HelpPage::show_found() {
  QList<QTextEdit::ExtraSelection> marks;
  for (int at = 0; at < found(); ++at) {
    QTextEdit::ExtraSelection mark;
    mark.cursor = found_[static_cast<std::size_t>(at)];
    mark.format.setBackground(themed(at == current_found_ ? Token::accent_fill : Token::accent_soft));
    if (at == current_found_) mark.format.setForeground(themed(Token::text_on));
    marks.append(mark);
  }
  text_->setExtraSelections(marks);
}

bool HelpPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched != search_ || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
  const auto* key = static_cast<const QKeyEvent*>(event);
  switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      step_found((key->modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1);
      return true;
    case Qt::Key_Escape:
      search_->clear();
      contents_->setFocus();
      return true;
    default:
      return Page::eventFilter(watched, event);
  }
}

}  // namespace tradewind::gui
