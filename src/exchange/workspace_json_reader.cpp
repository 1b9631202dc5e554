// JSON text to a workspace. Rows are taken out of the parser one by one, so that the document is never in memory as a whole.
#include <algorithm>
#include <array>
#include <set>
#include <type_traits>

#include "exchange/workspace_json_values.h"

namespace tradewind::exchange {
namespace {

using nlohmann::json;

template <class Type>
struct IsId : std::false_type {};
template <class Entity>
struct IsId<Id<Entity>> : std::true_type {};

// Depths of the parser's events: members of the root stand at 1, tables at 2, rows at 3, members of a row at 4.
constexpr int member_depth = 1, table_depth = 2, row_depth = 3, field_depth = 4;

class DocumentReader {
 public:
  explicit DocumentReader(std::vector<JsonProblem>& problems) : problems_(&problems) {}

  /// The parser's callback: false drops the value from the document that the parser builds.
  bool on_event(int depth, json::parse_event_t event, json& parsed) {
    using Event = json::parse_event_t;
    switch (event) {
      case Event::key:
        on_key(depth, parsed.get_ref<const std::string&>());
        return true;
      case Event::object_start:
        return on_start(depth, false);
      case Event::array_start:
        return on_start(depth, true);
      case Event::object_end:
        if (depth == member_depth) in_tables_ = false;
        if (depth == row_depth && table_) {
          if (members_ != parsed.size()) add(ValuePlace{*table_, row_, {}}.pointer(), "a member occurs twice");
          (this->*take_row_)(parsed);
          ++row_;
          return false;
        }
        return true;
      case Event::array_end:
        if (depth == table_depth) table_.reset();
        return true;
      case Event::value:
        if (depth == member_depth && member_ == "tables") add("/tables", "expected an object, found " + shown(parsed));
        if (depth == table_depth && in_tables_ && next_) refuse_table("found " + shown(parsed));
        if (depth == row_depth && table_) refuse_row("found " + shown(parsed));
        return true;
    }
    return true;
  }

  /// What only the whole document shows.
  void finish() {
    if (document_.portfolio.all<WorkspaceSettings>().size() > 1)
      add("/tables/workspace_settings/1", "there is exactly one row of settings in a workspace");
    for_each_entity<StoredEntities>([&]<class Entity>() { check_references<Entity>(); });
  }

  WorkspaceDocument document() && { return std::move(document_); }

 private:
  void add(std::string place, std::string why) { problems_->push_back({std::move(place), std::move(why)}); }
  void refuse_table(const std::string& found) { add("/tables/" + pointer_step(*next_), "expected an array of rows, " + found); }
  void refuse_row(const std::string& found) {
    add(ValuePlace{*table_, row_, {}}.pointer(), "expected an object, " + found);
    ++row_;
  }

  void on_key(int depth, const std::string& name) {
    if (depth == member_depth) {
      member_ = name;
      static constexpr std::array<std::string_view, 4> known{"format", "version", "tables", "$schema"};
      if (std::find(known.begin(), known.end(), name) == known.end()) add('/' + pointer_step(name), "unknown member");
    } else if (depth == table_depth && in_tables_) {
      choose_table(name);
    } else if (depth == field_depth && table_) {
      ++members_;
    }
  }

  void choose_table(const std::string& name) {
    next_.reset();
    for_each_entity<StoredEntities>([&]<class Entity>() {
      if (Entity::table != name) return;
      next_ = Entity::table;
      take_row_ = &DocumentReader::take_row<Entity>;
    });
    if (!next_) {
      add("/tables/" + pointer_step(name), "unknown table");
    } else if (!tables_seen_.insert(*next_).second) {
      add("/tables/" + pointer_step(name), "this table occurs twice");
      next_.reset();
    }
  }

  bool on_start(int depth, bool array) {
    const std::string_view found = array ? "found an array" : "found an object";
    if (depth == member_depth && member_ == "tables") {
      in_tables_ = !array;
      if (array) add("/tables", "expected an object, found an array");
    } else if (depth == table_depth && in_tables_ && next_) {
      row_ = 0;
      if (array) {
        table_ = next_;
      } else {
        refuse_table(std::string(found));
      }
    } else if (depth == row_depth && table_) {
      members_ = 0;
      if (array) refuse_row(std::string(found));
    }
    return true;
  }

  template <class Entity>
  std::vector<std::size_t>& rows_of() {
    return std::get<RowNumbers<Entity>>(row_numbers_).of_slot;
  }

  template <class Entity>
  bool is_taken(Id<Entity> id) {
    if constexpr (std::is_same_v<Entity, ImportRecord>) {
      return !import_record_ids_.insert(id.value).second;
    } else {
      return document_.portfolio.contains(id);
    }
  }

  template <class Entity>
  void take_row(const json& value) {
    Entity row;
    row.id = {};
    std::size_t known = 0;
    if (const auto id = value.find("id"); id != value.end()) {
      ++known;
      row.id.value = ValueReader({Entity::table, row_, "id"}, *problems_).read_id(*id, false);
    } else {
      add(ValuePlace{Entity::table, row_, {}}.pointer(), "the row has no id");
    }
    Entity::fields(row, [&](std::string_view name, auto& member) {
      const auto found = value.find(name);
      if (found == value.end()) return;
      ++known;
      ValueReader({Entity::table, row_, name}, *problems_).read(member, *found);
    });
    if (known != value.size()) name_unknown_members<Entity>(value);
    if (!row.id) return;
    if (is_taken(row.id)) {
      add(ValuePlace{Entity::table, row_, "id"}.pointer(), "the id occurs twice in the table");
      return;
    }
    rows_of<Entity>().push_back(row_);
    if constexpr (std::is_same_v<Entity, ImportRecord>) {
      document_.import_records.push_back(std::move(row));
    } else {
      document_.portfolio.insert(std::move(row));
    }
  }

