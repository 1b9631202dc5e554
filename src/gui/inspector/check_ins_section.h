// The check-ins of a selected outcome, newest first, to be corrected, and a line for the next one.
#pragma once
#include "gui/inspector/line_pool.h"
#include "gui/inspector/section.h"

namespace tradewind::gui {

class QuickCheckInBar;

class CheckInsSection : public Section {
  Q_OBJECT

 public:
  explicit CheckInsSection(const PageContext& context, QWidget* parent = nullptr);
  /// nullptr hides it.
  void show_outcome(const Outcome* outcome);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>&) override { return false; }

 private:
  struct Line {
    CheckInId id;
    QWidget* widget = nullptr;
    FieldEdit* date = nullptr;
    FieldEdit* value = nullptr;
    FieldCombo* health = nullptr;
    FieldEdit* note = nullptr;
    QToolButton* remove = nullptr;
  };
  void make_line(Line& line);
  void show_line(Line& line, const CheckIn& row, int place);
  bool change(CheckInId id, const QString& field, const std::function<void(CheckIn&)>& change);

  QuickCheckInBar* next_;
  LinePool<Line> lines_;
  QVBoxLayout* lines_layout_;
};

}  // namespace tradewind::gui
