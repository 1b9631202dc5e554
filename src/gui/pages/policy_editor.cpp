#include "gui/pages/policy_editor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/inspector/section.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int panel_width = 408;
constexpr int number_width = 48;
constexpr int role_width = 116;

}  // namespace

PolicyEditor::PolicyEditor(Document& document, QWidget* parent) : QFrame(parent), document_(&document) {
  setObjectName("policy_editor");
  setAccessibleName(tr("Allocation policy"));
  setFixedWidth(panel_width);
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(8);
  build_head(column);
  lines_ = new QVBoxLayout;
  lines_->setSpacing(4);
  column->addLayout(lines_);
  build_foot(column);
  hide();
}

void PolicyEditor::build_head(QVBoxLayout* column) {
  auto* title = new QLabel(tr("Policy"), this);
  title->setProperty("role", "title");
  column->addWidget(title);
  name_ = new QLineEdit(this);
  name_->setObjectName("policy_name");
  name_->setAccessibleName(tr("Name of the policy"));
  column->addWidget(name_);
  auto* presets = new QHBoxLayout;
  const auto add_preset = [&](const QString& text, const QString& name, PolicyPreset preset) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tr("Fills in these classes; nothing is stored before you save"));
    presets->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, preset] {
      PolicyDraft changed = draft();
      apply_preset(changed, preset, document_->portfolio());
      show_draft(changed);
    });
  };
  add_preset(tr("70/20/10"), "policy_preset_classic", PolicyPreset::seventy_twenty_ten);
  add_preset(tr("Core, adjacent, transformational"), "policy_preset_core", PolicyPreset::core_adjacent_transformational);
  presets->addStretch(1);
  column->addLayout(presets);
  auto* names = new QWidget(this);
  QHBoxLayout* head = line_in(names);
  const auto add_name = [&](const QString& text, int width) {
    QLabel* label = muted_label(text, names);
    if (width > 0) label->setFixedWidth(width);
    head->addWidget(label, width > 0 ? 0 : 1);
  };
  add_name(tr("Class"), 0);
  add_name(tr("Stands for"), role_width);
  add_name(tr("Target"), number_width);
  add_name(tr("±"), number_width);
  head->addSpacing(24 + head->spacing());
  column->addWidget(names);
}

void PolicyEditor::build_foot(QVBoxLayout* column) {
  auto* add = new QPushButton(icon("plus"), tr("Add a class"), this);
  add->setObjectName("policy_add");
  column->addWidget(add, 0, Qt::AlignLeft);
  auto* weeks = new QHBoxLayout;
  QLabel* label = muted_label(tr("Alert after so many weeks in a row"), this);
  alert_weeks_ = new QLineEdit(this);
  alert_weeks_->setObjectName("policy_alert_weeks");
  alert_weeks_->setAccessibleName(label->text());
  alert_weeks_->setFixedWidth(number_width);
  alert_weeks_->setAlignment(Qt::AlignRight);
  label->setBuddy(alert_weeks_);
  weeks->addWidget(label, 1);
  weeks->addWidget(alert_weeks_);
  column->addLayout(weeks);
  verdict_ = new QLabel(this);
  verdict_->setObjectName("policy_verdict");
  verdict_->setWordWrap(true);
  column->addWidget(verdict_);
  loss_ = muted_label({}, this);
  loss_->setObjectName("policy_loss");
  loss_->setWordWrap(true);
  column->addWidget(loss_);
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName("policy_cancel");
  save_ = new QPushButton(tr("Save policy"), this);
  save_->setObjectName("policy_save");
  save_->setProperty("role", "primary");
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(save_);
  column->addLayout(buttons);
  column->addStretch(1);
  connect(add, &QPushButton::clicked, this, [this] {
    add_row({{}, {}, ClassRole::other, "0", "5"});
    judge();
    rows_.back()->name->setFocus();
  });
  connect(cancel, &QPushButton::clicked, this, &PolicyEditor::closed);
  connect(save_, &QPushButton::clicked, this, &PolicyEditor::save);
  connect(alert_weeks_, &QLineEdit::textChanged, this, &PolicyEditor::judge);
}

void PolicyEditor::open() { show_draft(draft_of(document_->portfolio())); }

QWidget* PolicyEditor::first_focus() const { return rows_.empty() ? static_cast<QWidget*>(name_) : rows_.front()->name; }

