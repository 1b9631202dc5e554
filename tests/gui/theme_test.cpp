#include <QApplication>
#include <QImage>
#include <QPainter>

#include "gui/theme/appearance.h"
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

TEST_CASE("What the desktop changes is followed where people chose the system's theme, and only there") {
  Appearance& appearance = Appearance::instance();
  const auto choice = appearance.choice();
  appearance.choose(Appearance::Choice::system);
  appearance.follow_system(views::Theme::light);
  int heard = 0;
  QObject context;
  QObject::connect(&appearance, &Appearance::changed, &context, [&] { ++heard; });
  appearance.follow_system(views::Theme::dark);
  CHECK(appearance.theme() == views::Theme::dark);
  CHECK(heard == 1);
  // The desktop itself, which is light here, tells of its colours.
  QEvent news(QEvent::ApplicationPaletteChange);
  QApplication::sendEvent(qApp, &news);
  CHECK(appearance.theme() == views::Theme::light);
  CHECK(QApplication::palette().color(QPalette::Window) == themed(views::Token::chrome));

  appearance.choose(Appearance::Choice::light);
  heard = 0;
  appearance.follow_system(views::Theme::dark);
  CHECK(appearance.theme() == views::Theme::light);
  CHECK(heard == 0);
  appearance.follow_system(views::Theme::light);
  appearance.choose(choice);
}

}  // namespace tradewind::gui
