// In which order day, month and year stand in a file that does not tell by itself.
#pragma once
#include <QWidget>
#include <optional>

#include "tradewind/exchange/date_text.h"

class QButtonGroup;

namespace tradewind::gui {

class ImportDateQuestion : public QWidget {
  Q_OBJECT

 public:
  /// Hidden until it is asked.
  explicit ImportDateQuestion(QWidget* parent = nullptr);

  /// Shows the answer; nothing chosen where there is none yet.
  void set_answer(std::optional<exchange::DateOrder> order);

 signals:
  void answered(tradewind::exchange::DateOrder order);

 private:
  QButtonGroup* orders_;
};

}  // namespace tradewind::gui
