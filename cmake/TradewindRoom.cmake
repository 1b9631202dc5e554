# tradewind_room(NAME SOURCES … LINKS … [PRIVATE_LINKS …]): the library of one room.
#   LINKS: the rooms it may use; PRIVATE_LINKS: third-party libraries that its public headers do not show.
function(tradewind_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(tradewind_${name} STATIC ${ROOM_SOURCES})
  add_library(tradewind::${name} ALIAS tradewind_${name})
  target_include_directories(tradewind_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include)
  target_include_directories(tradewind_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(tradewind_${name} PUBLIC ${ROOM_LINKS} PRIVATE tradewind_options ${ROOM_PRIVATE_LINKS})
  target_precompile_headers(tradewind_${name} PRIVATE <algorithm> <chrono> <cmath> <functional> <map> <memory> <optional> <string>
                            <string_view> <tuple> <unordered_map> <utility> <variant> <vector>)
endfunction()

# tradewind_test(NAME SOURCES … LINKS …): one test program, run by ctest as NAME.
function(tradewind_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(test_${name} ${TEST_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(test_${name} PRIVATE tradewind_options tradewind_test_main ${TEST_LINKS})
  target_compile_definitions(test_${name} PRIVATE TRADEWIND_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
                             TRADEWIND_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data")
  target_precompile_headers(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/catch.h)
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()
