# Every third-party library; all are packages of Debian 12, Debian 13 and Ubuntu 24.04 (scripts/dependencies installs them).
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui PrintSupport Svg Widgets)
find_package(SQLite3 3.40 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)

# A library whose package has neither a CMake file nor, on every system, one for pkg-config.
function(tradewind_plain_library name header)
  string(TOUPPER "lib${name}" variable)
  find_path(${variable}_INCLUDE_DIR ${header} REQUIRED)
  find_library(${variable}_LIBRARY ${name} REQUIRED)
  add_library(lib${name} INTERFACE)
  target_include_directories(lib${name} SYSTEM INTERFACE ${${variable}_INCLUDE_DIR})
  target_link_libraries(lib${name} INTERFACE ${${variable}_LIBRARY})
endfunction()

tradewind_plain_library(csv csv.h)
tradewind_plain_library(zstd zstd.h)
tradewind_plain_library(xxhash xxhash.h)

# The linear and integer programs of the planner. Its headers are old C++: included as system headers.
find_path(COIN_OR_INCLUDE_DIR CbcModel.hpp PATH_SUFFIXES coin coin-or REQUIRED)
add_library(coin_or INTERFACE)
target_include_directories(coin_or SYSTEM INTERFACE ${COIN_OR_INCLUDE_DIR})
foreach(part CbcSolver Cbc OsiClp Clp Cgl Osi CoinUtils)
  find_library(COIN_OR_${part}_LIBRARY ${part} REQUIRED)
  target_link_libraries(coin_or INTERFACE ${COIN_OR_${part}_LIBRARY})
endforeach()

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
