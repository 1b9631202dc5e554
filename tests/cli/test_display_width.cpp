// Columns line up whatever the script.
#include "cli/output.h"
#include "support/catch.h"

using namespace tradewind::cli;

TEST_CASE("Width on a terminal: wide characters take two columns, marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("Größe") == 5);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("🚀") == 2);
  CHECK(display_width("\xFF") == 1);
  CHECK(shortened("Größenordnung", 6) == "Größe…");
  CHECK(shortened("日本語", 5) == "日本…");
  CHECK(shortened("kurz", 4) == "kurz");
}
