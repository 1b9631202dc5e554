// What was decided on a request, by whom and why: stored with the options as they were shown.
#pragma once
#include <QFrame>

#include "gui/pages/trade_off_solving.h"
#include "gui/shell/document.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tradewind::gui {

class DecisionForm : public QFrame {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the form.
  explicit DecisionForm(Document& document, QWidget* parent = nullptr);

  /// `shown`: the option that is on the page.
  void open(ItemId request, const PricedOptions& options, std::size_t shown, Date date);

 signals:
  void closed();
  void recorded();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void record();

  Document* document_;
  ItemId request_;
  PricedOptions options_;
  Date date_{};
  QComboBox* choice_;
  QLineEdit* role_;
  QLineEdit* reason_;
  QPushButton* save_;
};

}  // namespace tradewind::gui
