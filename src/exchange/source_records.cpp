// Rows -> records: each cell goes to its field; what a field cannot hold is kept as a custom field or reported.
#include "exchange/source_records.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "exchange/unicode.h"
#include "exchange/value_words.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {
namespace {

constexpr std::size_t largest_cell = 1U << 20;
constexpr std::size_t lines_listed = 10;

/// Statuses, types and priorities repeat: each text is understood once.
template <class Value>
class Memo {
 public:
  template <class Read>
  const Value& operator()(std::string_view text, Read&& read) {
    if (const auto known = values_.find(text); known != values_.end()) return known->second;
    return values_.emplace(text, read(text)).first->second;
  }

 private:
  std::unordered_map<std::string_view, Value> values_;
};

class Reader {
 public:
  Reader(const CsvTable& table, const Columns& columns, char delimiter, const Portfolio& current, ImportReport& report)
      : table_(table), columns_(columns), comma_is_decimal_(delimiter == ';'), current_(current), report_(report) {}

  SourceRecords read() {
    records_.list.reserve(table_.row_count());
    for (std::size_t row = 1; row < table_.row_count(); ++row) read_row(row);
    drop_earlier_duplicates();
    report_lines("narrower than the header: the missing cells are read as empty", narrow_lines_);
    return std::move(records_);
  }

 private:
  void skip(std::string why) { report_.skipped.push_back({line_, std::move(why)}); }
  void lose(std::string_view column, std::string_view value, std::string why) {
    report_.losses.push_back({line_, std::string(column), shortened(value), std::move(why)});
  }
  void report_lines(std::string_view what, const std::vector<std::int64_t>& lines) {
    if (lines.empty()) return;
    std::string text = std::to_string(lines.size()) + (lines.size() == 1 ? " row " : " rows ") + std::string(what) + " (line ";
    for (std::size_t i = 0; i < std::min(lines.size(), lines_listed); ++i) text += (i > 0 ? ", " : "") + std::to_string(lines[i]);
    report_.warnings.push_back(text + (lines.size() > lines_listed ? ", …)" : ")"));
  }

  void keep(const SourceColumn& column, std::string_view value) {
    auto& custom = record_.item.custom.emplace_back();
    custom.name = column.custom_name;
    custom.value = value;
  }
  void keep_unreadable(const SourceColumn& column, std::string_view value, std::string why) {
    keep(column, value);
    lose(column.header, value, std::move(why) + "; kept as a custom field");
  }
  /// The first value of a field counts; another one is kept beside it.
  void set_text(std::string& text, const SourceColumn& column, std::string_view value) {
    if (text.empty())
      text = value;
    else if (text != value)
      keep(column, value);
  }
  void set_reference(std::string_view& reference, const SourceColumn& column, std::string_view value) {
    value = trimmed(value);
    if (reference.empty())
      reference = value;
    else if (reference != value)
      keep(column, value);
  }
  void set_number(OptionalNumber& number, const SourceColumn& column, std::string_view value, double scale = 1,
                  double most = 1e15) {
    const auto read = read_number(value, comma_is_decimal_);
    if (!read || !read->unit.empty() || (read->percent && scale == 1))
      return keep_unreadable(column, value, "it is not a number");
    if (read->value < 0) return keep_unreadable(column, value, "it is negative");
    if (read->value * scale > most) return keep_unreadable(column, value, "it is larger than the field allows");
    if (number.has_value()) return keep(column, value);
    number = read->value * scale;
  }
  void set_confidence(const SourceColumn& column, std::string_view value) {
    if (const auto word = read_confidence_word(value)) {
      record_.item.confidence = *word;
      return;
    }
    const auto read = read_number(value, comma_is_decimal_);
    if (!read || !read->unit.empty()) return keep_unreadable(column, value, "it is not a number");
    if (column.is_unknown_scale && !read->percent)
      return keep_unreadable(column, value,
                             "the column's values go above 1 and are no percentages; --map confidence_1_to_5= or "
                             "confidence_1_to_10= says the scale");
    const double share = read->percent || column.values_are_percent ? read->value / 100 : read->value;
    if (share < 0 || share > 1) return keep_unreadable(column, value, "a confidence lies between 0 and 1");
    record_.item.confidence = share;
  }
  void set_effort(const SourceColumn& column, std::string_view value, double unit_hours) {
    const double hours_per_week = current_.settings().hours_per_week;
    const auto hours = read_effort_hours(value, unit_hours, hours_per_week, comma_is_decimal_);
    if (!hours) return keep_unreadable(column, value, "it is not an effort");
    if (*hours < 0 || *hours / hours_per_week > 1e6) return keep_unreadable(column, value, "no effort can be that");
    if (record_.effort.has_value()) return keep(column, value);
    record_.effort = *hours / hours_per_week;
  }
  std::optional<Date> read_date(const SourceColumn& column, std::string_view value) {
    const auto text = read_date_text(value);
    const auto date = text.in_order(column.date_order);
    if (!date) keep_unreadable(column, value, text.is_date() ? "it is no date in the order of the column" : "it is not a date");
    return date;
  }
  void set_date(std::optional<Date>& date, const SourceColumn& column, std::string_view value) {
    const auto read = read_date(column, value);
    if (!read) return;
    if (date) {
      if (*date != *read) keep(column, value);
    } else {
      date = read;
    }
  }

