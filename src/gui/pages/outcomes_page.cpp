#include "gui/pages/outcomes_page.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <algorithm>

#include "gui/pages/outcome_row_editor.h"
#include "gui/pages/quick_check_in_bar.h"
#include "gui/scene/rows_layout.h"
#include "gui/shell/count_text.h"
#include "gui/shell/next_steps.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"
#include "tradewind/domain/rows_with.h"

namespace tradewind::gui {
namespace {

std::string free_key(const Portfolio& portfolio) {
  int number = 1;
  while (portfolio.outcome_by_key("O" + std::to_string(number)) != nullptr) ++number;
  return "O" + std::to_string(number);
}

MarkId mark_of(OutcomeId outcome) { return {views::MarkKind::outcome, outcome.value, 0}; }

}  // namespace

OutcomesPage::OutcomesPage(const PageContext& context)
    : DrawnPage(context, tr("Outcomes")),
      check_in_(new QuickCheckInBar(context.document, Qt::Horizontal)),
      editor_(new OutcomeRowEditor(context.document, view().viewport())),
      next_steps_(new NextSteps(&view())) {
  view().set_layout([this](views::Size size) {
    // Each item counts where it contributes, drawn or not.
    return layout_of_rows(document(), portfolio().all<Item>().size(),
                          [wish = options(size)](const Portfolio& rows, const views::TextMeasurer& measurer) {
                            return SceneView::Made{views::layout_outcomes(rows, wish, measurer), {}};
                          });
  });
  bar().add(check_in_);
  auto* add = new QPushButton(icon("plus", views::Token::text_on), tr("Outcome"));
  add->setObjectName("outcomes_add");
  add->setProperty("role", "primary");
  add->setToolTip(tr("Adds an outcome (Insert)"));
  add->setAccessibleName(tr("Add an outcome"));
  bar().add(add);
  connect(add, &QPushButton::clicked, this, &OutcomesPage::add_outcome);
  add_actions();
  view().set_key_handler([this](QKeyEvent& event) { return take_key(event); });
  connect(&view(), &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers) {
    if (mark.kind == views::MarkKind::outcome && mark.second != 0)
      set_open(OutcomeId{mark.id}, mark.second == views::unfold_mark);
  });
  connect(&view(), &SceneView::activated, this, [this](const MarkId& mark) {
    if (mark.kind != views::MarkKind::outcome || mark.second != 0) return;
    selection().select(OutcomeId{mark.id});
    edit_outcome();
  });
  connect(&view(), &SceneView::laid_out, this, &OutcomesPage::place_editor);
  connect(view().verticalScrollBar(), &QScrollBar::valueChanged, this, &OutcomesPage::place_editor);
  connect(view().horizontalScrollBar(), &QScrollBar::valueChanged, this, &OutcomesPage::place_editor);
  connect(editor_, &OutcomeRowEditor::closed, &view(), qOverload<>(&QWidget::setFocus));
  connect(&selection(), &Selection::changed, this, &OutcomesPage::follow_outcome);
  follow_outcome();
  offer_next_steps();
}

views::OutcomesOptions OutcomesPage::options(views::Size size) const {
  views::OutcomesOptions options;
  options.size = size;
  options.open = open_;
  options.header = false;
  return options;
}

std::optional<ShownView> OutcomesPage::shown_view() const {
  ShownView shown;
  shown.view = workbench::View::outcomes;
  shown.options.open = open_;
  if (!open_.empty()) {
    shown.as_shown = tr("Folded and opened as on the page");
    shown.not_in_table = tr("A table has every outcome, folded or not.");
  }
  return shown;
}

QString OutcomesPage::status() const { return count_text(portfolio().all<Outcome>().size(), tr("outcome"), tr("outcomes")); }

void OutcomesPage::refresh() {
  DrawnPage::refresh();
  editor_->refresh();
  follow_outcome();
  offer_next_steps();
  emit status_changed();
}

void OutcomesPage::offer_next_steps() {
  std::vector<NextSteps::Step> steps;
  if (portfolio().all<Outcome>().empty()) steps.push_back({tr("New outcome"), [this] { add_outcome(); }});
  next_steps_->offer(std::move(steps));
}

/// The selected one, or the only one there is.
OutcomeId OutcomesPage::chosen() const {
  const auto& all = portfolio().all<Outcome>();
  if (portfolio().contains(selection().outcome())) return selection().outcome();
  return all.size() == 1 ? all.begin()->id : OutcomeId{};
}

void OutcomesPage::follow_outcome() { check_in_->set_outcome(chosen()); }

void OutcomesPage::set_open(OutcomeId outcome, bool open) {
  open_[outcome] = open;
  view().refresh();
  // The chevron that was pressed is another mark now.
  view().set_current(mark_of(outcome));
}

