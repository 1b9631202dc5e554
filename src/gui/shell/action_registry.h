// Every action of the window, once: menus, shortcuts, toolbar, command palette and shortcut sheet are made from this list.
#pragma once
#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <functional>
#include <vector>

class QKeyEvent;

namespace tradewind::gui {

/// Property of an action that is disabled: why, and what would make it possible. The palette says it.
inline constexpr const char* why_not_property = "why_not";

struct ActionSpec {
  QString id = {};    // "edit.undo": stable, for tests and settings
  QString menu = {};  // "Edit"; empty = in no menu, only in the palette
  QString text = {};  // "Undo"; with & for its letter
  QKeySequence shortcut = {};
  QString icon = {};   // a name of icons.h
  QString words = {};  // more words under which the palette finds it
  QString place = {};  // the page on which it works, as people call it; empty = everywhere
  // The only widget that hears its keys, by asking take_key: elsewhere they may mean something else. Null: the whole window.
  const QWidget* heard_by = nullptr;
  QList<QKeySequence> also = {};  // further keys
};

/// Keys that a view handles by itself and nobody else can run: "Go from one to the next", "Arrow keys".
struct DescribedKeys {
  QString text;
  QString keys;
  friend bool operator==(const DescribedKeys&, const DescribedKeys&) = default;
};

class ActionRegistry : public QObject {
  Q_OBJECT

 public:
  explicit ActionRegistry(QWidget* window);

  /// REQUIRES: no other action has the id.
  QAction* add(const ActionSpec& spec, std::function<void()> run);
  /// REQUIRES: there is such an action.
  QAction* find(const QString& id) const;

  /// Runs the action that has this key in the widget; false where none has, or it is not possible now.
  bool take_key(const QWidget* heard_by, const QKeyEvent& event) const;

  /// For the sheet of shortcuts. `place`: as ActionSpec; what is described there already is not described twice.
  void describe(const QString& place, const std::vector<DescribedKeys>& keys);
  struct Description {
    QString place;
    DescribedKeys keys;
  };
  const std::vector<Description>& descriptions() const { return descriptions_; }

  struct Entry {
    ActionSpec spec;
    QAction* action = nullptr;
  };
  const std::vector<Entry>& entries() const { return entries_; }
  /// Names of menus in the usual order (File, Edit, View, Plan, Scenario, Go, Help), then others as they were first used.
  QStringList menus() const;

 private:
  QWidget* window_;
  std::vector<Entry> entries_;
  std::vector<Description> descriptions_;
};

}  // namespace tradewind::gui
