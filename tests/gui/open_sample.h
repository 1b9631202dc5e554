// A document over the sample workspace in a folder of the test.
#pragma once
#include <QTemporaryDir>
#include <memory>

#include "gui/shell/action_registry.h"
#include "gui/shell/document.h"
#include "gui/shell/page.h"
#include "gui/shell/selection.h"
#include "support/catch.h"
#include "tradewind/workbench/create_workspace.h"

namespace tradewind::gui {

class OpenSample {
 public:
  explicit OpenSample(workbench::Template from = workbench::Template::sample) {
    workbench::CreateOptions options;
    options.from = from;
    options.today = make_date(2027, 1, 18);
    auto workspace = workbench::create_workspace((folder_.path() + "/w.tradewind").toStdString(), options);
    REQUIRE(workspace.has_value());
    document_ = std::make_unique<Document>(std::move(*workspace));
    actions_ = std::make_unique<ActionRegistry>(&window_);
  }

  Document& document() { return *document_; }
  Selection& selection() { return selection_; }
  const Portfolio& portfolio() const { return document_->portfolio(); }
  PageContext context() { return {*document_, selection_, *actions_}; }
  std::string dump() const { return document_->workspace().dump(); }

 private:
  QTemporaryDir folder_;
  QWidget window_;
  std::unique_ptr<Document> document_;
  std::unique_ptr<ActionRegistry> actions_;
  Selection selection_;
};

}  // namespace tradewind::gui
