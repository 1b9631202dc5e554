// The side panel in which an allocation policy is edited: classes with their shares, presets, weeks before an alert. What is
// typed stays in the panel until it adds up and is saved, as one edit.
#pragma once
#include <QFrame>
#include <memory>
#include <vector>

#include "gui/pages/policy_draft.h"
#include "gui/shell/document.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tradewind::gui {

class PolicyEditor : public QFrame {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives it.
  explicit PolicyEditor(Document& document, QWidget* parent = nullptr);

  /// Begins anew with what is stored.
  void open();
  QWidget* first_focus() const;

 signals:
  /// Saved or given up.
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Row {
    AllocationClassId id;
    QWidget* widget = nullptr;
    QLineEdit* name = nullptr;
    QComboBox* role = nullptr;
    QLineEdit* target = nullptr;
    QLineEdit* tolerance = nullptr;
    QToolButton* remove = nullptr;
  };
  void build_head(QVBoxLayout* column);
  void build_foot(QVBoxLayout* column);
  void show_draft(const PolicyDraft& draft);
  void add_row(const ClassDraft& one);
  PolicyDraft draft() const;
  void judge();
  void save();

  Document* document_;
  AllocationPolicyId policy_;
  std::vector<std::unique_ptr<Row>> rows_;
  QVBoxLayout* lines_;
  QLineEdit* name_;
  QLineEdit* alert_weeks_;
  QLabel* verdict_;
  QLabel* loss_;
  QPushButton* save_;
};

}  // namespace tradewind::gui
