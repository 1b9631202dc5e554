// Runs the built command line without a shell and collects what it says.
#pragma once
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/catch.h"

namespace tradewind::cli {

using Json = nlohmann::ordered_json;

struct Run {
  int status = -1;  // exit status; 128 + signal when killed
  std::string out;
  std::string err;
};

/// What the system grants the program.
struct Limits {
  std::uint64_t largest_file = UINT64_MAX;  // bytes; beyond, writing fails as on a full disk
};

/// The program's state (its log) goes to a folder of the test.
Run run_cli(const std::vector<std::string>& arguments, Limits limits = {});
/// Expects exit status 0 and exactly one JSON document on standard output.
Json json_of(std::vector<std::string> arguments);
/// Expects status 1, the message's form, nothing on standard output, and FILE (the second argument) as it was.
std::string refusal_of(const std::vector<std::string>& arguments);

/// Where the program keeps its log while the tests run.
const std::string& state_of_cli();

std::string bytes_of(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, std::string_view bytes);
std::string dump_of(const std::string& file);

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tradewind::cli
