#include "gui/dialogs/import_date_question.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>

namespace tradewind::gui {

using exchange::DateOrder;

ImportDateQuestion::ImportDateQuestion(QWidget* parent) : QWidget(parent), orders_(new QButtonGroup(this)) {
  setObjectName("date_question");
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(14);
  auto* text = new QLabel(tr("How are the dates to be read? 7/9/26 is"));
  layout->addWidget(text);
  const auto add = [&](DateOrder order, const QString& label) {
    auto* choice = new QRadioButton(label);
    choice->setAccessibleDescription(text->text());
    orders_->addButton(choice, static_cast<int>(order));
    layout->addWidget(choice);
  };
  add(DateOrder::dmy, tr("7 Sep 2026"));
  add(DateOrder::mdy, tr("9 Jul 2026"));
  add(DateOrder::ymd, tr("26 Sep 2007"));
  layout->addStretch(1);
  hide();
  // Not clicked: screen readers choose one by toggling it.
  connect(orders_, &QButtonGroup::idToggled, this, [this](int order, bool is_on) {
    if (is_on) emit answered(static_cast<DateOrder>(order));
  });
}

void ImportDateQuestion::set_answer(std::optional<DateOrder> order) {
  const QSignalBlocker quiet(orders_);
  orders_->setExclusive(false);  // else one of them stays chosen
  for (QAbstractButton* choice : orders_->buttons()) choice->setChecked(order && orders_->id(choice) == static_cast<int>(*order));
  orders_->setExclusive(true);
}

}  // namespace tradewind::gui