  void read_row(std::size_t row) {
    const auto cells = table_.row(row);
    line_ = table_.line(row);
    ++report_.rows;
    record_ = SourceRecord{};
    record_.line = line_;
    record_.item.custom.reserve(custom_count_);
    status_ = category_ = resolution_ = completed_ = {};
    sprint_name_ = {};
    sprint_start_ = sprint_end_ = std::nullopt;
    first_link_ = records_.links.size();

    bool any = false;
    const std::size_t known = std::min(cells.size(), columns_.list.size());
    for (std::size_t i = 0; i < known; ++i) {
      std::string_view cell = cells[i];
      if (cell.empty()) continue;
      const auto first = static_cast<unsigned char>(cell.front());
      if ((first <= ' ' || first >= 0xC2) && trimmed(cell).empty()) continue;
      any = true;
      if (cell.size() > largest_cell) {
        lose(columns_.list[i].header, cell, "the cell is larger than 1 MB");
        continue;
      }
      read_cell(i, cell);
    }
    for (std::size_t i = known; i < cells.size(); ++i)
      if (!trimmed(cells[i]).empty()) {
        any = true;
        lose("#" + std::to_string(i + 1), cells[i], "the row is wider than the header");
      }
    if (cells.size() < columns_.list.size() && any) narrow_lines_.push_back(line_);
    if (!any) {
      records_.links.resize(first_link_);
      return skip("the row is empty");
    }
    finish_row();
  }

  void read_cell(std::size_t index, std::string_view cell) {
    const SourceColumn& column = columns_.list[index];
    Item& item = record_.item;
    const double hours_per_week = current_.settings().hours_per_week;
    switch (column.field) {
      case Field::custom:
      case Field::rank:
      case Field::other_date:
        return keep(column, cell);
      case Field::ignore:
        return lose(column.header, cell, "the column is left out by the mapping");
      case Field::key:
        return set_reference(record_.key, column, cell);
      case Field::issue_id:
        set_reference(record_.issue_id, column, cell);
        return keep(column, cell);
      case Field::title:
        return set_text(item.title, column, trimmed(cell));
      case Field::short_title:
        return set_text(item.short_title, column, trimmed(cell));
      case Field::description:
        return set_text(item.description, column, cell);
      case Field::assignee:
        return set_text(item.assignee, column, trimmed(cell));
      case Field::creator:
      case Field::requester:
        return set_text(item.requester, column, trimmed(cell));
      case Field::url:
        return set_text(item.external_url, column, trimmed(cell));
      case Field::type: {
        const auto kind = kinds_(cell, read_kind);
        item.kind = kind.value_or(ItemKind::feature);
        if (!kind || trimmed(cell) != to_text(*kind)) keep(column, cell);
        return;
      }
      case Field::status:
        status_ = trimmed(cell);
        return stage_text(column, cell);
      case Field::status_category:
        category_ = trimmed(cell);
        return keep(column, cell);
      case Field::resolution:
        resolution_ = cell;
        return keep(column, cell);
      case Field::completed:
        completed_ = cell;
        return keep(column, cell);
      case Field::priority:
        if (const auto moscow = moscows_(cell, read_priority_as_moscow)) item.moscow = *moscow;
        return keep(column, cell);
      case Field::moscow: {
        const auto moscow = moscows_(cell, read_moscow);
        if (moscow)
          item.moscow = *moscow;
        else
          keep_unreadable(column, cell, "it is not one of must, should, could, won't");
        return;
      }
      case Field::parent:
        return set_reference(record_.parent, column, cell);
      case Field::parent_key:
        return set_reference(record_.parent_key, column, cell);
      case Field::parent_name:
        return set_reference(record_.parent_title, column, cell);
      case Field::link:
        return add_link(index, trimmed(cell));
      case Field::depends_on:
      case Field::blocks:
        for (auto& other : split_list(cell)) add_link(index, records_.texts.emplace_back(std::move(other)));
        return;
      case Field::track:
        if (const auto track = from_text<Track>(plain_fold(cell)))
          item.track = *track;
        else
          keep_unreadable(column, cell, "it is neither discovery nor delivery");
        return;
      case Field::allocation_class:
        if (const auto* allocation_class = current_.allocation_class_by_name(trimmed(cell)))
          item.allocation_class = allocation_class->id;
        else
          keep_unreadable(column, cell, "the workspace has no such class");
        return;
      case Field::tags:
        return add_tags(cell);
      case Field::team:
        return set_reference(record_.team, column, cell);
      case Field::reach:
        return set_number(item.reach, column, cell);
      case Field::impact:
        if (const auto word = read_impact_word(cell))
          item.impact = *word;
        else
          set_number(item.impact, column, cell);
        return;
      case Field::confidence:
        return set_confidence(column, cell);
      case Field::confidence_percent:
        return set_percent(column, cell);
      case Field::confidence_1_to_5:
        return set_number(item.confidence, column, cell, 1.0 / 5, 1);
      case Field::confidence_1_to_10:
        return set_number(item.confidence, column, cell, 1.0 / 10, 1);
      case Field::ease:
        return set_number(item.ease, column, cell);
      case Field::business_value:
        return set_number(item.business_value, column, cell);
      case Field::time_criticality:
        return set_number(item.time_criticality, column, cell);
      case Field::risk_reduction:
        return set_number(item.risk_reduction, column, cell);
      case Field::job_size:
        return set_number(item.job_size, column, cell);
      case Field::cost_of_delay:
        return set_number(item.cost_of_delay, column, cell);
      case Field::duration_weeks:
        return set_number(item.duration_weeks, column, cell);
      case Field::importance:
        return set_number(item.importance, column, cell, 1, 10);
      case Field::satisfaction:
        return set_number(item.satisfaction, column, cell, 1, 10);
      case Field::story_points:
      case Field::estimate:
        return set_number(item.story_points, column, cell);
      case Field::effort:
        return set_effort(column, cell, hours_per_week);
      case Field::effort_days:
        return set_effort(column, cell, hours_per_week / 5);
      case Field::effort_hours:
      case Field::original_estimate:
        return set_effort(column, cell, 1);
      case Field::effort_months:
        return set_effort(column, cell, hours_per_week * 4);
      case Field::effort_seconds:
        return set_effort(column, cell, 1.0 / 3600);
      case Field::start:
        return set_date(item.earliest_start, column, cell);
      case Field::due:
        return set_date(item.deadline, column, cell);
      case Field::sprint:
        return add_sprint(column, cell);
      case Field::sprint_start:
        sprint_start_ = read_date(column, cell);
        return keep(column, cell);
      case Field::sprint_end:
        sprint_end_ = read_date(column, cell);
        return keep(column, cell);
      case Field::comment:
        return keep(column, cell);
    }
  }

