// The English of the core that people read in the window, found in the sources as the collector of texts to translate finds it.
#pragma once
#include <string>
#include <vector>

#include "architecture/architecture.h"

namespace tradewind::architecture {

/// What translatable("context", "english") marks.
struct MarkedText {
  std::string path;
  int line = 0;
  std::string context;
  std::string english;
};

/// In the order of the sources. Where the marks do not hold two quoted texts, both are empty: the collector would not see them.
std::vector<MarkedText> marked_texts(const SourceFile& file);

/// Faults of the marked texts: "text" where one is not quoted or its places are not numbered from 1 without a gap.
/// Of a file that speaks through phrases: "untranslatable" for English outside a mark that is neither a key nor an error's.
std::vector<Violation> text_violations(const SourceFile& file, bool speaks_through_phrases);

/// Files in which all that people read is marked; the list only grows.
const std::vector<std::string>& files_that_speak();

}  // namespace tradewind::architecture
