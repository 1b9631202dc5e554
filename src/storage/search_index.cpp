#include "storage/search_index.h"

#include <cctype>

#include "storage/list_text.h"

namespace tradewind::storage {
namespace {

/// Ranking reads every hit; beyond this many nobody looks at the order of all of them.
constexpr std::size_t most_hits_to_rank = 2000;

bool has_word_character(std::string_view word) {
  for (const unsigned char c : word)
    if (std::isalnum(c) != 0 || c >= 0x80) return true;
  return false;
}

/// What people type as a query that cannot fail to parse: each word quoted, the last as a prefix.
std::string query_of(std::string_view text) {
  std::string query;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    std::size_t end = text.find_first_of(" \t\n", begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(begin, end - begin);
    at = end;
    if (!has_word_character(word)) continue;
    if (!query.empty()) query += ' ';
    query += '"';
    for (const char c : word) {
      if (c == '"' || c == '\0')
        query += ' ';
      else
        query += c;
    }
    query += '"';
  }
  if (!query.empty()) query += '*';
  return query;
}

std::vector<ItemId> run(sqlite3* database, std::string_view sql, const std::string& query, std::size_t limit) {
  Statement statement(database, sql);
  statement.bind(1, std::string_view(query));
  statement.bind(2, static_cast<std::int64_t>(limit));
  std::vector<ItemId> ids;
  while (statement.step("search")) ids.push_back(ItemId{statement.integer(0)});
  return ids;
}

bool same_text(const Item& a, const Item& b) {
  return a.key == b.key && a.external_key == b.external_key && a.title == b.title && a.description == b.description &&
         a.tags == b.tags;
}

}  // namespace

void SearchIndex::write(Statement& statement, std::string_view sql, const Item& item) {
  if (!statement) statement = Statement(database_, sql);
  const std::string tags = encode_list(item.tags);
  statement.bind(1, item.id.value);
  statement.bind(2, std::string_view(item.key));
  statement.bind(3, std::string_view(item.external_key));
  statement.bind(4, std::string_view(item.title));
  statement.bind(5, std::string_view(item.description));
  statement.bind(6, std::string_view(tags));
  statement.run("update the search index");
}

void SearchIndex::replace(const Item* before, const Item* after) {
  if (before != nullptr && after != nullptr && same_text(*before, *after)) return;
  if (before != nullptr) forget(*before);
  if (after != nullptr) add(*after);
}

std::vector<ItemId> SearchIndex::search(std::string_view text, std::size_t limit) const {
  const std::string query = query_of(text);
  if (query.empty() || limit == 0) return {};
  constexpr std::string_view any = "SELECT rowid FROM item_search WHERE item_search MATCH ?1 LIMIT ?2";
  constexpr std::string_view ranked =
      "SELECT rowid FROM item_search WHERE item_search MATCH ?1 ORDER BY bm25(item_search, 10, 10, 5, 1, 3), rowid LIMIT ?2";
  if (run(database_, any, query, most_hits_to_rank + 1).size() <= most_hits_to_rank) return run(database_, ranked, query, limit);
  const std::string in_titles = "{key external_key title} : (" + query + ")";
  if (const auto hits = run(database_, any, in_titles, most_hits_to_rank + 1).size(); hits >= limit && hits <= most_hits_to_rank)
    return run(database_, ranked, in_titles, limit);
  return run(database_, any, query, limit);
}

}  // namespace tradewind::storage
