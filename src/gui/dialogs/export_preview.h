// The pages of an export as they will look, one at a time, scaled to the room there is; or the first lines of a table. Laid out
// and drawn away from the window.
#pragma once
#include <QStackedWidget>
#include <QTimer>

#include "gui/dialogs/export_job.h"

class QPlainTextEdit;
class QSpinBox;

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
  /// Whether what is shown had to be cut into pages.
  bool is_cut() const { return drawn_ != nullptr && drawn_->pages.size() > drawn_->scenes.size(); }

 signals:
  /// It takes longer than a moment.
  void slow();
  /// The pages that the export has; of a table 0.
  void drawn(int pages);
  void failed(const tradewind::Error& error);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What is drawn now or about to be.
  struct Drawn {
    std::vector<views::Scene> scenes;
    std::vector<views::PaperPage> pages;  // of those scenes; never empty
    views::Theme theme = views::Theme::light;
    bool is_document = false;  // else a picture of the first scene
  };

  QWidget* make_pages();
  void take(std::shared_ptr<const Drawn> drawn);
  void paint();
  void tell_drawn(int pages);

  PagePreview* picture_;
  QSpinBox* page_;
  QPlainTextEdit* text_;
  std::shared_ptr<const Drawn> drawn_;  // null: a table
  QTimer slow_;
  QTimer resized_;
  BackgroundJob laying_out_;
  BackgroundJob painting_;
};

}  // namespace tradewind::gui
