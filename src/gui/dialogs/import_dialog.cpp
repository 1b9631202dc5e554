#include "gui/dialogs/import_dialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/dialogs/import_date_question.h"
#include "gui/dialogs/import_mapping_table.h"
#include "gui/dialogs/import_profile.h"
#include "gui/dialogs/import_profile_bar.h"
#include "gui/dialogs/import_result_view.h"
#include "gui/dialogs/message_line.h"
#include "gui/dialogs/progress_line.h"
#include "gui/shell/document.h"

namespace tradewind::gui {
namespace {

constexpr int check_delay = 300;  // milliseconds after the last change

/// The importer refuses dates of which nothing tells the order, and names the option that says it.
bool asks_for_date_order(const Error& error) { return error.what_to_do.find("--date-order") != std::string::npos; }

}  // namespace

ImportDialog::ImportDialog(Document& document, const QString& path, QWidget* parent)
    : QDialog(parent),
      document_(document),
      path_(QFileInfo(path).filesystemAbsoluteFilePath()),
      format_(new QLabel),
      profiles_(new ImportProfileBar),
      mapping_(new ImportMappingTable),
      date_question_(new ImportDateQuestion),
      message_(new MessageLine),
      result_(new ImportResultView),
      progress_(new ProgressLine),
      job_(document.baseline().path(), document.shown_scenario()) {
  build();
  check_timer_.setSingleShot(true);
  check_timer_.setInterval(check_delay);
  connect(&check_timer_, &QTimer::timeout, this, &ImportDialog::check_now);
  connect(mapping_, &ImportMappingTable::field_chosen, this, &ImportDialog::set_field);
  connect(profiles_, &ImportProfileBar::chosen, this, &ImportDialog::use_profile);
  connect(profiles_, &ImportProfileBar::save_requested, this, &ImportDialog::save_mapping);
  connect(date_question_, &ImportDateQuestion::answered, this, [this](exchange::DateOrder order) {
    options_.date_order = order;
    check_timer_.start();
  });
  // Somebody else edits the same workspace: what would happen may be different now.
  connect(&document_, &Document::changed, this, [this] {
    profiles_->show_profiles(document_.portfolio());
    if (!is_writing_) check_timer_.start();
  });
  profiles_->show_profiles(document_.portfolio());
  check_now();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build() {
  const QString name = QString::fromStdString(path_.filename().string());
  setObjectName("import_dialog");
  const QString scenario = document_.scenario_name();
  setWindowTitle(scenario.isEmpty() ? tr("Import %1").arg(name) : tr("Import %1 into the scenario “%2”").arg(name, scenario));
  setAccessibleName(windowTitle());
  resize(920, 660);

  auto* title = new QLabel(scenario.isEmpty() ? name : windowTitle());
  title->setTextFormat(Qt::PlainText);
  title->setProperty("role", "heading");
  format_->setProperty("role", "muted");

  auto* buttons = new QDialogButtonBox;
  import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
  import_->setObjectName("import");
  import_->setProperty("role", "primary");
  import_->setDefault(true);
  cancel_ = buttons->addButton(QDialogButtonBox::Cancel);
  cancel_->setObjectName("cancel_import");
  connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(10);
  layout->addWidget(title);
  layout->addWidget(format_);
  layout->addWidget(profiles_);
  layout->addWidget(mapping_, 3);
  layout->addWidget(date_question_);
  layout->addWidget(message_);
  layout->addWidget(result_, 2);
  layout->addWidget(progress_);
  layout->addWidget(buttons);
}

void ImportDialog::show_preview() {
  const auto preview = preview_import(path_, options_);
  const bool has_columns = preview && !preview->is_json;
  mapping_->setVisible(has_columns);
  profiles_->setVisible(has_columns);
  if (!preview) return;  // the dry run says why
  QStringList facts{preview->format};
  if (!preview->encoding.isEmpty()) facts.append(preview->encoding);
  std::error_code ignored;
  facts.append(QLocale().formattedDataSize(static_cast<qint64>(std::filesystem::file_size(path_, ignored)), 0));
  if (has_columns) facts.append(tr("choose above each column where it goes"));
  format_->setText(facts.join(" · "));
  if (!has_columns) return;
  columns_ = preview->columns;
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
  check_timer_.start();
}

void ImportDialog::use_profile(Id<MappingProfile> id) {
  workbench::ImportFileOptions options;
  note_.clear();
  if (const MappingProfile* profile = document_.portfolio().find(id)) {
    const auto mapping = exchange::mapping_of_profile(*profile);
    if (!mapping) return show_error(mapping.error());
    const FittedMapping fitted = fit_mapping(*mapping, columns_);
    if (!fitted.missing.isEmpty())
      note_ = tr("The mapping “%1” names columns that this file does not have. Left out: %2.")
                  .arg(QString::fromStdString(profile->name), fitted.missing.join(", "));
    options.mapping = fitted.mapping;
    options.date_order = from_text<exchange::DateOrder>(profile->date_order);
    if (!profile->format.empty()) options.format = profile->format;
  }
  options_ = options;
  profiles_->set_current(id);
  date_question_->set_answer(options_.date_order);
  check_now();
}

void ImportDialog::save_mapping(const QString& name) {
  const MappingProfile* same = profile_called(document_.portfolio(), name);
  MappingProfile profile = same != nullptr ? *same : MappingProfile{};
  profile.name = name.toStdString();
  // Jira's columns mean more than their names say; commas or tabs are seen in each file anew.
  profile.format = options_.format != "auto" ? options_.format : outcome_.format == "jira-csv" ? outcome_.format : std::string();
  profile.mapping = exchange::mapping_to_json(mapping_to_keep(options_.mapping, columns_));
  profile.date_order = options_.date_order ? std::string(to_text(*options_.date_order)) : std::string();
  const auto saved = document_.try_edit(tr("Save mapping %1").arg(name), [&](storage::Edit& edit) {
    if (profile.id)
      edit.update(profile);
    else
      profile.id = edit.insert(profile);
  });
  if (!saved) return message_->say(saved.error());
  profiles_->show_profiles(document_.portfolio());
  profiles_->set_current(profile.id);
}

void ImportDialog::begin(const QString& says, bool dry_run, ImportJob::Done done) {
  progress_->begin(says);
  import_->setEnabled(false);
  workbench::ImportFileOptions options = options_;
  options.dry_run = dry_run;
  job_.start(path_, options, [this, done = std::move(done)](Result<workbench::ImportOutcome> outcome) {
    progress_->end();
    done(std::move(outcome));
  });
}

void ImportDialog::check_now() {
  check_timer_.stop();
  show_preview();
  begin(tr("Reading the file and comparing it with the workspace…"), true,
        [this](Result<workbench::ImportOutcome> outcome) { show_checked(std::move(outcome)); });
}

void ImportDialog::show_checked(Result<workbench::ImportOutcome> outcome) {
  if (!outcome) return show_error(outcome.error());
  message_->hide();
  if (!note_.isEmpty()) message_->say(MessageLine::Kind::warning, note_);
  outcome_ = std::move(*outcome);
  result_->show_report(outcome_.report);
  // A choice of a moment ago is checked soon: until then the counts are not those of what would be imported.
  import_->setEnabled(!check_timer_.isActive());
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
  if (is_working() || check_timer_.isActive() || !import_->isEnabled()) return;
  is_writing_ = true;
  message_->hide();
  set_choices_enabled(false);
  const auto rows = outcome_.report.created + outcome_.report.updated;
  begin(tr("Writing %1 rows as one step, which undo takes back…").arg(QLocale().toString(static_cast<qlonglong>(rows))), false,
        [this](Result<workbench::ImportOutcome> outcome) { show_imported(std::move(outcome)); });
}

void ImportDialog::show_imported(Result<workbench::ImportOutcome> outcome) {
  if (outcome) {
    outcome_ = std::move(*outcome);
    document_.poll();
    document_.follow_baseline();  // a scenario that is shown has got the rows through it
    is_writing_ = false;
    return QDialog::accept();
  }
  is_writing_ = false;
  set_choices_enabled(true);
  cancel_->setEnabled(true);
  const ErrorCode code = outcome.error().code;
  if (code == ErrorCode::cancelled)
    message_->say(MessageLine::Kind::good, tr("Nothing was imported."));
  else
    show_error(outcome.error());
  // Somebody else may only hold the file for a moment, or people think again: the same button tries once more.
  if (code == ErrorCode::busy || code == ErrorCode::cancelled) import_->setEnabled(true);
}

void ImportDialog::set_choices_enabled(bool enabled) {
  for (QWidget* widget : std::initializer_list<QWidget*>{profiles_, mapping_, date_question_}) widget->setEnabled(enabled);
}

void ImportDialog::reject() {
  if (is_writing_) {
    // Whether it was in time, its outcome tells.
    job_.cancel();
    cancel_->setEnabled(false);
    progress_->say(tr("Taking back what was written…"));
    return;
  }
  check_timer_.stop();
  job_.give_up();
  QDialog::reject();
}

}  // namespace tradewind::gui
