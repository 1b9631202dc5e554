#include "gui/pages/quick_time_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

#include "gui/shell/qt_text.h"
#include "gui/shell/user_name.h"
#include "tradewind/workbench/quick_time.h"

namespace tradewind::gui {

QuickTimeBar::QuickTimeBar(Document& document, QWidget* parent)
    : QWidget(parent), document_(&document), line_(new QLineEdit), understood_(new QLabel) {
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
  const auto entry = workbench::read_quick_time(line_->text().toStdString(), document_->portfolio(), today());
  const bool is_mistake = !entry && !line_->text().trimmed().isEmpty();
  understood_->setText(entry        ? qt_text(workbench::describe_time(*entry, document_->portfolio()))
                       : is_mistake ? qt_text(entry.error().what_to_do)
                                    : QString());
  if (line_->property("mistake").toBool() == is_mistake) return;
  line_->setProperty("mistake", is_mistake);
  line_->style()->unpolish(line_);
  line_->style()->polish(line_);
}

void QuickTimeBar::store() {
  auto entry = workbench::read_quick_time(line_->text().toStdString(), document_->portfolio(), today());
  if (!entry) return;  // the line says why
  entry->person = user_name();
  const QString what = qt_text(workbench::describe_time(*entry, document_->portfolio()));
  if (!document_->edit(tr("Enter %1").arg(what), [&](storage::Edit& edit) { edit.insert(*entry); })) return;
  line_->clear();
  understood_->setText(tr("Stored: %1").arg(what));
}

}  // namespace tradewind::gui
