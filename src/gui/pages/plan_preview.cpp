#include "gui/pages/plan_preview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/inspector/section.h"
#include "gui/scene/item_names.h"
#include "gui/shell/phrase_text.h"
#include "tradewind/domain/period.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::gui {
namespace {

constexpr int panel_width = 380;
constexpr int row_height = 22;
constexpr int indentation = 12;  // the usual one takes the room of the names
constexpr int id_role = Qt::UserRole;

using Group = PlanProposal::Group;

class ProposalMaker {
 public:
  ProposalMaker(const Portfolio& portfolio, const workbench::RoadmapPlan& plan) : portfolio_(portfolio), plan_(plan) {}

  PlanProposal make() {
    compare();
    proposal_.changes_something = !moved_.lines.empty() || !added_.lines.empty() || !taken_off_.lines.empty();
    for (const ItemId item : plan_.relaxed_musts)
      add(musts_, item, is_left_out(item) ? why_left_out(item) : QObject::tr("planned all the same"));
    for (const workbench::ItemLeftOut& item : plan_.left_out)
      if (!is_placed(item.item)) add(left_out_, item.item, phrase_text(item.why));
    for (const workbench::ItemLeftOut& item : plan_.problem.held) add(held_, item.item, phrase_text(item.why));
    for (const workbench::ItemLeftOut& item : plan_.contradictions) add(contradictions_, item.item, phrase_text(item.why));
    list_capacity();
    for (Group* group : {&musts_, &contradictions_, &moved_, &added_, &taken_off_, &left_out_, &held_, &capacity_})
      if (!group->lines.empty()) proposal_.groups.push_back(std::move(*group));
    proposal_.verdict = verdict();
    proposal_.roadmap = plan_.problem.roadmap;
    proposal_.placements = plan_.placements;
    return std::move(proposal_);
  }

 private:
  void add(Group& group, ItemId item, const QString& what) { group.lines.push_back({item, name_of(portfolio_, item), what}); }
  QString period_name(int at) const {
    return qt_text(display_name(*portfolio_.find(plan_.problem.periods[static_cast<std::size_t>(at)])));
  }

  void compare() {
    for (std::size_t task = 0; task < plan_.problem.items.size(); ++task) {
      const ItemId item = plan_.problem.items[task];
      const int start = plan_.plan.start[task];
      const auto now = plan_.problem.problem.tasks[task].current_start;
      if (!now && start >= 0)
        add(added_, item, QObject::tr("in %1").arg(period_name(start)));
      else if (now && start < 0)
        add(taken_off_, item, why_left_out(item));
      else if (now && start != *now)
        add(moved_, item, QObject::tr("%1 → %2").arg(period_name(*now), period_name(start)));
    }
  }
  bool is_placed(ItemId item) const {
    const int task = plan_.problem.task_of(item);
    return task >= 0 && plan_.problem.problem.tasks[static_cast<std::size_t>(task)].current_start.has_value();
  }
  bool is_left_out(ItemId item) const {
    return std::any_of(plan_.left_out.begin(), plan_.left_out.end(),
                       [&](const workbench::ItemLeftOut& left_out) { return left_out.item == item; });
  }
  QString why_left_out(ItemId item) const {
    for (const workbench::ItemLeftOut& left_out : plan_.left_out)
      if (left_out.item == item) return phrase_text(left_out.why);
    return {};
  }

  void list_capacity() {
    for (const workbench::PlannedLoad& load : plan_.loads) {
      if (load.capacity <= 0 && load.load <= 0) continue;
      QString what = QObject::tr("%1 of %2 person-weeks").arg(load.load, 0, 'f', 0).arg(load.capacity, 0, 'f', 0);
      if (load.price > 0)
        what += QObject::tr(", one more would bring up to %1")
                    .arg(qt_text(workbench::display_cost(load.price, plan_.problem.basis, portfolio_)));
      capacity_.lines.push_back(
          {{}, qt_text(portfolio_.find(load.team)->name) + ", " + qt_text(display_name(*portfolio_.find(load.period))), what});
    }
  }

  QString verdict() const {
    QString text =
        QObject::tr("Value %1").arg(qt_text(workbench::display_cost(plan_.plan.value, plan_.problem.basis, portfolio_)));
    text += plan_.plan.gap() == 0
                ? QObject::tr(", proven best.")
                : QObject::tr(", at most %1 % below the best there can be.").arg(100 * plan_.plan.gap(), 0, 'f', 1);
    if (plan_.plan.stopped_early && plan_.plan.gap() > 0)
      text += " " + QObject::tr("Stopped early: going on may find a better one.");
    if (!plan_.relaxed_musts.empty())
      text += " " + (plan_.fewest_relaxed == plan_.relaxed_musts.size()
                         ? QObject::tr("Not all Musts fit; that fewer give way is ruled out.")
                         : QObject::tr("Not all Musts fit; whether fewer could give way is not proven."));
    if (!proposal_.changes_something) text += " " + QObject::tr("The roadmap is this plan already.");
    return text;
  }

