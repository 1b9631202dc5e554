#include "gui/backlog/menu_button.h"

#include <QPushButton>

#include "gui/theme/appearance.h"

namespace tradewind::gui {

void dress_as_menu_button(QPushButton& button) {
  const auto dress = [&button] {
    const bool light = Appearance::instance().theme() == views::Theme::light;
    button.setStyleSheet(QString("QPushButton { padding-right: 24px; }"
                                 "QPushButton::menu-indicator { image: url(:/icons/arrow-down-%1.svg); width: 12px; height: 12px;"
                                 " subcontrol-origin: padding; subcontrol-position: center right; right: 7px; }")
                             .arg(light ? "light" : "dark"));
  };
  dress();
  QObject::connect(&Appearance::instance(), &Appearance::changed, &button, dress);
}

}  // namespace tradewind::gui
