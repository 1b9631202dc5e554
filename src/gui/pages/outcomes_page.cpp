#include "gui/pages/outcomes_page.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <algorithm>

#include "gui/pages/outcome_row_editor.h"
#include "gui/pages/quick_check_in_bar.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"
#include "tradewind/domain/rows_with.h"
#include "tradewind/views/outcomes_view.h"

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
    : DrawnPage(
          context, tr("Outcomes"),
          [this](const Portfolio&, views::Size size, const views::TextMeasurer& measurer) { return lay_out(size, measurer); }),
      check_in_(new QuickCheckInBar(context.document, Qt::Horizontal)),
      editor_(new OutcomeRowEditor(context.document, view().viewport())) {
  bar().add(check_in_);
  auto* add = new QPushButton(icon("plus", views::Token::text_on), tr("Outcome"));
  add->setObjectName("outcomes_add");
  add->setProperty("role", "primary");
  add->setToolTip(tr("Adds an outcome (Insert)"));
  add->setAccessibleName(tr("Add an outcome"));
  bar().add(add);
  connect(add, &QPushButton::clicked, this, &OutcomesPage::add_outcome);
  actions().add({"outcomes.add", tr("Plan"), tr("New outcome"), {}, "outcomes", tr("goal objective okr")},
                [this] { add_outcome(); });

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
}

views::Scene OutcomesPage::lay_out(views::Size size, const views::TextMeasurer& measurer) const {
  views::OutcomesOptions options;
  options.size = size;
  options.open = open_;
  options.header = false;
  return views::layout_outcomes(portfolio(), options, measurer);
}

QString OutcomesPage::status() const { return count_text(portfolio().all<Outcome>().size(), tr("outcome"), tr("outcomes")); }

void OutcomesPage::refresh() {
  DrawnPage::refresh();
  editor_->refresh();
  follow_outcome();
  emit status_changed();
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
      editor_->setGeometry(std::max(0, row.left()), row.top(), std::min(row.width(), view().viewport()->width()), row.height());
      return;
    }
  editor_->hide();  // it was folded away
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

bool OutcomesPage::take_key(const QKeyEvent& event) {
  const auto done = [](auto&& act) {
    act();
    return true;
  };
  const bool plain = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
  const bool alt = event.modifiers() == Qt::AltModifier;
  switch (event.key()) {
    case Qt::Key_Left:
      return plain && fold_current(false);
    case Qt::Key_Right:
      return plain && fold_current(true);
    case Qt::Key_F2:
      return plain && done([this] { edit_outcome(); });
    case Qt::Key_Insert:
      return plain && done([this] { add_outcome(); });
    case Qt::Key_Delete:
      return plain && selection().outcome() && done([this] { remove_outcome(); });
    case Qt::Key_Up:
      return alt && done([this] { move_outcome(-1); });
    case Qt::Key_Down:
      return alt && done([this] { move_outcome(1); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return event.modifiers().testFlag(Qt::ControlModifier) && done([this] { check_in_->line()->setFocus(); });
    default:
      return false;
  }
}

}  // namespace tradewind::gui