  const Portfolio& portfolio_;
  const workbench::RoadmapPlan& plan_;
  PlanProposal proposal_;
  Group musts_{QObject::tr("Musts that give way"), {}};
  Group contradictions_{QObject::tr("Cannot be, and stays"), {}};
  Group moved_{QObject::tr("Moves"), {}};
  Group added_{QObject::tr("Added"), {}};
  Group taken_off_{QObject::tr("Taken off the roadmap"), {}};
  Group left_out_{QObject::tr("Left out"), {}};
  Group held_{QObject::tr("Not moved"), {}};
  Group capacity_{QObject::tr("Capacity"), {}};
};

}  // namespace

PlanProposal proposal_of(const Portfolio& portfolio, const workbench::RoadmapPlan& plan) {
  return ProposalMaker(portfolio, plan).make();
}

PlanPreview::PlanPreview(QWidget* parent) : QFrame(parent) {
  setObjectName("plan_preview");
  setAccessibleName(tr("Best plan"));
  setFixedWidth(panel_width);
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(8);
  auto* title = new QLabel(tr("Plan automatically"));
  title->setProperty("role", "title");
  verdict_ = plain_label(this);
  verdict_->setObjectName("plan_verdict");
  list_ = new QTreeWidget;
  list_->setObjectName("plan_list");
  list_->setAccessibleName(tr("What the plan changes"));
  list_->setColumnCount(2);
  list_->setHeaderHidden(true);
  list_->setUniformRowHeights(true);  // a line each; the whole of it is in the tool tip
  list_->setRootIsDecorated(true);
  list_->setIndentation(indentation);
  list_->header()->setSectionResizeMode(0, QHeaderView::Interactive);
  list_->header()->resizeSection(0, panel_width / 2 + 8);
  list_->header()->setStretchLastSection(true);
  connect(list_, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* line) {
    if (line == nullptr) return;
    if (const ItemId item{line->data(0, id_role).toLongLong()}) emit item_chosen(item);
  });
  connect(list_, &QTreeWidget::itemExpanded, this, &PlanPreview::list_lines);
  stop_ = new QPushButton(tr("Stop here"));
  stop_->setObjectName("plan_stop");
  stop_->setToolTip(tr("Ends the search and keeps the best plan so far"));
  apply_ = new QPushButton(tr("Apply"));
  apply_->setObjectName("plan_apply");
  apply_->setProperty("role", "primary");
  close_ = new QPushButton(tr("Cancel"));
  close_->setObjectName("plan_cancel");
  connect(stop_, &QPushButton::clicked, this, &PlanPreview::stopped);
  connect(apply_, &QPushButton::clicked, this, &PlanPreview::applied);
  connect(close_, &QPushButton::clicked, this, &PlanPreview::closed);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(close_);
  buttons->addWidget(stop_);
  buttons->addWidget(apply_);
  column->addWidget(title);
  column->addWidget(verdict_);
  column->addWidget(list_, 1);
  column->addLayout(buttons);
  hide();
}

void PlanPreview::show_progress(const QString& text, bool has_plan) {
  if (!is_planning()) list_->clear();
  is_planning_ = true;
  verdict_->setText(text);
  stop_->setEnabled(has_plan);
  stop_->show();
  apply_->setEnabled(false);
  show();
}

void PlanPreview::show_plan(PlanProposal proposal) {
  proposal_ = std::move(proposal);
  is_planning_ = false;
  stop_->hide();
  verdict_->setText(proposal_.verdict);
  list_->clear();
  for (const Group& group : proposal_.groups) {
    auto* head = new QTreeWidgetItem(list_, {QString("%1 (%2)").arg(group.title, figure(group.lines.size()))});
    head->setFirstColumnSpanned(true);
    head->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    head->setSizeHint(0, QSize(0, row_height));
    const bool is_open = head == list_->topLevelItem(0) || group.lines.size() <= 12;
    if (is_open) list_lines(head);
    head->setExpanded(is_open);
  }
  apply_->setEnabled(proposal_.changes_something);
  show();
}

void PlanPreview::list_lines(QTreeWidgetItem* head) {
  const int at = list_->indexOfTopLevelItem(head);
  if (at < 0 || head->childCount() > 0) return;
  QList<QTreeWidgetItem*> rows;
  for (const PlanProposal::Line& line : proposal_.groups[static_cast<std::size_t>(at)].lines) {
    auto* row = new QTreeWidgetItem({line.name, line.what});
    row->setData(0, id_role, QVariant::fromValue<qlonglong>(line.item.value));
    row->setToolTip(0, line.name);
    row->setToolTip(1, line.what);
    rows.append(row);
  }
  head->addChildren(rows);
}

QWidget* PlanPreview::first_focus() const { return apply_->isEnabled() ? static_cast<QWidget*>(apply_) : close_; }

void PlanPreview::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit closed();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
