// What a page shows, as the views that are exported, printed and presented know it.
#pragma once
#include <QString>
#include <functional>
#include <memory>
#include <optional>

#include "tradewind/workbench/export_view.h"

namespace tradewind::gui {

struct ShownView {
  workbench::View view = workbench::View::backlog;
  workbench::ViewOptions options;              // without today and size: those are of who draws it
  std::shared_ptr<const Portfolio> portfolio;  // null: that of the document
  QString as_shown;                            // "only stage:idea, in groups by team"; empty where that is the view's usual way
  QString not_in_picture;                      // a sentence on what the page shows and a picture cannot; empty: nothing
  QString not_in_table;
};

/// Asked again after every change of the workspace.
using AskShown = std::function<std::optional<ShownView>()>;

}  // namespace tradewind::gui
