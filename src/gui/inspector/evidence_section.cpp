#include "gui/inspector/evidence_section.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>

#include "gui/inspector/date_field.h"
#include "gui/inspector/web_address.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

QString word_of(EvidenceKind kind) { return qt_text(to_text(kind)).replace('-', ' '); }

/// "user evidence, strong, speaks against, 12 Jan 2027".
QString facts_of(const Evidence& row) {
  QStringList facts{word_of(row.kind), qt_text(to_text(row.strength))};
  if (!row.supports) facts.append(EvidenceSection::tr("speaks against"));
  if (row.date) facts.append(date_field_text(row.date));
  return facts.join(", ");
}

std::vector<const Evidence*> newest_first(const Portfolio& portfolio, ItemId item) {
  std::vector<const Evidence*> rows;
  for (const Evidence& row : portfolio.owned_by<&Evidence::item>(item)) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const Evidence* a, const Evidence* b) {
    if (a->date != b->date) return a->date > b->date;  // undated ones come last
    return a->id < b->id;
  });
  return rows;
}

}  // namespace

EvidenceSection::EvidenceSection(const PageContext& context, QWidget* parent)
    : Section(context, tr("Evidence"), parent),
      lines_layout_(new QVBoxLayout),
      none_(muted_label(tr("None yet."), this)),
      add_(new QLineEdit(this)) {
  lines_layout_->setSpacing(8);
  body()->addWidget(none_);
  body()->addLayout(lines_layout_);
  add_->setObjectName("evidence_add");
  add_->setPlaceholderText(tr("Add what was learned, then Enter"));
  add_->setAccessibleName(tr("Add evidence: what was learned"));
  body()->addWidget(add_);
  connect(add_, &QLineEdit::returnPressed, this, &EvidenceSection::add);
}

