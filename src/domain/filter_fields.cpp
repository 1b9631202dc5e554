// The table of filter fields, and reading their values.
#include "domain/filter_fields.h"

#include <array>
#include <charconv>
#include <cmath>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/item.h"
#include "tradewind/domain/period.h"
#include "tradewind/domain/text.h"

namespace tradewind {
namespace filter_detail {
namespace {

constexpr std::string_view custom_prefix = "custom.";
constexpr std::string_view unset_text = "unset";  // what people write for an empty choice

template <NamedEnum E>
std::vector<std::string_view> texts_of() {
  std::vector<std::string_view> texts;
  for (const auto& [value, name] : EnumNames<E>::values) {
    const std::string_view text = name;
    texts.push_back(text.empty() ? unset_text : text);
  }
  return texts;
}

template <NamedEnum E>
std::optional<unsigned> value_of(std::string_view text) {
  for (const auto& [value, name] : EnumNames<E>::values)
    if (equals_ignoring_case(text, name) || (std::string_view{name}.empty() && equals_ignoring_case(text, unset_text)))
      return static_cast<unsigned>(value);
  return std::nullopt;
}

}  // namespace

const std::vector<Field>& fields() {
  static const std::vector<Field> table{
      {"key", FieldId::key, FieldType::words},
      {"title", FieldId::title, FieldType::words},
      {"kind", FieldId::kind, FieldType::choice},
      {"track", FieldId::track, FieldType::choice},
      {"stage", FieldId::stage, FieldType::choice},
      {"moscow", FieldId::moscow, FieldType::choice},
      {"class", FieldId::allocation_class, FieldType::words},
      {"team", FieldId::team, FieldType::words},
      {"outcome", FieldId::outcome, FieldType::words},
      {"tag", FieldId::tag, FieldType::words},
      {"requester", FieldId::requester, FieldType::words},
      {"assignee", FieldId::assignee, FieldType::words},
      {"period", FieldId::period, FieldType::words},
      {"parent", FieldId::parent, FieldType::words},
      {"source", FieldId::source, FieldType::words},
      {"external", FieldId::external, FieldType::words},
      {"reach", FieldId::reach, FieldType::number},
      {"impact", FieldId::impact, FieldType::number},
      {"confidence", FieldId::confidence, FieldType::share},
      {"ease", FieldId::ease, FieldType::number},
      {"effort", FieldId::effort, FieldType::number},
      {"value", FieldId::business_value, FieldType::number},
      {"business_value", FieldId::business_value, FieldType::number},
      {"time_criticality", FieldId::time_criticality, FieldType::number},
      {"risk_reduction", FieldId::risk_reduction, FieldType::number},
      {"job_size", FieldId::job_size, FieldType::number},
      {"cost_of_delay", FieldId::cost_of_delay, FieldType::number},
      {"duration", FieldId::duration, FieldType::number},
      {"importance", FieldId::importance, FieldType::number},
      {"satisfaction", FieldId::satisfaction, FieldType::number},
      {"points", FieldId::points, FieldType::number},
      {"rice", FieldId::rice, FieldType::number},
      {"deadline", FieldId::deadline, FieldType::date},
      {"earliest", FieldId::earliest, FieldType::date},
      {"start", FieldId::start, FieldType::date},
      {"finish", FieldId::finish, FieldType::date},
      {"evidence", FieldId::evidence, FieldType::presence},
      {"estimate", FieldId::estimate, FieldType::presence},
      {"dependency", FieldId::dependency, FieldType::presence},
      {"placement", FieldId::placement, FieldType::presence},
  };
  return table;
}

std::optional<FieldReference> find_field(std::string_view name) {
  if (name.size() > custom_prefix.size() && name.substr(0, custom_prefix.size()) == custom_prefix)
    return FieldReference{Field{"custom", FieldId::custom, FieldType::custom}, name.substr(custom_prefix.size())};
  for (const Field& field : fields())
    if (field.name == name) return FieldReference{field, {}};
  return std::nullopt;
}

std::vector<std::string_view> choices_of(FieldId field) {
  switch (field) {
    case FieldId::kind:
      return texts_of<ItemKind>();
    case FieldId::track:
      return texts_of<Track>();
    case FieldId::stage:
      return texts_of<Stage>();
    case FieldId::moscow:
      return texts_of<Moscow>();
    default:
      return {};
  }
}

std::optional<unsigned> choice_value(FieldId field, std::string_view text) {
  switch (field) {
    case FieldId::kind:
      return value_of<ItemKind>(text);
    case FieldId::track:
      return value_of<Track>(text);
    case FieldId::stage:
      return value_of<Stage>(text);
    case FieldId::moscow:
      return value_of<Moscow>(text);
    default:
      return std::nullopt;
  }
}

std::optional<double> read_number(std::string_view text, bool is_share) {
  const bool is_percent = is_share && !text.empty() && text.back() == '%';
  if (is_percent) text.remove_suffix(1);
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [read_to, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc{} || read_to != end || !std::isfinite(number)) return std::nullopt;
  return is_percent ? number / 100 : number;
}

std::optional<DayRange> read_days(std::string_view text, int fiscal_year_start_month) {
  if (const auto day = parse_iso_date(text)) return DayRange{*day, add_days(*day, 1)};
  if (const auto period = parse_period(text, fiscal_year_start_month)) return DayRange{period->start, period->end};
  return std::nullopt;
}

}  // namespace filter_detail

const std::vector<std::string_view>& filter_fields() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    for (const auto& field : filter_detail::fields()) result.push_back(field.name);
    result.push_back("has");
    result.push_back("custom.NAME");
    return result;
  }();
  return names;
}

}  // namespace tradewind
