// Connects fields with members of one outcome: what is typed becomes one edit each, what changes elsewhere is shown.
#pragma once
#include <QObject>
#include <functional>
#include <vector>

#include "gui/inspector/fields.h"
#include "gui/shell/document.h"

namespace tradewind::gui {

class OutcomeFields : public QObject {
  Q_OBJECT

 public:
  /// REQUIRES: the document and the fields outlive it.
  explicit OutcomeFields(Document& document, QObject* parent = nullptr);

  /// `what` names the member in the history: "Change O1: due date".
  void add_text(FieldEdit* field, const QString& what, std::string Outcome::*text);
  void add_number(FieldEdit* field, const QString& what, OptionalNumber Outcome::*number);
  void add_date(FieldEdit* field, const QString& what, std::optional<Date> Outcome::*date);
  /// nullptr: nothing is edited.
  void show(const Outcome* outcome);
  OutcomeId outcome() const { return outcome_; }
  /// False when it was refused.
  bool edit(const QString& what, const std::function<void(Outcome&)>& change);

 private:
  /// For fields, which tell the reason themselves.
  Result<storage::Receipt> try_edit(const QString& what, const std::function<void(Outcome&)>& change);

  Document* document_;
  OutcomeId outcome_;
  std::vector<std::function<void(const Outcome&)>> show_;
};

}  // namespace tradewind::gui
