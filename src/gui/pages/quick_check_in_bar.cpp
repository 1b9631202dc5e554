#include "gui/pages/quick_check_in_bar.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStyle>

#include "gui/shell/qt_text.h"
#include "tradewind/workbench/quick_check_in.h"

namespace tradewind::gui {
namespace {

constexpr int least_width = 240;
constexpr int most_width = 400;

const CheckIn* check_in_of(const Portfolio& portfolio, OutcomeId outcome, Date date) {
  for (const CheckIn& row : portfolio.owned_by<&CheckIn::outcome>(outcome))
    if (row.date == date) return &row;
  return nullptr;
}

}  // namespace

QuickCheckInBar::QuickCheckInBar(Document& document, Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent), document_(&document), line_(new QLineEdit), understood_(new QLabel) {
  const bool is_beside = orientation == Qt::Horizontal;
  auto* layout = new QBoxLayout(is_beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(is_beside ? 8 : 2);
  line_->setObjectName("quick_check_in");
  if (is_beside) line_->setMinimumWidth(least_width);
  if (is_beside) line_->setMaximumWidth(most_width);
  understood_->setObjectName("quick_check_in_understood");
  understood_->setProperty("role", "muted");
  understood_->setTextFormat(Qt::PlainText);
  understood_->setWordWrap(!is_beside);
  if (is_beside) understood_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long note must not widen the page
  layout->addWidget(line_, 1);
  layout->addWidget(understood_, is_beside ? 1 : 0);
  connect(line_, &QLineEdit::textChanged, this, &QuickCheckInBar::read);
  connect(line_, &QLineEdit::returnPressed, this, &QuickCheckInBar::store);
  set_outcome({});
}

void QuickCheckInBar::set_outcome(OutcomeId id) {
  const Outcome* outcome = document_->portfolio().find(id);
  if (outcome == nullptr || id != outcome_) {
    line_->clear();
    understood_->clear();
  }
  outcome_ = outcome == nullptr ? OutcomeId{} : id;
  line_->setEnabled(outcome != nullptr);
  const QString name =
      outcome == nullptr ? QString() : qt_text(outcome->short_title.empty() ? outcome->title : outcome->short_title);
  line_->setPlaceholderText(outcome == nullptr ? tr("Select an outcome to check in") : tr("Check in: 42 after the rollout"));
  line_->setToolTip(outcome == nullptr
                        ? QString()
                        : tr("The value of “%1”, then what there is to say, and the day where it is not today").arg(name));
  line_->setAccessibleName(outcome == nullptr ? tr("Check in")
                                              : tr("Check in “%1”: the value, then what there is to say").arg(name));
}

void QuickCheckInBar::read() {
  const Outcome* outcome = document_->portfolio().find(outcome_);
  const bool is_empty = outcome == nullptr || line_->text().trimmed().isEmpty();
  QString text;
  bool is_mistake = false;
  if (!is_empty) {
    const auto row = workbench::read_quick_check_in(line_->text().toStdString(), *outcome, today());
    is_mistake = !row;
    text = row ? qt_text(workbench::describe_check_in(*row, *outcome)) : qt_text(row.error().what_to_do);
  }
  understood_->setText(text);
  if (line_->property("mistake").toBool() == is_mistake) return;
  line_->setProperty("mistake", is_mistake);
  line_->style()->unpolish(line_);
  line_->style()->polish(line_);
}

void QuickCheckInBar::store() {
  const Outcome* outcome = document_->portfolio().find(outcome_);
  if (outcome == nullptr) return;
  auto row = workbench::read_quick_check_in(line_->text().toStdString(), *outcome, today());
  if (!row) return;  // the line says why
  const QString what = qt_text(workbench::describe_check_in(*row, *outcome));
  const bool is_stored = document_->edit(tr("Check in %1: %2").arg(qt_text(outcome->key), what), [&](storage::Edit& edit) {
    // A second check-in of the same day corrects the first.
    const CheckIn* before = check_in_of(edit.portfolio(), row->outcome, row->date);
    if (before == nullptr) {
      edit.insert(*row);
      return;
    }
    row->id = before->id;
    edit.update(*row);
  });
  if (!is_stored) return;
  line_->clear();
  understood_->setText(tr("Stored: %1").arg(what));
}

}  // namespace tradewind::gui
