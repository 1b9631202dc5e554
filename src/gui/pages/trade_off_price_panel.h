// The price of a request in figures, beside the picture: cost, what moves, its effects, and which items are to be held.
#pragma once
#include <QFrame>

#include "gui/pages/trade_off_solving.h"

class QLabel;
class QVBoxLayout;

namespace tradewind::gui {

class SceneView;

class TradeOffPricePanel : public QFrame {
  Q_OBJECT

 public:
  explicit TradeOffPricePanel(QWidget* parent = nullptr);

  /// An item that may be held where it is.
  struct Hold {
    ItemId item;
    QString key;
    QString name;
    bool is_held = false;
  };
  void show_price(const PricedRequest& priced, const std::vector<Hold>& holds);
  void show_no_price(const QString& title, const QString& why);
  /// Below the picture, as wide as that, or beside it.
  void set_below(bool below);
  /// Grey while a new answer is on its way.
  void set_stale(bool stale);

 signals:
  void hold_changed(tradewind::ItemId item, bool held);

 private:
  void list_holds(const std::vector<Hold>& holds);

  QLabel* title_;
  QLabel* price_;
  QLabel* interval_;
  QLabel* moves_;
  QLabel* facts_;
  SceneView* effects_;
  QLabel* holds_title_;
  QVBoxLayout* holds_;
  std::vector<Hold> listed_;
  std::shared_ptr<const views::TradeOffPicture> picture_;
};

}  // namespace tradewind::gui
