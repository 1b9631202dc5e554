#include "gui/pages/time_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>
#include <set>

#include "gui/pages/policy_editor.h"
#include "gui/pages/quick_time_bar.h"
#include "gui/pages/time_entries_panel.h"
#include "gui/pages/time_entries_table.h"
#include "gui/shell/count_text.h"
#include "gui/shell/elided_label.h"
#include "gui/shell/next_steps.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {

std::vector<Period> quarters_with_time(const Portfolio& portfolio, Date today) {
  const int first_month = portfolio.settings().fiscal_year_start_month;
  std::vector<Period> quarters;
  const auto add = [&](const Period& quarter) {
    const bool is_there =
        std::any_of(quarters.begin(), quarters.end(), [&](const Period& known) { return known.start == quarter.start; });
    if (!is_there) quarters.push_back(quarter);
  };
  for (const Period* quarter : portfolio.periods_in_order(PeriodKind::quarter)) add(*quarter);
  add(quarter_of(today, first_month));
  std::set<std::chrono::sys_days> starts;  // few quarters, many entries
  for (const TimeEntry& entry : portfolio.all<TimeEntry>())
    if (entry.date.ok() && starts.insert(quarter_of(entry.date, first_month).start).second)
      add(quarter_of(entry.date, first_month));
  std::sort(quarters.begin(), quarters.end(), [](const Period& a, const Period& b) { return a.start > b.start; });
  return quarters;
}

std::optional<TimeRange> range_of_quarter(const Portfolio& portfolio, const std::string& name, Date today) {
  for (const Period& quarter : quarters_with_time(portfolio, today)) {
    if (quarter.name != name) continue;
    // Weeks that have not come yet would stand there as "no data".
    const Date end_of_week = add_days(monday_of_week(today), 7);
    const Date end = contains(quarter, today) ? std::min(quarter.end, end_of_week) : quarter.end;
    return TimeRange{quarter, Span{quarter.start, end}};
  }
  return std::nullopt;
}

TimePage::TimePage(const PageContext& context)
    : DrawnPage(
          context, tr("Time"),
          [this](const Portfolio&, views::Size size, const views::TextMeasurer& measurer) { return lay_out(size, measurer); }),
      quick_(new QuickTimeBar(context.document)),
      entries_(new TimeEntriesPanel(context.document)),
      editor_(new PolicyEditor(context.document)),
      next_steps_(new NextSteps(&view())) {
  build_bar();
  build_faces();
  build_line();
  entries_->hide();
  add_side_panel(entries_);
  add_side_panel(editor_);
  connect(editor_, &PolicyEditor::closed, this, [this] { show_policy_editor(false); });
  connect(entries_, &TimeEntriesPanel::count_changed, this, &TimePage::status_changed);
  connect(&view(), &SceneView::laid_out, this, &TimePage::offer_next_steps);
  add_actions();
  offer_quarters();
}

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
             [this] { entries_->remove_selected(); });
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
  connect(teams_, &QPushButton::clicked, this, [this] { show_rows(views::AllocationRows::teams); });
  connect(people_, &QPushButton::clicked, this, [this] { show_rows(views::AllocationRows::people); });
  connect(list_, &QPushButton::clicked, this, [this] { show_entries(true); });
}

void TimePage::build_line() {
  policy_ = new QPushButton(tr("Policy…"));
  policy_->setObjectName("time_policy");
  policy_->setCheckable(true);
  policy_->setToolTip(tr("Classes, target shares, tolerance and alerts"));
  connect(policy_, &QPushButton::clicked, this, &TimePage::show_policy_editor);
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(quick_, 1);
  row->addWidget(policy_);
  add_line(line);
}

QWidget* TimePage::first_focus() {
  return lists_entries() ? static_cast<QWidget*>(&entries_->table()) : static_cast<QWidget*>(&view());
}

void TimePage::show_policy_editor(bool shown) {
  policy_->setChecked(shown);
  if (shown && !editor_->isVisibleTo(this)) editor_->open();
  editor_->setVisible(shown);
  (shown ? editor_->first_focus() : first_focus())->setFocus();
}

bool TimePage::lists_entries() const { return list_->isChecked(); }

void TimePage::show_rows(views::AllocationRows rows) {
  rows_ = rows;
  show_entries(false);
  view().refresh();
}

