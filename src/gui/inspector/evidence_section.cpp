#include "gui/inspector/evidence_section.h"

#include <QLabel>
#include <algorithm>

namespace tradewind::gui {
namespace {

/// "user-evidence" is "user evidence".
QString kind_name(EvidenceKind kind) {
  const std::string_view text = to_text(kind);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).replace('-', ' ');
}

}  // namespace

EvidenceSection::EvidenceSection(const PageContext& context, QWidget* parent) : Section(context, tr("Evidence"), parent) {
  list_ = plain_label(this);
  list_->setObjectName("inspector_evidence");
  list_->setAccessibleName(tr("Evidence"));
  body()->addWidget(list_);
}

bool EvidenceSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  std::vector<const Evidence*> rows;
  for (const Evidence& row : portfolio().owned_by<&Evidence::item>(items.front()->id)) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const Evidence* a, const Evidence* b) {
    if (a->date != b->date) return a->date > b->date;  // undated ones come last
    return a->id < b->id;
  });
  QStringList lines;
  for (const Evidence* row : rows) {
    QStringList facts{kind_name(row->kind)};
    if (!row->supports) facts.append(tr("speaks against"));
    if (row->date) facts.append(QString::fromStdString(to_display(*row->date)));
    const QString summary = QString::fromStdString(row->summary);
    lines.append("• " + (summary.isEmpty() ? facts.join(", ") : summary + " (" + facts.join(", ") + ")"));
  }
  list_->setText(lines.isEmpty() ? tr("None yet.") : lines.join('\n'));
  return true;
}

}  // namespace tradewind::gui
