#include "gui/dialogs/import_result_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tradewind::gui {
namespace {

constexpr std::size_t most_rows = 500;  // of a group: nobody reads on, and the tree stays quick

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }
QString qt_text(const std::string& text) { return QString::fromStdString(text).simplified(); }

template <class Row, class Texts>
std::vector<QStringList> rows_of(const std::vector<Row>& list, Texts&& texts) {
  std::vector<QStringList> rows;
  for (std::size_t at = 0; at < list.size() && at < most_rows; ++at) rows.push_back(texts(list[at]));
  if (list.size() > most_rows)
    rows.push_back({QObject::tr("and %1 more").arg(number(static_cast<std::int64_t>(list.size() - most_rows)))});
  return rows;
}

QString titled(const QString& title, std::size_t count) {
  return QString("%1 (%2)").arg(title, number(static_cast<std::int64_t>(count)));
}

}  // namespace

QString summary_of(const exchange::ImportReport& report) {
  QString text = QObject::tr("%1 new, %2 updated, %3 unchanged, %4 left out")
                     .arg(number(report.created), number(report.updated), number(report.unchanged),
                          number(static_cast<std::int64_t>(report.skipped.size())));
  if (report.links_made == 1)
    text += QObject::tr("; 1 dependency");
  else if (report.links_made > 1)
    text += QObject::tr("; %1 dependencies").arg(number(report.links_made));
  return text;
}

QString without_options(const std::string& advice) {
  const QString text = QString::fromStdString(advice);
  const auto option = text.indexOf("--");
  if (option < 0) return text;
  const auto clause = text.lastIndexOf(';', option);
  return clause < 0 ? QObject::tr("choose a field above the column that holds it")
                    : text.left(clause) + QObject::tr("; another field above its column changes that");
}

ImportResultView::ImportResultView(QWidget* parent) : QWidget(parent), summary_(new QLabel), details_(new QTreeWidget) {
  summary_->setObjectName("import_summary");
  summary_->setProperty("role", "title");
  summary_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  details_->setAccessibleName(tr("What to look at before importing"));
  details_->setColumnCount(2);
  details_->setHeaderHidden(true);
  details_->setUniformRowHeights(true);
  details_->setSelectionMode(QAbstractItemView::SingleSelection);
  details_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  details_->header()->setStretchLastSection(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(summary_);
  layout->addWidget(details_, 1);
  clear();
}

void ImportResultView::clear() {
  summary_->clear();
  details_->clear();
  details_->hide();
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);  // the room is for the rows of the file
}

void ImportResultView::show_report(const exchange::ImportReport& report) {
  clear();
  summary_->setText(summary_of(report));
  summary_->setAccessibleName(summary_->text());
  const auto row_text = [](std::int64_t row) { return QObject::tr("Line %1").arg(number(row)); };
  add_group(titled(tr("Rows left out"), report.skipped.size()), rows_of(report.skipped, [&](const auto& row) {
              return QStringList{row_text(row.row), qt_text(row.why)};
            }));
  add_group(titled(tr("Values that cannot be kept"), report.losses.size()), rows_of(report.losses, [&](const auto& loss) {
              return QStringList{row_text(loss.row),
                                 QString("%1 “%2”: %3").arg(qt_text(loss.column), qt_text(loss.value), qt_text(loss.why))};
            }));
  add_group(titled(tr("Changed here and there; yours stays"), report.conflicts.size()),
            rows_of(report.conflicts, [](const auto& one) {
              return QStringList{
                  qt_text(one.key),
                  QObject::tr("%1: here “%2”, in the file “%3”").arg(qt_text(one.field), qt_text(one.ours), qt_text(one.theirs))};
            }));
  add_group(titled(tr("Please note"), report.warnings.size()),
            rows_of(report.warnings, [](const std::string& warning) { return QStringList{without_options(warning)}; }));
  if (report.links_dangling > 0)
    add_group(titled(tr("Links to something that is not here"), static_cast<std::size_t>(report.links_dangling)),
              {{tr("They are kept as custom fields of their items.")}});
  add_group(titled(tr("Kept as custom fields"), report.unmapped_columns.size()),
            rows_of(report.unmapped_columns, [](const std::string& column) { return QStringList{qt_text(column)}; }));
}

void ImportResultView::add_group(const QString& title, const std::vector<QStringList>& rows) {
  if (rows.empty()) return;
  auto* group = new QTreeWidgetItem(details_, {title});
  group->setFirstColumnSpanned(true);
  for (const QStringList& row : rows) {
    auto* item = new QTreeWidgetItem(group, row);
    item->setFirstColumnSpanned(row.size() == 1);
    for (int column = 0; column < row.size(); ++column) item->setToolTip(column, row[column]);
  }
  details_->show();
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

}  // namespace tradewind::gui
