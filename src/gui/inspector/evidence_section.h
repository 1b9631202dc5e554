// What is known about an item and how, newest first: each piece in two lines, with its particulars folded away until somebody
// wants to change them.
#pragma once
#include "gui/inspector/line_pool.h"
#include "gui/inspector/section.h"

class QGridLayout;

namespace tradewind::gui {

class EvidenceSection : public Section {
  Q_OBJECT

 public:
  explicit EvidenceSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  struct Line {
    EvidenceId id;
    QWidget* widget = nullptr;
    FieldEdit* summary = nullptr;
    QToolButton* more = nullptr;
    QToolButton* remove = nullptr;
    QLabel* facts = nullptr;
    QWidget* particulars = nullptr;
    FieldCombo* kind = nullptr;
    FieldCombo* strength = nullptr;
    FieldCombo* supports = nullptr;
    FieldCombo* risk = nullptr;
    FieldEdit* date = nullptr;
    FieldEdit* link = nullptr;
    QToolButton* open = nullptr;
  };

  void make_line(Line& line);
  void make_particulars(Line& line);
  FieldCombo* add_combo(Line& line, QGridLayout* grid, const QString& name, std::vector<FieldCombo::Choice> choices,
                        std::function<void(Evidence&, qint64)> set);
  void show_line(Line& line, const Evidence& row, int place);
  void set_date(Line& line, const QString& text);
  bool change(EvidenceId id, const QString& field, const std::function<void(Evidence&)>& change);
  void add();

  LinePool<Line> lines_;
  QVBoxLayout* lines_layout_;
  QLabel* none_;
  QLineEdit* add_;
};

}  // namespace tradewind::gui
