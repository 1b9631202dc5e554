// One JSON value into one member of an entity, with the reason where it does not fit.
#pragma once
#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/item.h"
#include "tradewind/domain/optional_number.h"
#include "tradewind/exchange/workspace_json.h"

namespace tradewind::exchange {

/// Where a value stands; turned into a JSON pointer only when there is something to say about it.
struct ValuePlace {
  std::string_view table;
  std::size_t row = 0;
  std::string_view field;
  std::string pointer() const;
};

class ValueReader {
 public:
  ValueReader(ValuePlace place, std::vector<JsonProblem>& problems) : place_(place), problems_(&problems) {}

  void read(bool& member, const nlohmann::json& value);
  void read(int& member, const nlohmann::json& value);
  void read(std::int64_t& member, const nlohmann::json& value);
  void read(double& member, const nlohmann::json& value);
  void read(OptionalNumber& member, const nlohmann::json& value);
  void read(std::string& member, const nlohmann::json& value);
  void read(Date& member, const nlohmann::json& value);
  void read(std::optional<Date>& member, const nlohmann::json& value);
  void read(std::vector<std::string>& member, const nlohmann::json& value);
  void read(std::vector<CustomField>& member, const nlohmann::json& value);
  template <class Entity>
  void read(Id<Entity>& member, const nlohmann::json& value) {
    member.value = read_id(value, true);
  }
  template <NamedEnum Enum>
  void read(Enum& member, const nlohmann::json& value) {
    if (value.is_string())
      if (const auto known = from_text<Enum>(value.get_ref<const std::string&>())) {
        member = *known;
        return;
      }
    std::string names;
    for (const auto& entry : EnumNames<Enum>::values) {
      if (!names.empty()) names += ", ";
      names += '"';
      names += entry.second;
      names += '"';
    }
    refuse("one of " + names, value);
  }

  /// 0 where the value is null (and may be) or no id.
  std::int64_t read_id(const nlohmann::json& value, bool may_be_null);

 private:
  void refuse(std::string_view expected, const nlohmann::json& found, std::string_view below = {});

  ValuePlace place_;
  std::vector<JsonProblem>* problems_;
};

/// The value as it stands in the document, cut to a length that fits a message.
std::string shown(const nlohmann::json& value);
/// A member name as one step of a JSON pointer.
std::string pointer_step(std::string_view name);

}  // namespace tradewind::exchange
