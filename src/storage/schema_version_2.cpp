// Schema version 2: scenarios with their edits, saved views; and each page of the file has a checksum (sealed_pages.h), which
// an older Tradewind would not keep.
#include "storage/schema_versions.h"

namespace tradewind::storage {

const std::string_view schema_version_2 = R"sql(
CREATE TABLE scenario_edit(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  scenario INTEGER NOT NULL REFERENCES scenario(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX scenario_edit_by_scenario ON scenario_edit(scenario);
CREATE TABLE saved_view(
  id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
  page TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
)sql";

}  // namespace tradewind::storage
