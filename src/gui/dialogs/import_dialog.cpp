#include "gui/dialogs/import_dialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "gui/dialogs/import_mapping_table.h"
#include "gui/dialogs/import_result_view.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/document.h"

namespace tradewind::gui {
namespace {

constexpr int check_delay = 300;                  // milliseconds after the last change
constexpr qint64 large_file = 5LL * 1024 * 1024;  // from here on people wait noticeably

/// The importer refuses dates of which nothing tells the order, and names the option that says it.
bool asks_for_date_order(const Error& error) { return error.what_to_do.find("--date-order") != std::string::npos; }

}  // namespace

/// The pointer and the bar say that the window does not hang. The work itself stays on this thread: the workspace is of it.
class ImportDialog::Working {
 public:
  explicit Working(ImportDialog& dialog) : dialog_(dialog), shows_(dialog.is_large()) {
    if (!shows_) return;
    QApplication::setOverrideCursor(Qt::WaitCursor);
    dialog_.progress_->show();
    dialog_.layout()->activate();
    dialog_.repaint();
    dialog_.progress_->repaint();
  }
  ~Working() {
    if (!shows_) return;
    dialog_.progress_->hide();
    QApplication::restoreOverrideCursor();
  }
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;

 private:
  ImportDialog& dialog_;
  bool shows_;
};

ImportDialog::ImportDialog(Document& document, const QString& path, QWidget* parent)
    : QDialog(parent),
      document_(document),
      path_(QFileInfo(path).filesystemAbsoluteFilePath()),
      format_(new QLabel),
      mapping_(new ImportMappingTable),
      date_orders_(new QButtonGroup(this)),
      date_question_(make_date_question()),
      message_(new MessageLine),
      result_(new ImportResultView),
      progress_(new QProgressBar),
      import_(nullptr) {
  build();
  check_timer_.setSingleShot(true);
  connect(&check_timer_, &QTimer::timeout, this, &ImportDialog::check_now);
  connect(mapping_, &ImportMappingTable::field_chosen, this, &ImportDialog::set_field);
  connect(date_orders_, &QButtonGroup::idClicked, this, [this](int order) {
    options_.date_order = static_cast<exchange::DateOrder>(order);
    check_timer_.start(check_delay);
  });
  show_preview();
  // A large file is read when the dialog is on the screen, so that it can say what takes so long.
  if (is_large())
    check_timer_.start(0);
  else
    check_now();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build() {
  const QString name = QString::fromStdString(path_.filename().string());
  setObjectName("import_dialog");
  setWindowTitle(tr("Import %1").arg(name));
  setAccessibleName(windowTitle());
  resize(920, 640);

  auto* title = new QLabel(name);
  title->setProperty("role", "heading");
  format_->setProperty("role", "muted");
  progress_->setRange(0, 0);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(6);
  progress_->setAccessibleName(tr("Reading the file"));
  progress_->hide();

  auto* buttons = new QDialogButtonBox;
  import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
  import_->setObjectName("import");
  import_->setProperty("role", "primary");
  import_->setDefault(true);
  buttons->addButton(QDialogButtonBox::Cancel);
  connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(10);
  layout->addWidget(title);
  layout->addWidget(format_);
  layout->addWidget(mapping_, 3);
  layout->addWidget(date_question_);
  layout->addWidget(message_);
  layout->addWidget(result_, 2);
  layout->addWidget(progress_);
  layout->addWidget(buttons);
}

QWidget* ImportDialog::make_date_question() {
  auto* question = new QWidget;
  question->setObjectName("date_question");
  auto* layout = new QHBoxLayout(question);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(14);
  auto* text = new QLabel(tr("How are the dates to be read? 7/9/26 is"));
  layout->addWidget(text);
  const auto add = [&](exchange::DateOrder order, const QString& label) {
    auto* choice = new QRadioButton(label);
    choice->setAccessibleDescription(text->text());
    date_orders_->addButton(choice, static_cast<int>(order));
    layout->addWidget(choice);
  };
  add(exchange::DateOrder::dmy, tr("7 September 2026"));
  add(exchange::DateOrder::mdy, tr("July 9, 2026"));
  add(exchange::DateOrder::ymd, tr("2007, September 26"));
  layout->addStretch(1);
  question->hide();
  return question;
}

bool ImportDialog::is_large() const {
  std::error_code error;
  const auto size = std::filesystem::file_size(path_, error);
  return !error && size > static_cast<std::uintmax_t>(large_file);
}

void ImportDialog::show_preview() {
  const auto preview = preview_import(path_, options_);
  mapping_->setVisible(preview && !preview->is_json);
  if (!preview) return;  // the dry run says why
  QStringList facts{preview->format};
  if (!preview->encoding.isEmpty()) facts.append(preview->encoding);
  std::error_code ignored;
  facts.append(QLocale().formattedDataSize(static_cast<qint64>(std::filesystem::file_size(path_, ignored)), 0));
  if (!preview->is_json) facts.append(tr("choose above each column where it goes"));
  format_->setText(facts.join(" · "));
  if (preview->is_json) return;
  if (found_fields_.isEmpty()) found_fields_ = preview->fields;
  mapping_->show_preview(*preview);
}

void ImportDialog::set_field(int column, const QString& field) {
  const std::string source = "#" + std::to_string(column + 1);
  const std::string chosen = field.toStdString();
  // One column for a field that takes one: the last choice counts.
  const bool single = !takes_several_columns(field);
  std::erase_if(options_.mapping,
                [&](const exchange::ColumnAssignment& one) { return one.column == source || (single && one.field == chosen); });
  // What the headers say already needs no mapping, and knows more (the kind of a link, say).
  if (column >= found_fields_.size() || found_fields_[column] != field) options_.mapping.push_back({chosen, source});
  import_->setEnabled(false);
  check_timer_.start(check_delay);
}

Result<workbench::ImportOutcome> ImportDialog::run(bool dry_run) {
  const Working working(*this);
  workbench::ImportFileOptions options = options_;
  options.dry_run = dry_run;
  return workbench::import_file(document_.workspace(), path_, options);
}

void ImportDialog::check_now() {
  check_timer_.stop();
  show_preview();
  auto outcome = run(true);
  import_->setEnabled(outcome.has_value());
  if (!outcome) return show_error(outcome.error());
  message_->hide();
  outcome_ = std::move(*outcome);
  result_->show_report(outcome_.report);
}

void ImportDialog::show_error(const Error& error) {
  result_->clear();
  Error shown = error;
  if (asks_for_date_order(error)) {
    date_question_->show();  // and stays, so that the answer can be changed
    shown.what_to_do = tr("Say above how they are to be read").toStdString();
  } else {
    shown.what_to_do = without_options(error.what_to_do).toStdString();
  }
  message_->say(shown);
}

void ImportDialog::accept() {
  check_timer_.stop();
  auto outcome = run(false);
  if (!outcome) {
    import_->setEnabled(false);
    show_error(outcome.error());
    // Somebody else may only hold the file for a moment: the same button tries again.
    if (outcome.error().code == ErrorCode::busy) import_->setEnabled(true);
    return;
  }
  outcome_ = std::move(*outcome);
  QDialog::accept();
}

}  // namespace tradewind::gui