  template <class Entity>
  void name_unknown_members(const json& value) {
    Entity none;
    for (const auto& [name, member] : value.items()) {
      bool known = name == "id";
      const std::string& wanted = name;
      Entity::fields(none, [&](std::string_view field, auto&) { known = known || field == wanted; });
      if (!known) add(ValuePlace{Entity::table, row_, name}.pointer(), "unknown member");
    }
  }

  template <class Entity>
  void check_references() {
    std::size_t slot = 0;  // nothing is ever erased here: rows lie in the order in which they came
    const auto check = [&](const Entity& row) {
      const std::size_t number = rows_of<Entity>()[slot++];
      Entity::fields(row, [&](std::string_view name, const auto& member) {
        if constexpr (IsId<std::decay_t<decltype(member)>>::value) {
          if (member && !document_.portfolio.contains(member))
            add(ValuePlace{Entity::table, number, name}.pointer(), "no row has the id " + std::to_string(member.value));
        }
      });
    };
    if constexpr (std::is_same_v<Entity, ImportRecord>) {
      for (const ImportRecord& row : document_.import_records) check(row);
    } else {
      for (const Entity& row : document_.portfolio.all<Entity>()) check(row);
    }
  }

  /// The place of each row in its array.
  template <class Entity>
  struct RowNumbers {
    std::vector<std::size_t> of_slot;
  };
  template <class Tuple>
  struct RowNumbersOf;
  template <class... Entity>
  struct RowNumbersOf<std::tuple<Entity...>> {
    using Type = std::tuple<RowNumbers<Entity>...>;
  };

  std::vector<JsonProblem>* problems_;
  WorkspaceDocument document_;
  std::string member_;  // the last name at the top
  bool in_tables_ = false;
  std::optional<std::string_view> next_;   // the table whose name was read last
  std::optional<std::string_view> table_;  // the table whose rows are being read
  std::set<std::string_view> tables_seen_;
  std::size_t row_ = 0;
  std::size_t members_ = 0;
  void (DocumentReader::*take_row_)(const json&) = nullptr;
  typename RowNumbersOf<StoredEntities>::Type row_numbers_;
  std::set<std::int64_t> import_record_ids_;
};

constexpr std::string_view attempt = "cannot read the workspace document";

/// The parser's message without the prefix that names its exception.
std::string without_prefix(std::string_view message) {
  const auto end = message.find("] ");
  return std::string(end == std::string_view::npos ? message : message.substr(end + 2));
}

std::string line_and_column(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, byte == 0 ? 0 : byte - 1);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto last_break = before.rfind('\n');
  const auto column = 1 + before.size() - (last_break == std::string_view::npos ? 0 : last_break + 1);
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

tl::unexpected<Error> refused(const std::vector<JsonProblem>& problems) {
  constexpr std::size_t most = 20;
  std::string why;
  for (std::size_t at = 0; at < std::min(problems.size(), most); ++at) {
    if (at > 0) why += "; ";
    why += problems[at].place + ": " + problems[at].why;
  }
  if (problems.size() > most)
    why += "; and " + std::to_string(problems.size() - most) + " more of " + std::to_string(problems.size()) + " problems";
  return failure(ErrorCode::bad_input, std::string(attempt), why, "correct the document and read it again");
}

/// Whether the root says that this is a document for this reader.
std::optional<tl::unexpected<Error>> unfit(const json& root) {
  const std::string way_out = "choose a document that Tradewind has written, or one that follows docs/file-format.md";
  if (!root.is_object()) return failure(ErrorCode::not_ours, std::string(attempt), "it is not a JSON object", way_out);
  const auto format = root.find("format");
  if (format == root.end() || *format != workspace_json_format)
    return failure(ErrorCode::not_ours, std::string(attempt),
                   "its \"format\" is " + (format == root.end() ? std::string("missing") : shown(*format)) + ", not \"" +
                       std::string(workspace_json_format) + '"',
                   way_out);
  const auto version = root.find("version");
  if (version == root.end() || !version->is_number_integer() || *version < 1)
    return failure(ErrorCode::bad_input, std::string(attempt), "/version: expected a whole number from 1", way_out);
  if (*version > workspace_json_version)
    return failure(ErrorCode::too_new, std::string(attempt),
                   "it has version " + version->dump() + "; this program reads up to " + std::to_string(workspace_json_version),
                   "open it with a newer Tradewind");
  return std::nullopt;
}

}  // namespace

Result<WorkspaceDocument> from_json(std::string_view text, std::vector<JsonProblem>& problems) {
  problems.clear();
  DocumentReader reader(problems);
  json root;
  try {
    root = json::parse(text,
                       [&](int depth, json::parse_event_t event, json& parsed) { return reader.on_event(depth, event, parsed); });
  } catch (const json::parse_error& error) {
    problems.push_back({line_and_column(text, error.byte), "the text is not JSON here (" + without_prefix(error.what()) + ')'});
    return refused(problems);
  } catch (const json::exception& error) {  // a number beyond what a double holds
    problems.push_back({"", without_prefix(error.what())});
    return refused(problems);
  }
  if (auto wrong = unfit(root)) return *std::move(wrong);
  if (!root.contains("tables")) problems.push_back({"/tables", "the member is missing"});
  reader.finish();
  if (!problems.empty()) return refused(problems);
  return std::move(reader).document();
}

Result<WorkspaceDocument> from_json(std::string_view text) {
  std::vector<JsonProblem> problems;
  return from_json(text, problems);
}

}  // namespace tradewind::exchange
