#include "workbench/nouns.h"

namespace tradewind::workbench {

const Noun* noun_named(std::string_view text) {
  for (const Noun& noun : nouns)
    if (same_ignoring_case(text, noun.singular) || same_ignoring_case(text, noun.plural) || same_ignoring_case(text, noun.table))
      return &noun;
  return nullptr;
}

std::string all_nouns() {
  std::vector<std::string> names;
  for (const Noun& noun : nouns) names.emplace_back(noun.plural);
  return joined(names);
}

}  // namespace tradewind::workbench
