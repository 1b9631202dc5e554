// Catch2 2.13 (Debian 12) and 3 (newer systems) under one include.
#pragma once
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>  // version 2 puts Approx into the global namespace itself
#endif
#include <string>
#include <vector>
