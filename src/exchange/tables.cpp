// The tables of every noun, and what a request makes of them.
#include "tradewind/exchange/tables.h"

#include <array>

#include "exchange/table_definition.h"
#include "exchange/table_sort.h"
#include "tradewind/domain/text.h"

namespace tradewind::exchange {

std::string title_of_key(std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> special{
      std::pair{"moscow", "MoSCoW"}, std::pair{"external_url", "External URL"}, std::pair{"class", "Allocation class"}};
  for (const auto& [known, title] : special)
    if (known == key) return std::string(title);
  std::string title(key);
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

Column make_column(std::string_view key, ColumnKind kind) {
  Column column;
  column.key = key;
  column.title = title_of_key(key);
  column.kind = kind;
  if (kind == ColumnKind::number) column.alignment = Alignment::right;
  if (kind == ColumnKind::boolean) column.alignment = Alignment::centre;
  static constexpr std::array<std::string_view, 6> numbered{"key", "external_key", "parent", "item", "predecessor", "successor"};
  if (std::find(numbered.begin(), numbered.end(), key) != numbered.end()) column.order = TextOrder::natural;
  if (key == "name" || key == "period") column.order = TextOrder::natural;  // "Sprint 9" before "Sprint 10"
  if (key == "rank") column.order = TextOrder::bytes;
  return column;
}

bool is_always_text(std::string_view field) {
  static constexpr std::array<std::string_view, 4> texts{"key", "title", "name", "description"};
  return std::find(texts.begin(), texts.end(), field) != texts.end();
}

void TableDefinition::rename(std::string_view key, std::string_view new_key) {
  for (ColumnDefinition& definition : columns)
    if (definition.column.key == key) definition.column = make_column(new_key, definition.column.kind);
}

void TableDefinition::lead_with(const std::vector<std::string_view>& keys) {
  const auto place = [&](const ColumnDefinition& definition) {
    return std::find(keys.begin(), keys.end(), definition.column.key) - keys.begin();
  };
  std::stable_sort(columns.begin(), columns.end(),
                   [&](const ColumnDefinition& a, const ColumnDefinition& b) { return place(a) < place(b); });
}

namespace {

using Keep = std::function<bool(const Item&)>;

struct Noun {
  std::string_view plural;
  std::string_view singular;
  TableDefinition (*define)(const Portfolio&, const Keep&);
};

template <class Entity>
TableDefinition define_plain(const Portfolio& portfolio, std::vector<SortKey> own_order) {
  TableDefinition table = define_fields<Entity>(portfolio, collect<Entity>(portfolio));
  table.rename("allocation_class", "class");
  table.own_order = std::move(own_order);
  return table;
}

TableDefinition define_capacity(const Portfolio& portfolio, const Keep&) {
  const auto rows = collect<Capacity>(portfolio);
  TableDefinition table = define_fields<Capacity>(portfolio, rows);
  add_column(table, rows, "person_weeks", ColumnKind::number, [](const Capacity& row) { return row.person_weeks(); });
  const auto* from = &portfolio;
  add_column(table, rows, "period_start", ColumnKind::date, [from](const Capacity& row) {
    const Period* period = from->find(row.period);
    return period == nullptr ? Cell{} : Cell{to_iso(period->start)};
  });
  table.own_order = {{"team"}, {"period_start"}};
  return table;
}

TableDefinition define_insights(const Portfolio& portfolio, const Keep&) {
  const auto rows = collect<Insight>(portfolio);
  TableDefinition table = define_fields<Insight>(portfolio, rows);
  const auto keys_of_insight = std::make_shared<std::unordered_map<InsightId, std::vector<std::string>>>();
  for (const InsightLink& link : portfolio.all<InsightLink>())
    if (const Item* item = portfolio.find(link.item)) (*keys_of_insight)[link.insight].push_back(item->key);
  for (auto& entry : *keys_of_insight) std::sort(entry.second.begin(), entry.second.end());
  add_column(table, rows, "items", ColumnKind::list, [keys_of_insight](const Insight& row) {
    const auto found = keys_of_insight->find(row.id);
    return found == keys_of_insight->end() ? std::vector<std::string>{} : found->second;
  });
  table.own_order = {{"date"}};
  return table;
}

constexpr std::array nouns{
    Noun{"items", "item", [](const Portfolio& p, const Keep& keep) { return define_items(p, collect_items(p, keep)); }},
    Noun{"outcomes", "outcome", [](const Portfolio& p, const Keep&) { return define_plain<Outcome>(p, {{"position"}}); }},
    Noun{"teams", "team", [](const Portfolio& p, const Keep&) { return define_plain<Team>(p, {{"position"}}); }},
    Noun{"periods", "period",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Period>(p, {{"start"}, {"end"}});
         }},
    Noun{"capacity", "capacities", define_capacity},
    Noun{"milestones", "milestone", [](const Portfolio& p, const Keep&) { return define_plain<Milestone>(p, {{"date"}}); }},
    Noun{"evidence", "evidences",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Evidence>(p, {{"item"}, {"date"}});
         }},
    Noun{"time", "time-entry",
         [](const Portfolio& p, const Keep&) {
           return define_plain<TimeEntry>(p, {{"date"}, {"person"}});
         }},
    Noun{"dependencies", "dependency",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Dependency>(p, {{"predecessor"}, {"successor"}});
         }},
    Noun{"experiments", "experiment", [](const Portfolio& p, const Keep&) { return define_plain<Experiment>(p, {{"key"}}); }},
    Noun{"insights", "insight", define_insights},
    Noun{"stakeholders", "stakeholder", [](const Portfolio& p, const Keep&) { return define_plain<Stakeholder>(p, {{"name"}}); }},
    Noun{"framings", "framing",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Framing>(p, {{"item"}, {"audience"}});
         }},
    Noun{"decisions", "decision",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Decision>(p, {{"date"}, {"title"}});
         }},
    Noun{"scenarios", "scenario",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Scenario>(p, {{"created"}, {"name"}});
         }},
    Noun{"criteria", "criterion", [](const Portfolio& p, const Keep&) { return define_plain<Criterion>(p, {{"position"}}); }},
    Noun{"roadmaps", "roadmap", [](const Portfolio& p, const Keep&) { return define_plain<Roadmap>(p, {{"position"}}); }},
    Noun{"placements", "placement",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Placement>(p, {{"roadmap"}, {"item"}});
         }},
    Noun{"check-ins", "check-in",
         [](const Portfolio& p, const Keep&) {
           return define_plain<CheckIn>(p, {{"outcome"}, {"date"}});
         }},
    Noun{"profiles", "profile", [](const Portfolio& p, const Keep&) { return define_plain<MappingProfile>(p, {{"name"}}); }},
    Noun{"contributions", "contribution",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Contribution>(p, {{"item"}, {"outcome"}});
         }},
    Noun{"estimates", "estimate",
         [](const Portfolio& p, const Keep&) {
           return define_plain<Estimate>(p, {{"item"}, {"team"}});
         }},
    Noun{"classes", "class",
         [](const Portfolio& p, const Keep&) {
           return define_plain<AllocationClass>(p, {{"policy"}, {"position"}});
         }},
    Noun{"policies", "policy", [](const Portfolio& p, const Keep&) { return define_plain<AllocationPolicy>(p, {{"name"}}); }},
    Noun{"ratings", "rating",
         [](const Portfolio& p, const Keep&) {
           return define_plain<CriterionRating>(p, {{"item"}, {"criterion"}});
         }},
    Noun{"opportunity-surveys", "opportunity-survey",
         [](const Portfolio& p, const Keep&) {
           return define_plain<OpportunitySurvey>(p, {{"item"}, {"segment"}});
         }},
    Noun{"kano-surveys", "kano-survey", [](const Portfolio& p, const Keep&) { return define_plain<KanoSurvey>(p, {{"item"}}); }},
};

