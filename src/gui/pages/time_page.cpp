#include "gui/pages/time_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "gui/pages/policy_editor.h"
#include "gui/pages/quick_time_bar.h"
#include "gui/shell/count_text.h"
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
      editor_(new PolicyEditor(context.document)) {
  build_bar();
  add_side_panel(editor_);
  connect(editor_, &PolicyEditor::closed, this, [this] { show_policy_editor(false); });
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
  view().set_key_handler([this](QKeyEvent& event) { return actions().take_key(&view(), event); });
  offer_quarters();
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
  dates_ = new QLabel;
  dates_->setObjectName("time_dates");
  dates_->setProperty("role", "muted");
  dates_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // the first to go where there is little room
  bar().add(dates_);
  add_line(new QuickTimeBar(document()));
  auto* group = new QButtonGroup(this);
  const auto add_rows = [&](const QString& text, const QString& name, views::AllocationRows rows) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setChecked(rows == rows_);
    button->setToolTip(tr("G switches between teams and people"));
    group->addButton(button);
    bar().add(button);
    connect(button, &QPushButton::clicked, this, [this, rows] {
      rows_ = rows;
      view().refresh();
    });
    return button;
  };
  teams_ = add_rows(tr("Teams"), "time_teams", views::AllocationRows::teams);
  people_ = add_rows(tr("People"), "time_people", views::AllocationRows::people);
  policy_ = new QPushButton(tr("Policy…"));
  policy_->setObjectName("time_policy");
  policy_->setCheckable(true);
  policy_->setToolTip(tr("Classes, target shares, tolerance and alerts"));
  bar().add(policy_);
  // Not clicked: screen readers press a button that stays down by toggling it.
  connect(policy_, &QPushButton::toggled, this, &TimePage::show_policy_editor);
}

void TimePage::show_policy_editor(bool shown) {
  policy_->setChecked(shown);
  if (shown && !editor_->isVisibleTo(this)) editor_->open();
  editor_->setVisible(shown);
  (shown ? editor_->first_focus() : &view())->setFocus();
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

void TimePage::show_last_weeks() {
  chooser_->setCurrentIndex(0);
  show_chosen();
}

void TimePage::show_chosen() {
  view().refresh();
  show_dates();
}

void TimePage::show_dates() {
  const auto range = range_of_quarter(portfolio(), chooser_->currentData().toString().toStdString(), today());
  dates_->setText(
      range ? tr("%1 – %2").arg(qt_text(to_display(range->booked.start)), qt_text(to_display(add_days(range->booked.finish, -1))))
            : QString());
}

views::Scene TimePage::lay_out(views::Size size, const views::TextMeasurer& measurer) const {
  views::AllocationOptions options;
  options.size = size;
  options.header = false;
  options.rows = rows_;
  if (const auto range = range_of_quarter(portfolio(), chooser_->currentData().toString().toStdString(), today())) {
    options.period = range->period;
    options.booked = range->booked;
  }
  return views::layout_allocation(portfolio(), options, measurer);
}

std::optional<ShownView> TimePage::shown_view() const {
  ShownView shown;
  shown.view = workbench::View::allocation;
  shown.options.rows = rows_;
  if (const auto range = range_of_quarter(portfolio(), chooser_->currentData().toString().toStdString(), today())) {
    shown.options.period = range->period.name;
    shown.options.booked = range->booked;
  }
  shown.as_shown = rows_ == views::AllocationRows::people ? tr("%1, by person") : tr("%1, by team");
  shown.as_shown = shown.as_shown.arg(chooser_->currentText());
  shown.not_in_table = tr("A table has the classes as a whole, not by team or person.");
  return shown;
}

QString TimePage::status() const {
  return tr("%1 booked").arg(count_text(portfolio().all<TimeEntry>().size(), tr("time entry"), tr("time entries")));
}

void TimePage::refresh() {
  offer_quarters();
  DrawnPage::refresh();
  emit status_changed();
}

}  // namespace tradewind::gui
