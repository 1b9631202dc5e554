#include "gui/pages/welcome_page.h"

#include <QAbstractButton>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int most_recent = 8;
constexpr int content_width = 840;

/// A name with a grey line below it, and an icon where there is one: a button of the size of a row.
class WelcomeRow : public QAbstractButton {
 public:
  WelcomeRow(const QString& icon_name, const QString& name, const QString& line, Qt::TextElideMode elide = Qt::ElideRight)
      : icon_name_(icon_name), line_(line), elide_(elide) {
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(line);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
  }
  QSize sizeHint() const override { return {360, icon_name_.isEmpty() ? 46 : 64}; }

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    // Enter opens like Space: these are not buttons of a dialog.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
      click();
    else
      QAbstractButton::keyPressEvent(event);
  }

  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(themed(Token::accent), 2) : QPen(Qt::NoPen));
    painter.setBrush(isDown()       ? QBrush(themed(Token::sunken))
                     : underMouse() ? QBrush(themed(Token::hover))
                                    : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(frame, 6, 6);
    int left = 12;
    if (!icon_name_.isEmpty()) {
      gui::icon(icon_name_, Token::accent).paint(&painter, QRect(16, (height() - 24) / 2, 24, 24));
      left = 56;
    }
    const QRect upper(left, height() / 2 - 20, width() - left - 12, 20);
    const QRect lower(left, height() / 2, width() - left - 12, 20);
    QFont name_font = font();
    if (!icon_name_.isEmpty()) {
      name_font.setPixelSize(15);
      name_font.setWeight(QFont::DemiBold);
    }
    painter.setFont(name_font);
    painter.setPen(themed(Token::text_1));
    painter.drawText(upper, Qt::AlignVCenter, QFontMetrics(name_font).elidedText(text(), Qt::ElideRight, upper.width()));
    painter.setFont(font());
    painter.setPen(themed(Token::text_3));
    painter.drawText(lower, Qt::AlignVCenter, QFontMetrics(font()).elidedText(line_, elide_, lower.width()));
  }

 private:
  QString icon_name_;
  QString line_;
  Qt::TextElideMode elide_;
};

QStringList local_files(const QMimeData* data) {
  QStringList files;
  for (const QUrl& url : data->urls())
    if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile()) files.append(url.toLocalFile());
  return files;
}

/// "~/plans" for a folder in the home folder.
QString folder_text(const QFileInfo& file) {
  const QString folder = QDir::toNativeSeparators(file.absolutePath());
  const QString home = QDir::toNativeSeparators(QDir::homePath());
  return folder == home || folder.startsWith(home + QDir::separator()) ? "~" + folder.mid(home.size()) : folder;
}

QLabel* make_label(const QString& text, const char* role) {
  auto* label = new QLabel(text);
  label->setProperty("role", role);
  return label;
}

}  // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), recent_rows_(new QVBoxLayout), recent_empty_(nullptr) {
  setObjectName("page");
  setAttribute(Qt::WA_StyledBackground);
  setAcceptDrops(true);
  setAccessibleName(tr("Welcome"));

  auto* ways = new QVBoxLayout;
  ways->setSpacing(4);
  const auto add_way = [&](const QString& icon_name, const QString& name, const QString& line, auto signal) {
    auto* row = new WelcomeRow(icon_name, name, line);
    ways->addWidget(row);
    connect(row, &QAbstractButton::clicked, this, signal);
    if (first_row_ == nullptr) first_row_ = row;
  };
  add_way("plus", tr("New workspace"), tr("Four quarters, one team, the 70/20/10 policy"), &WelcomePage::new_requested);
  add_way("open", tr("Open a workspace"), tr("A .tradewind file from this computer"), &WelcomePage::open_requested);
  add_way("import", tr("Import a backlog"), tr("From Jira, CSV or TSV, with a preview"), &WelcomePage::import_requested);
  add_way("sample", tr("Look around in the sample"), tr("A fictional health-data platform with 44 items"),
          &WelcomePage::sample_requested);
  ways->addStretch(1);

  auto* recent = new QVBoxLayout;
  recent->setSpacing(4);
  recent->addWidget(make_label(tr("Recent workspaces"), "section"));
  recent_empty_ = make_label(tr("Workspaces that you open are listed here."), "muted");
  recent_empty_->setWordWrap(true);
  recent->addWidget(recent_empty_);
  recent_rows_->setSpacing(0);
  recent->addLayout(recent_rows_);
  recent->addStretch(1);

  auto* columns = new QHBoxLayout;
  columns->setSpacing(40);
  columns->addLayout(ways, 3);
  columns->addLayout(recent, 2);

  auto* content = new QWidget;
  content->setMaximumWidth(content_width);
  auto* content_layout = new QVBoxLayout(content);
  content_layout->setContentsMargins(24, 24, 24, 24);
  auto* heading = make_label("Tradewind", "heading");
  auto* sentence =
      make_label(tr("Decide what to build next, plan it against the capacity you have, and show why: all in one file."), "muted");
  sentence->setWordWrap(true);
  content_layout->addWidget(heading);
  content_layout->addWidget(sentence);
  content_layout->addSpacing(20);
  content_layout->addLayout(columns);

  auto* middle = new QHBoxLayout;
  middle->addStretch(1);
  middle->addWidget(content, 100);
  middle->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->addStretch(2);
  layout->addLayout(middle);
  layout->addStretch(3);

  setFocusProxy(first_row_);
  refresh_recent();
}

void WelcomePage::refresh_recent() {
  while (QLayoutItem* item = recent_rows_->takeAt(0)) {
    // A row may be the sender of the click that brought us here.
    if (item->widget() != nullptr) item->widget()->deleteLater();
    if (item->widget() != nullptr) item->widget()->hide();
    delete item;
  }
  int shown = 0;
  const QStringList paths = QSettings().value("recent/files").toStringList();
  for (const QString& path : paths) {
    const QFileInfo file(path);
    if (shown == most_recent) break;
    if (!file.isFile()) continue;
    ++shown;
    auto* row = new WelcomeRow({}, file.completeBaseName(), folder_text(file), Qt::ElideMiddle);
    row->setToolTip(QDir::toNativeSeparators(file.absoluteFilePath()));
    connect(row, &QAbstractButton::clicked, this, [this, path] { emit recent_requested(path); });
    recent_rows_->addWidget(row);
  }
  recent_empty_->setVisible(shown == 0);
}

void WelcomePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh_recent();
  if (!event->spontaneous()) first_row_->setFocus();  // not when the window only comes back from the task bar
}

void WelcomePage::dragEnterEvent(QDragEnterEvent* event) {
  if (!local_files(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void WelcomePage::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  for (const QString& path : local_files(event->mimeData())) emit file_dropped(path);
}

}  // namespace tradewind::gui
