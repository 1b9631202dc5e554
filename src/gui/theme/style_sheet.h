// The style sheet of the program in the colours of a theme.
#pragma once
#include <QString>

#include "tradewind/views/theme.h"

namespace tradewind::gui {

/// Object names and properties that it knows: QPushButton[role="primary"|"quiet"], QLabel[role="title"|"section"|"muted"|
/// "danger"|"figure"|"stale-figure"|"statement"], QFrame[role="panel"|"bar"], QComboBox[role="scenario"], #navigation,
/// #toolbar, #inspector, #scenario_bar.
QString style_sheet(views::Theme theme);

}  // namespace tradewind::gui
