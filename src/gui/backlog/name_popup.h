// A small field for a name, below the button that asks for it: Enter takes the name, Escape and a click beside it do not.
#pragma once
#include <QDialog>
#include <functional>

class QLabel;
class QLineEdit;

namespace tradewind::gui {

class NamePopup : public QDialog {
  Q_OBJECT

 public:
  /// Why a name cannot be taken; empty where it can.
  using Check = std::function<QString(const QString& name)>;

  NamePopup(const QString& title, const QString& name, Check check, QWidget* parent);

 signals:
  void named(const QString& name);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void take_name();
  void say(const QString& problem);

  Check check_;
  QLineEdit* name_;
  QLabel* problem_;
};

}  // namespace tradewind::gui
