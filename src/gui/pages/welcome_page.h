// What the window shows while no workspace is open: the ways to begin, and the workspaces of the last days.
#pragma once
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tradewind::gui {

class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(QWidget* parent = nullptr);

  /// Reads the setting recent/files (a list of paths, latest first) again; also done each time the page is shown.
  void refresh_recent();

 signals:
  void new_requested();
  void open_requested();
  void import_requested();
  void sample_requested();
  void recent_requested(const QString& path);
  /// One signal for each file.
  void file_dropped(const QString& path);

 protected:
  void showEvent(QShowEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QVBoxLayout* recent_rows_;
  QLabel* recent_empty_;
  QWidget* first_row_ = nullptr;
};

}  // namespace tradewind::gui
