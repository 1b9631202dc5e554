// A button that opens a menu: with an arrow at its right end, in the colours of the theme.
#pragma once
class QPushButton;

namespace tradewind::gui {

void dress_as_menu_button(QPushButton& button);

}  // namespace tradewind::gui
