#include "gui/dialogs/export_preview.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPlainTextEdit>
#include <algorithm>

#include "gui/theme/appearance.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {
namespace {

constexpr double edge = 16;
// As paint/export.h says it of paper: 96 px an inch, margins of 10 mm, enlarged to 1.25 at most.
constexpr double pixels_of_mm = 96 / 25.4;
constexpr double paper_margin = 10 * pixels_of_mm;
constexpr double largest_scale_on_paper = 1.25;

/// In logical pixels of the scene's export.
QSizeF paper_of(paint::PageSize page, const views::Scene& scene) {
  switch (page) {
    case paint::PageSize::a4_landscape:
      return QSizeF(297, 210) * pixels_of_mm;
    case paint::PageSize::a3_landscape:
      return QSizeF(420, 297) * pixels_of_mm;
    case paint::PageSize::fit_scene:
      break;
  }
  return {scene.size.width, scene.size.height};
}

}  // namespace

class PagePreview : public QWidget {
 public:
  explicit PagePreview(const paint::QtTextMeasurer& measurer) : measurer_(measurer) {
    setMinimumSize(320, 240);
    connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
  }

  void show_scene(views::Scene scene, views::Theme theme, paint::PageSize page) {
    scene_ = std::move(scene);
    theme_ = theme;
    page_ = page;
    setAccessibleName(QObject::tr("Preview: %1").arg(QString::fromStdString(scene_.title)));
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), themed(views::Token::sunken));
    const QSizeF paper = paper_of(page_, scene_);
    if (paper.isEmpty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale =
        std::min({1.0, std::max(1.0, width() - 2 * edge) / paper.width(), std::max(1.0, height() - 2 * edge) / paper.height()});
    const QSizeF shown = paper * scale;
    const QRectF page(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown);
    painter.save();
    painter.setClipRect(page);
    painter.translate(page.topLeft());
    painter.scale(scale, scale);
    painter.fillRect(QRectF(QPointF(), paper), paint::qt_color(scene_.background, theme_));
    if (page_ != paint::PageSize::fit_scene) {
      const QRectF content = QRectF(QPointF(), paper).adjusted(paper_margin, paper_margin, -paper_margin, -paper_margin);
      painter.setClipRect(content, Qt::IntersectClip);
      painter.translate(content.topLeft());
      const double to_page = std::min(largest_scale_on_paper, content.width() / std::max(1.0, scene_.size.width));
      painter.scale(to_page, to_page);
    }
    paint::PaintOptions options;
    options.theme = theme_;
    paint::paint_scene(painter, scene_, measurer_, options);
    painter.restore();
    painter.setPen(themed(views::Token::line_3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page);
  }

 private:
  const paint::QtTextMeasurer& measurer_;
  views::Scene scene_;
  views::Theme theme_ = views::Theme::light;
  paint::PageSize page_ = paint::PageSize::fit_scene;
};

ExportPreview::ExportPreview(const paint::QtTextMeasurer& measurer, QWidget* parent)
    : QStackedWidget(parent), page_(new PagePreview(measurer)), text_(new QPlainTextEdit) {
  text_->setReadOnly(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setAccessibleName(tr("Preview: the first lines"));
  addWidget(page_);
  addWidget(text_);
}

void ExportPreview::show_scene(views::Scene scene, views::Theme theme, paint::PageSize page) {
  page_->show_scene(std::move(scene), theme, page);
  setCurrentWidget(page_);
}

void ExportPreview::show_text(const QString& text) {
  text_->setPlainText(text);
  setCurrentWidget(text_);
}

}  // namespace tradewind::gui
