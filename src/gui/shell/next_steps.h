// On an empty page: buttons for what to do next, under the sentence that the drawn view shows.
#pragma once
#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

namespace tradewind::gui {

class ActionRegistry;

class NextSteps : public QWidget {
  Q_OBJECT

 public:
  struct Step {
    QString text;
    std::function<void()> run;
  };
  /// Triggers that action. None where the registry does not have it: a page on its own has not all actions of a window.
  static std::vector<Step> of_action(const ActionRegistry& actions, const QString& text, const QString& action);
  /// Lies over the view, in its middle.
  explicit NextSteps(QWidget* view);

  /// The first is the one to be taken first. Without steps there is nothing to see.
  void offer(std::vector<Step> steps);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();

  QString offered_;  // their texts: the same steps keep their buttons, and with them the focus
};

}  // namespace tradewind::gui
