#include "gui/pages/periods_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/inspector/date_field.h"
#include "gui/inspector/section.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/rows_with.h"

namespace tradewind::gui {
namespace {

constexpr int panel_width = 340;
constexpr int most_periods = 60;
constexpr int most_weeks = 26;
constexpr int usual_weeks = 2;

QString dates_of(const Period& period) {
  return qt_text(to_display(period.start)) + " – " + qt_text(to_display(add_days(period.end, -1)));
}

}  // namespace

PeriodsPanel::PeriodsPanel(Document& document, QWidget* parent) : QFrame(parent), document_(&document) {
  setObjectName("periods_panel");
  setAccessibleName(tr("Periods"));
  setFixedWidth(panel_width);
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(8);
  auto* title = new QLabel(tr("Periods"), this);
  title->setProperty("role", "title");
  column->addWidget(title);
  auto* form = new QFormLayout;
  kind_ = new QComboBox(this);
  kind_->setObjectName("periods_kind");
  for (const auto& [kind, name] : {std::pair{PeriodKind::quarter, tr("Quarters")}, std::pair{PeriodKind::month, tr("Months")},
                                   std::pair{PeriodKind::week, tr("Weeks")}, std::pair{PeriodKind::sprint, tr("Sprints")}})
    kind_->addItem(name, static_cast<int>(kind));
  kind_->setAccessibleName(tr("Kind of the periods to add"));
  form->addRow(tr("Kind"), kind_);
  count_ = new QSpinBox(this);
  count_->setObjectName("periods_count");
  count_->setRange(1, most_periods);
  count_->setAccessibleName(tr("How many periods"));
  form->addRow(tr("How many"), count_);
  column->addLayout(form);
  sprint_ = new QWidget(this);
  auto* sprint = new QFormLayout(sprint_);
  sprint->setContentsMargins(0, 0, 0, 0);
  weeks_ = new QSpinBox(sprint_);
  weeks_->setObjectName("periods_weeks");
  weeks_->setRange(1, most_weeks);
  weeks_->setValue(usual_weeks);
  weeks_->setAccessibleName(tr("Weeks of a sprint"));
  sprint->addRow(tr("Weeks each"), weeks_);
  name_ = new QLineEdit(tr("Sprint"), sprint_);
  name_->setObjectName("periods_name");
  name_->setAccessibleName(tr("Name of the sprints, without the number"));
  sprint->addRow(tr("Called"), name_);
  first_day_ = new QLineEdit(sprint_);
  first_day_->setObjectName("periods_first_day");
  first_day_->setPlaceholderText(tr("After the last one"));
  first_day_->setAccessibleName(tr("First day of the first sprint"));
  sprint->addRow(tr("First day"), first_day_);
  column->addWidget(sprint_);
  preview_ = muted_label({}, this);
  preview_->setObjectName("periods_preview");
  preview_->setWordWrap(true);
  column->addWidget(preview_);
  auto* buttons = new QHBoxLayout;
  auto* close = new QPushButton(tr("Close"), this);
  add_ = new QPushButton(tr("Add"), this);
  add_->setObjectName("periods_add");
  add_->setProperty("role", "primary");
  buttons->addStretch(1);
  buttons->addWidget(close);
  buttons->addWidget(add_);
  column->addLayout(buttons);
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* inside = new QWidget(area);
  auto* inside_column = new QVBoxLayout(inside);
  inside_column->setContentsMargins(0, 0, 0, 0);
  list_ = new QVBoxLayout;
  list_->setSpacing(2);
  inside_column->addLayout(list_);
  inside_column->addStretch(1);
  area->setWidget(inside);
  column->addWidget(area, 1);

  connect(close, &QPushButton::clicked, this, &PeriodsPanel::closed);
  connect(add_, &QPushButton::clicked, this, &PeriodsPanel::add);
  connect(kind_, &QComboBox::currentIndexChanged, this, &PeriodsPanel::refresh);
  connect(count_, &QSpinBox::valueChanged, this, &PeriodsPanel::describe);
  connect(weeks_, &QSpinBox::valueChanged, this, &PeriodsPanel::describe);
  connect(name_, &QLineEdit::textChanged, this, &PeriodsPanel::describe);
  connect(first_day_, &QLineEdit::textChanged, this, &PeriodsPanel::describe);
  hide();
  refresh();
}

QWidget* PeriodsPanel::first_focus() const { return kind_; }

void PeriodsPanel::show_kind(PeriodKind kind) {
  const int index = kind_->findData(static_cast<int>(kind));
  if (index >= 0) kind_->setCurrentIndex(index);
}

PeriodWish PeriodsPanel::wish() const {
  PeriodWish wish;
  wish.kind = static_cast<PeriodKind>(kind_->currentData().toInt());
  wish.count = count_->value();
  wish.weeks = weeks_->value();
  wish.name = name_->text().trimmed().toStdString();
  wish.first_day = read_date(first_day_->text()).value_or(std::nullopt);
  return wish;
}

std::vector<Period> PeriodsPanel::wished() const { return wished_periods(document_->portfolio(), wish(), today()); }

void PeriodsPanel::refresh() {
  sprint_->setVisible(wish().kind == PeriodKind::sprint);
  describe();
  list_periods();
}

void PeriodsPanel::describe() {
  const PeriodWish now = wish();
  const bool is_sprint = now.kind == PeriodKind::sprint;
  const QString mistake = is_sprint && now.name.empty()                 ? tr("Sprints need a name.")
                          : is_sprint && !read_date(first_day_->text()) ? date_mistake()
                                                                        : QString();
  add_->setEnabled(mistake.isEmpty());
  if (!mistake.isEmpty()) return preview_->setText(mistake);
  const std::vector<Period> periods = wished();
  const QString first = qt_text(display_name(periods.front()));
  const QString dates =
      qt_text(to_display(periods.front().start)) + " – " + qt_text(to_display(add_days(periods.back().end, -1)));
  preview_->setText(periods.size() == 1 ? tr("Adds %1, %2.").arg(first, dates)
                                        : tr("Adds %1 to %2, %3, with the capacity of the period before.")
                                              .arg(first, qt_text(display_name(periods.back())), dates));
}

void PeriodsPanel::add() {
  const std::vector<Period> periods = wished();
  const QString label =
      periods.size() == 1 ? tr("Add %1").arg(qt_text(display_name(periods.front())))
                          : tr("Add %1 to %2").arg(qt_text(display_name(periods.front())), qt_text(display_name(periods.back())));
  if (!document_->edit(label, [&](storage::Edit& edit) { add_periods(periods, edit); })) return;
  first_day_->clear();  // the next ones follow
  emit added(periods.front().kind);
}

bool PeriodsPanel::remove(PeriodId id) {
  const Period* period = document_->portfolio().find(id);
  if (period == nullptr) return false;
  const auto erase = [id](storage::Edit& edit) {
    if (const auto error = objection_to_removing(edit.portfolio(), id)) throw storage::EditRefused{*error};
    edit.erase(id);
  };
  return document_->edit(tr("Remove %1").arg(qt_text(display_name(*period))), erase,
                         rows_with<Period>(document_->portfolio(), {id}));
}

void PeriodsPanel::list_periods() {
  std::vector<Period> periods;
  for (const Period* period : document_->portfolio().periods_in_order(wish().kind)) periods.push_back(*period);
  if (periods == listed_) return;
  listed_ = std::move(periods);
  while (QLayoutItem* item = list_->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  for (const Period& period : listed_) {
    auto* line = new QWidget(this);
    QHBoxLayout* layout = line_in(line);
    const QString name = qt_text(display_name(period));
    auto* label = new QLabel(name, line);
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(dates_of(period));
    QToolButton* button = remove_button(line);
    button->setObjectName("periods_remove_" + qt_text(period.name));
    button->setAccessibleName(tr("Remove %1").arg(name));
    button->setToolTip(tr("Removes it and the capacity in it; refused while something is planned in it"));
    layout->addWidget(label, 1);
    layout->addWidget(muted_label(dates_of(period), line));
    layout->addWidget(button);
    list_->addWidget(line);
    const PeriodId id = period.id;
    connect(button, &QToolButton::clicked, this, [this, id] { remove(id); });
  }
}

void PeriodsPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit closed();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
