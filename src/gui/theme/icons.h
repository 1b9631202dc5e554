// The program's icons: SVG drawn for it in one style (16 × 16, 1.4 px lines), in the colour of the text of the theme.
#pragma once
#include <QIcon>
#include <QString>
#include <QStringList>

#include "tradewind/views/theme.h"

namespace tradewind::gui {

/// Follows the theme and any scaling. REQUIRES: icon_names() contains the name.
QIcon icon(const QString& name, views::Token color = views::Token::text_2);
QStringList icon_names();

}  // namespace tradewind::gui
