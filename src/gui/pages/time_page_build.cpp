// The bar of the page of time, the line under it, and its actions.
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include "gui/pages/policy_editor.h"
#include "gui/pages/quick_time_bar.h"
#include "gui/pages/time_entries_panel.h"
#include "gui/pages/time_entries_table.h"
#include "gui/pages/time_page.h"
#include "gui/shell/elided_label.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {

void TimePage::add_actions() {
  actions().add(
      {"time.policy", tr("Plan"), tr("Edit the allocation policy"), {}, "time", tr("70/20/10 classes shares tolerance")},
      [this] { show_policy_editor(true); });
  add_action({.id = "time.rows",
              .text = tr("Rows by person, or by team again"),
              .shortcut = QKeySequence(Qt::Key_G),
              .words = tr("group people teams"),
              .place = tr("Time"),
              .heard_by = &view()},
             [this] { (rows_ == views::AllocationRows::teams ? people_ : teams_)->click(); });
  add_action({.id = "time.find",
              .text = tr("Find time entries, to correct or delete them"),
              .shortcut = QKeySequence::Find,
              .icon = "filter",
              .words = tr("list filter search"),
              .place = tr("Time")},
             [this] {
               show_entries(true);
               entries_->filter().setFocus(Qt::ShortcutFocusReason);
               entries_->filter().selectAll();
             });
  add_action({.id = "time.remove",
              .text = tr("Delete the selected time entries"),
              .shortcut = QKeySequence(Qt::Key_Delete),
              .place = tr("Time"),
              .heard_by = &entries_->table()},
             [this] {
               // Nothing goes that nobody sees: the palette has this action too.
               if (lists_entries())
                 entries_->remove_selected();
               else
                 show_entries(true);
             });
  view().set_key_handler([this](QKeyEvent& event) { return actions().take_key(&view(), event); });
  entries_->table().set_key_handler([this](const QKeyEvent& event) { return actions().take_key(&entries_->table(), event); });
}

void TimePage::build_bar() {
  chooser_ = new QComboBox;
  chooser_->setObjectName("time_period");
  chooser_->setAccessibleName(tr("Which weeks and which quarter's plan"));
  chooser_->setToolTip(chooser_->accessibleName());
  chooser_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  bar().add(chooser_);
  connect(chooser_, &QComboBox::activated, this, &TimePage::show_chosen);
  const auto add_quarter = [this](const QString& text, const QString& name, int quarters_back) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    bar().add(button);
    connect(button, &QPushButton::clicked, this, [this, quarters_back] {
      const Date day = first_of_month_after(today(), -3 * quarters_back);
      choose(quarter_of(day, portfolio().settings().fiscal_year_start_month).name);
    });
  };
  add_quarter(tr("This quarter"), "time_this_quarter", 0);
  add_quarter(tr("Last quarter"), "time_last_quarter", 1);
  dates_ = new ElidedLabel;
  dates_->setObjectName("time_dates");
  dates_->setProperty("role", "muted");
  dates_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // the first to go where there is little room
  bar().add(dates_);
  // It has the room that nothing else needs: else title and buttons grow into it.
  static_cast<QHBoxLayout*>(bar().layout())->setStretchFactor(dates_, 1);
}

void TimePage::build_faces() {
  auto* faces = new QButtonGroup(this);
  const auto add_face = [&](const QString& text, const QString& name, const QString& tip) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setToolTip(tip);
    faces->addButton(button);
    bar().add(button);
    return button;
  };
  teams_ = add_face(tr("Teams"), "time_teams", tr("G switches between teams and people"));
  people_ = add_face(tr("People"), "time_people", tr("G switches between teams and people"));
  list_ = add_face(tr("Entries"), "time_entries", tr("What time was entered, to be corrected or deleted"));
  teams_->setChecked(true);
  // Not clicked: screen readers press a button that stays down by toggling it.
  connect(faces, &QButtonGroup::buttonToggled, this, [this](const QAbstractButton*, bool pressed) {
    if (pressed) show_face();
  });
}

void TimePage::build_line() {
  policy_ = new QPushButton(tr("Policy…"));
  policy_->setObjectName("time_policy");
  policy_->setCheckable(true);
  policy_->setToolTip(tr("Classes, target shares, tolerance and alerts"));
  // Not clicked: screen readers press a button that stays down by toggling it.
  connect(policy_, &QPushButton::toggled, this, &TimePage::show_policy_editor);
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(quick_, 1);
  row->addWidget(policy_);
  add_line(line);
}

}  // namespace tradewind::gui
