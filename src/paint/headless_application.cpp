// Starts Qt without a window.
#include "tradewind/paint/headless_application.h"

#include <QGuiApplication>

namespace tradewind::paint {
namespace {

// QGuiApplication keeps references to these for its whole life.
int argument_count = 1;
char program_name[] = "tradewind";
char* arguments[] = {program_name, nullptr};

}  // namespace

HeadlessApplication::HeadlessApplication() {
  if (QCoreApplication::instance() != nullptr) return;
  // No window is ever opened, so the display that may be there is not needed, and Qt's remarks on what it misses
  // around it are no concern of the person who exports a picture; what fails is reported by the export itself.
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  application_ = std::make_unique<QGuiApplication>(argument_count, arguments);
}

HeadlessApplication::~HeadlessApplication() = default;

}  // namespace tradewind::paint
