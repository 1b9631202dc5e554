// Reads #include lines, a few words and lengths; knows nothing of C++ beyond that.
#include "architecture/architecture.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string_view>

namespace tradewind::architecture {
namespace {

using Graph = std::map<std::string, std::set<std::string>>;

bool starts_with(std::string_view text, std::string_view beginning) { return text.substr(0, beginning.size()) == beginning; }
bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}
bool is_header(std::string_view path) { return ends_with(path, ".h") || ends_with(path, ".hpp"); }
bool is_source(std::string_view path) { return is_header(path) || ends_with(path, ".cpp"); }

std::string first_part(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

/// "views" for src/views/x.cpp and include/tradewind/views/x.h; empty elsewhere.
std::string room_of(std::string_view path) {
  for (const std::string_view root : {"include/tradewind/", "src/"})
    if (starts_with(path, root) && path.find('/', root.size()) != std::string_view::npos)
      return first_part(path.substr(root.size()));
  return {};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// What an #include line names, without its quotes or brackets; empty for any other line.
std::string included_by(std::string_view line) {
  const auto skip_spaces = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  skip_spaces();
  if (!starts_with(line, "#")) return {};
  line.remove_prefix(1);
  skip_spaces();
  if (!starts_with(line, "include")) return {};
  const auto open = line.find_first_of("<\"");
  if (open == std::string_view::npos) return {};
  const auto close = line.find_first_of(">\"", open + 1);
  return close == std::string_view::npos ? std::string() : std::string(line.substr(open + 1, close - open - 1));
}

bool is_qt(std::string_view name) {
  return starts_with(name, "Qt") || (name.size() > 1 && name[0] == 'Q' && std::isupper(static_cast<unsigned char>(name[1])) != 0);
}
bool is_sqlite(std::string_view name) { return starts_with(name, "sqlite3") || starts_with(name, "SQLiteCpp"); }

/// The word alone: "printf(" is not in "snprintf(".
bool has_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1))
    if (at == 0 || (std::isalnum(static_cast<unsigned char>(line[at - 1])) == 0 && line[at - 1] != '_')) return true;
  return false;
}

bool prints(std::string_view line) {
  line = line.substr(0, line.find("//"));
  const std::array words{"std::cout", "std::cerr", "printf(", "fprintf(", "puts(", "fputs("};
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return has_word(line, word); });
}

std::set<std::string> reachable(const std::string& room) {
  std::set<std::string> rooms{room};
  std::vector<std::string> open{room};
  while (!open.empty()) {
    const std::string at = open.back();
    open.pop_back();
    const auto arrow = arrows().find(at);
    if (arrow == arrows().end()) continue;
    for (const std::string& next : arrow->second)
      if (rooms.insert(next).second) open.push_back(next);
  }
  return rooms;
}

std::string sentence(const std::vector<std::string>& nodes) {
  std::string text;
  for (const std::string& node : nodes) text += (text.empty() ? "" : " -> ") + node;
  return text;
}

