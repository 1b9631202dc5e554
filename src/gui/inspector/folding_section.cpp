#include "gui/inspector/folding_section.h"

#include <QToolButton>

#include "gui/theme/icons.h"

namespace tradewind::gui {

FoldingSection::FoldingSection(const PageContext& context, const QString& heading, QWidget* parent)
    : Section(context, {}, parent), toggle_(new QToolButton(this)), content_(new QWidget(this)) {
  toggle_->setText(heading);
  toggle_->setCheckable(true);
  toggle_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  toggle_->setIcon(icon("right"));
  toggle_->setAccessibleName(heading);
  toggle_->setFocusPolicy(Qt::StrongFocus);
  toggle_->setStyleSheet("QToolButton { font-weight: 600; padding: 2px; background: transparent; }");
  content_layout_ = new QVBoxLayout(content_);
  content_layout_->setContentsMargins(0, 0, 0, 0);
  content_layout_->setSpacing(6);
  content_->hide();
  body()->addWidget(toggle_, 0, Qt::AlignLeft);
  body()->addWidget(content_);
  connect(toggle_, &QToolButton::toggled, this, [this](bool is_on) {
    toggle_->setIcon(icon(is_on ? "down" : "right"));
    content_->setVisible(is_on);
    if (is_on) opened();
    emit rows_changed();
  });
}

bool FoldingSection::is_open() const { return toggle_->isChecked(); }
void FoldingSection::set_open(bool open) { toggle_->setChecked(open); }

}  // namespace tradewind::gui
