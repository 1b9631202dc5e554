// A view of the workspace as a file: which, as what, how large, and how it will look. Drawing and writing are done on another
// thread; the file is whole or as it was.
#pragma once
#include <QDialog>

#include "gui/dialogs/export_job.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace tradewind::gui {

class Document;
class ExportPreview;
class MessageLine;
class ProgressLine;

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the dialog. `priced`: what the view tradeoff shows; it is not offered without.
  ExportDialog(Document& document, workbench::View initial, QWidget* parent,
               std::shared_ptr<const views::TradeOffPicture> priced = nullptr);
  ~ExportDialog() override;

  ExportChoice choice() const;
  /// Begins to write what is chosen; the dialog says how it went. REQUIRES: no other export is being written.
  void export_to(const QString& path);
  /// Until then the preview is not the chosen one, or the file not written.
  bool is_working() const;

  /// While a file is being written: stops that, says so and stays open. Else closes; what is not written yet never is.
  void reject() override;

 private:
  void build();
  QComboBox* add_choice(const QString& label, const QString& object_name);
  void fill_views(workbench::View initial);
  void fill_formats();
  void fill_sizes();
  void refresh();
  void show_note(int pages);
  void show_problem(const Error& error);
  void show_written(const Result<std::int64_t>& bytes);
  void set_writing(bool writing);
  const ExportSource& source();
  void ask_and_export();
  QString suggested_path() const;

  Document& document_;
  std::shared_ptr<const views::TradeOffPicture> priced_;
  std::optional<ExportSource> source_;  // of the workspace as it is; unset: nobody has asked for it yet
  QString target_;
  bool is_writing_ = false;
  bool is_stopping_ = false;

  QWidget* choices_;
  QFormLayout* form_;
  QComboBox* view_;
  QComboBox* format_;
  QComboBox* theme_;
  QComboBox* size_;
  QLabel* note_;
  ExportPreview* preview_;
  MessageLine* message_;
  QPushButton* open_folder_;
  ProgressLine* progress_;
  QPushButton* export_ = nullptr;
  QPushButton* close_ = nullptr;
  ExportJob job_;
};

}  // namespace tradewind::gui
