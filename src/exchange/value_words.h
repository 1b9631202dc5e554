// What the values of cells mean: stages, kinds, MoSCoW, numbers, lists.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/item.h"

namespace tradewind::exchange {

/// Jira's three categories of a status.
enum class StatusCategory : unsigned char { to_do, in_progress, done };
std::optional<StatusCategory> read_status_category(std::string_view text);

/// The stage that a status stands for, in seven languages; nullopt for a status nobody has heard of.
std::optional<Stage> read_status(std::string_view text);
/// A category bounds what a status may mean; within it the status decides where it is known.
std::optional<Stage> stage_of(std::string_view status, std::optional<StatusCategory> category);
/// "Won't Do", "Duplicate" …: closed, but not because it was delivered.
bool is_negative_resolution(std::string_view text);

std::optional<ItemKind> read_kind(std::string_view text);
std::optional<Moscow> read_moscow(std::string_view text);

struct NumberText {
  double value = 0;
  bool percent = false;
  std::string unit;  // plain_fold of what stands behind the number: "d", "weeks"
};
/// "8.0", "1,5", "1 000", "1,234.5", "80 %", "3d". `comma_is_decimal` decides "1,500" alone. nullopt for anything else.
std::optional<NumberText> read_number(std::string_view text, bool comma_is_decimal);

/// Person-hours of "1w 2d 3h" and of a number with a unit; nullopt where a unit is unknown. `unit_hours`: of a bare number.
std::optional<double> read_effort_hours(std::string_view text, double unit_hours, double hours_per_week, bool comma_is_decimal);
/// RICE's words (massive, high … / high, medium, low) as their numbers.
std::optional<double> read_impact_word(std::string_view text);
std::optional<double> read_confidence_word(std::string_view text);

/// The values in one cell: "a, b", "a; b", "['a', 'b']".
std::vector<std::string> split_list(std::string_view text);

/// A sprint as old Jira servers print it: "com.atlassian…Sprint@1f[id=1,…,name=Sprint 1,startDate=2015-…,endDate=…]".
struct SprintText {
  std::string name;
  std::string start;
  std::string end;
};
SprintText read_sprint(std::string_view text);

}  // namespace tradewind::exchange