void EvidenceSection::make_line(Line& line) {
  line.widget = new QWidget(this);
  auto* column = new QVBoxLayout(line.widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  auto* head = new QHBoxLayout;
  head->setSpacing(2);
  line.summary = new FieldEdit(tr("What was learned"), line.widget);
  line.more = new QToolButton(line.widget);
  line.more->setCheckable(true);
  line.more->setIcon(icon("down"));
  line.more->setToolTip(tr("Kind, strength, risk, date and link"));
  line.remove = remove_button(line.widget);
  head->addWidget(line.summary, 1);
  head->addWidget(line.more);
  head->addWidget(line.remove);
  column->addLayout(head);
  line.facts = muted_label({}, line.widget);
  line.facts->setTextFormat(Qt::PlainText);
  line.facts->setWordWrap(true);
  column->addWidget(line.facts);
  line.particulars = new QWidget(line.widget);
  line.particulars->hide();
  column->addWidget(line.particulars);
  make_particulars(line);

  connect(line.summary, &FieldEdit::committed, this, [this, &line](const QString& text) {
    change(line.id, tr("evidence"), [&](Evidence& row) { row.summary = text.toStdString(); });
  });
  connect(line.more, &QToolButton::toggled, this, [this, &line](bool is_on) {
    line.more->setIcon(icon(is_on ? "up" : "down"));
    line.particulars->setVisible(is_on);
    emit rows_changed();
  });
  connect(line.remove, &QToolButton::clicked, this, [this, &line] { erase_row(edit_label(tr("no evidence")), line.id); });
}

void EvidenceSection::make_particulars(Line& line) {
  auto* grid = new QGridLayout(line.particulars);
  grid->setContentsMargins(0, 2, 0, 2);
  grid->setSpacing(4);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  line.kind = add_combo(line, grid, tr("Kind of evidence"), choices_of_enum<EvidenceKind>(),
                        [](Evidence& row, qint64 value) { row.kind = static_cast<EvidenceKind>(value); });
  line.strength = add_combo(line, grid, tr("Strength of the evidence"), choices_of_enum<EvidenceStrength>(),
                            [](Evidence& row, qint64 value) { row.strength = static_cast<EvidenceStrength>(value); });
  line.supports = add_combo(line, grid, tr("For or against"), {{1, tr("Speaks for it")}, {0, tr("Speaks against it")}},
                            [](Evidence& row, qint64 value) { row.supports = value != 0; });
  std::vector<FieldCombo::Choice> risks = choices_of_enum<RiskKind>();
  for (FieldCombo::Choice& choice : risks) choice.text = tr("%1 risk").arg(choice.text);
  line.risk = add_combo(line, grid, tr("Which risk it is about"), std::move(risks),
                        [](Evidence& row, qint64 value) { row.risk = static_cast<RiskKind>(value); });
  line.date = new FieldEdit(tr("Date of the evidence"), line.particulars);
  line.date->set_hint(tr("Date"));
  line.link = new FieldEdit(tr("Link to the evidence"), line.particulars);
  line.link->set_hint(tr("Link"));
  line.open = new QToolButton(line.particulars);
  line.open->setIcon(icon("link"));
  line.open->setToolTip(tr("Open the link in the browser"));
  line.open->setAccessibleName(line.open->toolTip());
  auto* address = new QHBoxLayout;
  address->setSpacing(2);
  address->addWidget(line.link, 1);
  address->addWidget(line.open);
  const int row = grid->rowCount();
  grid->addWidget(line.date, row, 0);
  grid->addLayout(address, row, 1);
  connect(line.date, &FieldEdit::committed, this, [this, &line](const QString& text) { set_date(line, text); });
  connect(line.link, &FieldEdit::committed, this, [this, &line](const QString& text) {
    change(line.id, tr("link of the evidence"), [&](Evidence& one) { one.link = text.trimmed().toStdString(); });
  });
  connect(line.open, &QToolButton::clicked, this, [this, &line] {
    const Evidence* stored = portfolio().find(line.id);
    const auto url = stored != nullptr ? web_address(stored->link) : std::nullopt;
    if (url) QDesktopServices::openUrl(*url);
  });
}

FieldCombo* EvidenceSection::add_combo(Line& line, QGridLayout* grid, const QString& name,
                                       std::vector<FieldCombo::Choice> choices, std::function<void(Evidence&, qint64)> set) {
  auto* combo = new FieldCombo(name, line.particulars);
  combo->setToolTip(name);
  combo->set_choices(choices);
  const int count = grid->count();
  grid->addWidget(combo, count / 2, count % 2);
  connect(combo, &FieldCombo::committed, this, [this, &line, name, set = std::move(set)](qint64 value) {
    change(line.id, name.toLower(), [&](Evidence& row) { set(row, value); });
  });
  return combo;
}

std::vector<QWidget*> EvidenceSection::tab_stops() const {
  std::vector<QWidget*> stops;
  for (const Line* line : lines_.in_order())
    stops.insert(stops.end(), {line->summary, line->more, line->remove, line->kind, line->strength, line->supports, line->risk,
                               line->date, line->link, line->open});
  stops.push_back(add_);
  return stops;
}

void EvidenceSection::show_line(Line& line, const Evidence& row, int place) {
  const QString number = QString::number(place + 1);
  line.summary->setObjectName("evidence_summary_" + number);
  line.more->setObjectName("evidence_more_" + number);
  line.remove->setObjectName("evidence_remove_" + number);
  line.kind->setObjectName("evidence_kind_" + number);
  line.strength->setObjectName("evidence_strength_" + number);
  line.supports->setObjectName("evidence_supports_" + number);
  line.risk->setObjectName("evidence_risk_" + number);
  line.date->setObjectName("evidence_date_" + number);
  line.link->setObjectName("evidence_link_" + number);
  line.facts->setText(facts_of(row));
  line.summary->setAccessibleDescription(facts_of(row));
  line.more->setAccessibleName(tr("More about evidence %1").arg(number));
  line.remove->setAccessibleName(tr("Remove evidence %1").arg(number));
  line.remove->setToolTip(line.remove->accessibleName());
  line.summary->show_value(qt_text(row.summary));
  line.summary->setToolTip(qt_text(row.summary));
  line.kind->show_value(static_cast<qint64>(row.kind));
  line.strength->show_value(static_cast<qint64>(row.strength));
  line.supports->show_value(row.supports ? 1 : 0);
  line.risk->show_value(static_cast<qint64>(row.risk));
  line.date->show_value(date_field_text(row.date));
  line.link->show_value(qt_text(row.link));
  line.open->setEnabled(web_address(row.link).has_value());
}

bool EvidenceSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  const std::vector<const Evidence*> rows = newest_first(portfolio(), items.front()->id);
  std::vector<EvidenceId> order;
  for (const Evidence* row : rows) order.push_back(row->id);
  const bool is_other = lines_.arrange(lines_layout_, order, [this](Line& line) { make_line(line); });
  int place = 0;
  for (const Evidence* row : rows) show_line(*lines_.find(row->id), *row, place++);
  none_->setVisible(rows.empty());
  if (is_other) emit rows_changed();
  return true;
}

bool EvidenceSection::change(EvidenceId id, const QString& field, const std::function<void(Evidence&)>& change) {
  return edit_row<Evidence>(edit_label(field), id, change);
}

void EvidenceSection::set_date(Line& line, const QString& text) {
  const auto date = read_date(text);
  if (!date) return line.date->mark_mistake(date_mistake());
  change(line.id, tr("date of the evidence"), [&](Evidence& row) { row.date = *date; });
}

void EvidenceSection::add() {
  const QString text = add_->text().trimmed();
  if (text.isEmpty()) return;
  const bool is_stored = edit_each_item(tr("new evidence"), [&](storage::Edit& edit, ItemId item) {
    Evidence row;
    row.item = item;
    row.summary = text.toStdString();
    row.date = today();
    edit.insert(row);
  });
  if (is_stored) add_->clear();
}

}  // namespace tradewind::gui
