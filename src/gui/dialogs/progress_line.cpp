#include "gui/dialogs/progress_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace tradewind::gui {
namespace {

constexpr int delay_milliseconds = 300;
constexpr int bar_height = 6;

}  // namespace

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent), text_(new QLabel), bar_(new QProgressBar) {
  text_->setProperty("role", "muted");
  bar_->setTextVisible(false);
  bar_->setFixedHeight(bar_height);
  bar_->setAccessibleName(tr("Progress"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(text_);
  row->addWidget(bar_, 1);
  QSizePolicy policy = sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  setSizePolicy(policy);
  delay_.setSingleShot(true);
  delay_.setInterval(delay_milliseconds);
  connect(&delay_, &QTimer::timeout, this, &QWidget::show);
  hide();
}

void ProgressLine::begin(const QString& says) {
  say(says);
  bar_->setRange(0, 0);
  delay_.start();
}

void ProgressLine::say(const QString& says) { text_->setText(says); }

QString ProgressLine::text() const { return text_->text(); }

void ProgressLine::set_done(int done, int of) {
  bar_->setRange(0, of);
  bar_->setValue(done);
}

void ProgressLine::end() {
  delay_.stop();
  hide();
}

}  // namespace tradewind::gui
