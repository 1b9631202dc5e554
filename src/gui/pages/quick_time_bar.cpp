#include "gui/pages/quick_time_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>

#include "gui/shell/elided_label.h"
#include "gui/shell/error_text.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/user_name.h"
#include "tradewind/workbench/quick_time.h"

namespace tradewind::gui {

QuickTimeBar::QuickTimeBar(Document& document, QWidget* parent)
    : QWidget(parent), document_(&document), line_(new QLineEdit), understood_(new ElidedLabel) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  line_->setObjectName("quick_time");
  line_->setPlaceholderText(tr("Enter time: 2h firefighting incident review yesterday"));
  line_->setAccessibleName(tr("Enter time in plain words"));
  line_->setMinimumWidth(300);
  line_->setMaximumWidth(420);
  understood_->setObjectName("quick_time_understood");
  understood_->setProperty("role", "muted");
  understood_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // long words must not widen the page
  row->addWidget(line_, 1);
  row->addWidget(understood_, 1);
  connect(line_, &QLineEdit::textChanged, this, &QuickTimeBar::read);
  connect(line_, &QLineEdit::returnPressed, this, &QuickTimeBar::store);
}

void QuickTimeBar::read() {
  const Portfolio& portfolio = document_->portfolio();
  const bool is_empty = line_->text().trimmed().isEmpty();
  QString text;
  bool is_mistake = false;
  if (!is_empty) {
    const auto time = workbench::read_quick_time(line_->text().toStdString(), portfolio, today(), user_name());
    is_mistake = !time;
    text = time ? qt_text(workbench::describe_time(*time, portfolio))
                : error_text({time.error().code, {}, time.error().why, time.error().what_to_do});
  }
  understood_->set_line(text);
  line_->setAccessibleDescription(text);
  if (line_->property("mistake").toBool() == is_mistake) return;
  line_->setProperty("mistake", is_mistake);
  line_->style()->unpolish(line_);
  line_->style()->polish(line_);
}

void QuickTimeBar::store() {
  const auto time = workbench::read_quick_time(line_->text().toStdString(), document_->portfolio(), today(), user_name());
  if (!time) return;  // the line says why
  const QString what = qt_text(workbench::describe_time(time->entry, document_->portfolio()));
  if (!document_->edit(tr("Enter %1").arg(what), [&](storage::Edit& edit) { edit.insert(time->entry); })) return;
  line_->clear();
  understood_->set_line(tr("Stored: %1").arg(what));
}

}  // namespace tradewind::gui
