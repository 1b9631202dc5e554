#include "gui/dialogs/export_preview.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "gui/dialogs/page_picture.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr int slow_milliseconds = 300;
constexpr int resize_milliseconds = 80;  // while the edge of the window is dragged, the old picture is stretched
constexpr std::size_t shown_bytes = 8000;

QString first_lines(const std::string& text) {
  if (text.size() <= shown_bytes) return qt_text(text);
  std::string shown = text.substr(0, shown_bytes);
  // Whole lines only: the cut may lie inside a letter.
  if (const auto end = shown.rfind('\n'); end != std::string::npos) shown.resize(end);
  return qt_text(shown) + "\n…";
}

}  // namespace

class PagePreview : public QWidget {
 public:
  PagePreview() {
    setObjectName("export_page");
    setMinimumSize(320, 240);
    connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
  }

  /// In pixels of the screen.
  QRect place_of(QSizeF paper) const {
    return page_within((QSizeF(size()) * devicePixelRatioF()).toSize(), paper, devicePixelRatioF());
  }

  void show_page(QImage picture, QSizeF paper, const QString& title) {
    picture_ = std::move(picture);
    paper_ = paper;
    setAccessibleName(QObject::tr("Preview: %1").arg(title));
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), themed(views::Token::sunken));
    if (picture_.isNull()) return;
    // Pixel on pixel, so that the letters stay sharp.
    const double density = devicePixelRatioF();
    painter.scale(1 / density, 1 / density);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect page = place_of(paper_);
    painter.drawImage(page, picture_);
    painter.setPen(QPen(themed(views::Token::line_3), density));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page);
  }

 private:
  QImage picture_;
  QSizeF paper_;
};

ExportPreview::ExportPreview(QWidget* parent)
    : QStackedWidget(parent), picture_(new PagePreview), page_(new QSpinBox), text_(new QPlainTextEdit) {
  text_->setObjectName("export_lines");
  text_->setReadOnly(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setAccessibleName(tr("Preview: the first lines"));
  addWidget(make_pages());
  addWidget(text_);
  slow_.setSingleShot(true);
  slow_.setInterval(slow_milliseconds);
  resized_.setSingleShot(true);
  resized_.setInterval(resize_milliseconds);
  connect(&slow_, &QTimer::timeout, this, &ExportPreview::slow);
  // What is laid out now is painted for the new size anyway.
  connect(&resized_, &QTimer::timeout, this, [this] {
    if (!laying_out_.is_running()) paint();
  });
}

QWidget* ExportPreview::make_pages() {
  page_->setObjectName("export_page_number");
  page_->setAccessibleName(tr("Page of the preview"));
  page_->setPrefix(tr("Page "));
  page_->setRange(1, 1);
  page_->setAlignment(Qt::AlignHCenter);
  page_->hide();
  connect(page_, &QSpinBox::valueChanged, this, &ExportPreview::paint);
  auto* pages = new QWidget;
  auto* layout = new QVBoxLayout(pages);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(picture_, 1);
  layout->addWidget(page_, 0, Qt::AlignHCenter);
  return pages;
}

void ExportPreview::draw(ExportSource source, const ExportChoice& choice) {
  stop();
  slow_.start();
  laying_out_.start([this, source = std::move(source), choice](const BackgroundJob::Run& run) {
    const auto goes_on = [&run] { return run.goes_on(); };
    const auto fail = [&](const Error& error) {
      run.deliver([this, error] {
        slow_.stop();
        drawn_ = nullptr;
        emit failed(error);
      });
    };
    if (!is_picture(choice.format)) {
      const auto text = text_of(source, choice, goes_on);
      if (!text) return fail(text.error());
      run.deliver([this, lines = first_lines(*text)] {
        drawn_ = nullptr;
        text_->setPlainText(lines);
        setCurrentWidget(text_);
        tell_drawn(0);
      });
      return;
    }
    const paint::QtTextMeasurer measurer;
    auto scenes = scenes_of(*source.portfolio, choice, measurer, goes_on);
    if (!scenes) return fail(scenes.error());
    auto drawn = std::make_shared<Drawn>();
    drawn->scenes = std::move(*scenes);
    drawn->theme = choice.theme;
    drawn->is_document = choice.format == ExportFormat::pdf;
    drawn->pages = views::paper_pages(drawn->scenes, drawn->is_document ? choice.paper : views::Paper::one);
    if (drawn->pages.empty()) return fail({ErrorCode::bad_input, "cannot draw the view", "the picture has no area", ""});
    run.deliver([this, drawn = std::move(drawn)] { take(drawn); });
  });
}

void ExportPreview::take(std::shared_ptr<const Drawn> drawn) {
  drawn_ = std::move(drawn);
  const int pages = drawn_->is_document ? static_cast<int>(drawn_->pages.size()) : 1;
  {
    const QSignalBlocker quiet(page_);
    page_->setRange(1, pages);
    page_->setSuffix(tr(" of %1").arg(pages));
    page_->setVisible(pages > 1);
  }
  paint();
}

void ExportPreview::stop() {
  slow_.stop();
  resized_.stop();
  laying_out_.stop();
  painting_.stop();
}

void ExportPreview::paint() {
  if (drawn_ == nullptr) return;
  const auto at = static_cast<std::size_t>(page_->value() - 1);
  const QSizeF paper = pixels_of(drawn_->pages[at]);
  const QSize size = picture_->place_of(paper).size();
  painting_.start([this, drawn = drawn_, at, paper, size](const BackgroundJob::Run& run) {
    if (!run.goes_on()) return;
    const views::PaperPage& page = drawn->pages[at];
    run.deliver([this, drawn, at, paper, picture = picture_of_page(page, drawn->theme, size)] {
      QString title = qt_text(drawn->pages[at].content.scene->title);
      if (page_->maximum() > 1) title += ", " + tr("page %1 of %2").arg(at + 1).arg(page_->maximum());
      picture_->show_page(picture, paper, title);
      setCurrentIndex(0);
      tell_drawn(static_cast<int>(drawn->pages.size()));
    });
  });
}

void ExportPreview::tell_drawn(int pages) {
  slow_.stop();
  emit drawn(pages);
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
  QStackedWidget::resizeEvent(event);
  if (drawn_ != nullptr) resized_.start();
}

}  // namespace tradewind::gui
