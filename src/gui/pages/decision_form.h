// What was decided on a request, by whom and why: recorded with the options as they were shown.
#pragma once
#include <QFrame>

#include "gui/pages/trade_off_solving.h"
#include "gui/shell/document.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tradewind::gui {

class DecisionForm : public QFrame {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the form.
  explicit DecisionForm(Document& document, QWidget* parent = nullptr);

  /// `shown`: the option that is on the page. REQUIRES: there are options.
  void open(const PricedOptions& options, std::size_t shown, Date date);

 signals:
  void closed();
  void recorded();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void record();
  /// Below the field, which gets the focus.
  void show_mistake(QLineEdit& line, const Error& error);
  void clear_mistake();

  Document* document_;
  PricedOptions options_;
  Date date_{};
  QComboBox* choice_;
  QLineEdit* role_;
  QLineEdit* reason_;
  QLabel* mistake_;
  QPushButton* save_;
};

}  // namespace tradewind::gui
