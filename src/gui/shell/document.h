// The open workspace as the window sees it: Qt signals for what changed, one way to edit, and errors that end up before
// people's eyes. Every page reads portfolio() and reacts to changed().
#pragma once
#include <QObject>
#include <QTimer>
#include <functional>
#include <string>

#include "tradewind/storage/workspace.h"

namespace tradewind::gui {

class Document : public QObject {
  Q_OBJECT

 public:
  explicit Document(storage::Workspace workspace, QObject* parent = nullptr);
  ~Document() override;

  const Portfolio& portfolio() const { return workspace_.portfolio(); }
  storage::Workspace& workspace() { return workspace_; }
  const storage::Workspace& workspace() const { return workspace_; }
  /// The workspace's own name, else the file's.
  QString name() const;

  /// One undoable step. False when it was refused; refused() has told why.
  bool edit(const QString& label, const std::function<void(storage::Edit&)>& change) { return report(try_edit(label, change)); }
  /// The same for callers that show the reason themselves: refused() stays silent.
  Result<storage::Receipt> try_edit(const QString& label, const std::function<void(storage::Edit&)>& change);
  bool undo();
  bool redo();
  /// For use cases of the workbench that edit by themselves: reports their error, if any.
  template <class T>
  bool report(const Result<T>& result) {
    if (result) return true;
    emit refused(result.error());
    return false;
  }

 signals:
  void changed(const tradewind::Changes& changes);
  /// After each edit, undo and redo, also those of other processes: labels of the menus may be different now.
  void history_changed();
  void refused(const tradewind::Error& error);

 private:
  storage::Workspace workspace_;
  std::uint64_t subscription_ = 0;
  QTimer poll_;
};

}  // namespace tradewind::gui
