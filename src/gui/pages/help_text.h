// The words of the help page: the documented definitions (docs/methods.md, compiled in) with scale, unit and source as the
// list of scoring methods has them.
#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace tradewind::gui {

struct HelpTopic {
  QString title;
  QStringList methods;  // keys of scoring::methods() that it defines; none for what is no score of items
  QString markdown;     // without the title
};

/// In the order of the document.
std::vector<HelpTopic> help_topics();

/// The same from any document of that form: topics begin with "## ", what stands before the first one with "* " says how to
/// read them.
std::vector<HelpTopic> help_topics_of(const QString& document);

}  // namespace tradewind::gui