  static std::optional<Moscow> read_priority_as_moscow(std::string_view text) {
    // One letter is too little for a priority: "C" may be the third of A, B, C.
    return trimmed(text).size() > 1 ? read_moscow(text) : std::nullopt;
  }
  void set_percent(const SourceColumn& column, std::string_view cell) {
    const auto read = read_number(cell, comma_is_decimal_);
    if (!read || !read->unit.empty() || read->value < 0 || read->value > 100)
      return keep_unreadable(column, cell, "it is not a percentage");
    record_.item.confidence = read->value / 100;
  }
  void stage_text(const SourceColumn& column, std::string_view cell) {
    if (from_text<Stage>(trimmed(cell)) == std::nullopt || columns_.is_jira()) keep(column, cell);
  }
  void add_link(std::size_t column, std::string_view other) {
    if (!other.empty())
      records_.links.push_back({static_cast<std::uint32_t>(records_.list.size()), static_cast<std::uint32_t>(column), other});
  }
  void add_tags(std::string_view cell) {
    for (auto& tag : split_list(cell))
      if (std::find(record_.item.tags.begin(), record_.item.tags.end(), tag) == record_.item.tags.end())
        record_.item.tags.push_back(std::move(tag));
  }
  void add_sprint(const SourceColumn& column, std::string_view cell) {
    const auto sprint = read_sprint(cell);
    keep(column, sprint.name);
    sprint_name_ = record_.item.custom.back().value;
    if (sprint.start.empty() || sprint.end.empty()) return;
    const auto start = read_date_text(sprint.start).certain;
    const auto end = read_date_text(sprint.end).certain;
    if (start && end) note_sprint(sprint.name, *start, *end);
  }
  void note_sprint(const std::string& name, Date start, Date end) {
    if (start >= end || !sprint_names_.insert(name).second) return;
    Period period;
    period.kind = PeriodKind::sprint;
    period.name = name;
    period.start = start;
    period.end = end;
    records_.sprints.push_back(std::move(period));
  }