void TimePage::show_entries(bool shown) {
  (shown ? list_ : rows_ == views::AllocationRows::teams ? teams_ : people_)->setChecked(true);
  if (shown) list_entries();
  view().setVisible(!shown);
  entries_->setVisible(shown);
  emit status_changed();
}

void TimePage::list_entries() {
  const auto range = chosen_range();
  // Of a quarter all of it: what was booked on a day to come by mistake has to be found.
  const auto days =
      range ? std::optional(Span{range->period.start, range->period.end}) : views::allocation_query(portfolio(), {}).booked;
  entries_->list(days, range ? chooser_->currentText() : tr("the last 12 weeks"));
}

void TimePage::offer_next_steps() {
  std::vector<NextSteps::Step> steps;
  // Where something is drawn it has a mark, the target at least.
  if (!view().marks().empty()) return next_steps_->offer({});
  if (portfolio().allocation_classes_in_order().empty()) {
    steps.push_back({tr("Choose a policy"), [this] { show_policy_editor(true); }});
  } else {
    steps.push_back({tr("Enter time"), [this] { quick_->line()->setFocus(); }});
    add_action_step(steps, actions(), tr("Plan on the roadmap"), "go.roadmap");
  }
  next_steps_->offer(std::move(steps));
}

void TimePage::offer_quarters() {
  const QString chosen = chooser_->currentData().toString();
  chooser_->clear();
  chooser_->addItem(tr("Last 12 weeks"), QString());
  for (const Period& quarter : quarters_with_time(portfolio(), today()))
    chooser_->addItem(qt_text(display_name(quarter)), qt_text(quarter.name));
  chooser_->setCurrentIndex(std::max(0, chooser_->findData(chosen)));
  show_dates();
}

void TimePage::choose(const std::string& quarter) {
  if (chooser_->findData(qt_text(quarter)) < 0) {
    const auto named = parse_period(quarter, portfolio().settings().fiscal_year_start_month);
    chooser_->addItem(qt_text(named ? display_name(*named) : quarter), qt_text(quarter));
  }
  chooser_->setCurrentIndex(chooser_->findData(qt_text(quarter)));
  show_chosen();
}

std::optional<TimeRange> TimePage::chosen_range() const {
  return range_of_quarter(portfolio(), chooser_->currentData().toString().toStdString(), today());
}

void TimePage::show_last_weeks() {
  chooser_->setCurrentIndex(0);
  show_entries(false);
  show_chosen();
}

void TimePage::show_chosen() {
  view().refresh();
  if (lists_entries()) list_entries();
  show_dates();
}

void TimePage::show_dates() {
  const auto range = chosen_range();
  dates_->set_line(
      range ? tr("%1 – %2").arg(qt_text(to_display(range->booked.start)), qt_text(to_display(add_days(range->booked.finish, -1))))
            : QString());
}

views::Scene TimePage::lay_out(views::Size size, const views::TextMeasurer& measurer) const {
  views::AllocationOptions options;
  options.size = size;
  options.header = false;
  options.rows = rows_;
  if (const auto range = chosen_range()) {
    options.period = range->period;
    options.booked = range->booked;
  }
  return views::layout_allocation(portfolio(), options, measurer);
}

std::optional<ShownView> TimePage::shown_view() const {
  ShownView shown;
  shown.view = workbench::View::allocation;
  shown.options.rows = rows_;
  if (const auto range = chosen_range()) {
    shown.options.period = range->period.name;
    shown.options.booked = range->booked;
  }
  shown.as_shown = rows_ == views::AllocationRows::people ? tr("%1, by person") : tr("%1, by team");
  shown.as_shown = shown.as_shown.arg(chooser_->currentText());
  if (lists_entries()) shown.not_in_picture = tr("The list of time entries is not in it.");
  shown.not_in_table = tr("A table has the classes as a whole, not by team or person.");
  return shown;
}

QString TimePage::status() const {
  if (lists_entries())
    return tr("%1 of %2 listed")
        .arg(figure(static_cast<std::size_t>(entries_->model().rowCount())),
             count_text(portfolio().all<TimeEntry>().size(), tr("time entry"), tr("time entries")));
  return tr("%1 booked").arg(count_text(portfolio().all<TimeEntry>().size(), tr("time entry"), tr("time entries")));
}

void TimePage::refresh() {
  offer_quarters();
  if (lists_entries()) list_entries();
  DrawnPage::refresh();
  emit status_changed();
}

}  // namespace tradewind::gui
