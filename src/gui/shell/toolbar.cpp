#include "gui/shell/toolbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "gui/shell/elided_label.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/saved_state.h"
#include "gui/shell/scenario_box.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int height_of_bar = 46;

QToolButton* tool_button(QAction* action) {
  auto* button = new QToolButton;
  button->setDefaultAction(action);
  button->setAccessibleName(action->text().remove('&'));
  button->setIconSize({17, 17});
  return button;
}

}  // namespace

Toolbar::Toolbar(const PageContext& context, ScenarioBox* plans) : context_(context), name_(new QLabel), state_(new ElidedLabel) {
  const ActionRegistry& actions = context_.actions;
  setObjectName("toolbar");
  setFixedHeight(height_of_bar);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 0, 10, 0);
  row->setSpacing(6);
  name_->setTextFormat(Qt::RichText);
  row->addWidget(tool_button(actions.find("view.navigation")));
  row->addWidget(name_);
  state_->setObjectName("saved_state");
  row->addWidget(state_);
  row->addSpacing(4);
  row->addWidget(plans);
  row->addSpacing(4);
  row->addWidget(tool_button(actions.find("edit.undo")));
  row->addWidget(tool_button(actions.find("edit.redo")));
  row->addStretch(1);
  auto* search = new QPushButton(icon("search"), tr("Search or run a command    Ctrl+K"));
  search->setAccessibleName(tr("Search or run a command"));
  search->setMinimumWidth(250);
  search->setStyleSheet("text-align: left;");
  connect(search, &QPushButton::clicked, actions.find("view.palette"), &QAction::trigger);
  row->addWidget(search);
  auto* present = tool_button(actions.find("view.present"));
  present->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  row->addWidget(present);
  row->addWidget(tool_button(actions.find("file.export")));
  row->addWidget(tool_button(actions.find("view.inspector")));
  connect(&context_.document, &Document::history_changed, this, &Toolbar::refresh);
  connect(&context_.document, &Document::trouble_changed, this, &Toolbar::show_state);
  connect(&context_.document.long_change(), &LongChange::takes_long, this, &Toolbar::show_state);
  connect(&context_.document.long_change(), &LongChange::ended, this, &Toolbar::show_state);
  refresh();
}

void Toolbar::refresh() {
  const storage::Workspace& workspace = context_.document.workspace();
  const auto tell = [&](const char* id, const QString& verb, const std::optional<std::string>& label) {
    QAction* action = context_.actions.find(id);
    action->setEnabled(label.has_value());
    action->setText(label ? verb + " " + qt_text(*label) : verb);
    action->setToolTip(action->text() + " (" + action->shortcut().toString(QKeySequence::NativeText) + ")");
  };
  tell("edit.undo", tr("Undo"), workspace.undo_label());
  tell("edit.redo", tr("Redo"), workspace.redo_label());
  name_->setText("<b>" + context_.document.name().toHtmlEscaped() + "</b>");
  show_state();
}

void Toolbar::show_state() {
  const SavedState state = saved_state(context_.document);
  state_->set_line(tr("— %1").arg(state.text));
  state_->setToolTip(state.why.toHtmlEscaped());
  state_->setAccessibleName(state.text);
  state_->setAccessibleDescription(state.why);
  const QString role = state.is_trouble ? "danger" : "muted";
  if (state_->property("role").toString() == role) return;
  state_->setProperty("role", role);
  state_->style()->polish(state_);
}

}  // namespace tradewind::gui
