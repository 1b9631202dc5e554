#include "storage/sealed_pages.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <iterator>
#include <span>
#include <thread>
#include <vector>

#include "storage/log_beside.h"

namespace tradewind::storage {
namespace {

constexpr int page_size = 4096;
constexpr int seal_size = 8;
constexpr int header_size = 100;
/// Where SQLite's header says how many bytes at the end of each page it leaves alone.
constexpr int reserved_bytes_at = 20;
/// SQLite locks bytes here and never uses the page around them.
constexpr std::int64_t lock_offset = 0x40000000;

using Page = std::span<const char, page_size>;

/// Seeded with the page's place, so that a page in another's place is noticed too.
XXH64_canonical_t seal_of(Page page, std::int64_t number) {
  XXH64_canonical_t seal;
  XXH64_canonicalFromHash(&seal, XXH3_64bits_withSeed(page.data(), page_size - seal_size, static_cast<XXH64_hash_t>(number)));
  return seal;
}

/// A page of zeros was never written: the file was made longer, and its place left for later.
bool seal_holds(Page page, std::int64_t number) {
  const XXH64_canonical_t seal = seal_of(page, number);
  return std::memcmp(page.data() + page_size - seal_size, &seal, seal_size) == 0 ||
         std::all_of(page.begin(), page.end(), [](char byte) { return byte == 0; });
}

bool header_has_seals(const char* header) { return header[reserved_bytes_at] == seal_size; }

/// The file as SQLite sees it; the real one follows it in memory.
struct SealedFile : sqlite3_file {
  bool sealed;
  bool verify;
};

SealedFile* sealed_file(sqlite3_file* file) { return static_cast<SealedFile*>(file); }
sqlite3_file* real_file(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(sealed_file(file) + 1); }

bool is_page(int size, sqlite3_int64 offset) { return size == page_size && offset % page_size == 0; }

int read(sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
  const int code = real_file(file)->pMethods->xRead(real_file(file), data, size, offset);
  if (code != SQLITE_OK || !sealed_file(file)->verify || !sealed_file(file)->sealed || !is_page(size, offset)) return code;
  return seal_holds(Page(static_cast<const char*>(data), page_size), offset / page_size) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  const auto* bytes = static_cast<const char*>(data);
  const auto& methods = *real_file(file)->pMethods;
  // The first page decides, because a VACUUM that makes room for seals writes it before all others.
  if (offset == 0 && size >= header_size) sealed_file(file)->sealed = header_has_seals(bytes);
  if (!sealed_file(file)->sealed || !is_page(size, offset)) return methods.xWrite(real_file(file), data, size, offset);
  std::array<char, page_size> page{};
  std::copy_n(bytes, page_size, page.begin());
  const XXH64_canonical_t seal = seal_of(page, offset / page_size);
  std::memcpy(page.data() + page_size - seal_size, &seal, seal_size);
  return methods.xWrite(real_file(file), page.data(), size, offset);
}

/// Hands a call on to the real file.
template <auto Method>
struct Forward;
template <class Answer, class... Arguments, Answer (*sqlite3_io_methods::*Method)(sqlite3_file*, Arguments...)>
struct Forward<Method> {
  static Answer call(sqlite3_file* file, Arguments... arguments) {
    return (real_file(file)->pMethods->*Method)(real_file(file), arguments...);
  }
};

constexpr sqlite3_io_methods sealed_methods{
    3,
    Forward<&sqlite3_io_methods::xClose>::call,
    read,
    write,
    Forward<&sqlite3_io_methods::xTruncate>::call,
    Forward<&sqlite3_io_methods::xSync>::call,
    Forward<&sqlite3_io_methods::xFileSize>::call,
    Forward<&sqlite3_io_methods::xLock>::call,
    Forward<&sqlite3_io_methods::xUnlock>::call,
    Forward<&sqlite3_io_methods::xCheckReservedLock>::call,
    Forward<&sqlite3_io_methods::xFileControl>::call,
    Forward<&sqlite3_io_methods::xSectorSize>::call,
    Forward<&sqlite3_io_methods::xDeviceCharacteristics>::call,
    Forward<&sqlite3_io_methods::xShmMap>::call,
    Forward<&sqlite3_io_methods::xShmLock>::call,
    Forward<&sqlite3_io_methods::xShmBarrier>::call,
    Forward<&sqlite3_io_methods::xShmUnmap>::call,
    Forward<&sqlite3_io_methods::xFetch>::call,
    Forward<&sqlite3_io_methods::xUnfetch>::call,
};

sqlite3_vfs* system_layer() {
  static sqlite3_vfs* const system = sqlite3_vfs_find(nullptr);
  return system;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  // Logs, journals and temporary files are the system's as they are.
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return system_layer()->xOpen(system_layer(), name, file, flags, flags_out);
  file->pMethods = nullptr;
  const int code = system_layer()->xOpen(system_layer(), name, real_file(file), flags, flags_out);
  if (real_file(file)->pMethods == nullptr) return code;
  file->pMethods = &sealed_methods;
  if (code != SQLITE_OK) return code;
  std::array<char, header_size> header{};
  const int got = real_file(file)->pMethods->xRead(real_file(file), header.data(), header_size, 0);
  sealed_file(file)->sealed = got == SQLITE_IOERR_SHORT_READ || header_has_seals(header.data());
  sealed_file(file)->verify = sqlite3_uri_boolean(name, "verify", 0) != 0;
  return SQLITE_OK;
}

/// The system's layer with an `open` of our own.
sqlite3_vfs make_layer() {
  sqlite3_vfs layer = *system_layer();
  layer.szOsFile += static_cast<int>(sizeof(SealedFile));
  layer.pNext = nullptr;
  layer.zName = "tradewind-sealed-pages";
  layer.xOpen = open;
  return layer;
}

/// A page that another process is writing at this moment is whole a moment later.
bool holds_on_another_look(sqlite3* database, std::int64_t number) {
  // One byte more than a page: a page by itself would be compared in `read` already.
  std::array<char, page_size + 1> bytes{};
  for (int look = 0; look < 5; ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    read_bytes(database, bytes, number * page_size);
    if (seal_holds(Page(bytes.data(), page_size), number)) return true;
  }
  return false;
}

}  // namespace

const char* sealing_file_system() {
  static sqlite3_vfs layer = make_layer();
  static const int registered = sqlite3_vfs_register(&layer, 0);
  check(nullptr, registered, "prepare the checksums of pages");
  return layer.zName;
}

void make_room_for_seals(sqlite3* database) {
  int size = seal_size;
  check(database, sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &size), "make room for checksums");
}

bool has_seals(sqlite3* database) {
  query_integer(database, "PRAGMA user_version", "look for checksums");  // SQLite learns it with the first page
  int size = -1;
  check(database, sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &size), "look for checksums");
  return size == seal_size;
}

bool seals_hold(sqlite3* database, const std::filesystem::path& path) {
  constexpr std::int64_t pages_at_once = 256;
  std::vector<char> pages(pages_at_once * page_size);
  std::int64_t got = std::ssize(pages);
  for (std::int64_t first = 0; got == std::ssize(pages); first += pages_at_once) {
    got = static_cast<std::int64_t>(read_bytes(database, pages, first * page_size));
    if (got % page_size != 0) return log_is_in_use(path);
    for (std::int64_t at = 0; at < got; at += page_size) {
      const std::int64_t number = first + at / page_size;
      if (number == lock_offset / page_size || seal_holds(Page(pages.data() + at, page_size), number)) continue;
      if (!holds_on_another_look(database, number)) return log_is_in_use(path);
    }
  }
  return true;
}

}  // namespace tradewind::storage
