#include "gui/shell/next_steps.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "gui/shell/action_registry.h"

namespace tradewind::gui {
namespace {

constexpr int below_middle = 48;  // pixels: the sentences stand around the middle

}  // namespace

NextSteps::NextSteps(QWidget* view) : QWidget(view) {
  setObjectName("next_steps");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  view->installEventFilter(this);
  hide();
}

void NextSteps::offer(std::vector<Step> steps, std::optional<QPoint> top) {
  top_ = top;
  QStringList texts;
  for (const Step& step : steps) texts << step.text;
  setVisible(!steps.empty());
  if (const QString offered = texts.join('\n'); offered != offered_) {
    offered_ = offered;
    // Not at once: one of them may have been clicked just now.
    for (QPushButton* button : findChildren<QPushButton*>()) {
      layout()->removeWidget(button);
      button->hide();
      button->setObjectName(QString());
      button->deleteLater();
    }
    for (Step& step : steps) {
      auto* button = new QPushButton(step.text);
      button->setObjectName("next_step");
      if (layout()->count() == 0) button->setProperty("role", "primary");
      connect(button, &QPushButton::clicked, this, [run = std::move(step.run)] { run(); });
      layout()->addWidget(button);
      button->show();  // a layout leaves that for later, and would measure none now
    }
  }
  place();
}

bool NextSteps::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parent() && event->type() == QEvent::Resize) place();
  return QWidget::eventFilter(watched, event);
}

void NextSteps::place() {
  resize(sizeHint());
  const QPoint top = top_.value_or(QPoint(parentWidget()->width() / 2, parentWidget()->height() / 2 + below_middle));
  move(top.x() - width() / 2, top.y());
  raise();
}

void add_action_step(std::vector<NextSteps::Step>& steps, const ActionRegistry& actions, const QString& text,
                     const QString& action) {
  for (const ActionRegistry::Entry& entry : actions.entries())
    if (entry.spec.id == action) steps.push_back({text, [there = entry.action] { there->trigger(); }});
}

}  // namespace tradewind::gui
