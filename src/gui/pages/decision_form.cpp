#include "gui/pages/decision_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "gui/scene/item_names.h"

namespace tradewind::gui {

DecisionForm::DecisionForm(Document& document, QWidget* parent) : QFrame(parent), document_(&document) {
  setObjectName("decision_form");
  setAccessibleName(tr("Decision"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(16, 8, 16, 10);
  grid->setHorizontalSpacing(10);
  grid->setVerticalSpacing(4);
  choice_ = new QComboBox;
  choice_->setObjectName("decision_choice");
  choice_->setAccessibleName(tr("Option that was chosen"));
  role_ = new QLineEdit;
  role_->setObjectName("decision_role");
  role_->setAccessibleName(tr("Role of who decided"));
  role_->setPlaceholderText(tr("Product Lead"));
  reason_ = new QLineEdit;
  reason_->setObjectName("decision_reason");
  reason_->setAccessibleName(tr("Reason"));
  save_ = new QPushButton(tr("Record"));
  save_->setObjectName("decision_save");
  save_->setProperty("role", "primary");
  auto* cancel = new QPushButton(tr("Cancel"));
  grid->addWidget(new QLabel(tr("Chosen")), 0, 0);
  grid->addWidget(new QLabel(tr("By")), 0, 1);
  grid->addWidget(new QLabel(tr("Why")), 0, 2);
  grid->addWidget(choice_, 1, 0);
  grid->addWidget(role_, 1, 1);
  grid->addWidget(reason_, 1, 2);
  grid->addWidget(cancel, 1, 3);
  grid->addWidget(save_, 1, 4);
  grid->setColumnStretch(2, 1);
  connect(save_, &QPushButton::clicked, this, &DecisionForm::record);
  connect(cancel, &QPushButton::clicked, this, &DecisionForm::closed);
  for (QLineEdit* line : {role_, reason_}) connect(line, &QLineEdit::returnPressed, save_, &QPushButton::click);
  hide();
}

void DecisionForm::open(ItemId request, const PricedOptions& options, std::size_t shown, Date date) {
  request_ = request;
  options_ = options;
  date_ = date;
  choice_->clear();
  for (const ShownWay& way : options.ways) choice_->addItem(way.name, qt_text(workbench::option_key(way.way.kind)));
  choice_->addItem(tr("Not at all"), "not-at-all");
  choice_->setCurrentIndex(static_cast<int>(std::min(shown, options.ways.size())));
  reason_->clear();
  show();
  choice_->setFocus();
}

void DecisionForm::record() {
  const QString name = name_of(document_->portfolio(), request_);
  const QString label = tr("Record decision on %1").arg(name);
  Decision decision;
  decision.title = tr("%1: %2").arg(name, choice_->currentText()).toStdString();
  decision.request = request_;
  decision.options = options_.json;
  decision.choice = choice_->currentText().toStdString();
  decision.role = role_->text().trimmed().toStdString();
  decision.reason = reason_->text().trimmed().toStdString();
  decision.date = date_;
  if (document_->edit(label, [&](storage::Edit& edit) { edit.insert(decision); })) emit recorded();
}

void DecisionForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit closed();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
