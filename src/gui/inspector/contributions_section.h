// The outcomes that an item serves, with what it is expected to add to the metric of each.
#pragma once
#include "gui/inspector/line_pool.h"
#include "gui/inspector/section.h"

class QPushButton;

namespace tradewind::gui {

class ContributionsSection : public Section {
  Q_OBJECT

 public:
  explicit ContributionsSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  struct Line {
    ContributionId id;
    OutcomeId outcome;
    QWidget* widget = nullptr;
    QPushButton* name = nullptr;
    FieldEdit* effect = nullptr;
    QLabel* unit = nullptr;
    QToolButton* remove = nullptr;
  };
  void make_line(Line& line);
  void show_line(Line& line, const Contribution& row);
  void offer_outcomes(const std::vector<const Contribution*>& rows);
  void set_effect(Line& line, const QString& text);
  void add(OutcomeId outcome);

  LinePool<Line> lines_;
  QVBoxLayout* lines_layout_;
  FieldCombo* add_;
};

}  // namespace tradewind::gui
