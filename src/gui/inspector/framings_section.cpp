#include "gui/inspector/framings_section.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringListModel>
#include <QToolButton>
#include <algorithm>

#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int text_height = 64;

}  // namespace

FramingsSection::FramingsSection(const PageContext& context, QWidget* parent)
    : Section(context, tr("Told for an audience"), parent),
      lines_layout_(new QVBoxLayout),
      add_(new QLineEdit(this)),
      audiences_(new QStringListModel(this)) {
  lines_layout_->setSpacing(8);
  body()->addLayout(lines_layout_);
  add_->setObjectName("framing_add");
  add_->setPlaceholderText(tr("Add an audience: Engineering, Business …"));
  add_->setAccessibleName(tr("Add an audience to tell this item for"));
  auto* completer = new QCompleter(audiences_, this);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->popup()->setAccessibleName(tr("Known audiences"));
  add_->setCompleter(completer);
  body()->addWidget(add_);
  connect(add_, &QLineEdit::returnPressed, this, &FramingsSection::add);
}

void FramingsSection::make_line(Line& line) {
  line.widget = new QWidget(this);
  auto* column = new QVBoxLayout(line.widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  auto* head = new QHBoxLayout;
  line.audience = new FieldEdit(tr("Audience"), line.widget);
  line.remove = remove_button(line.widget);
  head->addWidget(line.audience, 1);
  head->addWidget(line.remove);
  column->addLayout(head);
  line.text = new FieldText({}, line.widget);
  line.text->setFixedHeight(text_height);
  column->addWidget(line.text);
  connect(line.audience, &FieldEdit::committed, this, [this, &line](const QString& text) {
    const std::string audience = text.trimmed().toStdString();
    if (audience.empty()) return line.audience->mark_mistake(tr("Say for whom it is told, or remove it."));
    line.audience->tell_refusal(
        try_edit_row<Framing>(edit_label(tr("audience")), line.id, [&](Framing& row) { row.audience = audience; }));
  });
  connect(line.text, &FieldText::committed, this, [this, &line](const QString& text) {
    const Framing* stored = portfolio().find(line.id);
    if (stored == nullptr) return;
    edit_row<Framing>(edit_label(tr("text for %1").arg(qt_text(stored->audience))), line.id,
                      [&](Framing& row) { row.text = text.toStdString(); });
  });
  connect(line.remove, &QToolButton::clicked, this, [this, &line] { erase_row(edit_label(tr("no such audience")), line.id); });
}

void FramingsSection::show_line(Line& line, const Framing& row) {
  const QString audience = qt_text(row.audience);
  line.audience->setObjectName("framing_audience_" + audience);
  line.audience->show_value(audience);
  line.text->setObjectName("framing_text_" + audience);
  line.text->setAccessibleName(tr("Told for %1").arg(audience));
  line.text->show_value(qt_text(row.text));
  line.remove->setObjectName("framing_remove_" + audience);
  line.remove->setAccessibleName(tr("Remove what is told for %1").arg(audience));
  line.remove->setToolTip(line.remove->accessibleName());
}

std::vector<QWidget*> FramingsSection::tab_stops() const {
  std::vector<QWidget*> stops;
  for (const Line* line : lines_.in_order()) stops.insert(stops.end(), {line->audience, line->remove, line->text});
  stops.push_back(add_);
  return stops;
}

bool FramingsSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  std::vector<const Framing*> rows;
  for (const Framing& row : portfolio().owned_by<&Framing::item>(items.front()->id)) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const Framing* a, const Framing* b) { return a->id < b->id; });
  std::vector<Id<Framing>> order;
  for (const Framing* row : rows) order.push_back(row->id);
  const bool is_other = lines_.arrange(lines_layout_, order, [this](Line& line) { make_line(line); });
  for (const Framing* row : rows) show_line(*lines_.find(row->id), *row);
  offer_audiences(rows);
  if (is_other) emit rows_changed();
  return true;
}

/// Those of the stakeholders, but for the ones that it is told for already.
void FramingsSection::offer_audiences(const std::vector<const Framing*>& rows) {
  QStringList names;
  for (const Stakeholder& one : portfolio().all<Stakeholder>()) {
    const QString name = qt_text(one.audience);
    const bool is_told = std::any_of(rows.begin(), rows.end(), [&](const Framing* row) { return row->audience == one.audience; });
    if (!name.isEmpty() && !is_told && !names.contains(name)) names.append(name);
  }
  names.sort();
  if (names != audiences_->stringList()) audiences_->setStringList(names);
}

void FramingsSection::add() {
  const QString audience = add_->text().trimmed();
  if (audience.isEmpty()) return;
  const bool is_stored = edit_each_item(tr("text for %1").arg(audience), [&](storage::Edit& edit, ItemId item) {
    for (const Framing& row : edit.portfolio().owned_by<&Framing::item>(item))
      if (qt_text(row.audience).compare(audience, Qt::CaseInsensitive) == 0)
        throw storage::EditRefused{{ErrorCode::conflict, "cannot add " + audience.toStdString(),
                                    "the item is told for this audience already", "Change that text, or name another audience"}};
    Framing row;
    row.item = item;
    row.audience = audience.toStdString();
    edit.insert(row);
  });
  if (!is_stored) return;
  add_->clear();
  if (auto* text = findChild<FieldText*>("framing_text_" + audience)) text->setFocus();
}

}  // namespace tradewind::gui
