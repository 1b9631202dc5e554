// What is selected, shared by all pages and the inspector: items in the order in which they were chosen, the last one is
// current; or one outcome.
#pragma once
#include <QObject>
#include <vector>

#include "tradewind/domain/id.h"

namespace tradewind::gui {

class Selection : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const std::vector<ItemId>& items() const { return items_; }
  ItemId current_item() const { return items_.empty() ? ItemId{} : items_.back(); }
  OutcomeId outcome() const { return outcome_; }
  bool contains(ItemId item) const;

  void select(std::vector<ItemId> items);
  void select(ItemId item) { select(item ? std::vector<ItemId>{item} : std::vector<ItemId>{}); }
  void select(OutcomeId outcome);
  void clear() { select(std::vector<ItemId>{}); }

 signals:
  void changed();

 private:
  std::vector<ItemId> items_;
  OutcomeId outcome_;
};

}  // namespace tradewind::gui
