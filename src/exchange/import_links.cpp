// An edge that both ends state is one edge. Against an earlier import: an edge that was there and is gone here was removed
// by somebody here and stays away; one that the source no longer states goes.
#include "exchange/import_links.h"

#include <algorithm>
#include <unordered_set>

#include "exchange/edge_set.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {
namespace {

struct Statement {
  Edge edge;
  std::uint32_t record;
  std::uint32_t column;
  std::string_view other;
  ItemId other_item;
  bool other_comes_first;
};

/// Whether the item named in the cell comes before the row's own item; nullopt for links that do not order.
std::optional<bool> other_comes_first(const SourceColumn& column) {
  if (column.field == Field::depends_on) return true;
  if (column.field == Field::blocks) return false;
  if (column.order == LinkOrder::none) return std::nullopt;
  return column.inward == (column.order == LinkOrder::inward_first);
}

void keep(SourceRecord& record, std::string_view name, std::string_view value) {
  auto& custom = record.item.custom.emplace_back();
  custom.name = name;
  custom.value = value;
}

bool has_line(std::string_view lines, std::string_view wanted) {
  const auto list = lines_of(lines);
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

class LinkResolver {
 public:
  LinkResolver(SourceRecords& records, const Columns& columns, const ReferenceIndex& index, const Portfolio& current,
               const EarlierSnapshots& earlier, ImportPlan& plan)
      : records_(records), columns_(columns), index_(index), current_(current), earlier_(earlier), plan_(plan) {
    links_.extras.resize(records.list.size());
    links_.parents.resize(records.list.size());
    links_.touched.resize(records.list.size(), false);
  }

  ResolvedLinks resolve() {
    resolve_parents();
    read_statements();
    for (const Dependency& dependency : current_.all<Dependency>())
      present_.emplace(Edge{dependency.predecessor, dependency.successor}, dependency.id);
    erase_what_the_source_dropped();
    insert_what_is_new();
    note_statements();
    return std::move(links_);
  }

 private:
  void lose(const SourceRecord& record, std::string_view column, std::string_view value, std::string why) {
    plan_.report.losses.push_back({record.line, std::string(column), shortened(value), std::move(why)});
  }

  // --- parents

  void resolve_parents() {
    std::size_t unknown = 0;
    for (std::uint32_t i = 0; i < records_.list.size(); ++i) {
      auto& record = records_.list[i];
      if (record.parent.empty() && record.parent_key.empty() && record.parent_title.empty()) continue;
      auto target = index_.by_key(record.parent_key);
      if (!target) target = columns_.is_jira() ? parent_in_jira(record.parent) : index_.by_any(record.parent);
      if (!target && record.parent_key.empty() && record.parent.empty()) target = index_.by_title(record.parent_title);
      if (target && target.item == record.item.id) {
        lose(record, "parent", record.parent_key.empty() ? record.parent : record.parent_key, "the item is its own parent");
        continue;
      }
      if (target) {
        if (target.ambiguous) lose(record, "parent", record.parent, "several items have this title; the first of them is taken");
        links_.parents[i] = target.item;
        links_.extras[i].parent = index_.name_of(target.item);
        continue;
      }
      ++unknown;
      if (!record.parent_key.empty()) keep(record, "Parent", record.parent_key);
      if (!record.parent.empty() && record.parent != record.parent_key) keep(record, "Parent", record.parent);
      if (!record.parent_title.empty()) keep(record, "Parent summary", record.parent_title);
    }
    if (unknown > 0)
      plan_.report.warnings.push_back(std::to_string(unknown) + (unknown == 1 ? " item has a parent" : " items have parents") +
                                      " that neither the file nor the workspace holds; kept as the custom field Parent");
  }
  Target parent_in_jira(std::string_view text) const {
    const auto by_id = index_.by_issue_id(text);
    return by_id ? by_id : index_.by_key(text);
  }

  // --- what the rows say

  void read_statements() {
    std::unordered_set<std::string> dangling;
    for (const auto& link : records_.links) {
      auto& record = records_.list[link.record];
      const auto& column = columns_.list[link.column];
      const auto target = column.field == Field::link ? index_.by_key(link.other) : index_.by_any(link.other);
      const auto first = other_comes_first(column);
      if (!target) {
        std::string key = column.link_type;
        const bool inward = column.field == Field::link ? column.inward : first.value_or(true);
        const std::string_view own = record.key.empty() ? std::string_view(record.item.title) : record.key;
        for (const auto end : {inward ? link.other : own, inward ? own : link.other}) (key += '\n') += end;
        dangling.insert(std::move(key));
      }
      if (!target || !first) {
        keep(record, column.custom_name, link.other);
        continue;
      }
      if (target.item == record.item.id) {
        lose(record, column.header, link.other, "the item is linked to itself");
        continue;
      }
      Statement statement{{target.item, record.item.id}, link.record, link.column, link.other, target.item, *first};
      if (!*first) std::swap(statement.edge.predecessor, statement.edge.successor);
      statements_.push_back(statement);
      stated_.insert(statement.edge);
    }
    plan_.report.links_dangling = static_cast<std::int64_t>(dangling.size());
  }

  // --- against the workspace and the last import

  /// Whether the last import of either end stated the edge.
  bool was_stated(const Edge& edge) const {
    const auto* of_successor = earlier_.of(edge.successor);
    if (of_successor && has_line(value_in(*of_successor, snapshot_name::blocked_by), index_.name_of(edge.predecessor)))
      return true;
    const auto* of_predecessor = earlier_.of(edge.predecessor);
    return of_predecessor && has_line(value_in(*of_predecessor, snapshot_name::blocks), index_.name_of(edge.successor));
  }

  void erase_what_the_source_dropped() {
    const bool states_edges = std::any_of(columns_.list.begin(), columns_.list.end(), [](const SourceColumn& c) {
      return other_comes_first(c).has_value() &&
             (c.field == Field::link || c.field == Field::depends_on || c.field == Field::blocks);
    });
    if (!states_edges || present_.empty()) return;
    for (std::uint32_t i = 0; i < records_.list.size(); ++i) {
      const auto& record = records_.list[i];
      if (record.is_new) continue;
      const auto* record_before = earlier_.record_of(record.item.id);
      if (!record_before || record_before->snapshot.find("\"block") == std::string::npos) continue;
      const auto* before = earlier_.of(record.item.id);
      for (const auto name : lines_of(value_in(*before, snapshot_name::blocked_by))) drop(i, name, true);
      for (const auto name : lines_of(value_in(*before, snapshot_name::blocks))) drop(i, name, false);
    }
  }
  void drop(std::uint32_t record_index, std::string_view other_name, bool other_first) {
    const auto& record = records_.list[record_index];
    auto other = index_.by_key(other_name);
    if (!other) other = index_.by_title(other_name);
    if (!other) return;
    const Edge edge = other_first ? Edge{other.item, record.item.id} : Edge{record.item.id, other.item};
    if (stated_.count(edge) > 0) return;
    // The other end may still state it, in a file that does not hold that end.
    if (!other.record) {
      const auto* of_other = earlier_.of(other.item);
      const auto name = other_first ? snapshot_name::blocks : snapshot_name::blocked_by;
      if (of_other && has_line(value_in(*of_other, name), index_.name_of(record.item.id))) return;
    }
    const auto found = present_.find(edge);
    if (found == present_.end()) return;
    plan_.dependencies.erase.push_back(found->second);
    present_.erase(found);
    links_.touched[record_index] = true;
  }

  void insert_what_is_new() {
    std::vector<Edge> wanted;
    std::unordered_set<Edge, EdgeHash> seen;
    std::vector<const Statement*> first_statement;
    for (const auto& statement : statements_) {
      if (present_.count(statement.edge) > 0 || !seen.insert(statement.edge).second || was_stated(statement.edge)) continue;
      wanted.push_back(statement.edge);
      first_statement.push_back(&statement);
    }
    std::vector<Edge> present;
    present.reserve(present_.size());
    for (const auto& [edge, id] : present_) present.push_back(edge);
    const auto accepted = without_circles(present, wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!accepted[i]) {
        left_out_.insert(wanted[i]);
        const auto& statement = *first_statement[i];
        lose(records_.list[statement.record], columns_.list[statement.column].header, statement.other,
             "the dependency would close a circle; kept as a custom field");
        continue;
      }
      Dependency dependency;
      dependency.id = new_id<DependencyId>();
      dependency.predecessor = wanted[i].predecessor;
      dependency.successor = wanted[i].successor;
      plan_.dependencies.insert.push_back(dependency);
      ++plan_.report.links_made;
      links_.touched[first_statement[i]->record] = true;
    }
  }

  void note_statements() {
    for (const auto& statement : statements_) {
      if (left_out_.count(statement.edge) > 0) {
        keep(records_.list[statement.record], columns_.list[statement.column].custom_name, statement.other);
        continue;
      }
      auto& extras = links_.extras[statement.record];
      auto& lines = statement.other_comes_first ? extras.blocked_by : extras.blocks;
      const auto name = index_.name_of(statement.other_item);
      if (!has_line(lines, name)) (lines += lines.empty() ? "" : "\n") += name;
    }
  }

  SourceRecords& records_;
  const Columns& columns_;
  const ReferenceIndex& index_;
  const Portfolio& current_;
  const EarlierSnapshots& earlier_;
  ImportPlan& plan_;
  ResolvedLinks links_;
  std::vector<Statement> statements_;
  std::unordered_set<Edge, EdgeHash> stated_, left_out_;
  std::unordered_map<Edge, DependencyId, EdgeHash> present_;
};

}  // namespace

EarlierSnapshots::EarlierSnapshots(const std::vector<ImportRecord>& records, std::string_view source) {
  records_.reserve(records.size());
  for (const auto& record : records)
    if (record.source == source) records_[record.item] = &record;
}

const ImportRecord* EarlierSnapshots::record_of(ItemId item) const {
  const auto found = records_.find(item);
  return found == records_.end() ? nullptr : found->second;
}

const Snapshot* EarlierSnapshots::of(ItemId item) const {
  const auto* record = record_of(item);
  if (!record) return nullptr;
  const auto [found, is_new] = read_.try_emplace(item);
  if (is_new) found->second = read_snapshot(record->snapshot);
  return &found->second;
}

ResolvedLinks resolve_links(SourceRecords& records, const Columns& columns, const ReferenceIndex& index, const Portfolio& current,
                            const EarlierSnapshots& earlier, ImportPlan& plan) {
  return LinkResolver(records, columns, index, current, earlier, plan).resolve();
}

}  // namespace tradewind::exchange
