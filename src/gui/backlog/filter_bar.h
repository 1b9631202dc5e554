// The line in which people say what the backlog shows: "moscow:must effort<8 team:Platform".
#pragma once
#include <QLineEdit>
#include <QTimer>
#include <optional>

#include "gui/shell/document.h"

class QCompleter;
class QLabel;
class QStringListModel;

namespace tradewind::gui {

class FilterBar : public QLineEdit {
  Q_OBJECT

 public:
  /// Lifetime: the document must outlive it.
  explicit FilterBar(const Document& document, QWidget* parent = nullptr);

  /// Writes it without telling.
  void show_filter(const QString& expression);
  /// At its right end: "3 of 44".
  void set_count(int shown, int total);
  /// Red border, tool tip and the message; nothing of these where there is no mistake.
  void set_mistake(const std::optional<Error>& mistake);
  /// To be put under the bar; hidden while there is no mistake.
  QLabel* message() const { return message_; }

 signals:
  /// 120 ms after typing has stopped, at once on Enter. While the word at the cursor is half typed only on Enter: what is shown
  /// stays, and the count at the right end says so.
  void filter_changed(const QString& expression);
  /// Down or Enter: people want to go on in what is shown.
  void left_downwards();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void tell();
  void tell_when_complete();
  bool is_word_half_typed() const;
  void show_state();
  void offer_completions();
  void insert_completion(const QString& completion);
  void place_count();

  const Document& document_;
  QTimer pause_;
  QString told_;
  std::optional<Error> mistake_;  // in what was told last
  bool waits_ = false;            // for the rest of a word
  QString shown_count_;
  QLabel* count_;
  QLabel* message_;
  QCompleter* completer_;
  QStringListModel* completions_;
};

}  // namespace tradewind::gui
