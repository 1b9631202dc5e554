#include "gui/shell/palette_entries.h"

#include <QObject>
#include <algorithm>
#include <unordered_set>

#include "gui/shell/document.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_entries = 60;
constexpr std::size_t most_items = 40;
constexpr std::size_t most_compared = 3000;  // titles for one key press: it must not be felt
constexpr qsizetype least_letters_of_a_title = 3;
constexpr int exact_key = 1000;     // a key typed in full names one thing and nothing else
constexpr int by_other_words = -6;  // found by its menu or other words, not by its text
constexpr int not_possible_now = -10;
constexpr int least_score_of_a_letter = 3;  // below it letters are scattered over the text by chance

/// "E&xport…" -> "Export…".
QString without_mnemonic(QString text) {
  text.replace("&&", QString(QChar(1)));
  text.remove('&');
  return text.replace(QChar(1), '&');
}

bool is_worth_showing(const FuzzyMatch& match) {
  return match.score >= least_score_of_a_letter * static_cast<int>(match.positions.size());
}

void add_actions(std::vector<PaletteEntry>& entries, const ActionRegistry& registry, const QString& query) {
  for (const ActionRegistry::Entry& known : registry.entries()) {
    // Who looks for something by name learns why it is not possible; nobody else needs to see it.
    if (!known.action->isVisible() || (!known.action->isEnabled() && query.trimmed().isEmpty())) continue;
    PaletteEntry entry;
    entry.text = without_mnemonic(known.action->text());
    entry.detail = without_mnemonic(known.spec.place.isEmpty() ? known.spec.menu : known.spec.place);
    entry.shortcut = known.action->shortcut().toString(QKeySequence::NativeText);
    entry.kind = QObject::tr("Command");
    entry.icon = known.spec.icon.isEmpty() ? QString("command") : known.spec.icon;
    entry.action = known.action;
    auto match = fuzzy_match(query, entry.text);
    if (!match || !is_worth_showing(*match)) {
      // "file import", or a word that stands nowhere on the screen.
      match = fuzzy_match(query,
                          without_mnemonic(known.spec.menu) + " " + known.spec.place + " " + entry.text + " " + known.spec.words);
      if (!match || !is_worth_showing(*match)) continue;
      match->score += by_other_words;
      match->positions.clear();
    }
    entry.match = std::move(*match);
    if (!entry.is_possible()) entry.match.score += not_possible_now;
    entries.push_back(std::move(entry));
  }
}

PaletteEntry entry_of(const Item& item) {
  PaletteEntry entry;
  entry.text = qt_text(item.title).simplified();
  entry.detail = shown_key(item);
  entry.kind = QObject::tr("Item");
  entry.icon = "backlog";
  entry.item = item.id;
  return entry;
}

char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether the title has these letters in this order: many times quicker than to score it.
bool may_match(const std::string& letters, std::string_view title) {
  std::size_t at = 0;
  for (const char c : title)
    if (at < letters.size() && small_letter(c) == letters[at]) ++at;
  return at == letters.size();
}

/// By letters that the full-text search does not find: "qcache" for "Query cache".
void add_similar_titles(std::vector<PaletteEntry>& entries, const Portfolio& portfolio, const QString& query,
                        const std::unordered_set<ItemId>& listed) {
  std::string letters;  // of ASCII: others may be written in several ways
  qsizetype typed = 0;
  for (const QChar c : query) {
    if (c.isSpace()) continue;
    ++typed;
    if (c.unicode() < 128) letters += small_letter(static_cast<char>(c.unicode()));
  }
  if (typed < least_letters_of_a_title) return;
  std::size_t compared = 0;
  for (const Item* item : portfolio.items_by_rank()) {
    if (!may_match(letters, item->title) || listed.contains(item->id)) continue;
    if (++compared > most_compared) return;
    PaletteEntry entry = entry_of(*item);
    auto match = fuzzy_match(query, entry.text);
    if (!match || !is_worth_showing(*match)) continue;
    entry.match = std::move(*match);
    entries.push_back(std::move(entry));
  }
}

void add_items(std::vector<PaletteEntry>& entries, const Document& document, const QString& query) {
  const Portfolio& portfolio = document.portfolio();
  const std::string typed = query.trimmed().toStdString();
  std::vector<ItemId> found;
  const Item* exact = portfolio.item_by_key(typed);
  if (exact == nullptr) exact = portfolio.item_by_key(query.trimmed().toUpper().toStdString());
  if (exact != nullptr) found.push_back(exact->id);
  for (const ItemId id : document.workspace().search(typed, most_items)) found.push_back(id);
  std::unordered_set<ItemId> listed;
  for (const ItemId id : found) {
    const Item* item = portfolio.find(id);
    if (item == nullptr || !listed.insert(id).second) continue;
    PaletteEntry entry = entry_of(*item);
    // Found by its description or a tag, it stays in the list without a score.
    if (auto match = fuzzy_match(query, entry.text); match && is_worth_showing(*match)) entry.match = std::move(*match);
    if (item == exact) entry.match.score = exact_key;
    entries.push_back(std::move(entry));
  }
  add_similar_titles(entries, portfolio, query, listed);
}

void add_outcomes(std::vector<PaletteEntry>& entries, const Document& document, const QString& query) {
  for (const Outcome& outcome : document.portfolio().all<Outcome>()) {
    PaletteEntry entry;
    entry.text = qt_text(outcome.title).simplified();
    entry.detail = qt_text(outcome.key);
    entry.kind = QObject::tr("Outcome");
    entry.icon = "outcomes";
    entry.outcome = outcome.id;
    if (entry.detail.compare(query.trimmed(), Qt::CaseInsensitive) == 0) {
      entry.match.score = exact_key;
    } else {
      auto match = fuzzy_match(query, entry.text);
      if (!match || !is_worth_showing(*match)) continue;
      entry.match = std::move(*match);
    }
    entries.push_back(std::move(entry));
  }
}

}  // namespace

std::vector<PaletteEntry> palette_entries(const ActionRegistry& actions, const Document* document, const QString& query) {
  std::vector<PaletteEntry> entries;
  add_actions(entries, actions, query);
  if (document != nullptr && !query.trimmed().isEmpty()) {
    add_items(entries, *document, query);
    add_outcomes(entries, *document, query);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const PaletteEntry& a, const PaletteEntry& b) { return a.match.score > b.match.score; });
  if (entries.size() > most_entries) entries.resize(most_entries);
  return entries;
}

}  // namespace tradewind::gui