class Inspector {
 public:
  void inspect(const SourceFile& file) {
    const std::string room = room_of(file.path);
    if (!room.empty() && arrows().count(room) == 0) report(file, 0, "arrow", "the room " + room + " is not in the list of rooms");
    if (ends_with(file.path, "CMakeLists.txt")) return inspect_links(file, room);
    if (!is_source(file.path)) return;
    const std::vector<std::string> lines = lines_of(file.text);
    if (lines.size() > longest_file) report(file, 0, "length", std::to_string(lines.size()) + " lines: split it");
    if (is_header(file.path) && file.text.find("#pragma once") == std::string::npos) report(file, 0, "pragma-once", "is missing");
    if (room.empty()) return;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const int number = static_cast<int>(i) + 1;
      if (const std::string name = included_by(lines[i]); !name.empty()) inspect_include(file, room, number, name);
      if (room != "cli" && room != "gui" && prints(lines[i]))
        report(file, number, "printing", "only cli and gui speak to people");
    }
  }

  std::vector<Violation> finish() {
    if (const auto circle = find_circle(rooms_); !circle.empty()) report({}, 0, "circle", sentence(circle));
    if (const auto circle = find_circle(headers_); !circle.empty()) report({}, 0, "circle", sentence(circle));
    return std::move(violations_);
  }

 private:
  void report(const SourceFile& file, int line, std::string rule, std::string message) {
    violations_.push_back({file.path, line, std::move(rule), std::move(message)});
  }

  void inspect_include(const SourceFile& file, const std::string& room, int line, const std::string& name) {
    const bool is_public = starts_with(file.path, "include/");
    if (is_qt(name) && room != "paint" && room != "gui" && room != "cli") report(file, line, "qt", name);
    if (is_sqlite(name) && (room != "storage" || is_public)) report(file, line, "sqlite", name);

    constexpr std::string_view ours = "tradewind/";
    if (starts_with(name, ours)) {
      const std::string other = first_part(std::string_view(name).substr(ours.size()));
      if (reachable(room).count(other) == 0) report(file, line, "arrow", room + " must not know " + other);
      if (other != room) rooms_[room].insert(other);
      if (is_public) headers_[file.path].insert("include/" + name);
      return;
    }
    const std::string folder = first_part(name);
    if (name.find('/') == std::string::npos || arrows().count(folder) == 0) return;
    if (folder != room) report(file, line, "private-header", name + " belongs to " + folder);
    if (is_public) report(file, line, "private-header", "a public header shows " + name);
    if (is_header(file.path)) headers_[file.path].insert("src/" + name);
  }

  void inspect_links(const SourceFile& file, const std::string& room) {
    if (room.empty() || arrows().count(room) == 0) return;
    constexpr std::string_view prefix = "tradewind::";
    const std::vector<std::string> lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = std::string_view(lines[i]).substr(0, lines[i].find('#'));
      for (auto at = line.find(prefix); at != std::string_view::npos; at = line.find(prefix, at + 1)) {
        const auto start = at + prefix.size();
        const std::string other(line.substr(start, line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", start) - start));
        if (other != room && reachable(room).count(other) == 0)
          report(file, static_cast<int>(i) + 1, "link", room + " must not link " + other);
      }
    }
  }

  std::vector<Violation> violations_;
  Graph rooms_;
  Graph headers_;
};

}  // namespace

const Graph& arrows() {
  static const Graph all{
      {"domain", {}},
      {"scoring", {"domain"}},
      {"allocation", {"domain"}},
      {"planning", {"domain"}},
      {"storage", {"domain"}},
      {"exchange", {"domain", "views"}},
      {"views", {"domain", "scoring", "allocation", "planning"}},
      {"workbench", {"domain", "scoring", "allocation", "planning", "storage", "exchange", "views"}},
      {"paint", {"views"}},
      {"gui", {"workbench", "paint"}},
      {"cli", {"workbench", "paint"}},
  };
  return all;
}

std::vector<std::string> find_circle(const Graph& graph) {
  enum class State { open, done };
  std::map<std::string, State> states;
  std::vector<std::string> path;
  std::vector<std::string> circle;
  const std::function<void(const std::string&)> visit = [&](const std::string& node) {
    if (!circle.empty()) return;
    if (const auto seen = states.find(node); seen != states.end()) {
      if (seen->second == State::open) {
        circle.assign(std::find(path.begin(), path.end(), node), path.end());
        circle.push_back(node);
      }
      return;
    }
    states[node] = State::open;
    path.push_back(node);
    if (const auto next = graph.find(node); next != graph.end())
      for (const std::string& one : next->second) visit(one);
    path.pop_back();
    states[node] = State::done;
  };
  for (const auto& entry : graph) visit(entry.first);
  return circle;
}

std::vector<Violation> violations(const std::vector<SourceFile>& files) {
  Inspector inspector;
  for (const SourceFile& file : files) inspector.inspect(file);
  return inspector.finish();
}

std::vector<SourceFile> read_tree(const std::string& root) {
  namespace fs = std::filesystem;
  std::vector<SourceFile> files;
  for (const char* folder : {"include", "src", "tests"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(root) / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      if (!entry.is_regular_file() || (!is_source(path) && !ends_with(path, "CMakeLists.txt"))) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << stream.rdbuf();
      files.push_back({path, text.str()});
    }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace tradewind::architecture
