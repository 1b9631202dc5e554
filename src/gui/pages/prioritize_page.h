// Impact against effort with bubbles to drag, the ranking beside it, and the MoSCoW gauge below.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"
#include "tradewind/views/matrix.h"

class QLabel;
class QTableView;

namespace tradewind::gui {

class RankingModel;

class PrioritizePage : public Page {
  Q_OBJECT

 public:
  explicit PrioritizePage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override { return matrix_; }
  SceneView& matrix() const { return *matrix_; }

 protected:
  void refresh() override;

 private:
  void follow_selection();
  void say_disagreements();

  SceneView* matrix_ = nullptr;
  SceneView* gauge_ = nullptr;
  QTableView* table_ = nullptr;
  RankingModel* ranking_ = nullptr;
  QLabel* note_ = nullptr;
  std::optional<views::Matrix::Plot> plot_;
};

}  // namespace tradewind::gui
