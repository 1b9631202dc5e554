#include "gui/backlog/confidence_check.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

#include "gui/backlog/backlog_text.h"
#include "tradewind/scoring/factors.h"
#include "tradewind/views/item_glyphs.h"

namespace tradewind::gui {
namespace {

constexpr double as_good_as_equal = 1e-9;

QString tr(const char* text) { return QCoreApplication::translate("ConfidenceCheck", text); }

QString evidence_names(const views::EvidenceDots& dots) {
  const std::array names{tr("opinion"), tr("interviews"), tr("usage data"), tr("experiment"), tr("pilot")};
  QStringList there;
  for (std::size_t at = 0; at < dots.size(); ++at)
    if (dots[at]) there.append(names[at]);
  return there.join(", ");
}

}  // namespace

bool exceeds_evidence(const Portfolio& portfolio, const Item& item) {
  if (!item.confidence || portfolio.owned_by<&Evidence::item>(item.id).empty()) return false;
  // Evidence against it alone supports nothing.
  const double supported = scoring::confidence_value(scoring::evidence_of(portfolio, item.id)).value_or(0);
  return *item.confidence > supported + as_good_as_equal;
}

QString evidence_sentences(const Portfolio& portfolio, const Item& item) {
  if (portfolio.owned_by<&Evidence::item>(item.id).empty()) return tr("There is no evidence yet.");
  const QString names = evidence_names(views::evidence_dots(portfolio, item.id));
  QString text = names.isEmpty() ? tr("There is only evidence against it.") : tr("Evidence: %1.").arg(names);
  if (!exceeds_evidence(portfolio, item)) return text;
  const auto evidence = scoring::evidence_of(portfolio, item.id);
  text += "\n" + tr("%1 is more than its evidence supports: %2.")
                     .arg(percent_text(*item.confidence), percent_text(scoring::confidence_value(evidence).value_or(0)));
  return text + "\n" + qt_text(scoring::to_line(scoring::confidence_from_evidence(evidence)));
}

}  // namespace tradewind::gui
