#include "gui/pages/time_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <algorithm>
#include <set>

#include "gui/pages/policy_editor.h"
#include "gui/pages/quick_time_bar.h"
#include "gui/pages/time_entries_panel.h"
#include "gui/pages/time_entries_table.h"
#include "gui/scene/rows_layout.h"
#include "gui/shell/count_text.h"
#include "gui/shell/elided_label.h"
#include "gui/shell/next_steps.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t entries_a_row = 10;  // they are summed, not drawn
constexpr int below_sentence = 18;         // pixels from its middle

}  // namespace

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
    : DrawnPage(context, tr("Time")),
      quick_(new QuickTimeBar(context.document)),
      entries_(new TimeEntriesPanel(context.document)),
      editor_(new PolicyEditor(context.document)),
      next_steps_(new NextSteps(&view())) {
  view().set_layout([this](views::Size size) {
    return layout_of_rows(document(), portfolio().all<Item>().size() + portfolio().all<TimeEntry>().size() / entries_a_row,
                          [wish = options(size)](const Portfolio& rows, const views::TextMeasurer& measurer) {
                            return SceneView::Made{views::layout_allocation(rows, wish, measurer), {}};
                          });
  });
  build_bar();
  build_faces();
  build_line();
  entries_->hide();
  add_side_panel(entries_);
  add_side_panel(editor_);
  connect(editor_, &PolicyEditor::closed, this, [this] { show_policy_editor(false); });
  connect(entries_, &TimeEntriesPanel::count_changed, this, &TimePage::status_changed);
  connect(entries_, &TimeEntriesPanel::entry_wanted, quick_->line(), qOverload<>(&QWidget::setFocus));
  connect(&view(), &SceneView::laid_out, this, &TimePage::offer_next_steps);
  for (const QScrollBar* scroll_bar : {view().verticalScrollBar(), view().horizontalScrollBar()})
    connect(scroll_bar, &QScrollBar::valueChanged, this, &TimePage::offer_next_steps);
  add_actions();
  offer_quarters();
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

void TimePage::show_entries(bool shown) {
  (shown ? list_ : rows_ == views::AllocationRows::teams ? teams_ : people_)->setChecked(true);
}

void TimePage::show_face() {
  if (lists_entries()) {
    list_entries();
  } else {
    rows_ = people_->isChecked() ? views::AllocationRows::people : views::AllocationRows::teams;
    view().refresh();
  }
  view().setVisible(!lists_entries());
  entries_->setVisible(lists_entries());
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
  // Weeks with time have a mark each.
  if (!view().marks().empty()) return next_steps_->offer({});
  if (portfolio().allocation_classes_in_order().empty())
    return next_steps_->offer({{tr("Choose a policy"), [this] { show_policy_editor(true); }}});
  std::vector<NextSteps::Step> steps{{tr("Enter time"), [this] { quick_->line()->setFocus(); }}};
  if (const auto room = views::room_without_time(view().scene())) {  // there is a plan already
    const QPoint middle = view().viewport()->mapTo(&view(), view().on_viewport(*room).center());
    return next_steps_->offer(std::move(steps), middle + QPoint(0, below_sentence));
  }
  add_action_step(steps, actions(), tr("Plan on the roadmap"), "go.roadmap");
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
  const std::optional<Span> days = range ? range->booked : views::allocation_query(portfolio(), {}).booked;
  dates_->set_line(days ? tr("%1 – %2").arg(qt_text(to_display(days->start)), qt_text(to_display(add_days(days->finish, -1))))
                        : QString());
}

views::AllocationOptions TimePage::options(views::Size size) const {
  views::AllocationOptions options;
  options.size = size;
  options.header = false;
  options.rows = rows_;
  if (const auto range = chosen_range()) {
    options.period = range->period;
    options.booked = range->booked;
  }
  return options;
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
