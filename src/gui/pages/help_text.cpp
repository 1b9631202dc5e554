#include "gui/pages/help_text.h"

#include <QFile>
#include <QObject>
#include <QRegularExpression>

#include "gui/shell/qt_text.h"
#include "tradewind/scoring/registry.h"

namespace tradewind::gui {
namespace {

/// The introduction talks to people who read the code; its list of rules is for everybody.
QString rules_of(const QString& introduction) {
  const auto begin = introduction.indexOf("\n* ");
  if (begin < 0) return {};
  const auto end = introduction.indexOf("\n\n", begin);
  return introduction.mid(begin, end < 0 ? -1 : end - begin).trimmed();
}

/// "(`impact_cut`, `effort_cut` in person-weeks)" names fields of the file.
QString without_names_of_code(QString text) {
  static const QRegularExpression names(R"(\s*\(`[^)]*\))");
  return text.remove(names);
}

bool names_word(const QString& title, const QString& word) {
  return QRegularExpression("\\b" + QRegularExpression::escape(word) + "\\b", QRegularExpression::CaseInsensitiveOption)
      .match(title)
      .hasMatch();
}

QString facts_of(const scoring::Method& method, bool says_name) {
  QString facts;
  if (says_name) facts += "**" + qt_text(method.name) + ".** ";
  facts += QObject::tr("Scale: %1").arg(qt_text(method.scale));
  if (!method.unit.empty()) facts += QObject::tr(", in %1").arg(qt_text(method.unit));
  facts += method.higher_is_better ? QObject::tr("; the highest is best.") : QObject::tr("; the lowest is best.");
  return facts + " " + QObject::tr("Source: %1.").arg(qt_text(method.source));
}

HelpTopic topic_of(const QString& section) {
  HelpTopic topic;
  const auto end_of_title = section.indexOf('\n');
  topic.title = section.left(end_of_title).trimmed();
  std::vector<const scoring::Method*> methods;
  for (const scoring::Method& method : scoring::methods())
    if (names_word(topic.title, qt_text(method.name))) methods.push_back(&method);
  for (const scoring::Method* method : methods) {
    topic.methods.append(qt_text(method->key));
    topic.markdown += facts_of(*method, methods.size() > 1) + "\n\n";
  }
  if (end_of_title >= 0) topic.markdown += without_names_of_code(section.mid(end_of_title)).trimmed();
  return topic;
}

}  // namespace

std::vector<HelpTopic> help_topics_of(const QString& document) {
  std::vector<HelpTopic> topics;
  QStringList sections = ("\n" + document).split("\n## ");
  if (const QString rules = rules_of(sections.takeFirst()); !rules.isEmpty())
    topics.push_back({QObject::tr("How to read the scores"), {}, rules});
  for (const QString& section : sections) topics.push_back(topic_of(section));
  return topics;
}

std::vector<HelpTopic> help_topics() {
  QFile file(":/help/methods.md");
  if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) return {};
  return help_topics_of(QString::fromUtf8(file.readAll()));
}

}  // namespace tradewind::gui
