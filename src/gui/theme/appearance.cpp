#include "gui/theme/appearance.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QPalette>
#include <QSettings>

#include "gui/theme/eliding_style.h"
#include "gui/theme/style_sheet.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr const char* setting = "appearance/theme";

QPalette palette_of(views::Theme theme) {
  const auto color = [theme](Token token) { return paint::qt_color(token, theme); };
  QPalette palette;
  palette.setColor(QPalette::Window, color(Token::chrome));
  palette.setColor(QPalette::WindowText, color(Token::text_1));
  palette.setColor(QPalette::Base, color(Token::base));
  palette.setColor(QPalette::AlternateBase, color(Token::panel));
  palette.setColor(QPalette::Text, color(Token::text_1));
  palette.setColor(QPalette::PlaceholderText, color(Token::text_3));
  palette.setColor(QPalette::Button, color(Token::field));
  palette.setColor(QPalette::ButtonText, color(Token::text_1));
  palette.setColor(QPalette::Highlight, color(Token::accent_soft));
  palette.setColor(QPalette::HighlightedText, color(Token::text_1));
  palette.setColor(QPalette::ToolTipBase, color(Token::raised));
  palette.setColor(QPalette::ToolTipText, color(Token::text_1));
  palette.setColor(QPalette::Link, color(Token::accent));
  palette.setColor(QPalette::Light, color(Token::line_1));
  palette.setColor(QPalette::Mid, color(Token::line_2));
  palette.setColor(QPalette::Dark, color(Token::line_3));
  palette.setColor(QPalette::Disabled, QPalette::Text, color(Token::text_off));
  palette.setColor(QPalette::Disabled, QPalette::WindowText, color(Token::text_off));
  palette.setColor(QPalette::Disabled, QPalette::ButtonText, color(Token::text_off));
  return palette;
}

/// The desktop's window colour tells whether it is dark (Qt 6.4 has no other way). REQUIRES: the palette is not ours.
views::Theme theme_of_desktop() {
  const QPalette desktop = QApplication::palette();
  const bool is_dark = desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
  return is_dark ? views::Theme::dark : views::Theme::light;
}

/// Rich text takes the colour of its links when it is read, and keeps it.
void read_links_again() {
  for (QWidget* widget : QApplication::allWidgets())
    if (auto* label = qobject_cast<QLabel*>(widget); label != nullptr && label->text().contains("<a ")) {
      const QString text = label->text();
      label->clear();
      label->setText(text);
    }
}

}  // namespace

Appearance& Appearance::instance() {
  static auto* const appearance = new Appearance;  // lives as long as the application that owns it
  return *appearance;
}

Appearance::Appearance() : QObject(qApp) {
  system_theme_ = theme_of_desktop();
  QApplication::setStyle(new ElidingStyle);
  QFont font(QFontDatabase::families().contains("Inter") ? QString("Inter") : QApplication::font().family());
  font.setPixelSize(13);
  QApplication::setFont(font);
  const QString kept = QSettings().value(setting).toString();
  choice_ = kept == "light" ? Choice::light : kept == "dark" ? Choice::dark : Choice::system;
  apply();
  qApp->installEventFilter(this);
}

bool Appearance::eventFilter(QObject* watched, QEvent* event) {
  const bool is_news = (event->type() == QEvent::ApplicationPaletteChange && watched == qApp) ||
                       (event->type() == QEvent::ThemeChange && watched->isWindowType());
  if (is_news && !is_applying_) {
    is_applying_ = true;
    QApplication::setPalette(QPalette());  // the desktop's shows
    const views::Theme theme = theme_of_desktop();
    QApplication::setPalette(palette_of(theme_));
    is_applying_ = false;
    follow_system(theme);
  }
  return QObject::eventFilter(watched, event);
}

void Appearance::follow_system(views::Theme theme) {
  if (theme == system_theme_) return;
  system_theme_ = theme;
  if (choice_ == Choice::system) apply();
}

void Appearance::choose(Choice choice) {
  choice_ = choice;
  QSettings().setValue(setting, choice == Choice::light ? "light" : choice == Choice::dark ? "dark" : "system");
  apply();
}

void Appearance::apply() {
  theme_ = choice_ == Choice::light ? views::Theme::light : choice_ == Choice::dark ? views::Theme::dark : system_theme_;
  is_applying_ = true;
  // Qt takes six times as long to put one sheet in the place of another as to take it off and put the other on.
  qApp->setStyleSheet({});
  QApplication::setPalette(palette_of(theme_));
  qApp->setStyleSheet(style_sheet(theme_));
  is_applying_ = false;
  read_links_again();
  emit changed();
}

QColor Appearance::color(Token token) const { return paint::qt_color(token, theme_); }

}  // namespace tradewind::gui
