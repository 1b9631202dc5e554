#include "storage/file_locks.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <map>
#include <mutex>
#include <utility>

#include "storage/sqlite.h"

namespace tradewind::storage {

#ifdef F_OFD_SETLK
namespace {

/// Where SQLite locks a database; the bytes below are locks of a log's index.
constexpr off_t database_locks_at = 0x40000000;
/// The bytes that whoever reads a database has locked; taken whole by who wants it alone.
constexpr off_t shared_bytes_at = database_locks_at + 2;
constexpr off_t shared_bytes = 510;

using FileId = std::pair<dev_t, ino_t>;

/// The descriptor that has the process's locks of each database. SQLite counts its connections to a file itself and asks
/// for one lock for all of them, through the descriptor of any.
struct Holders {
  std::mutex mutex;
  std::map<FileId, int> descriptors;
};

Holders& holders() {
  static Holders& all = *new Holders;  // stays: a thread may close a file while the process ends
  return all;
}

struct flock request(short type, off_t start, off_t length) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

/// `command`: the one for locks of processes.
int ask(int descriptor, int command, struct flock* lock) {
  lock->l_pid = 0;  // of locks that belong to no process
  return ::fcntl(descriptor, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, lock);
}

/// Only a descriptor that may write can lock alone, and the holder may be one that only reads.
/// SQLite asks for such a lock when the process has no more than the readers' one.
bool hand_over(int& holder, int descriptor) {
  struct flock shared = request(F_RDLCK, shared_bytes_at, shared_bytes);
  if (ask(descriptor, F_SETLK, &shared) != 0) return false;
  struct flock everything = request(F_UNLCK, 0, 0);
  ask(holder, F_SETLK, &everything);
  holder = descriptor;
  return true;
}

int ask_for_process(int descriptor, int command, struct flock* lock) {
  const bool is_everything = lock->l_type == F_UNLCK && lock->l_len == 0;
  struct stat status {};
  if ((!is_everything && lock->l_start < database_locks_at) || ::fstat(descriptor, &status) != 0)
    return ask(descriptor, command, lock);
  const std::lock_guard guard(holders().mutex);
  auto& descriptors = holders().descriptors;
  const auto holder = descriptors.find({status.st_dev, status.st_ino});
  if (holder == descriptors.end()) {
    const int code = ask(descriptor, command, lock);
    if (code == 0 && command == F_SETLK && lock->l_type != F_UNLCK)
      descriptors.emplace(FileId(status.st_dev, status.st_ino), descriptor);
    return code;
  }
  if (command == F_SETLK && lock->l_type == F_WRLCK && holder->second != descriptor && !hand_over(holder->second, descriptor))
    return -1;
  const int code = ask(holder->second, command, lock);
  if (is_everything && code == 0) descriptors.erase(holder);
  return code;
}

/// In the place of the system's fcntl.
int control_descriptor(int descriptor, int command, ...) {
  std::va_list arguments;
  va_start(arguments, command);
  void* argument = va_arg(arguments, void*);
  va_end(arguments);
  if (command == F_SETLK || command == F_GETLK) return ask_for_process(descriptor, command, static_cast<struct flock*>(argument));
  return ::fcntl(descriptor, command, argument);
}

/// In the place of the system's close.
int close_descriptor(int descriptor) {
  {
    const std::lock_guard guard(holders().mutex);
    std::erase_if(holders().descriptors, [&](const auto& holder) { return holder.second == descriptor; });
  }
  return ::close(descriptor);
}

bool system_has_such_locks() {
  const int descriptor = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  struct flock lock = request(F_RDLCK, 0, 1);
  const bool has_them = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
  ::close(descriptor);
  return has_them;
}

}  // namespace

void make_locks_last() {
  sqlite3_vfs* system = sqlite3_vfs_find("unix");
  if (system == nullptr || system->iVersion < 3 || !system_has_such_locks()) return;
  // First the one that does no harm alone.
  if (system->xSetSystemCall(system, "close", reinterpret_cast<sqlite3_syscall_ptr>(close_descriptor)) == SQLITE_OK)
    system->xSetSystemCall(system, "fcntl", reinterpret_cast<sqlite3_syscall_ptr>(control_descriptor));
}
#else
void make_locks_last() {}
#endif

}  // namespace tradewind::storage
