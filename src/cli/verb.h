// What a verb of the command line is: options on a subcommand, and what to do once they are parsed. Each verb has its own
// file in verbs/; main.cpp holds the table of them.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace tradewind::cli {

/// Exit statuses; scripts depend on them.
inline constexpr int done = 0;
inline constexpr int refused = 1;
inline constexpr int wrong_usage = 2;

struct Invocation {
  std::string verb;
  std::function<int()> run;  // returns the exit status
};

/// Adds one subcommand that, when parsed, fills in the invocation.
using AddVerb = void (*)(CLI::App& app, Invocation& invocation);

void add_new(CLI::App& app, Invocation& invocation);
void add_import(CLI::App& app, Invocation& invocation);
void add_list(CLI::App& app, Invocation& invocation);
void add_show(CLI::App& app, Invocation& invocation);
void add_add(CLI::App& app, Invocation& invocation);
void add_set(CLI::App& app, Invocation& invocation);
void add_remove(CLI::App& app, Invocation& invocation);
void add_score(CLI::App& app, Invocation& invocation);
void add_plan(CLI::App& app, Invocation& invocation);
void add_tradeoff(CLI::App& app, Invocation& invocation);
void add_scenario(CLI::App& app, Invocation& invocation);
void add_solve(CLI::App& app, Invocation& invocation);
void add_decision(CLI::App& app, Invocation& invocation);
void add_allocation(CLI::App& app, Invocation& invocation);
void add_export(CLI::App& app, Invocation& invocation);
void add_history(CLI::App& app, Invocation& invocation);
void add_undo(CLI::App& app, Invocation& invocation);
void add_redo(CLI::App& app, Invocation& invocation);
void add_check(CLI::App& app, Invocation& invocation);
void add_salvage(CLI::App& app, Invocation& invocation);
void add_dump(CLI::App& app, Invocation& invocation);       // hidden: for scripts and tests
void add_edit_loop(CLI::App& app, Invocation& invocation);  // hidden: for the test that kills it

/// A subcommand with FILE and --json, the two that every verb has.
struct CommonOptions {
  std::string file;
  bool json = false;
};
CLI::App* make_verb(CLI::App& app, const std::string& name, const std::string& what_it_does, CommonOptions& options);

}  // namespace tradewind::cli
