// A view of the workspace as a file: which, as what, how large, and how it will look.
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

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the dialog. `priced`: what the view tradeoff shows; it is not offered without.
  ExportDialog(Document& document, workbench::View initial, QWidget* parent,
               std::shared_ptr<const views::TradeOffPicture> priced = nullptr);
  ~ExportDialog() override;

  ExportChoice choice() const;
  /// Writes what is chosen and says on the dialog how it went.
  bool export_to(const QString& path);

 private:
  void build();
  QComboBox* add_choice(const QString& label, const QString& object_name);
  void fill_views(workbench::View initial);
  void fill_formats();
  void fill_sizes();
  void refresh();
  void show_table();
  void ask_and_export();
  QString suggested_path() const;

  Document& document_;
  std::shared_ptr<const views::TradeOffPicture> priced_;
  paint::QtTextMeasurer measurer_;
  QString written_to_;

  QFormLayout* form_;
  QComboBox* view_;
  QComboBox* format_;
  QComboBox* theme_;
  QComboBox* size_;
  QLabel* note_;
  ExportPreview* preview_;
  MessageLine* message_;
  QPushButton* open_folder_;
  QPushButton* export_;
};

}  // namespace tradewind::gui
