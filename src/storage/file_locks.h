// Locks that last until SQLite gives them back.
//
// A POSIX lock belongs to the process, and is lost when the process closes any descriptor of the file, whoever opened it: a
// file dialog that looks into a file to choose its icon is enough. Other processes then believe the workspace closed, and
// the next one to close it deletes the log of edits under us.
#pragma once

namespace tradewind::storage {

/// From now on SQLite's locks belong to one descriptor of the file, where the system has such locks (Linux), and stay the
/// process's otherwise. Other programs heed both kinds alike. Call it before the first file is opened.
void make_locks_last();

}  // namespace tradewind::storage
