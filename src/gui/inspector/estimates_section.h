// Person-weeks of each team: lowest, likely and highest, with their sums.
#pragma once
#include "gui/inspector/line_pool.h"
#include "gui/inspector/section.h"

namespace tradewind::gui {

class EstimatesSection : public Section {
  Q_OBJECT

 public:
  explicit EstimatesSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  struct Line {
    EstimateId id;
    QWidget* widget = nullptr;
    QLabel* team = nullptr;
    FieldEdit* low = nullptr;
    FieldEdit* likely = nullptr;
    FieldEdit* high = nullptr;
    QToolButton* remove = nullptr;
  };

  std::vector<Estimate> estimates_in_order(ItemId item) const;
  QString team_name(TeamId team) const;
  void make_line(Line& line);
  void show_line(Line& line, const Estimate& estimate);
  void show_total(ItemId item);
  void offer_teams(const std::vector<Estimate>& estimates);
  void set_number(FieldEdit* field, EstimateId estimate, OptionalNumber Estimate::*number, const QString& text);
  void remove(EstimateId estimate);
  void add_team(TeamId team);

  LinePool<Line> lines_;
  QVBoxLayout* lines_layout_ = nullptr;
  QLabel* low_total_ = nullptr;
  QLabel* likely_total_ = nullptr;
  QLabel* high_total_ = nullptr;
  QWidget* total_line_ = nullptr;
  FieldCombo* add_ = nullptr;
};

}  // namespace tradewind::gui