void OutcomesPage::place_editor() {
  if (!editor_->isVisible()) return;
  for (const SceneView::MarkedShape& shape : view().marks())
    if (shape.mark == mark_of(editor_->outcome())) {
      const QRect row = view().on_viewport(shape.bounds);
      editor_->place_over({std::max(0, row.left()), row.top(), std::min(row.width(), view().viewport()->width()), row.height()});
      return;
    }
  if (!view().is_laying_out()) editor_->hide();  // it was folded away
}

void OutcomesPage::edit_outcome() {
  const Outcome* outcome = portfolio().find(chosen());
  if (outcome == nullptr) return;
  view().set_current(mark_of(outcome->id));
  editor_->open(*outcome);
  place_editor();
}

void OutcomesPage::add_outcome() {
  Outcome row;
  row.id = new_id<OutcomeId>();
  const bool is_added = document().edit(tr("Add an outcome"), [&](storage::Edit& edit) {
    row.key = free_key(edit.portfolio());
    row.title = tr("New outcome").toStdString();
    const auto others = edit.portfolio().outcomes_in_order();
    row.position = others.empty() ? 0 : others.back()->position + 1;
    edit.insert(row);
  });
  if (!is_added) return;
  selection().select(row.id);
  if (isVisible()) edit_outcome();
}

void OutcomesPage::remove_outcome() {
  const Outcome* outcome = portfolio().find(selection().outcome());
  if (outcome == nullptr) return;
  const OutcomeId id = outcome->id;
  const auto erase = [id](storage::Edit& edit) { edit.erase(id); };
  document().edit(tr("Remove %1").arg(qt_text(outcome->key)), erase, rows_with<Outcome>(portfolio(), {id}));
}

void OutcomesPage::move_outcome(int step) {
  const Outcome* moved = portfolio().find(selection().outcome());
  if (moved == nullptr) return;
  std::vector<const Outcome*> order = portfolio().outcomes_in_order();
  const auto from = std::find(order.begin(), order.end(), moved);
  auto to = from;
  do {
    if (step < 0 ? to == order.begin() : to + 1 == order.end()) return;
    to += step;
  } while ((*to)->parent != moved->parent);
  std::iter_swap(from, to);
  std::vector<Outcome> changed;
  for (std::size_t at = 0; at < order.size(); ++at) {
    changed.push_back(*order[at]);
    changed.back().position = static_cast<int>(at);
  }
  document().edit(tr("Move %1").arg(qt_text(moved->key)), [&](storage::Edit& edit) {
    for (const Outcome& row : changed) edit.update(row);
  });
}

bool OutcomesPage::fold_current(bool open) {
  const MarkId& current = view().current();
  if (current.kind != views::MarkKind::outcome) return false;
  const MarkId chevron{views::MarkKind::outcome, current.id, open ? views::unfold_mark : views::fold_mark};
  const auto& marks = view().marks();
  if (std::none_of(marks.begin(), marks.end(), [&](const auto& one) { return one.mark == chevron; })) return false;
  set_open(OutcomeId{current.id}, open);
  return true;
}

void OutcomesPage::add_actions() {
  actions().add({.id = "outcomes.add",
                 .menu = tr("Plan"),
                 .text = tr("New outcome"),
                 .shortcut = QKeySequence(Qt::Key_Insert),
                 .icon = "outcomes",
                 .words = tr("goal objective okr"),
                 .place = tr("Outcomes"),
                 .heard_by = &view()},
                [this] { add_outcome(); });
  const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, std::function<void()> run) {
    add_action({.id = id, .text = text, .shortcut = key, .place = tr("Outcomes"), .heard_by = &view()}, std::move(run));
  };
  add("outcomes.edit", tr("Edit the selected outcome in its row"), QKeySequence(Qt::Key_F2), [this] { edit_outcome(); });
  add("outcomes.remove", tr("Remove the selected outcome"), QKeySequence(Qt::Key_Delete), [this] { remove_outcome(); });
  add("outcomes.up", tr("Move the outcome up"), QKeySequence("Alt+Up"), [this] { move_outcome(-1); });
  add("outcomes.down", tr("Move the outcome down"), QKeySequence("Alt+Down"), [this] { move_outcome(1); });
  add_action({.id = "outcomes.check_in",
              .text = tr("Check in a value"),
              .shortcut = QKeySequence("Ctrl+Return"),
              .words = tr("metric progress"),
              .place = tr("Outcomes"),
              .heard_by = &view(),
              .also = {QKeySequence("Ctrl+Enter")}},
             [this] { check_in_->line()->setFocus(); });
}

/// A tree opens and closes its branches with the arrows.
bool OutcomesPage::take_key(const QKeyEvent& event) {
  const bool plain = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
  const bool is_arrow = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
  return (plain && is_arrow && fold_current(event.key() == Qt::Key_Right)) || actions().take_key(&view(), event);
}

}  // namespace tradewind::gui
