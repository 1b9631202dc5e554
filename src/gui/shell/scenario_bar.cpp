#include "gui/shell/scenario_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "gui/dialogs/message_line.h"
#include "gui/shell/count_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {

ScenarioBar::ScenarioBar(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      line_(new QFrame),
      words_(new QLabel),
      conflicts_(new QLabel),
      message_(new MessageLine) {
  line_->setObjectName("scenario_bar");
  words_->setObjectName("scenario_words");
  words_->setTextFormat(Qt::PlainText);
  // A long name must not make the window wider.
  words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  conflicts_->setObjectName("scenario_conflicts");
  conflicts_->setToolTip(tr("Both changed the same there. Adopt lists them before anything happens."));
  auto* row = new QHBoxLayout(line_);
  row->setContentsMargins(16, 4, 12, 4);
  row->setSpacing(8);
  row->addWidget(words_, 1);
  row->addWidget(conflicts_);
  row->addWidget(button_for("scenario.compare", tr("Compare")));
  row->addWidget(button_for("scenario.adopt", tr("Adopt…")));
  row->addWidget(button_for("scenario.baseline", tr("Back to the baseline")));
  auto* close = new QToolButton;
  close->setIcon(icon("close"));
  close->setAccessibleName(tr("Close the message"));
  connect(close, &QToolButton::clicked, message_, &QWidget::hide);
  message_->setObjectName("scenario_message");
  message_->add(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(line_);
  column->addWidget(message_);
  connect(&context_.document, &Document::scenarios_changed, this, &ScenarioBar::refresh);
  connect(&context_.document, &Document::told, this,
          [this](const QString& sentence) { message_->say(MessageLine::Kind::warning, sentence); });
  refresh();
}

QPushButton* ScenarioBar::button_for(const char* action, const QString& text) {
  auto* button = new QPushButton(text);
  button->setObjectName(QString("bar.") + action);
  QAction* runs = context_.actions.find(action);
  connect(button, &QPushButton::clicked, runs, &QAction::trigger);
  return button;
}

void ScenarioBar::say(const QString& sentence) { message_->say(MessageLine::Kind::good, sentence); }

void ScenarioBar::refresh() {
  const QString name = context_.document.scenario_name();
  line_->setVisible(!name.isEmpty());
  words_->setText(tr("Scenario: %1. Changes stay in it until you adopt it.").arg(name));
  words_->setToolTip(words_->text());
  const std::size_t count = context_.document.conflicts().size();
  conflicts_->setVisible(count > 0);
  conflicts_->setText(tr("In %1 the baseline says something else").arg(count_text(count, tr("place"), tr("places"))));
}

}  // namespace tradewind::gui