void PolicyEditor::show_draft(const PolicyDraft& draft) {
  policy_ = draft.id;
  name_->setText(draft.name);
  alert_weeks_->setText(draft.alert_weeks);
  for (const auto& row : rows_) {
    row->widget->hide();
    row->widget->deleteLater();
  }
  rows_.clear();
  for (const ClassDraft& one : draft.classes) add_row(one);
  judge();
}

void PolicyEditor::add_row(const ClassDraft& one) {
  Row* row = rows_.emplace_back(std::make_unique<Row>()).get();
  const QString number = QString::number(rows_.size());
  row->id = one.id;
  row->widget = new QWidget(this);
  QHBoxLayout* line = line_in(row->widget);
  const auto add_edit = [&](const QString& text, const QString& name, const QString& object_name, int width) {
    auto* edit = new QLineEdit(text, row->widget);
    edit->setObjectName(object_name + number);
    edit->setAccessibleName(name);
    if (width > 0) edit->setFixedWidth(width);
    if (width > 0) edit->setAlignment(Qt::AlignRight);
    connect(edit, &QLineEdit::textChanged, this, &PolicyEditor::judge);
    return edit;
  };
  row->name = add_edit(one.name, tr("Name of class %1").arg(number), "policy_class_", 0);
  row->role = new QComboBox(row->widget);
  row->role->setObjectName("policy_role_" + number);
  row->role->setAccessibleName(tr("What class %1 stands for").arg(number));
  row->role->setToolTip(tr("Decides the colour; what teams keep free for incidents counts as firefighting"));
  row->role->setFixedWidth(role_width);
  for (const FieldCombo::Choice& choice : choices_of_enum<ClassRole>()) row->role->addItem(choice.text, choice.value);
  row->role->setCurrentIndex(row->role->findData(static_cast<qint64>(one.role)));
  row->target = add_edit(one.target, tr("Target of class %1 in percent").arg(number), "policy_target_", number_width);
  row->tolerance = add_edit(one.tolerance, tr("Tolerance of class %1 in points").arg(number), "policy_tolerance_", number_width);
  row->remove = remove_button(row->widget);
  row->remove->setObjectName("policy_remove_" + number);
  row->remove->setAccessibleName(tr("Remove class %1").arg(number));
  row->remove->setToolTip(tr("Remove this class"));
  line->addWidget(row->name, 1);
  line->addWidget(row->role);
  line->addWidget(row->target);
  line->addWidget(row->tolerance);
  line->addWidget(row->remove);
  lines_->addWidget(row->widget);
  row->widget->show();
  connect(row->remove, &QToolButton::clicked, this, [this, row] {
    PolicyDraft changed = draft();
    const auto at = std::find_if(rows_.begin(), rows_.end(), [row](const auto& known) { return known.get() == row; });
    changed.classes.erase(changed.classes.begin() + (at - rows_.begin()));
    show_draft(changed);
    first_focus()->setFocus();
  });
}

PolicyDraft PolicyEditor::draft() const {
  PolicyDraft draft;
  draft.id = policy_;
  draft.name = name_->text();
  draft.alert_weeks = alert_weeks_->text();
  for (const auto& row : rows_)
    draft.classes.push_back({row->id, row->name->text(), static_cast<ClassRole>(row->role->currentData().toInt()),
                             row->target->text(), row->tolerance->text()});
  return draft;
}

void PolicyEditor::judge() {
  const PolicyDraft now = draft();
  const QString mistake = mistake_of(now);
  verdict_->setText(mistake.isEmpty() ? tr("The shares add up to 100 %.") : mistake);
  verdict_->setProperty("role", mistake.isEmpty() ? "muted" : "danger");
  verdict_->style()->unpolish(verdict_);
  verdict_->style()->polish(verdict_);
  const QString loss = loss_of(now, document_->portfolio());
  loss_->setText(loss);
  loss_->setVisible(!loss.isEmpty());
  save_->setEnabled(mistake.isEmpty());
}

void PolicyEditor::save() {
  const PolicyDraft now = draft();
  if (!mistake_of(now).isEmpty()) return;
  if (document_->edit(tr("Change the allocation policy"), [&](storage::Edit& edit) { store(now, edit); })) emit closed();
}

void PolicyEditor::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit closed();
    return;
  }
  const bool is_return = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (is_return && event->modifiers().testFlag(Qt::ControlModifier)) return save();
  QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
