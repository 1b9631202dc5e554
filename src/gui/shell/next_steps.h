// On an empty page: buttons for what to do next, under the sentence that the page shows.
#pragma once
#include <QPoint>
#include <QString>
#include <QWidget>
#include <functional>
#include <optional>
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
  /// Lies over the view, in its middle.
  explicit NextSteps(QWidget* view);

  /// The first is the one to be taken first. Without steps there is nothing to see. `top`: the middle of their upper edge, in
  /// pixels of the view, where the sentence does not stand in the view's middle.
  void offer(std::vector<Step> steps, std::optional<QPoint> top = {});

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();

  std::optional<QPoint> top_;
  QString offered_;  // their texts: the same steps keep their buttons, and with them the focus
};

/// Adds the step that runs the action; none where there is no such action: a page on its own has not all those of a window.
void add_action_step(std::vector<NextSteps::Step>& steps, const ActionRegistry& actions, const QString& text,
                     const QString& action);

}  // namespace tradewind::gui
