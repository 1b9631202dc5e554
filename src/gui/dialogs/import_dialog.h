// Importing a file: what it is, where its columns go, and what would happen, before it happens. The work is done on another
// thread; closing the dialog before "Import" leaves nothing.
#pragma once
#include <QDialog>
#include <QTimer>
#include <filesystem>

#include "gui/dialogs/import_job.h"
#include "gui/dialogs/import_preview.h"
#include "tradewind/domain/governance.h"

class QLabel;
class QPushButton;

namespace tradewind::gui {

class Document;
class ImportDateQuestion;
class ImportMappingTable;
class ImportProfileBar;
class ImportResultView;
class MessageLine;
class ProgressLine;

class ImportDialog : public QDialog {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the dialog.
  ImportDialog(Document& document, const QString& path, QWidget* parent);
  ~ImportDialog() override;

  /// Of the last dry run, and of the import itself once the dialog was accepted.
  const exchange::ImportReport& report() const { return outcome_.report; }
  /// Starts the dry run that is due now instead of a moment later.
  void check_now();
  /// Until then the counts are not known, or the rows not written.
  bool is_working() const { return job_.is_running(); }

  /// Keeps the mapping as it is now in the workspace, instead of one of that name.
  void save_mapping(const QString& name);
  void use_profile(Id<MappingProfile> profile);

  /// Imports as one edit and closes; stays open, with the reason, where that is refused.
  void accept() override;
  /// While rows are being written: takes them back, says so and stays open. Else closes and leaves nothing.
  void reject() override;

 private:
  void build();
  void set_field(int column, const QString& field);
  void show_preview();
  void show_checked(Result<workbench::ImportOutcome> outcome);
  void show_imported(Result<workbench::ImportOutcome> outcome);
  void show_error(const Error& error);
  void set_choices_enabled(bool enabled);
  void begin(const QString& says, bool dry_run, ImportJob::Done done);

  Document& document_;
  std::filesystem::path path_;
  workbench::ImportFileOptions options_;
  QStringList columns_;
  QStringList found_fields_;  // what the headers say, before anybody chose
  QString note_;              // about the mapping that was chosen
  workbench::ImportOutcome outcome_;
  bool is_writing_ = false;
  QTimer check_timer_;

  QLabel* format_;
  ImportProfileBar* profiles_;
  ImportMappingTable* mapping_;
  ImportDateQuestion* date_question_;
  MessageLine* message_;
  ImportResultView* result_;
  ProgressLine* progress_;
  QPushButton* import_ = nullptr;
  QPushButton* cancel_ = nullptr;
  ImportJob job_;
};

}  // namespace tradewind::gui
