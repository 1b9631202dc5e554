// The page of the backlog over the sample workspace, and hands for its cells.
#pragma once
#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/open_sample.h"

namespace tradewind::gui {

class OpenBacklog {
 public:
  OpenBacklog() : page_((QSettings().clear(), sample_.context())) {
    page_.resize(1400, 900);
    page_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page_));
    page_.first_focus()->setFocus();
  }

  OpenSample& sample() { return sample_; }
  BacklogPage& page() { return page_; }
  BacklogTable& table() { return page_.table(); }
  BacklogModel& model() { return page_.model(); }
  const Portfolio& portfolio() const { return sample_.portfolio(); }
  QAction* action(const char* id) { return sample_.context().actions.find(id); }

  QModelIndex cell(int row, BacklogColumn column) { return model().index(row, static_cast<int>(column)); }
  QString text(int row, BacklogColumn column) { return cell(row, column).data().toString(); }
  void filter(const QString& expression) {
    page_.filter_bar().setText(expression);
    QTest::keyClick(&page_.filter_bar(), Qt::Key_Return);
  }
  /// From row to row in a column, as a click and a click with Shift do.
  void click(int row, BacklogColumn column, Qt::KeyboardModifiers modifiers = {}) {
    table().scrollTo(cell(row, column));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, modifiers, table().visualRect(cell(row, column)).center());
  }
  QLineEdit* edit(int row, BacklogColumn column) {
    table().setCurrentIndex(cell(row, column));
    table().edit(cell(row, column));
    return editor();
  }
  QLineEdit* editor() { return table().viewport()->findChild<QLineEdit*>(); }
  void type(QLineEdit* editor, const QString& text) {
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::qWait(10);  // the view takes what was typed a moment later
  }
  int row_of_head(const QString& title) {
    for (int row = 0; row < model().rowCount(); ++row)
      if (const BacklogGroup* group = model().group_at(row); group != nullptr && group->title == title) return row;
    return -1;
  }

 private:
  OpenSample sample_;
  BacklogPage page_;
};

}  // namespace tradewind::gui