std::string joined(const std::vector<std::string_view>& texts) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += ", ";
    out += text;
  }
  return out;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view near = nearest_name(word, known);
  return (near.empty() ? std::string() : "did you mean \"" + std::string(near) + "\"? ") + "Known are " + joined(known);
}

Result<TableDefinition> define(const Portfolio& portfolio, std::string_view noun, const Keep& keep) {
  for (const Noun& known : nouns)
    if (known.plural == noun || known.singular == noun) return known.define(portfolio, keep);
  return failure(ErrorCode::not_found, "cannot list \"" + std::string(noun) + '"', "there is no such table",
                 suggestion(noun, table_nouns()));
}

Result<std::size_t> column_number(const TableDefinition& table, std::string_view key) {
  std::vector<std::string_view> known;
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    if (table.columns[at].column.key == key) return at;
    known.push_back(table.columns[at].column.key);
  }
  return failure(ErrorCode::bad_input, "cannot use the field \"" + std::string(key) + '"', "the table has no such field",
                 suggestion(key, known));
}

Result<std::vector<std::size_t>> order_of(const TableDefinition& table, const TableRequest& request) {
  std::vector<SortKey> keys = request.sort;
  keys.insert(keys.end(), table.own_order.begin(), table.own_order.end());
  std::vector<SortColumn> columns;
  for (const SortKey& key : keys) {
    const auto number = column_number(table, key.field);
    if (!number) return tl::unexpected<Error>(number.error());
    const ColumnDefinition& definition = table.columns[*number];
    columns.emplace_back(definition.column, key.descending, definition.values);
  }
  auto order = sorted_order(table.rows, columns);
  if (request.limit && *request.limit < order.size()) order.resize(*request.limit);
  return order;
}

}  // namespace

