// Importing a file: what it is, where its columns go, and what would happen, before it happens.
#pragma once
#include <QDialog>
#include <QTimer>
#include <filesystem>

#include "gui/dialogs/import_preview.h"

class QButtonGroup;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tradewind::gui {

class Document;
class ImportMappingTable;
class ImportResultView;
class MessageLine;

class ImportDialog : public QDialog {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the dialog.
  ImportDialog(Document& document, const QString& path, QWidget* parent);
  ~ImportDialog() override;

  /// Of the last dry run, and of the import itself once the dialog was accepted.
  const exchange::ImportReport& report() const { return outcome_.report; }
  /// Runs the dry run that is due now instead of a moment later.
  void check_now();

  /// Imports as one edit; stays open, with the reason, where that is refused.
  void accept() override;

 private:
  class Working;

  void build();
  QWidget* make_date_question();
  void set_field(int column, const QString& field);
  void show_preview();
  void show_error(const Error& error);
  Result<workbench::ImportOutcome> run(bool dry_run);
  bool is_large() const;

  Document& document_;
  std::filesystem::path path_;
  workbench::ImportFileOptions options_;
  QStringList found_fields_;  // what the headers say, before anybody chose
  workbench::ImportOutcome outcome_;
  QTimer check_timer_;

  QLabel* format_;
  ImportMappingTable* mapping_;
  QButtonGroup* date_orders_;
  QWidget* date_question_;
  MessageLine* message_;
  ImportResultView* result_;
  QProgressBar* progress_;
  QPushButton* import_;
};

}  // namespace tradewind::gui
