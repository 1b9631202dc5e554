// The first page of an export as it will look, scaled to the room there is; or the first lines of a table.
#pragma once
#include <QStackedWidget>

#include "gui/dialogs/export_job.h"

class QPlainTextEdit;

namespace tradewind::gui {

class PagePreview;

class ExportPreview : public QStackedWidget {
  Q_OBJECT

 public:
  /// REQUIRES: the measurer outlives the widget.
  explicit ExportPreview(const paint::QtTextMeasurer& measurer, QWidget* parent = nullptr);

  void show_scene(views::Scene scene, views::Theme theme, paint::PageSize page);
  void show_text(const QString& text);

 private:
  PagePreview* page_;
  QPlainTextEdit* text_;
};

}  // namespace tradewind::gui
