#include "gui/shell/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "gui/shell/alert_button.h"
#include "gui/shell/count_text.h"
#include "gui/shell/elided_label.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int height_of_filter = 22;
constexpr int widest_filter = 320;

}  // namespace

StatusLine::StatusLine(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      page_status_(new QLabel),
      filter_(new QPushButton),
      selection_status_(new QLabel),
      alerts_(new AlertButton),
      last_change_(new ElidedLabel),
      watch_(context.document, this) {
  last_change_->setProperty("role", "muted");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addWidget(page_status_);
  filter_->setObjectName("status_filter");
  filter_->setProperty("role", "quiet");
  filter_->setIcon(icon("close"));
  filter_->setIconSize({12, 12});
  filter_->setStyleSheet("padding: 0 6px;");
  filter_->setFixedHeight(height_of_filter);
  filter_->hide();
  connect(filter_, &QPushButton::clicked, this, [this] {
    if (page_ != nullptr) page_->clear_filter();
  });
  row->addWidget(filter_);
  row->addWidget(selection_status_);
  row->addWidget(alerts_);
  last_change_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(last_change_, 1);
  connect(&watch_, &AlertWatch::found, alerts_, &AlertButton::show_alerts);
  connect(alerts_, &AlertButton::chosen, this, &StatusLine::alert_chosen);
  connect(&context_.document, &Document::history_changed, this, &StatusLine::tell_last_change);
  connect(&context_.document, &Document::history_changed, this, &StatusLine::tell_page);
  connect(&context_.selection, &Selection::changed, this, &StatusLine::tell_page);
  tell_last_change();
}

void StatusLine::follow(Page* page) {
  if (page_ != nullptr) disconnect(page_, nullptr, this, nullptr);
  page_ = page;
  connect(page_, &Page::status_changed, this, &StatusLine::tell_page);
  tell_page();
}

void StatusLine::tell_page() {
  page_status_->setText(page_ != nullptr ? page_->status() : QString());
  tell_filter();
  const std::size_t selected = context_.selection.items().size();
  const bool page_tells = page_ != nullptr && page_->tells_selection();
  selection_status_->setText(selected == 0 || page_tells ? QString() : tr("%1 selected").arg(figure(selected)));
  selection_status_->setVisible(!selection_status_->text().isEmpty());  // else its padding would be a gap
}

void StatusLine::tell_filter() {
  const QString filter = page_ != nullptr ? page_->filter() : QString();
  QString text = filter_->fontMetrics().elidedText(tr("Filter: %1").arg(filter), Qt::ElideRight, widest_filter);
  filter_->setText(text.replace('&', "&&"));  // else it would underline the next letter
  filter_->setToolTip(tr("Clear the filter %1").arg(filter));
  filter_->setAccessibleName(filter_->toolTip());
  filter_->setVisible(!filter.isEmpty());
}

void StatusLine::tell_last_change() {
  const storage::Workspace& workspace = context_.document.workspace();
  const auto last = workspace.history(1);
  QString change = last.empty() ? QString() : qt_text(last.front().label);
  // What takes an edit back carries the edit's label.
  if (!last.empty() && last.front().reverts)
    change = (workspace.redo_label() == last.front().label ? tr("Undone: %1") : tr("Redone: %1")).arg(change);
  last_change_->set_line(change);
}

void StatusLine::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  setMinimumHeight(alerts_->sizeHint().height());  // the same with and without alerts
  watch_.set_seen(true);
}

void StatusLine::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  watch_.set_seen(false);
}

}  // namespace tradewind::gui
