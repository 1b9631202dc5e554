// Person-weeks of each team: lowest, likely and highest, with their sums.
#pragma once
#include "gui/inspector/section.h"

class QToolButton;

namespace tradewind::gui {

class EstimatesSection : public Section {
  Q_OBJECT

 public:
  explicit EstimatesSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 signals:
  /// There are other editors than before.
  void rows_changed();

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  /// One line of editors. It stays with its estimate as long as that is shown, so that typing survives rows that come and go.
  struct Row {
    EstimateId estimate;  // none = not in use
    QWidget* widget = nullptr;
    QLabel* team = nullptr;
    FieldEdit* low = nullptr;
    FieldEdit* likely = nullptr;
    FieldEdit* high = nullptr;
    QToolButton* remove = nullptr;
  };

  std::vector<Estimate> estimates_in_order(ItemId item) const;
  QString team_name(TeamId team) const;
  Row* make_row();
  Row* row_of(EstimateId estimate);
  void show_row(Row& row, const Estimate& estimate, int place);
  void show_total(ItemId item);
  void offer_teams(const std::vector<Estimate>& estimates);
  void set_number(FieldEdit* field, EstimateId estimate, OptionalNumber Estimate::*number, const QString& text);
  void remove(EstimateId estimate);
  void add_team(TeamId team);

  std::vector<std::unique_ptr<Row>> rows_;
  std::vector<EstimateId> order_;
  QVBoxLayout* lines_ = nullptr;
  QLabel* low_total_ = nullptr;
  QLabel* likely_total_ = nullptr;
  QLabel* high_total_ = nullptr;
  QWidget* total_line_ = nullptr;
  FieldCombo* add_ = nullptr;
};

}  // namespace tradewind::gui
