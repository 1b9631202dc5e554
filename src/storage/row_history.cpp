#include "tradewind/storage/row_history.h"

#include <algorithm>
#include <unordered_map>

#include "storage/changeset.h"
#include "storage/list_text.h"
#include "storage/references.h"
#include "storage/row_store.h"
#include "storage/schema.h"

namespace tradewind::storage {
namespace {

enum class Form : unsigned char { plain, list, custom_fields };
struct Column {
  std::string name;
  Form form = Form::plain;
};
using Columns = std::unordered_map<std::string_view, std::vector<Column>>;  // by Entity::table, in the order of the file

template <class Entity>
Form form_of(std::string_view field) {
  Form form = Form::plain;
  Entity prototype;
  Entity::fields(prototype, [&](std::string_view name, auto& member) {
    using Member = std::decay_t<decltype(member)>;
    if (name != field) return;
    if constexpr (std::is_same_v<Member, std::vector<std::string>>) form = Form::list;
    if constexpr (std::is_same_v<Member, std::vector<CustomField>>) form = Form::custom_fields;
  });
  return form;
}

/// Changesets name columns by their place in the table, which is that of the migrations and not that of Entity::fields.
Columns read_columns() {
  sqlite3* memory = nullptr;
  check(nullptr, sqlite3_open(":memory:", &memory), "read the history");
  const DatabaseHandle database(memory);
  for (const Migration& migration : migrations()) execute(memory, std::string(migration.sql), "read the history");
  Columns all;
  for_each_entity<StoredEntities>([&]<class Entity>() {
    Statement statement(memory, "SELECT name FROM pragma_table_info(?1) ORDER BY cid");
    statement.bind(1, Entity::table);
    while (statement.step("read the history")) {
      const std::string name(statement.text(0));
      all[Entity::table].push_back({name, form_of<Entity>(name)});
    }
  });
  return all;
}

const Columns& columns() {
  static const Columns all = read_columns();
  return all;
}

FieldValue value_of(sqlite3_value* value, Form form) {
  if (value == nullptr) return {};
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
      return sqlite3_value_double(value);
    case SQLITE_TEXT: {
      const std::string_view text(reinterpret_cast<const char*>(sqlite3_value_text(value)),
                                  static_cast<std::size_t>(sqlite3_value_bytes(value)));
      if (form == Form::list) return decode_list(text);
      if (form == Form::custom_fields) return decode_custom_fields(text);
      return std::string(text);
    }
    default:
      return {};
  }
}

bool says_something(const FieldValue& value) {
  return std::visit(
      [](const auto& one) {
        if constexpr (requires { one.empty(); })
          return !one.empty();
        else
          return !std::is_same_v<std::decay_t<decltype(one)>, std::monostate>;
      },
      value);
}

std::vector<FieldChange> fields_of(sqlite3_changeset_iter* iterator, const std::vector<Column>& names, int count, int operation) {
  std::vector<FieldChange> fields;
  for (int at = 1; at < std::min(count, static_cast<int>(names.size())); ++at) {  // 0 is the id
    sqlite3_value* before = nullptr;
    sqlite3_value* after = nullptr;
    if (operation != SQLITE_INSERT) sqlite3changeset_old(iterator, at, &before);
    if (operation != SQLITE_DELETE) sqlite3changeset_new(iterator, at, &after);
    if (before == nullptr && after == nullptr) continue;  // an update leaves out what did not change
    const Column& column = names[static_cast<std::size_t>(at)];
    FieldChange change{column.name, value_of(before, column.form), value_of(after, column.form)};
    if (operation == SQLITE_UPDATE || says_something(change.before) || says_something(change.after))
      fields.push_back(std::move(change));
  }
  return fields;
}

std::vector<RowChange> rows_of(std::string_view changeset, const WantedRow& wanted) {
  sqlite3_changeset_iter* iterator = nullptr;
  // The session interface takes a non-const pointer and only reads.
  void* data = const_cast<char*>(changeset.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  check(nullptr, sqlite3changeset_start(&iterator, static_cast<int>(changeset.size()), data), "read the history");
  const std::unique_ptr<sqlite3_changeset_iter, int (*)(sqlite3_changeset_iter*)> guard(iterator, sqlite3changeset_finalize);
  std::vector<RowChange> rows;
  int code = SQLITE_OK;
  while ((code = sqlite3changeset_next(iterator)) == SQLITE_ROW) {
    const char* table = nullptr;
    int count = 0;
    int operation = 0;
    sqlite3changeset_op(iterator, &table, &count, &operation, nullptr);
    const auto known = columns().find(table);
    if (known == columns().end()) continue;
    sqlite3_value* id = nullptr;
    if (operation == SQLITE_INSERT)
      sqlite3changeset_new(iterator, 0, &id);
    else
      sqlite3changeset_old(iterator, 0, &id);
    const ChangeKind kind = operation == SQLITE_INSERT   ? ChangeKind::inserted
                            : operation == SQLITE_DELETE ? ChangeKind::erased
                                                         : ChangeKind::updated;
    const Change row{known->first, id != nullptr ? sqlite3_value_int64(id) : 0, kind};
    if (wanted && !wanted(row)) continue;
    rows.push_back({row, fields_of(iterator, known->second, count, operation)});
  }
  if (code != SQLITE_DONE) check(nullptr, code, "read the history");
  return rows;
}

Error not_a_changeset() {
  return {ErrorCode::damaged, "cannot read the history", "a step of it is not as Tradewind recorded it",
          "check the file, or go on from a backup"};
}

/// Whether the field makes rows of its table parts of rows of `owner`.
template <class Member>
bool makes_part_of(std::string_view table, std::string_view field, std::string_view owner) {
  if constexpr (is_id<Member>)
    return is_owning_reference(table, field) && [&]<class Target>(Id<Target>) { return Target::table == owner; }(Member{});
  else
    return false;
}

template <class Entity>
bool has_parts_of(std::string_view owner) {
  bool has = false;
  Entity prototype;
  Entity::fields(prototype, [&](std::string_view name, auto& member) {
    has = has || makes_part_of<std::decay_t<decltype(member)>>(Entity::table, name, owner);
  });
  return has;
}

}  // namespace

Result<std::vector<RowChange>> read_changeset(std::string_view sealed_text, const WantedRow& wanted) {
  const auto changeset = unsealed(sealed_text);
  if (!changeset) return tl::unexpected(not_a_changeset());
  try {
    return rows_of(*changeset, wanted);
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, "cannot read the history"));
  }
}

