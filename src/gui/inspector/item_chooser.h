// A line to choose an item in: its key, or words of its title with a list of what they may mean.
#pragma once
#include <QLineEdit>

#include "gui/shell/document.h"

class QCompleter;
class QStandardItemModel;

namespace tradewind::gui {

class ItemChooser : public QLineEdit {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives it.
  ItemChooser(const Document& document, const QString& name, QWidget* parent = nullptr);

  /// Stays, marked, with the reason, until it is changed.
  void mark_mistake(const QString& why);
  /// Stands in the line while nobody types another one there; none empties it.
  void show_chosen(ItemId item);
  /// With what was typed.
  void forget_mistake();

 signals:
  /// The line shows afterwards what show_chosen says, unless the item was refused with mark_mistake.
  void chosen(tradewind::ItemId item);

 protected:
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void offer(const QString& text);
  void take_typed();
  void take(ItemId item);
  void clear_mistake();
  void reset();
  void select_whole();

  const Document* document_;
  QStandardItemModel* offers_;
  QString chosen_;
  bool is_taking_ = false;
};

}  // namespace tradewind::gui
