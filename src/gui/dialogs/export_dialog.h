// A view of the workspace as a file: which, as what, how large, and how it will look. Drawing and writing are done on another
// thread; the file is whole or as it was.
#pragma once
#include <QDialog>

#include "gui/dialogs/export_job.h"

class QCheckBox;
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
  /// `priced`: what the view tradeoff shows; it is not offered without. `shown`: what the page shows, which its view is drawn
  /// like unless people say otherwise. REQUIRES: the document outlives the dialog.
  ExportDialog(Document& document, workbench::View initial, QWidget* parent,
               std::shared_ptr<const views::TradeOffPicture> priced = nullptr, AskShown shown = {});
  ~ExportDialog() override;

  ExportChoice choice() const;
  /// Begins to write what is chosen; the dialog says how it went. REQUIRES: no other export is being written.
  void export_to(const QString& path);
  /// Until then the preview is not the chosen one, or the file not written.
  bool is_working() const;

  /// While a file is being written: stops that, says so and stays open. Else closes; what is not written yet never is.
  void reject() override;

 private:
  // export_dialog_build.cpp
  void build();
  QComboBox* add_choice(const QString& label, const QString& object_name);
  void fill_views(workbench::View initial);
  /// Offers to draw the view as the page shows it, where it can be and that means something.
  void offer_as_shown();
  /// nullptr where the view is drawn in its usual way.
  const ShownView* drawn_as() const;
  void show_left_out();
  void fill_papers_and_sizes();
  void fill_formats();
  /// The paper of a document or the size of a picture.
  void offer_sizes();
  void refresh();
  void show_note(int pages);
  void show_problem(const Error& error);
  void show_written(const Result<std::int64_t>& bytes);
  void set_writing(bool writing);
  ExportSource source();
  void ask_and_export();
  QString suggested_path() const;

  static constexpr int whole_workspace = -1;  // in the box of views

  Document& document_;
  std::shared_ptr<const views::TradeOffPicture> priced_;
  AskShown ask_shown_;
  std::optional<ShownView> shown_;
  std::optional<ExportSource> source_;  // of the workspace as it is; unset: nobody has asked for it yet
  QString target_;
  bool is_writing_ = false;
  bool is_stopping_ = false;

  QWidget* choices_;
  QFormLayout* form_;
  QComboBox* view_;
  QCheckBox* as_shown_;
  QLabel* shown_note_;  // what that means
  QComboBox* format_;
  QComboBox* theme_;
  QComboBox* paper_;
  QComboBox* size_;
  QLabel* note_;
  QLabel* left_out_;
  ExportPreview* preview_;
  MessageLine* message_;
  QPushButton* open_folder_;
  ProgressLine* progress_;
  QPushButton* export_ = nullptr;
  QPushButton* close_ = nullptr;
  ExportJob job_;
};

}  // namespace tradewind::gui
