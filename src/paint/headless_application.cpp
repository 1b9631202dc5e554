// Starts Qt without a window.
#include "tradewind/paint/headless_application.h"

#include <QGuiApplication>

namespace tradewind::paint {
namespace {

// QGuiApplication keeps references to these for its whole life.
int argument_count = 1;
char program_name[] = "tradewind";
char* arguments[] = {program_name, nullptr};

bool has_display() { return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"); }

}  // namespace

HeadlessApplication::HeadlessApplication() {
  if (QCoreApplication::instance() != nullptr) return;
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !has_display()) qputenv("QT_QPA_PLATFORM", "offscreen");
  application_ = std::make_unique<QGuiApplication>(argument_count, arguments);
}

HeadlessApplication::~HeadlessApplication() = default;

}  // namespace tradewind::paint
