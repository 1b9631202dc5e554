#include "gui/inspector/links_section.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/item_chooser.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/domain/validate.h"

namespace tradewind::gui {
namespace {

constexpr int relation_width = 48;
constexpr int name_padding = 2;

struct Link {
  DependencyId id;
  const Item* item;
  bool is_needed;
};

std::vector<Link> links_of(const Portfolio& portfolio, ItemId id) {
  std::vector<Link> links;
  for (const Dependency& row : portfolio.owned_by<&Dependency::successor>(id))
    if (const Item* item = portfolio.find(row.predecessor)) links.push_back({row.id, item, true});
  for (const Dependency& row : portfolio.owned_by<&Dependency::predecessor>(id))
    if (const Item* item = portfolio.find(row.successor)) links.push_back({row.id, item, false});
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

/// What speaks against the dependency; nullopt where nothing does.
std::optional<Error> objection(const Portfolio& portfolio, ItemId predecessor, ItemId successor) {
  const auto key = [&](ItemId id) {
    return portfolio.contains(id) ? shown_key(*portfolio.find(id)).toStdString() : std::string("?");
  };
  const std::string what = "cannot let " + key(successor) + " wait for " + key(predecessor);
  for (const Dependency& row : portfolio.owned_by<&Dependency::successor>(successor))
    if (row.predecessor == predecessor) return Error{ErrorCode::conflict, what, "it does already", "Choose another item"};
  const std::vector<ItemId> path = circle_closed_by(portfolio, predecessor, successor);
  if (path.empty()) return std::nullopt;
  if (path.size() == 1) return Error{ErrorCode::bad_input, what, "an item cannot wait for itself", "Choose another item"};
  std::string circle;
  for (const ItemId id : path) circle += key(id) + " → ";
  return Error{ErrorCode::conflict, what, "that would close the circle " + circle + key(path.front()),
               "Take one of these dependencies away first"};
}

}  // namespace

LinksSection::LinksSection(const PageContext& context, QWidget* parent)
    : Section(context, tr("Dependencies"), parent),
      lines_layout_(new QVBoxLayout),
      none_(muted_label(tr("Needs nothing and blocks nothing."), this)),
      relation_(new QComboBox(this)) {
  lines_layout_->setSpacing(2);
  body()->addWidget(none_);
  body()->addLayout(lines_layout_);
  relation_->setObjectName("dependency_relation");
  relation_->setAccessibleName(tr("What the item that is added is to this one"));
  relation_->addItems({tr("Needs"), tr("Blocks")});
  chooser_ = new ItemChooser(context.document, tr("Key or words of a title"), this);
  chooser_->setObjectName("dependency_add");
  chooser_->setAccessibleName(tr("Add a dependency: key or words of a title"));
  auto* line = new QHBoxLayout;
  line->setSpacing(4);
  line->addWidget(relation_);
  line->addWidget(chooser_, 1);
  body()->addLayout(line);
  message_ = new MessageLine(this);
  message_->setObjectName("dependency_message");
  body()->addWidget(message_);
  connect(chooser_, &ItemChooser::chosen, this, &LinksSection::add);
  connect(chooser_, &QLineEdit::textChanged, message_, &QWidget::hide);
}

std::vector<QWidget*> LinksSection::tab_stops() const {
  std::vector<QWidget*> stops;
  for (const Line* line : lines_.in_order()) stops.insert(stops.end(), {line->name, line->remove});
  stops.insert(stops.end(), {relation_, chooser_});
  return stops;
}

void LinksSection::make_line(Line& line) {
  line.widget = new QWidget(this);
  auto* grid = new QGridLayout(line.widget);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(4);
  grid->setVerticalSpacing(0);
  grid->setColumnStretch(1, 1);
  line.relation = muted_label({}, line.widget);
  line.relation->setFixedWidth(relation_width);
  line.name = new QPushButton(line.widget);
  line.name->setProperty("role", "quiet");
  line.name->setStyleSheet(QString("text-align: left; padding: 1px %1px;").arg(name_padding));
  line.name->setCursor(Qt::PointingHandCursor);
  // A long name must not make the inspector wider: it ends in an ellipsis, and the tool tip has all of it.
  line.name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  line.relation->setBuddy(line.name);
  // Under the name, which needs the whole width.
  line.when = muted_label({}, line.widget);
  line.when->setIndent(name_padding);
  line.remove = remove_button(line.widget);
  grid->addWidget(line.relation, 0, 0);
  grid->addWidget(line.name, 0, 1);
  grid->addWidget(line.remove, 0, 2);
  grid->addWidget(line.when, 1, 1, 1, 2);
  connect(line.name, &QPushButton::clicked, this, [this, &line] { context().selection.select(line.item); });
  connect(line.remove, &QToolButton::clicked, this, [this, &line] {
    if (const Item* other = portfolio().find(line.item))
      erase_row(edit_label(tr("no dependency with %1").arg(shown_key(*other))), line.id);
  });
}

bool LinksSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  if (items.front()->id != shown_) chooser_->clear();  // it was typed about another item
  shown_ = items.front()->id;
  const std::vector<Link> links = links_of(portfolio(), shown_);
  std::vector<DependencyId> order;
  for (const Link& link : links) order.push_back(link.id);
  const bool is_other = lines_.arrange(lines_layout_, order, [this](Line& line) { make_line(line); });
  for (const Link& link : links) {
    Line& line = *lines_.find(link.id);
    const QString key = shown_key(*link.item);
    const QString title = qt_text(link.item->title);
    line.item = link.item->id;
    line.relation->setText(link.is_needed ? tr("Needs") : tr("Blocks"));
    // Buttons read & as the mark of a letter.
    line.name->setText(qt_text(short_title_of(*link.item)).replace("&", "&&"));
    line.name->setToolTip(key + " " + title);
    line.name->setAccessibleName((link.is_needed ? tr("Needs %1") : tr("Blocks %1")).arg(title));
    line.name->setObjectName((link.is_needed ? "needs_" : "blocks_") + key);
    line.remove->setObjectName("dependency_remove_" + key);
    line.remove->setAccessibleName(tr("Remove the dependency with %1").arg(title));
    line.remove->setToolTip(tr("Remove this dependency"));
    const auto span = whole_span(portfolio(), link.item->id);
    line.when->setText(!span            ? tr("not planned")
                       : link.is_needed ? tr("ends %1").arg(qt_text(to_display(last_day(*span))))
                                        : tr("from %1").arg(qt_text(to_display(span->start))));
  }
  none_->setVisible(links.empty());
  if (is_other) emit rows_changed();
  return true;
}

void LinksSection::add(ItemId other) {
  if (!shown_) return;
  const bool is_needed = relation_->currentIndex() == 0;
  Dependency row;
  row.predecessor = is_needed ? other : shown_;
  row.successor = is_needed ? shown_ : other;
  if (const auto error = objection(portfolio(), row.predecessor, row.successor)) {
    chooser_->mark_mistake(error_text(*error));
    return message_->say(*error);
  }
  context().document.edit(edit_label(tr("dependency")), [&](storage::Edit& edit) {
    // Asked again, for what somebody else did a moment ago.
    if (const auto error = objection(edit.portfolio(), row.predecessor, row.successor)) throw storage::EditRefused{*error};
    edit.insert(row);
  });
}

}  // namespace tradewind::gui
