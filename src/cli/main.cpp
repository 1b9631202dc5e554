// tradewind-cli VERB FILE …: everything that the window does, without a window.
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>

#include "cli/log.h"
#include "cli/output.h"
#include "cli/verb.h"

namespace tradewind::cli {
namespace {

constexpr std::array<AddVerb, 22> verbs{add_new,      add_import,  add_list,       add_show,     add_add,      add_set,
                                        add_remove,   add_score,   add_allocation, add_plan,     add_tradeoff, add_scenario,
                                        add_decision, add_solve,   add_export,     add_history,  add_undo,     add_redo,
                                        add_check,    add_salvage, add_dump,       add_edit_loop};

int run(const Invocation& invocation) {
  try {
    const int status = invocation.run();
    std::cout.flush();
    if (std::cout.good()) return status;
    return report(Error{ErrorCode::no_space, "cannot write the result", "standard output does not take it",
                        "Send it to a place with room that stays open"});
  } catch (const std::bad_alloc&) {
    return report(Error{ErrorCode::no_space, "cannot finish " + invocation.verb, "there is not enough memory",
                        "Close other programs and try again"});
  } catch (const std::exception& defect) {
    return report(Error{ErrorCode::internal, "cannot finish " + invocation.verb, defect.what(),
                        "This is a defect of the program; please report it with the command that you gave"});
  }
}

int parse_and_run(int argc, char** argv) {
  CLI::App app{"Roadmaps on real capacity, and the price of a request.", "tradewind-cli"};
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done, 1 refused or failed (FILE is unchanged), 2 wrong usage.\n"
      "A KEY is a workspace key (TW-12), an external key (PROJ-123), or the key or name of a team, outcome, period …\n"
      "A PERIOD is 2027Q1, 2027-03, 2027-W09 or a sprint's name.");
  Invocation invocation;
  for (const AddVerb add : verbs) add(app, invocation);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& mistake) {
    const auto named = app.get_subcommands();
    std::cerr << "tradewind-cli: wrong usage: " << mistake.what() << ". See tradewind-cli "
              << (named.empty() ? "" : named.front()->get_name() + " ") << "--help.\n";
    return wrong_usage;
  }
  invocation.verb = app.get_subcommands().front()->get_name();
  open_log();
  const auto start = std::chrono::steady_clock::now();
  const int status = run(invocation);
  log_run(invocation.verb, std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start),
          status);
  return status;
}

}  // namespace
}  // namespace tradewind::cli

int main(int argc, char** argv) {
  // A file that may not grow is an error to report, as on a full disk, not a reason to be killed.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return tradewind::cli::parse_and_run(argc, argv);
  } catch (...) {  // before and after the verb, where only memory can run out
    std::fputs("tradewind-cli: cannot start: there is not enough memory. Close other programs and try again.\n", stderr);
    return tradewind::cli::refused;
  }
}
