// Qt needs an application object before it can load a font. Programs without a window make one of these first.
#pragma once
#include <memory>

class QGuiApplication;

namespace tradewind::paint {

/// Lives as long as pictures are made; does nothing where an application exists already. Always on Qt's "offscreen"
/// platform, so that no X server is needed or asked.
class HeadlessApplication {
 public:
  HeadlessApplication();
  ~HeadlessApplication();
  HeadlessApplication(const HeadlessApplication&) = delete;
  HeadlessApplication& operator=(const HeadlessApplication&) = delete;

 private:
  std::unique_ptr<QGuiApplication> application_;
};

}  // namespace tradewind::paint
