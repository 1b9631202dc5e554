// The rules of docs/architecture.md as a function of source files, so that it can be tried on made-up ones.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tradewind::architecture {

struct SourceFile {
  std::string path;  // from the root of the repository, with '/': "src/views/timeline.cpp"
  std::string text;
};

struct Violation {
  std::string path;
  int line = 0;      // from 1; 0 = the file as a whole
  std::string rule;  // "arrow", "private-header", "qt", "sqlite", "printing", "pragma-once", "length", "circle", "link"
  std::string message;
};

/// Room → the rooms it may link. What those link may be included too.
const std::map<std::string, std::set<std::string>>& arrows();

inline constexpr int longest_file = 600;  // lines

/// Looks at include/tradewind/<room>/, src/<room>/ (sources and CMakeLists.txt), and tests/ for length and #pragma once.
std::vector<Violation> violations(const std::vector<SourceFile>& files);

/// One circle of a directed graph, first node repeated at the end; empty when there is none.
std::vector<std::string> find_circle(const std::map<std::string, std::set<std::string>>& graph);

/// Every source file, header and CMakeLists.txt below include/, src/ and tests/ of the repository.
std::vector<SourceFile> read_tree(const std::string& root);

}  // namespace tradewind::architecture
