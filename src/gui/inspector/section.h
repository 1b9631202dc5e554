// A part of the inspector: a heading and fields about the items that it shows. Its widgets live as long as it does; news
// only change what they show.
#pragma once
#include <QFrame>
#include <QVBoxLayout>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "gui/inspector/fields.h"
#include "gui/shell/page.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace tradewind::gui {

class Section : public QFrame {
  Q_OBJECT

 public:
  /// An empty heading makes none.
  Section(const PageContext& context, const QString& heading, QWidget* parent = nullptr);

  /// Other items, or the same ones after a change. Hides the section where it has nothing to say about them.
  void show_items(const std::vector<const Item*>& items);
  /// What is typed and not committed yet is committed to the items that are still shown; what was refused is given up.
  void commit_pending();
  /// After a step of the history: a reason that a field gave may not hold any more.
  void clear_mistakes();
  /// Its editors from top to bottom.
  virtual std::vector<QWidget*> tab_stops() const = 0;

 signals:
  /// There are other editors than before.
  void rows_changed();

 protected:
  /// REQUIRES: items are never empty. Returns whether the section is to be seen. The pointers are valid during the call only.
  virtual bool refresh(const std::vector<const Item*>& items) = 0;
  void paintEvent(QPaintEvent* event) override;

  const PageContext& context() const { return context_; }
  const Portfolio& portfolio() const { return context_.document.portfolio(); }
  const std::vector<ItemId>& item_ids() const { return item_ids_; }
  QVBoxLayout* body() const { return body_; }
  QLabel* heading() const { return heading_; }

  /// "Change TW-12: reach", "Change reach of 3 items".
  QString edit_label(const QString& field) const;
  /// Every shown item in one undoable edit; false when it was refused. What changes nothing leaves no trace.
  bool edit_items(const QString& field, const std::function<void(Item&)>& change);
  bool edit_each_item(const QString& field, const std::function<void(storage::Edit&, ItemId)>& change);
  /// One row that hangs on what is shown; true when it is gone meanwhile.
  template <class Entity>
  bool edit_row(const QString& label, Id<Entity> id, const std::function<void(Entity&)>& change) {
    return context_.document.report(try_edit_row(label, id, change));
  }
  /// The same for fields, which tell the reason themselves.
  Result<storage::Receipt> try_edit_items(const QString& field, const std::function<void(Item&)>& change);
  Result<storage::Receipt> try_edit_each_item(const QString& field, const std::function<void(storage::Edit&, ItemId)>& change);
  template <class Entity>
  Result<storage::Receipt> try_edit_row(const QString& label, Id<Entity> id, const std::function<void(Entity&)>& change) {
    return context_.document.try_edit(label, [&](storage::Edit& edit) {
      const Entity* stored = edit.portfolio().find(id);
      if (stored == nullptr) return;
      Entity row = *stored;
      change(row);
      edit.update(row);
    });
  }
  template <class Entity>
  bool erase_row(const QString& label, Id<Entity> id) {
    return context_.document.edit(label, [id](storage::Edit& edit) {
      if (edit.portfolio().contains(id)) edit.erase(id);
    });
  }

 private:
  PageContext context_;
  std::vector<ItemId> item_ids_;
  QLabel* heading_ = nullptr;
  QVBoxLayout* body_ = nullptr;
};

/// The value that all items share; nullopt where they differ. REQUIRES: items are not empty.
template <class Value, class Of>
std::optional<Value> shared_value(const std::vector<const Item*>& items, Of of) {
  const Value first = of(*items.front());
  for (const Item* item : items)
    if (!(of(*item) == first)) return std::nullopt;
  return first;
}

QLabel* muted_label(const QString& text, QWidget* parent);
/// Word-wrapped and to be selected, never read as HTML.
QLabel* plain_label(QWidget* parent);
/// The small button at the end of a line that takes its row away.
QToolButton* remove_button(QWidget* parent);
/// A line without margins of its own, for widgets beside each other.
QHBoxLayout* line_in(QWidget* widget);

/// "user-evidence" is "User evidence".
QString sentence_case(std::string_view name);
template <NamedEnum E>
std::vector<FieldCombo::Choice> choices_of_enum() {
  std::vector<FieldCombo::Choice> choices;
  for (const auto& entry : EnumNames<E>::values)
    choices.push_back({static_cast<qint64>(entry.first), sentence_case(entry.second)});
  return choices;
}
/// What people call an outcome where there is little room.
QString short_name_of(const Outcome& outcome);

}  // namespace tradewind::gui
