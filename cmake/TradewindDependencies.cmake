# Every third-party library; all are packages of Debian 12, Debian 13 and Ubuntu 24.04 (scripts/dependencies installs them).
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Svg Widgets)
find_package(SQLite3 3.40 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)

find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)
add_library(libcsv INTERFACE)
target_include_directories(libcsv SYSTEM INTERFACE ${LIBCSV_INCLUDE_DIR})
target_link_libraries(libcsv INTERFACE ${LIBCSV_LIBRARY})

find_path(LIBZSTD_INCLUDE_DIR zstd.h REQUIRED)
find_library(LIBZSTD_LIBRARY zstd REQUIRED)
add_library(libzstd INTERFACE)
target_include_directories(libzstd SYSTEM INTERFACE ${LIBZSTD_INCLUDE_DIR})
target_link_libraries(libzstd INTERFACE ${LIBZSTD_LIBRARY})

# Edits, undo, scenarios and merging are changesets of SQLite's session extension.
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_LIBRARIES SQLite::SQLite3)
check_cxx_source_compiles(
  "#define SQLITE_ENABLE_SESSION 1
   #define SQLITE_ENABLE_PREUPDATE_HOOK 1
   #include <sqlite3.h>
   int main() { sqlite3_session* s = nullptr; return sqlite3session_create(nullptr, \"main\", &s); }"
  SQLITE_HAS_SESSION)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT SQLITE_HAS_SESSION)
  message(FATAL_ERROR "This SQLite was built without the session extension (SQLITE_ENABLE_SESSION and "
                      "SQLITE_ENABLE_PREUPDATE_HOOK), which Tradewind's history stands on. The libsqlite3-dev of Debian 12 or "
                      "newer and of Ubuntu 24.04 has it; for another build set SQLite3_INCLUDE_DIR and SQLite3_LIBRARY.")
endif()
