# Warnings, sanitizers and the compiler cache, for our own targets only.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Precompiled headers need these two relaxations to be cached at all.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
                                  ${CCACHE_PROGRAM})
endif()

add_library(tradewind_options INTERFACE)
target_compile_options(tradewind_options INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion
                                                  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False positives of GCC 12 inside the standard library at -O2.
  target_compile_options(tradewind_options INTERFACE -fpch-preprocess -Wno-restrict -Wno-maybe-uninitialized -Wno-null-dereference
                                                    -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
endif()
if(TRADEWIND_SANITIZE)
  target_compile_options(tradewind_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(tradewind_options INTERFACE -fsanitize=address,undefined)
endif()
