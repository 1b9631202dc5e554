// The same item told for different audiences.
#pragma once
#include "gui/inspector/line_pool.h"
#include "gui/inspector/section.h"

class QStringListModel;

namespace tradewind::gui {

class FramingsSection : public Section {
  Q_OBJECT

 public:
  explicit FramingsSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  struct Line {
    Id<Framing> id;
    QWidget* widget = nullptr;
    FieldEdit* audience = nullptr;
    FieldText* text = nullptr;
    QToolButton* remove = nullptr;
  };
  void make_line(Line& line);
  void show_line(Line& line, const Framing& row);
  void offer_audiences(const std::vector<const Framing*>& rows);
  void add();

  LinePool<Line> lines_;
  QVBoxLayout* lines_layout_;
  QLineEdit* add_;
  QStringListModel* audiences_;
};

}  // namespace tradewind::gui
