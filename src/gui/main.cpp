// tradewind [FILE] [--new FILE] [--sample]: the window.
#include <QApplication>
#include <QCommandLineParser>

#include "gui/scene/scene_view.h"
#include "gui/shell/main_window.h"
#include "gui/theme/appearance.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setOrganizationName("Tradewind");
  QApplication::setApplicationName("Tradewind");
  QCommandLineParser parser;
  parser.setApplicationDescription("Roadmaps on real capacity, and the price of a request.");
  parser.addHelpOption();
  parser.addPositionalArgument("file", "A workspace to open, or an export to import", "[file]");
  parser.addOptions({{"sample", "Open the sample workspace"}, {"new", "Make a workspace and open it", "file"}});
  parser.process(application);

  tradewind::gui::Appearance::instance();
  tradewind::gui::install_scene_accessibility();
  tradewind::gui::MainWindow window;
  window.show();
  if (parser.isSet("sample"))
    window.open_sample();
  else if (parser.isSet("new"))
    window.create(parser.value("new"), "quarterly");
  else if (!parser.positionalArguments().isEmpty())
    window.take_file(parser.positionalArguments().first());
  return QApplication::exec();
}
