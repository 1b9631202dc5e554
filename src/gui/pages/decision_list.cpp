#include "gui/pages/decision_list.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QTableWidget>
#include <algorithm>

#include "gui/dialogs/export_job.h"
#include "gui/dialogs/message_line.h"
#include "gui/inspector/section.h"
#include "gui/pages/plain_table.h"
#include "gui/pages/trade_off_solving.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"
#include "tradewind/workbench/record_table.h"

namespace tradewind::gui {
namespace {

using workbench::NumberedDecision;
using workbench::Record;

constexpr int number_role = Qt::UserRole;
constexpr ExportFormat formats[] = {ExportFormat::markdown, ExportFormat::csv, ExportFormat::json};

QString text_of(const Record& record, std::string_view name) {
  return qt_text(workbench::to_line(workbench::field_of(record, name)));
}

QString date_of(const Record& record, std::string_view name) {
  const auto date = parse_iso_date(workbench::to_line(workbench::field_of(record, name)));
  return date ? qt_text(to_display(*date)) : QString();
}

OptionalNumber number_of(const Record& record, std::string_view name) {
  const workbench::Value value = workbench::field_of(record, name);
  if (const auto* number = std::get_if<double>(&value.data)) return *number;
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*whole);
  return {};
}

/// In the unit of the day: the workspace may count in another one now.
QString money(OptionalNumber value, const QString& unit, const Portfolio& portfolio) {
  if (!value.has_value()) return QObject::tr("unknown");
  const bool is_points = unit == "points";
  if (is_points || unit == qt_text(portfolio.settings().currency))
    return qt_text(workbench::display_cost(value.value(), is_points ? workbench::ValueBasis::reach : workbench::ValueBasis::money,
                                           portfolio));
  return unit + " " + QLocale(QLocale::English).toString(value.value(), 'f', 0);
}

QString joined(QStringList parts, const QString& separator) {
  parts.removeAll(QString());
  return parts.join(separator);
}

}  // namespace

DecisionList::DecisionList(Document& document, QWidget* parent) : QFrame(parent), document_(&document) {
  setObjectName("decision_list");
  setAccessibleName(tr("Recorded decisions"));
  build();
  connect(list_, &QTableWidget::currentCellChanged, this, [this](int row, int, int row_before) {
    if (row != row_before) show_current();
  });
  connect(export_all_, &QPushButton::clicked, this, [this] {
    if (const QString path = asked_path(tr("decisions")); !path.isEmpty()) write_all(path);
  });
  connect(export_current_, &QPushButton::clicked, this, [this] {
    if (const QString path = asked_path(tr("decision %1").arg(current().front().number)); !path.isEmpty()) write_current(path);
  });
  connect(back_, &QPushButton::clicked, this, &DecisionList::closed);
}

