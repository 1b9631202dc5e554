#include "gui/inspector/inspector.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "gui/inspector/check_ins_section.h"
#include "gui/inspector/contributions_section.h"
#include "gui/inspector/details_section.h"
#include "gui/inspector/estimates_section.h"
#include "gui/inspector/evidence_section.h"
#include "gui/inspector/factors_section.h"
#include "gui/inspector/framings_section.h"
#include "gui/inspector/head_section.h"
#include "gui/inspector/history_section.h"
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

  sections_ = {new HeadSection(context, content),          new ItemSection(context, content),
               new FactorsSection(context, content),       new EstimatesSection(context, content),
               new ContributionsSection(context, content), new LinksSection(context, content),
               new EvidenceSection(context, content),      new TextSection(context, content),
               new FramingsSection(context, content),      new DetailsSection(context, content)};
  outcome_ = new OutcomeSection(context, content);
  check_ins_ = new CheckInsSection(context, content);
  history_ = new HistorySection(context, content);
  for (Section* section : all_sections()) {
    layout->addWidget(section);
    connect(section, &Section::rows_changed, this, &Inspector::order_tab_stops);
  }
  layout->addStretch(1);
  setWidget(content);
  // Else they paint the window's colour over that of the panel.
  content->setAutoFillBackground(false);
  viewport()->setAutoFillBackground(false);

  connect(&context_.selection, &Selection::changed, this, &Inspector::show_selection);
  connect(&context_.document, &Document::changed, this, &Inspector::refresh);
  connect(&context_.document, &Document::history_changed, this, [this] {
    for (Section* section : all_sections()) section->clear_mistakes();
  });
  show_selection();
  order_tab_stops();
}

Inspector::~Inspector() {
  for (Section* section : all_sections()) section->commit_pending();
  // Fields that lose the focus on the way out must not call what is gone.
  context_.document.disconnect(this);
  context_.selection.disconnect(this);
}

QSize Inspector::sizeHint() const { return {usual_width, QScrollArea::sizeHint().height()}; }

void Inspector::show_selection() {
  // A field that still has the focus was typed in for what is shown, not for what was selected meanwhile.
  for (Section* section : all_sections()) section->commit_pending();
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
  check_ins_->show_outcome(outcome);
  if (items.size() == 1)
    history_->show_row(Item::table, items.front()->id.value);
  else
    history_->show_row(Outcome::table, outcome != nullptr ? outcome->id.value : 0);
  empty_->setVisible(items.empty() && outcome == nullptr);
}

std::vector<Section*> Inspector::all_sections() const {
  std::vector<Section*> all = sections_;
  all.insert(all.end(), {outcome_, check_ins_, history_});
  return all;
}

void Inspector::order_tab_stops() {
  QWidget* last = nullptr;
  for (const Section* section : all_sections())
    for (QWidget* stop : section->tab_stops()) {
      if (last != nullptr) QWidget::setTabOrder(last, stop);
      last = stop;
    }
}

}  // namespace tradewind::gui
