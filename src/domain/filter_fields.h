// The fields of filter expressions: names, types and how their values are read.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind::filter_detail {

enum class FieldId : unsigned char {
  // words
  key,
  title,
  kind,
  track,
  stage,
  moscow,
  allocation_class,
  team,
  outcome,
  tag,
  requester,
  assignee,
  period,
  parent,
  source,
  external,
  custom,
  // numbers
  reach,
  impact,
  confidence,
  ease,
  effort,
  business_value,
  time_criticality,
  risk_reduction,
  job_size,
  cost_of_delay,
  duration,
  importance,
  satisfaction,
  points,
  rice,
  // dates
  deadline,
  earliest,
  start,
  finish,
  // only for has:
  evidence,
  estimate,
  dependency,
  placement,
};

enum class FieldType : unsigned char { words, choice, number, share, date, custom, presence };

struct Field {
  std::string_view name;
  FieldId id;
  FieldType type;
};

/// Every name that a filter understands but custom.NAME; several names may mean one field.
const std::vector<Field>& fields();

struct FieldReference {
  Field field;
  std::string_view custom_name;  // of custom.NAME; points into the name that was looked up
};
/// REQUIRES: the name is in lower case.
std::optional<FieldReference> find_field(std::string_view name);

/// The texts that a field with fixed values knows ("must", "should" …); empty for other fields.
std::vector<std::string_view> choices_of(FieldId field);
/// The value as the number of its enumerator.
std::optional<unsigned> choice_value(FieldId field, std::string_view text);

/// A finite number in the C notation; a share may also be written as "80%".
std::optional<double> read_number(std::string_view text, bool is_share);

/// Days [start, end): one day, or a period by its calendar name.
struct DayRange {
  Date start{};
  Date end{};
};
std::optional<DayRange> read_days(std::string_view text, int fiscal_year_start_month);

}  // namespace tradewind::filter_detail
