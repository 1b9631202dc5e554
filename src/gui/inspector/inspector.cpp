#include "gui/inspector/inspector.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/inspector/estimates_section.h"
#include "gui/inspector/evidence_section.h"
#include "gui/inspector/factors_section.h"
#include "gui/inspector/head_section.h"
#include "gui/inspector/item_section.h"
#include "gui/inspector/links_section.h"
#include "gui/inspector/outcome_section.h"
#include "gui/inspector/text_section.h"

namespace tradewind::gui {
namespace {

constexpr int usual_width = 320;
constexpr int least_width = 280;
constexpr int margin = 16;

}  // namespace

Inspector::Inspector(const PageContext& context, QWidget* parent) : QScrollArea(parent), context_(context) {
  setObjectName("inspector");
  setAccessibleName(tr("Inspector"));
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setMinimumWidth(least_width);

  auto* content = new QWidget(this);
  auto* layout = new QVBoxLayout(content);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  empty_ = new QLabel(tr("Select an item or an outcome to see and change everything about it here."), content);
  empty_->setObjectName("inspector_empty");
  empty_->setProperty("role", "muted");
  empty_->setWordWrap(true);
  empty_->setMargin(margin);
  layout->addWidget(empty_);

  auto* estimates = new EstimatesSection(context, content);
  auto* links = new LinksSection(context, content);
  sections_ = {new HeadSection(context, content),
               new ItemSection(context, content),
               new FactorsSection(context, content),
               estimates,
               links,
               new EvidenceSection(context, content),
               new TextSection(context, content)};
  for (Section* section : sections_) layout->addWidget(section);
  outcome_ = new OutcomeSection(context, content);
  layout->addWidget(outcome_);
  layout->addStretch(1);
  setWidget(content);
  // Else they paint the window's colour over that of the panel.
  content->setAutoFillBackground(false);
  viewport()->setAutoFillBackground(false);

  connect(estimates, &EstimatesSection::rows_changed, this, &Inspector::order_tab_stops);
  connect(links, &LinksSection::rows_changed, this, &Inspector::order_tab_stops);
  connect(&context_.selection, &Selection::changed, this, &Inspector::show_selection);
  connect(&context_.document, &Document::changed, this, &Inspector::refresh);
  show_selection();
  order_tab_stops();
}

Inspector::~Inspector() {
  for (Section* section : sections_) section->commit_pending();
  outcome_->commit_pending();
  // Fields that lose the focus on the way out must not call what is gone.
  context_.document.disconnect(this);
  context_.selection.disconnect(this);
}

QSize Inspector::sizeHint() const { return {usual_width, QScrollArea::sizeHint().height()}; }

void Inspector::show_selection() {
  // A field that still has the focus was typed in for what is shown, not for what was selected meanwhile.
  for (Section* section : sections_) section->commit_pending();
  outcome_->commit_pending();
  items_ = context_.selection.items();
  shown_outcome_ = context_.selection.outcome();
  refresh();
  verticalScrollBar()->setValue(0);
}

void Inspector::refresh() {
  std::vector<const Item*> items;
  for (const ItemId id : items_)
    if (const Item* item = context_.document.portfolio().find(id)) items.push_back(item);
  const Outcome* outcome = items.empty() ? context_.document.portfolio().find(shown_outcome_) : nullptr;
  for (Section* section : sections_) section->show_items(items);
  outcome_->show_outcome(outcome);
  empty_->setVisible(items.empty() && outcome == nullptr);
}

void Inspector::order_tab_stops() {
  QWidget* last = nullptr;
  const auto follow = [&last](const Section& section) {
    for (QWidget* stop : section.tab_stops()) {
      if (last != nullptr) QWidget::setTabOrder(last, stop);
      last = stop;
    }
  };
  for (const Section* section : sections_) follow(*section);
  follow(*outcome_);
}

}  // namespace tradewind::gui
