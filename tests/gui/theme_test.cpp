#include <QImage>
#include <QPainter>

#include "gui/theme/icons.h"
#include "gui/theme/style_sheet.h"
#include "support/catch.h"

namespace tradewind::gui {

TEST_CASE("The style sheet knows every token that it names, in both themes") {
  for (const views::Theme theme : {views::Theme::light, views::Theme::dark}) {
    const QString sheet = style_sheet(theme);
    CHECK_FALSE(sheet.contains('@'));
    CHECK(sheet.contains(theme == views::Theme::light ? "#ffffff" : "#16181d", Qt::CaseInsensitive));
  }
}

TEST_CASE("Every icon draws something") {
  for (const QString& name : icon_names()) {
    INFO(name.toStdString());
    const QImage image = icon(name).pixmap(32, 32).toImage();
    int painted = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        if (qAlpha(image.pixel(x, y)) > 60) ++painted;
    CHECK(painted > 12);
  }
}

}  // namespace tradewind::gui
