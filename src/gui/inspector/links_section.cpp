#include "gui/inspector/links_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <memory>

#include "tradewind/domain/schedule.h"

namespace tradewind::gui {
namespace {

constexpr int relation_width = 48;

struct Link {
  const Item* item;
  bool is_needed;
};

std::vector<Link> links_of(const Portfolio& portfolio, ItemId id) {
  std::vector<Link> links;
  for (const Dependency& row : portfolio.owned_by<&Dependency::successor>(id))
    if (const Item* item = portfolio.find(row.predecessor)) links.push_back({item, true});
  for (const Dependency& row : portfolio.owned_by<&Dependency::predecessor>(id))
    if (const Item* item = portfolio.find(row.successor)) links.push_back({item, false});
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
    if (a.is_needed != b.is_needed) return a.is_needed;
    return a.item->rank != b.item->rank ? a.item->rank < b.item->rank : a.item->key < b.item->key;
  });
  return links;
}

/// Where an item begins and ends over all its placements.
std::optional<Span> whole_span(const Portfolio& portfolio, ItemId id) {
  std::optional<Span> whole;
  for (const Placement& placement : portfolio.owned_by<&Placement::item>(id)) {
    const auto span = span_of(placement, portfolio);
    if (!span) continue;
    whole = whole ? Span{std::min(whole->start, span->start), std::max(whole->finish, span->finish)} : *span;
  }
  return whole;
}

}  // namespace

LinksSection::LinksSection(const PageContext& context, QWidget* parent) : Section(context, tr("Dependencies"), parent) {
  none_ = muted_label(tr("Needs nothing and blocks nothing."), this);
  body()->addWidget(none_);
}

std::vector<QWidget*> LinksSection::tab_stops() const {
  std::vector<QWidget*> stops;
  for (std::size_t at = 0; at < count_; ++at) stops.push_back(rows_[at]->name);
  return stops;
}

LinksSection::Row* LinksSection::make_row() {
  rows_.push_back(std::make_unique<Row>());
  Row* row = rows_.back().get();
  row->widget = new QWidget(this);
  auto* layout = new QHBoxLayout(row->widget);
  layout->setContentsMargins(0, 0, 0, 0);
  row->relation = muted_label({}, row->widget);
  row->relation->setFixedWidth(relation_width);
  row->name = new QPushButton(row->widget);
  row->name->setProperty("role", "quiet");
  row->name->setStyleSheet("text-align: left; padding: 1px 2px;");
  row->name->setCursor(Qt::PointingHandCursor);
  // A long name must not make the inspector wider; the tool tip has all of it.
  row->name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  row->relation->setBuddy(row->name);
  row->when = muted_label({}, row->widget);
  layout->addWidget(row->relation);
  layout->addWidget(row->name, 1);
  layout->addWidget(row->when);
  body()->addWidget(row->widget);
  connect(row->name, &QPushButton::clicked, this, [this, row] { context().selection.select(row->item); });
  return row;
}

bool LinksSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  const std::vector<Link> links = links_of(portfolio(), items.front()->id);
  const std::size_t before = count_;
  count_ = links.size();
  none_->setVisible(links.empty());
  for (std::size_t at = 0; at < links.size(); ++at) {
    Row* row = at < rows_.size() ? rows_[at].get() : make_row();
    const Item& item = *links[at].item;
    const QString title = QString::fromStdString(item.title);
    row->item = item.id;
    row->relation->setText(links[at].is_needed ? tr("Needs") : tr("Blocks"));
    // Buttons read & as the mark of a letter.
    row->name->setText(QString::fromStdString(short_title_of(item)).replace("&", "&&"));
    row->name->setToolTip(QString::fromStdString(item.key) + " " + title);
    row->name->setAccessibleName((links[at].is_needed ? tr("Needs %1") : tr("Blocks %1")).arg(title));
    row->name->setObjectName((links[at].is_needed ? "needs_" : "blocks_") + QString::fromStdString(item.key));
    const auto span = whole_span(portfolio(), item.id);
    row->when->setText(!span                 ? tr("not planned")
                       : links[at].is_needed ? tr("ends %1").arg(QString::fromStdString(to_display(add_days(span->finish, -1))))
                                             : tr("from %1").arg(QString::fromStdString(to_display(span->start))));
    row->widget->show();
  }
  for (std::size_t at = links.size(); at < rows_.size(); ++at) rows_[at]->widget->hide();
  if (count_ != before) emit rows_changed();
  return true;
}

}  // namespace tradewind::gui
