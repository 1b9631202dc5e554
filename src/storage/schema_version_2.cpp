// Schema version 2: the same tables; each page has a checksum (sealed_pages.h), which an older Tradewind would not keep.
#include "storage/schema_versions.h"

namespace tradewind::storage {

const std::string_view schema_version_2 = "-- the tables of version 1";

}  // namespace tradewind::storage
