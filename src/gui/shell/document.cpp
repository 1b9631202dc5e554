#include "gui/shell/document.h"

namespace tradewind::gui {
namespace {

constexpr int poll_milliseconds = 700;

}  // namespace

Document::Document(storage::Workspace workspace, QObject* parent) : QObject(parent), workspace_(std::move(workspace)) {
  subscription_ = workspace_.subscribe([this](const Changes& changes) {
    emit changed(changes);
    emit history_changed();
  });
  poll_.setInterval(poll_milliseconds);
  connect(&poll_, &QTimer::timeout, this, [this] {
    // A file that is busy now is asked again soon; anything else people have to know, once.
    const auto news = workspace_.poll();
    if (news || news.error().code == ErrorCode::busy) return;
    poll_.stop();
    emit refused(news.error());
  });
  poll_.start();
}

Document::~Document() { workspace_.unsubscribe(subscription_); }

QString Document::name() const {
  const std::string& name = portfolio().settings().name;
  return QString::fromStdString(name.empty() ? workspace_.path().stem().string() : name);
}

Result<storage::Receipt> Document::try_edit(const QString& label, const std::function<void(storage::Edit&)>& change) {
  return workspace_.edit(label.toStdString(), change);
}
bool Document::undo() { return report(workspace_.undo()); }
bool Document::redo() { return report(workspace_.redo()); }

}  // namespace tradewind::gui
