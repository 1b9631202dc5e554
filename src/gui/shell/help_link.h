// From a score's explanation to the page that defines the method: a link "tradewind:method/rice", or a call.
#pragma once
#include <QString>
#include <QStringView>

namespace tradewind::gui {

class ActionRegistry;

inline constexpr const char* help_action = "help.methods";

/// "tradewind:method/rice" for "rice".
QString link_to_method(QStringView method);

/// Opens the page at a method: its key, or a link to it; at its beginning for anything else. Fits QLabel::linkActivated.
void open_help(const ActionRegistry& actions, QStringView method);

}  // namespace tradewind::gui