void DecisionList::build() {
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 8, 12, 8);
  head->setSpacing(8);
  auto* title = new QLabel(tr("Recorded decisions"));
  title->setProperty("role", "section");
  export_all_ = new QPushButton(icon("export"), tr("Export the list…"));
  export_all_->setObjectName("decisions_export");
  back_ = new QPushButton(tr("Back to the price"));
  back_->setObjectName("decisions_back");
  head->addWidget(title);
  head->addStretch(1);
  head->addWidget(export_all_);
  head->addWidget(back_);
  message_ = new MessageLine;
  empty_ = muted_label(tr("No decision is recorded yet. Price a request, then choose Record decision… below its price."), this);
  empty_->setObjectName("decisions_empty");
  empty_->setContentsMargins(16, 8, 16, 8);
  empty_->setWordWrap(true);
  list_ = plain_table({{tr("No."), true}, {tr("Date")}, {tr("Request")}, {tr("Choice")}, {tr("By")}, {tr("Why")}}, "decisions",
                      tr("Recorded decisions"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(message_);
  column->addWidget(empty_);
  column->addWidget(list_, 2);
  column->addWidget(build_details(), 3);
  column->addStretch(0);
}

QWidget* DecisionList::build_details() {
  details_ = new QWidget;
  auto* column = new QVBoxLayout(details_);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(6);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  title_ = plain_label(details_);
  title_->setObjectName("decision_title");
  title_->setProperty("role", "title");
  export_current_ = new QPushButton(icon("export"), tr("Export this one…"));
  export_current_->setObjectName("decision_export");
  head->addWidget(title_, 1);
  head->addWidget(export_current_);
  chosen_ = plain_label(details_);
  chosen_->setObjectName("decision_chosen");
  sentence_ = plain_label(details_);
  sentence_->setObjectName("decision_sentence");
  sentence_->setProperty("role", "muted");
  options_ = plain_table(way_columns(), "decision_options", tr("Options as they were shown"));
  column->addLayout(head);
  column->addWidget(chosen_);
  column->addWidget(sentence_);
  column->addWidget(options_, 1);
  return details_;
}

QWidget* DecisionList::first_focus() const { return list_->rowCount() > 0 ? static_cast<QWidget*>(list_) : back_; }

void DecisionList::refresh() {
  const auto before = current();
  const int kept = before.empty() ? 0 : before.front().number;
  const Portfolio& portfolio = document_->portfolio();
  const auto decisions = workbench::numbered_decisions(portfolio);
  {
    const QSignalBlocker quiet(list_);
    list_->setRowCount(static_cast<int>(decisions.size()));
    int shown = list_->rowCount() - 1;
    for (int row = 0; row < list_->rowCount(); ++row) {
      const NumberedDecision& one = decisions[static_cast<std::size_t>(row)];
      const Record record = workbench::decision_record(one, portfolio);
      set_row(*list_, row,
              {QString::number(one.number), date_of(record, "date"), text_of(record, "title"),
               qt_text(workbench::choice_name(record)), text_of(record, "role"), text_of(record, "reason")},
              {{}, {}, text_of(record, "request"), {}, {}, text_of(record, "reason")});
      list_->item(row, 0)->setData(number_role, one.number);
      if (one.number == kept) shown = row;
    }
    if (shown >= 0) list_->setCurrentCell(shown, 0);
  }
  // What a short list does not need is for the decision below it.
  list_->setMaximumHeight(whole_height(*list_) + list_->horizontalScrollBar()->sizeHint().height());
  const bool has_some = !decisions.empty();
  empty_->setVisible(!has_some);
  list_->setVisible(has_some);
  details_->setVisible(has_some);
  export_all_->setEnabled(has_some);
  message_->hide();
  show_current();
}

std::vector<NumberedDecision> DecisionList::current() const {
  const QTableWidgetItem* cell = list_->item(list_->currentRow(), 0);
  if (cell != nullptr)
    for (const NumberedDecision& one : workbench::numbered_decisions(document_->portfolio()))
      if (one.number == cell->data(number_role).toInt()) return {one};
  return {};
}

void DecisionList::show_current() {
  const auto decisions = current();
  if (decisions.empty()) return;
  const Record record = workbench::decision_record(decisions.front(), document_->portfolio());
  title_->setText(text_of(record, "title"));
  const QString role = text_of(record, "role");
  const QString reason = text_of(record, "reason");
  chosen_->setText(joined({joined({tr("Decided: %1").arg(qt_text(workbench::choice_name(record))),
                                   role.isEmpty() ? QString() : tr("by %1").arg(role), date_of(record, "date")},
                                  ", "),
                           reason},
                          ". "));
  sentence_->setText(text_of(record, "sentence"));
  sentence_->setVisible(!sentence_->text().isEmpty());
  show_options(record);
}

void DecisionList::show_options(const Record& decision) {
  const QString unit = text_of(decision, "unit");
  const auto options = workbench::records_in(decision, "options");
  options_->setRowCount(static_cast<int>(options.size()));
  for (int row = 0; row < options_->rowCount(); ++row) {
    const Record& option = options[static_cast<std::size_t>(row)];
    const auto amount = [&](std::string_view name) { return money(number_of(option, name), unit, document_->portfolio()); };
    const OptionalNumber net = number_of(option, "net");
    const double gap = number_of(option, "gap").value_or(0);
    const QString name = text_of(option, "name");
    const QString takes = joined({text_of(option, "takes"), text_of(option, "assumes")}, ". ");
    set_row(*options_, row,
            {name.isEmpty() ? text_of(option, "option") : name, date_of(option, "delivered"), amount("cost"), amount("value"),
             (net.has_value() && net.value() > 0 ? "+" : "") + amount("net"), text_of(option, "slips"), text_of(option, "drops"),
             gap > 0 ? tr("at most %1 %").arg(100 * gap, 0, 'f', 1) : tr("proven"), takes},
            {{}, {}, {}, {}, {}, {}, {}, {}, takes});
    if (text_of(option, "choice") != text_of(decision, "choice")) continue;
    QTableWidgetItem* chosen = options_->item(row, 0);
    chosen->setIcon(icon("check", views::Token::ok));
    chosen->setToolTip(tr("Chosen"));
    chosen->setData(Qt::AccessibleDescriptionRole, tr("Chosen"));
  }
  options_->setVisible(!options.empty());
}

QString DecisionList::asked_path(const QString& name) {
  QStringList kinds;
  for (const ExportFormat format : formats) kinds << QString("%1 (*.%2)").arg(title_of(format), ending_of(format));
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  QFileDialog dialog(this, tr("Export to"), folder, kinds.join(";;"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  // So that the question about replacing is about the file that is written.
  const auto follow = [&](const QString& kind) {
    dialog.setDefaultSuffix(ending_of(formats[std::max<qsizetype>(0, kinds.indexOf(kind))]));
  };
  follow(kinds.front());
  connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
  QString suggested = document_->name() + " " + name;
  for (const QChar c : QString("/\\:*?\"<>|")) suggested.remove(c);  // not allowed in names on one system or another
  dialog.selectFile(suggested);
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

void DecisionList::write_all(const QString& path) { write(workbench::numbered_decisions(document_->portfolio()), path); }

void DecisionList::write_current(const QString& path) { write(current(), path); }

void DecisionList::write(const std::vector<NumberedDecision>& decisions, const QString& path) {
  const auto bytes = workbench::write_decisions(QFileInfo(path).filesystemFilePath(), decisions, document_->portfolio());
  if (!bytes) return message_->say(bytes.error());
  message_->say(MessageLine::Kind::good, tr("Written to %1 (%2)")
                                             .arg(QDir::toNativeSeparators(path),
                                                  QLocale().formattedDataSize(*bytes, 0, QLocale::DataSizeTraditionalFormat)));
}

void DecisionList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    emit closed();
    return;
  }
  QFrame::keyPressEvent(event);
}

}  // namespace tradewind::gui
