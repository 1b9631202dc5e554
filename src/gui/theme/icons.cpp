#include "gui/theme/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>
#include <utility>

#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

// Paths on a grid of 16, drawn as lines with round ends.
constexpr std::array<std::pair<const char*, const char*>, 36> drawings{{
    {"overview", "M2.5 2.5h4.5v4.5h-4.5z M9 2.5h4.5v4.5h-4.5z M2.5 9h4.5v4.5h-4.5z M9 9h4.5v4.5h-4.5z"},
    {"outcomes", "M8 2a6 6 0 1 0 .01 0z M8 5a3 3 0 1 0 .01 0z M8 7.6v.8"},
    {"backlog", "M5.5 3.5h8 M5.5 8h8 M5.5 12.5h8 M2.5 3.5h.6 M2.5 8h.6 M2.5 12.5h.6"},
    {"prioritize", "M2.5 2.5v11h11 M6 10.2a1.2 1.2 0 1 0 .01 0z M9.5 4a1.8 1.8 0 1 0 .01 0z M12.6 8.4a.9 .9 0 1 0 .01 0z"},
    {"roadmap", "M2.5 4h6 M5 8h7 M8.5 12h5"},
    {"tradeoffs", "M3 5.5h9.5 M10 3l2.5 2.5L10 8 M13 10.5H3.5 M6 8l-2.5 2.5L6 13"},
    {"scenarios", "M3 8h3.5 M6.5 8c2.5 0 1.5-4 4-4H13 M6.5 8c2.5 0 1.5 4 4 4H13 M11 2l2 2-2 2 M11 10l2 2-2 2"},
    {"time", "M8 2a6 6 0 1 0 .01 0z M8 4.8V8l2.4 1.6"},
    {"teams",
     "M6 3a2.3 2.3 0 1 0 .01 0z M1.8 13c0-2.4 1.8-4 4.2-4s4.2 1.6 4.2 4 M10.6 3.3a2.1 2.1 0 0 1 0 4.1 M12 9.3c1.4.5 2.3 1.9 2.3 "
     "3.7"},
    {"history", "M3 3.5v3h3 M3.2 6.4A5.3 5.3 0 1 1 2.7 9 M8 5.5V8l1.9 1.3"},
    {"help", "M8 2a6 6 0 1 0 .01 0z M6.2 6.4a1.8 1.8 0 1 1 2.7 1.6c-.6.3-.9.6-.9 1.2 M8 11.2v.2"},
    {"undo", "M5.8 3.2L2.8 6.2l3 3 M3 6.2h6.2a3.6 3.6 0 0 1 0 7.2H7"},
    {"redo", "M10.2 3.2l3 3-3 3 M13 6.2H6.8a3.6 3.6 0 0 0 0 7.2H9"},
    {"search", "M7 2.5a4.5 4.5 0 1 0 .01 0z M10.3 10.3l3.4 3.4"},
    {"filter", "M2.5 4h11 M4.5 8h7 M6.5 12h3"},
    {"plus", "M8 3v10 M3 8h10"},
    {"minus", "M3 8h10"},
    {"close", "M4 4l8 8 M12 4l-8 8"},
    {"check", "M3 8.5l3.3 3.3L13 4.6"},
    {"warning", "M8 2.2L14.4 13.3H1.6z M8 6.4v3.2 M8 11.4v.2"},
    {"left", "M10 3.5L5.5 8l4.5 4.5"},
    {"right", "M6 3.5L10.5 8L6 12.5"},
    {"down", "M3.5 6L8 10.5L12.5 6"},
    {"up", "M3.5 10L8 5.5L12.5 10"},
    {"sidebar-left", "M2.5 3h11v10h-11z M6.2 3v10"},
    {"sidebar-right", "M2.5 3h11v10h-11z M9.8 3v10"},
    {"present", "M4.5 3v10l8-5z"},
    {"import", "M8 2.5v7 M5 6.8l3 3 3-3 M2.8 11v2.5h10.4V11"},
    {"export", "M8 9.8v-7 M5 5.5l3-3 3 3 M2.8 11v2.5h10.4V11"},
    {"open", "M2 12.8V3.5h4l1.5 1.8H13v2 M2 12.8l2-5.5h11l-2 5.5z"},
    {"sample", "M8 2l5.5 3v6L8 14l-5.5-3V5z M2.6 5L8 8l5.4-3 M8 8v6"},
    {"command", "M3 4l4 4-4 4 M8.5 12.5H13"},
    {"trash", "M3 4.5h10 M6 4.5V3h4v1.5 M4.3 4.5l.6 9h6.2l.6-9"},
    {"calendar", "M2.5 3.5h11v10h-11z M2.5 6.5h11 M5.5 2v3 M10.5 2v3"},
    {"milestone", "M8 2.5l5.5 5.5L8 13.5 2.5 8z"},
    {"link", "M3 4.5h4a2 2 0 0 1 2 2v3a2 2 0 0 0 2 2h2 M11 9.5l2 2-2 2"},
}};

QByteArray drawing_of(const QString& name, const QColor& color) {
  for (const auto& [known, paths] : drawings)
    if (name == QLatin1String(known))
      return QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="none" stroke=")") +
             color.name().toLatin1() + R"(" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" d=")" + paths +
             R"("/></svg>)";
  Q_ASSERT_X(false, "icon", qPrintable(name));
  return {};
}

class ThemedIcon : public QIconEngine {
 public:
  ThemedIcon(QString name, views::Token color) : name_(std::move(name)), color_(color) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const double scale = painter->device()->devicePixelRatioF();
    QPixmap drawn = pixmap(rect.size() * scale, mode, state);
    drawn.setDevicePixelRatio(scale);
    painter->drawPixmap(rect, drawn);
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    const QColor color = themed(mode == QIcon::Disabled ? views::Token::text_off : color_);
    // Tables draw the same few icons in every row of every frame.
    const QString key = QString("tradewind %1 %2 %3x%4").arg(name_, color.name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawing_of(name_, color)).render(&painter, QRect(QPoint(), size));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
  }
  QIconEngine* clone() const override { return new ThemedIcon(*this); }

 private:
  QString name_;
  views::Token color_;
};

}  // namespace

QIcon icon(const QString& name, views::Token color) { return QIcon(new ThemedIcon(name, color)); }

QStringList icon_names() {
  QStringList names;
  for (const auto& drawing : drawings) names.append(QString::fromLatin1(drawing.first));
  return names;
}

}  // namespace tradewind::gui
