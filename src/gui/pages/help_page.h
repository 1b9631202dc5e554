// Methods and sources: how each score is defined, by whom, and on which scale; to read, search and copy from.
#pragma once
#include <QTextCursor>

#include "gui/pages/help_text.h"
#include "gui/shell/page.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace tradewind::gui {

class HelpPage : public Page {
  Q_OBJECT

 public:
  explicit HelpPage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override;

  /// A key of scoring::methods(); the beginning where nothing defines it.
  void show_method(const QString& key);
  /// Title of the topic that was shown last.
  QString topic() const;
  void search(const QString& words);
  /// To the next place that was found, or the one before; round at the ends.
  void step_found(int step);
  int found() const { return static_cast<int>(found_.size()); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* make_bar();
  void add_help_actions();
  /// Anew where the colours have changed.
  void write_text();
  void show_topic(int topic);
  void show_found();
  void bring_to_top(int position);

  std::vector<HelpTopic> topics_;
  std::vector<int> positions_;  // of the titles in the text, by topic
  std::vector<QTextCursor> found_;
  int current_found_ = -1;
  QLineEdit* search_ = nullptr;
  QLabel* count_ = nullptr;
  QListWidget* contents_ = nullptr;
  QTextBrowser* text_ = nullptr;
};

}  // namespace tradewind::gui