struct ChangesetSum::Group {
  Group() { check(nullptr, sqlite3changegroup_new(&group), "read the history"); }
  ~Group() { sqlite3changegroup_delete(group); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  sqlite3_changegroup* group = nullptr;
};

ChangesetSum::ChangesetSum() : group_(std::make_unique<Group>()) {}
ChangesetSum::~ChangesetSum() = default;
ChangesetSum::ChangesetSum(ChangesetSum&&) noexcept = default;
ChangesetSum& ChangesetSum::operator=(ChangesetSum&&) noexcept = default;

Result<void> ChangesetSum::add(std::string_view sealed_text) {
  const auto changeset = unsealed(sealed_text);
  if (!changeset) return tl::unexpected(not_a_changeset());
  void* data = const_cast<char*>(changeset->data());  // NOLINT(cppcoreguidelines-pro-type-const-cast): it only reads
  const int code = sqlite3changegroup_add(group_->group, static_cast<int>(changeset->size()), data);
  if (code == SQLITE_OK) return {};
  if (code == SQLITE_SCHEMA)
    return failure(ErrorCode::conflict, "cannot compare with this step",
                   "it was made by an older Tradewind, when the file had other fields", "compare with a later step");
  return tl::unexpected(explain(SqliteFailure(nullptr, code, "read the history"), "cannot compare with this step"));
}

Result<std::vector<RowChange>> ChangesetSum::rows() const {
  try {
    void* data = nullptr;
    int size = 0;
    check(nullptr, sqlite3changegroup_output(group_->group, &size, &data), "read the history");
    const ChangesetBuffer together(data, size);
    return rows_of(together.view(), {});
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, "cannot read the history"));
  }
}

RowAndParts::RowAndParts(const Portfolio& portfolio, std::string_view table, std::int64_t id) : table_(table), id_(id) {
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    if (!has_parts_of<Entity>(table)) return;
    for (const Entity& row : portfolio.all<Entity>())
      Entity::fields(row, [&](std::string_view name, const auto& member) {
        using Member = std::decay_t<decltype(member)>;
        if constexpr (is_id<Member>)
          if (member.value == id && makes_part_of<Member>(Entity::table, name, table))
            known_.emplace(Entity::table, row.id.value);
      });
  });
}

bool RowAndParts::is_part(const RowChange& change) const {
  bool found = false;
  with_entity_of(change.row.table, [&]<class Entity>() {
    Entity prototype;
    Entity::fields(prototype, [&](std::string_view name, auto& member) {
      if (!makes_part_of<std::decay_t<decltype(member)>>(Entity::table, name, table_)) return;
      for (const FieldChange& field : change.fields)
        if (field.field == name) found = found || field.before == FieldValue{id_} || field.after == FieldValue{id_};
    });
  });
  return found;
}

Result<std::vector<RowChange>> RowAndParts::read(std::string_view sealed_text) {
  const auto is_known = [&](const Change& row) {
    return (row.table == table_ && row.id == id_) || known_.count({row.table, row.id}) > 0;
  };
  auto rows = read_changeset(sealed_text, [&](const Change& row) {
    if (is_known(row)) return true;
    bool may_be = false;  // rows that come and go say what they belong to
    if (row.kind != ChangeKind::updated)
      with_entity_of(row.table, [&]<class Entity>() { may_be = is_in_portfolio<Entity> && has_parts_of<Entity>(table_); });
    return may_be;
  });
  if (!rows) return rows;
  for (const RowChange& change : *rows)
    if (is_part(change)) known_.emplace(change.row.table, change.row.id);
  rows->erase(std::remove_if(rows->begin(), rows->end(), [&](const RowChange& change) { return !is_known(change.row); }),
              rows->end());
  return rows;
}

void restore_field(Edit& edit, std::string_view table, std::int64_t id, std::string_view field, const FieldValue& value) {
  const auto refuse = [](const char* why, const char* what_to_do) {
    throw EditRefused{{ErrorCode::not_found, "cannot bring the old value back", why, what_to_do}};
  };
  bool is_set = false;
  with_entity_of(table, [&]<class Entity>() {
    if constexpr (is_in_portfolio<Entity>) {
      const Entity* stored = edit.portfolio().find(Id<Entity>{id});
      if (stored == nullptr) refuse("the row no longer exists", "go back in the history to bring it back first");
      Entity row = *stored;
      Entity::fields(row, [&](std::string_view name, auto& member) {
        if (name != field) return;
        is_set = true;
        assign_value(member, value);
        if constexpr (is_id<std::decay_t<decltype(member)>>)
          if (member && !edit.portfolio().contains(member))
            refuse("what it refers to no longer exists", "go back in the history to bring that back first");
      });
      edit.update(row);
    }
  });
  if (!is_set) refuse("there is no such field any more", "set the field that took its place");
}

}  // namespace tradewind::storage
