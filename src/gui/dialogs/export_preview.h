// The first page of an export as it will look, scaled to the room there is; or the first lines of a table. Laid out and drawn
// away from the window.
#pragma once
#include <QStackedWidget>
#include <QTimer>

#include "gui/dialogs/export_job.h"

class QPlainTextEdit;

namespace tradewind::gui {

class PagePreview;

class ExportPreview : public QStackedWidget {
  Q_OBJECT

 public:
  explicit ExportPreview(QWidget* parent = nullptr);

  /// What is shown stays until this can be. A second request replaces the first. REQUIRES: a source taken for the choice.
  void draw(ExportSource source, const ExportChoice& choice);
  /// What is not shown yet never is.
  void stop();
  bool is_drawing() const { return laying_out_.is_running() || painting_.is_running(); }

 signals:
  /// It takes longer than a moment.
  void slow();
  /// The pages that the export has; of a table 0.
  void drawn(int pages);
  void failed(const tradewind::Error& error);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void paint();
  void tell_drawn(int pages);

  /// The page that is shown or about to be.
  struct Page {
    std::shared_ptr<const views::Scene> scene;  // null: a table
    views::Theme theme = views::Theme::light;
    paint::PageSize size = paint::PageSize::fit_scene;
    int of = 0;  // pages of the export
  };

  PagePreview* picture_;
  QPlainTextEdit* text_;
  Page page_;
  QTimer slow_;
  QTimer resized_;
  BackgroundJob laying_out_;
  BackgroundJob painting_;
};

}  // namespace tradewind::gui
