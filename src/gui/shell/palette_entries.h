// What the command palette finds for a few typed letters: actions (pages and saved views among them), items, outcomes.
#pragma once
#include <vector>

#include "gui/shell/action_registry.h"
#include "gui/shell/fuzzy_match.h"
#include "tradewind/domain/id.h"

namespace tradewind::gui {

class Document;

struct PaletteEntry {
  QString text;
  QString detail;  // menu, or key
  QString kind;
  QString shortcut;
  QString icon;
  QAction* action = nullptr;
  ItemId item;
  OutcomeId outcome;
  FuzzyMatch match;

  bool is_possible() const { return action == nullptr || action->isEnabled(); }
};

/// Best first. Without a document actions only; without a query those that can be run now.
std::vector<PaletteEntry> palette_entries(const ActionRegistry& actions, const Document* document, const QString& query);

}  // namespace tradewind::gui
