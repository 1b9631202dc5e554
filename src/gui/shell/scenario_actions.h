// What people do with scenarios as wholes: make, name, compare, adopt and drop them. In the menu for the one that is shown; the
// page of scenarios calls the same for the one that is chosen there.
#pragma once
#include <QPointer>

#include "gui/shell/page.h"
#include "tradewind/domain/date.h"

namespace tradewind::gui {

class AdoptDialog;

class ScenarioActions : public QObject {
  Q_OBJECT

 public:
  using Change = std::function<void(storage::Edit&)>;

  /// Names are asked for below `anchor`.
  ScenarioActions(const PageContext& context, QWidget* anchor, QWidget* window);

  /// From what is shown: the baseline, or another scenario with all its edits. The new one is shown then.
  void ask_for_new();
  bool create(const QString& name, const QString& step = {}, const Change& change = {});
  /// The same, with a first edit of its own, after which it is called.
  void ask_for_new_with(const QString& step, const Change& change);
  void ask_for_new_name(ScenarioId scenario);
  bool rename(ScenarioId scenario, const QString& name);
  /// At once where nothing meets other changes; else what meets them is shown first.
  void adopt(ScenarioId scenario);
  void drop(ScenarioId scenario);
  /// Round the list: the baseline, then the scenarios by name.
  void show_next();

 signals:
  void compare_requested();
  /// What was done, and the way back.
  void done(const QString& sentence);

 private:
  void add_actions();
  void add(const QString& id, const QString& text, const QKeySequence& shortcut, const QString& icon_name, const QString& words,
           std::function<void(ScenarioActions&)> run);
  void update_actions();
  void adopt_now(ScenarioId scenario);
  /// Why no scenario can have the name; empty where one can.
  QString objection_to(const QString& name, ScenarioId scenario) const;
  QString name_of(ScenarioId scenario) const;
  void ask_for_name(const QString& title, const QString& name, ScenarioId scenario, std::function<void(const QString&)> take);

  PageContext context_;
  QPointer<QWidget> anchor_;
  QPointer<QWidget> window_;
  QPointer<AdoptDialog> adopting_;
};

}  // namespace tradewind::gui