  void finish_row() {
    Item& item = record_.item;
    if (sprint_start_ && sprint_end_ && !sprint_name_.empty()) note_sprint(sprint_name_, *sprint_start_, *sprint_end_);
    settle_stage();
    if (!record_.team.empty() && !record_.effort.has_value()) {
      // A team shows by its effort; without one the name is kept as it is.
      CustomField custom;
      custom.name = "Team";
      custom.value = record_.team;
      item.custom.push_back(std::move(custom));
      record_.team = {};
    }
    if (item.earliest_start && item.deadline && *item.earliest_start > *item.deadline)
      lose("deadline", to_iso(*item.deadline),
           "it lies before the start on " + to_iso(*item.earliest_start) + ": the item is not placed on the roadmap");
    std::replace(item.title.begin(), item.title.end(), '\n', ' ');
    custom_count_ = std::max<std::size_t>(item.custom.size(), 2);
    if (item.title.empty() && !columns_.has(Field::title) && !record_.key.empty()) item.title = record_.key;
    if (item.title.empty()) {
      records_.links.resize(first_link_);
      return skip(record_.key.empty() ? "it has no title" : "it has no title (key " + std::string(record_.key) + ")");
    }
    item.external_key = record_.key;
    records_.list.push_back(std::move(record_));
  }

  void settle_stage() {
    Item& item = record_.item;
    const auto category = category_.empty() ? std::nullopt : categories_(category_, read_status_category);
    std::optional<Stage> stage;
    if (!status_.empty() && !columns_.is_jira()) stage = from_text<Stage>(status_);
    if (!stage && (!status_.empty() || category)) stage = stage_of(status_, category);
    if (!stage && status_.empty() && !completed_.empty()) stage = Stage::launched;
    if (stage == Stage::launched && !resolution_.empty() && is_negative_resolution(resolution_)) stage = Stage::dropped;
    if (!stage && !status_.empty() && unknown_statuses_.insert(status_).second)
      report_.warnings.push_back("the status \"" + shortened(status_) +
                                 "\" is not known: its items are ideas, the status is kept as a custom field");
    item.stage = stage.value_or(Stage::idea);
  }

  /// Of rows with one key the last counts.
  void drop_earlier_duplicates() {
    auto& list = records_.list;
    std::unordered_map<std::string_view, std::uint32_t> by_key;
    by_key.reserve(list.size());
    std::vector<bool> dropped(list.size(), false);
    bool any = false;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      if (list[i].key.empty()) continue;
      const auto [found, is_first] = by_key.try_emplace(list[i].key, i);
      if (is_first) continue;
      auto& earlier = list[found->second];
      report_.skipped.push_back({earlier.line, "the key " + shortened(earlier.key) + " stands again on line " +
                                                   std::to_string(list[i].line) + ", which counts"});
      dropped[found->second] = any = true;
      found->second = i;
    }
    if (any) remove(dropped);
    number_titles();
  }
  void remove(const std::vector<bool>& dropped) {
    auto& list = records_.list;
    std::vector<std::uint32_t> moved_to(list.size(), 0);
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      if (dropped[i]) continue;
      moved_to[i] = kept;
      if (kept != i) list[kept] = std::move(list[i]);
      ++kept;
    }
    list.resize(kept);
    auto& links = records_.links;
    links.erase(std::remove_if(links.begin(), links.end(), [&](const LinkStatement& link) { return dropped[link.record]; }),
                links.end());
    for (auto& link : links) link.record = moved_to[link.record];
  }
  void number_titles() {
    std::unordered_map<std::string_view, int> seen;
    for (auto& record : records_.list)
      if (record.key.empty()) record.occurrence = ++seen[record.item.title];
  }

  const CsvTable& table_;
  const Columns& columns_;
  const bool comma_is_decimal_;
  const Portfolio& current_;
  ImportReport& report_;
  SourceRecords records_;
  // The row being read:
  SourceRecord record_;
  std::int64_t line_ = 0;
  std::string_view status_, category_, resolution_, completed_;
  std::string sprint_name_;
  std::optional<Date> sprint_start_, sprint_end_;
  std::size_t first_link_ = 0;
  std::size_t custom_count_ = 8;
  // Of all rows:
  Memo<std::optional<ItemKind>> kinds_;
  Memo<std::optional<Moscow>> moscows_;
  Memo<std::optional<StatusCategory>> categories_;
  std::unordered_set<std::string_view> unknown_statuses_;
  std::unordered_set<std::string> sprint_names_;
  std::vector<std::int64_t> narrow_lines_;
};

}  // namespace

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 200;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

SourceRecords read_records(const CsvTable& table, const Columns& columns, char delimiter, const Portfolio& current,
                           ImportReport& report) {
  return Reader(table, columns, delimiter, current, report).read();
}

}  // namespace tradewind::exchange
