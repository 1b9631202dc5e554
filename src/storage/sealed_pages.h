// Every page of a workspace file ends in a checksum over its bytes, so that a byte that changed on the disk, in a copy or by
// another program's hand is noticed wherever it is: in a text, in a number, in space that nothing uses.
//
// SQLite leaves room for it in each page (its "reserved bytes"). A layer between SQLite and the file system writes the
// checksum whenever a page reaches the file; the write-ahead log has checksums of its own.
#pragma once
#include <filesystem>

#include "storage/sqlite.h"

namespace tradewind::storage {

/// The name of the layer, to be given to sqlite3_open_v2. With the URI parameter `verify=1` each page that is read is
/// compared with its checksum, and a wrong one is SQLITE_IOERR_DATA. Files without checksums are left without.
const char* sealing_file_system();

/// Makes room for the checksums: at once in a file without a table, else with the next VACUUM.
void make_room_for_seals(sqlite3* database);
bool has_seals(sqlite3* database);

/// Reads the whole file, also pages that nothing refers to. True when each page is as it was written, or is being written
/// by another process right now (there is a log; what counts is then what SQLite reads, see `verify`).
/// `path`: of the database.
bool seals_hold(sqlite3* database, const std::filesystem::path& path);

}  // namespace tradewind::storage
