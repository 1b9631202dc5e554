// What opens over or beside a page: dialogs, sheets, panels.
#pragma once
#include <QDir>
#include <functional>

#include "gui/shell/main_window.h"

namespace tradewind::gui {

/// Waits until the widget has come to rest.
using Settle = std::function<void(const QWidget&)>;
/// Keeps a picture of the widget under that name.
using Keep = std::function<void(QWidget& widget, const QString& name)>;

/// The button of the page that says `text`. REQUIRES: there is one.
void press(const MainWindow& window, const QString& page, const QString& text);

/// Each is opened, kept and closed again; nothing is changed. `rows`: of the file that is about to be imported.
/// `scenario` (may be none) is the one about to be adopted.
void draw_dialogs(MainWindow& window, const QDir& folder, int rows, ScenarioId scenario, const Settle& settle, const Keep& keep);

}  // namespace tradewind::gui
