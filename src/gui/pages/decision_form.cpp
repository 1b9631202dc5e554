#include "gui/pages/decision_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

#include "gui/inspector/section.h"
#include "gui/shell/error_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/workbench/decisions.h"

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
  mistake_ = plain_label(this);
  mistake_->setObjectName("decision_mistake");
  mistake_->setProperty("role", "danger");
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
  for (QLineEdit* line : {role_, reason_}) {
    connect(line, &QLineEdit::returnPressed, save_, &QPushButton::click);
    connect(line, &QLineEdit::textEdited, this, &DecisionForm::clear_mistake);
  }
  hide();
}

void DecisionForm::open(const PricedOptions& options, std::size_t shown, Date date) {
  options_ = options;
  date_ = date;
  choice_->clear();
  for (const ShownWay& way : options.ways) choice_->addItem(way.name, qt_text(way.choice));
  choice_->addItem(tr("Not at all"), qt_text(workbench::decline));
  choice_->setCurrentIndex(static_cast<int>(std::min(shown, options.ways.size())));
  reason_->clear();
  clear_mistake();
  show();
  choice_->setFocus();
}

void DecisionForm::record() {
  workbench::DecisionNote note;
  note.choice = choice_->currentData().toString().toStdString();
  note.role = role_->text().trimmed().toStdString();
  note.reason = reason_->text().trimmed().toStdString();
  note.date = date_;
  std::vector<workbench::RequestOption> shown;
  for (const ShownWay& way : options_.ways) shown.push_back(way.way);
  const auto result = workbench::record_decision(document_->workspace(), *options_.asked, shown, note);
  if (result) return emit recorded();
  if (note.role.empty()) return show_mistake(*role_, result.error());
  if (note.reason.empty()) return show_mistake(*reason_, result.error());
  document_->report(result);
}

void DecisionForm::show_mistake(QLineEdit& line, const Error& error) {
  clear_mistake();
  const QString why = as_sentence(qt_text(error.why)) + " " + as_sentence(qt_text(error.what_to_do));
  static_cast<QGridLayout*>(layout())->addWidget(mistake_, 2, &line == role_ ? 1 : 2, 1, -1);
  mistake_->setText(why);
  mistake_->show();
  line.setAccessibleDescription(why);
  line.setProperty("mistake", true);
  line.style()->polish(&line);
  line.setFocus();
}

void DecisionForm::clear_mistake() {
  mistake_->hide();
  mistake_->clear();
  for (QLineEdit* line : {role_, reason_}) {
    if (!line->property("mistake").toBool()) continue;
    line->setAccessibleDescription({});
    line->setProperty("mistake", false);
    line->style()->polish(line);
  }
}

void DecisionForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit closed();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