std::vector<std::string_view> table_nouns() {
  std::vector<std::string_view> names;
  for (const Noun& noun : nouns) names.push_back(noun.plural);
  return names;
}

Result<std::vector<Column>> table_columns(std::string_view noun) {
  const Portfolio empty;
  const auto table = define(empty, noun, {});
  if (!table) return tl::unexpected<Error>(table.error());
  std::vector<Column> columns;
  for (const ColumnDefinition& definition : table->columns) columns.push_back(definition.column);
  return columns;
}

Result<DataTable> make_table(const Portfolio& portfolio, std::string_view noun, const TableRequest& request) {
  const auto definition = define(portfolio, noun, request.keep);
  if (!definition) return tl::unexpected<Error>(definition.error());
  std::vector<std::size_t> chosen;
  for (const std::string& field : request.fields) {
    const auto number = column_number(*definition, field);
    if (!number) return tl::unexpected<Error>(number.error());
    chosen.push_back(*number);
  }
  if (request.fields.empty())
    for (std::size_t at = 0; at < definition->columns.size(); ++at) chosen.push_back(at);
  const auto order = order_of(*definition, request);
  if (!order) return tl::unexpected<Error>(order.error());

  DataTable table;
  for (const std::size_t column : chosen) table.columns.push_back(definition->columns[column].column);
  table.rows.reserve(order->size());
  for (const std::size_t row : *order) {
    std::vector<Cell> cells;
    cells.reserve(chosen.size());
    for (const std::size_t column : chosen) cells.push_back(definition->columns[column].values.cell(row));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Result<std::vector<ItemId>> sorted_items(const Portfolio& portfolio, const TableRequest& request) {
  const auto rows = collect_items(portfolio, request.keep);
  const auto order = order_of(define_items(portfolio, rows), request);
  if (!order) return tl::unexpected<Error>(order.error());
  std::vector<ItemId> ids;
  ids.reserve(order->size());
  for (const std::size_t row : *order) ids.push_back((*rows)[row]->id);
  return ids;
}

}  // namespace tradewind::exchange
