// A page of the main window: what it needs, and what it tells the window.
#pragma once
#include <QFrame>
#include <QWidget>
#include <functional>
#include <vector>

#include "gui/shell/action_registry.h"
#include "gui/shell/document.h"
#include "gui/shell/selection.h"
#include "gui/shell/shown_view.h"

namespace tradewind::gui {

/// Lives as long as the window shows one workspace; all three outlive every page.
struct PageContext {
  Document& document;
  Selection& selection;
  ActionRegistry& actions;
};

class Page : public QWidget {
  Q_OBJECT

 public:
  explicit Page(const PageContext& context);

  Document& document() const { return context_.document; }
  Selection& selection() const { return context_.selection; }
  ActionRegistry& actions() const { return context_.actions; }
  const Portfolio& portfolio() const { return context_.document.portfolio(); }

  /// What the status bar says about the page: "22 of 44 items, 3 selected".
  virtual QString status() const { return {}; }
  /// Whether status() counts the selected items itself.
  virtual bool tells_selection() const { return false; }
  /// What of the page is hidden, in the words of the filter that hides it; empty: nothing.
  virtual QString filter() const { return {}; }
  virtual void clear_filter() {}
  /// How people have arranged the page (its order, its shape): kept in the settings until the workspace is opened again.
  virtual QString arrangement() const { return {}; }
  /// What arrangement() has said, or anything else.
  virtual void arrange(const QString&) {}
  /// What of the page goes on paper; nullopt for pages of forms and lists.
  virtual std::optional<ShownView> shown_view() const { return std::nullopt; }
  /// The widget that gets the focus when the page is opened.
  virtual QWidget* first_focus() { return this; }

 signals:
  void status_changed();

 protected:
  /// An action of this page: possible, and its key alive, while the page is seen only. REQUIRES: spec.place names the page.
  QAction* add_action(const ActionSpec& spec, std::function<void()> run);
  /// Called after the workspace has changed while the page is seen, else when it is next shown: what nobody looks at costs
  /// nothing.
  virtual void refresh() {}
  /// For constructors: the first refresh waits until somebody looks, so that a large workspace opens at once.
  void refresh_when_shown() { is_stale_ = true; }
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void let_own_actions(bool possible);

  struct OwnAction {
    QAction* action = nullptr;  // outlives the page: the window's menus show it
    QString place;
  };
  PageContext context_;
  std::vector<OwnAction> own_actions_;
  bool is_stale_ = false;
};

/// The bar above a page, with its title; widgets are added to its layout.
class PageBar : public QFrame {
 public:
  explicit PageBar(const QString& title, QWidget* parent = nullptr);
  void add(QWidget* widget);
  void add_stretch();
};

}  // namespace tradewind::gui
