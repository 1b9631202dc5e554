// Every other field of an item: names and people, dates, risks, the factors of the methods that are not on top.
#pragma once
#include "gui/inspector/folding_section.h"

class QGridLayout;

namespace tradewind::gui {

class DetailsSection : public FoldingSection {
  Q_OBJECT

 public:
  explicit DetailsSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;
  void opened() override;

 private:
  using Items = std::vector<const Item*>;
  /// What a field shows: of the items, where they agree on it, or nullptr.
  struct Value {
    std::function<bool(const Item&, const Item&)> is_same;
    std::function<void(const Item* shared)> show;
  };
  template <class Type>
  void add_value(Type Item::*member, std::function<void(const Type* shared)> show);
  FieldEdit* add_edit(const QString& name, const QString& object_name);
  void add_text(const QString& name, const QString& object_name, std::string Item::*text);
  void add_number(const QString& name, const QString& object_name, const QString& tip, OptionalNumber Item::*number);
  void add_date(const QString& name, const QString& object_name, std::optional<Date> Item::*date);
  template <class Type>
  void add_choice(const QString& name, const QString& object_name, Type Item::*member, std::vector<FieldCombo::Choice> choices);
  void add_tags();
  void add_parent();
  void add_line(const QString& name, QWidget* field);

  QGridLayout* grid_;
  std::vector<Value> values_;
  std::vector<QWidget*> fields_;
};

}  // namespace tradewind::gui
