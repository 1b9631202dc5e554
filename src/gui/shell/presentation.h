// The views of the workspace as slides that fill the screen, for a meeting. They are drawn as exports are, laid out for the
// size of the window, and follow what is edited meanwhile.
#pragma once
#include <QWidget>
#include <functional>
#include <memory>

#include "gui/shell/document.h"
#include "gui/shell/slides.h"
#include "tradewind/paint/qt_text_measurer.h"

namespace tradewind::gui {

class Presentation : public QWidget {
  Q_OBJECT

 public:
  /// The answer to the request that is priced now; may give nullptr, and may be empty.
  using Priced = std::function<std::shared_ptr<const views::TradeOffPicture>()>;

  /// `shown`: what the page that people come from shows is the first slide. REQUIRES: the document outlives the window.
  Presentation(Document& document, AskShown shown, Priced priced, QWidget* parent = nullptr);

  /// The day that the views take for today; today's date until it is set.
  void set_today(Date today);
  /// Fills the screen on which the parent's window is.
  void start();

  /// "3 / 5"; empty where there is nothing to present.
  QString counter() const;
  QString title() const { return slide_.title; }
  const std::vector<views::Scene>& scenes() const { return slide_.scenes; }
  bool is_black() const { return is_black_; }

  /// Draws what is priced now, where that is something else than a moment ago.
  void follow_priced();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRectF content() const;
  SlideSource source() const;
  /// Lays out again, and stays on the view that is shown where it still has something to show.
  void refresh();
  void step(int by);
  void go_to(std::size_t at);
  void lay_out();
  void tell();
  void set_black(bool black);
  void paint_counter(QPainter& painter) const;

  Document& document_;
  AskShown ask_shown_;
  std::optional<ShownView> shown_;  // when the slides were laid out
  Priced priced_;
  Date today_ = today();
  std::shared_ptr<const views::TradeOffPicture> picture_;  // what was priced when the slides were laid out
  std::vector<workbench::View> views_;
  std::size_t at_ = 0;
  std::size_t part_ = 0;  // of the slide that is shown
  paint::QtTextMeasurer measurer_;
  Slide slide_;
  bool is_black_ = false;
};

}  // namespace tradewind::gui
