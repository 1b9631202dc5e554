// Questions to tradeoff and plan that make little sense: an answer in words and exit status 0.
#include <cctype>

#include "cli/run_cli.h"

namespace tradewind::cli {
namespace {

struct Sample {
  Folder folder;
  std::string file = folder / "sample.tradewind";

  Sample() { json_of({"new", file, "--template", "sample"}); }
  std::vector<std::string> question(const std::string& key, const std::string& by) const {
    return {"tradeoff", file, "--insert", key, "--by", by, "--today", "2027-01-18", "--no-options"};
  }
};

std::string sentence_of(const Json& answer) { return answer["sentence"].get<std::string>(); }

}  // namespace

TEST_CASE("tradeoff answers what cannot be, and says what stands against it") {
  const Sample sample;
  const Json past = json_of(sample.question("CDP-104", "2026Q3"));
  CHECK(past["possible"] == false);
  CHECK(past["cost"].is_null());
  CHECK(past["why_not"] == "2026 Q3 is over");
  CHECK(past["conflict"] == Json::array({"2026 Q3 is over"}));
  CHECK(past["conflict_is_minimal"] == true);
  json_of({"set", sample.file, "CDP-104", "earliest=2027-07-01"});
  const Json late = json_of(sample.question("CDP-104", "2027Q1"));
  CHECK(late["possible"] == false);
  CHECK(late["conflict"] == Json::array({"it may not start before 1 Jul 2027"}));
  const Run told = run_cli(sample.question("CDP-104", "2027Q1"));
  CHECK(told.status == 0);
  CHECK(told.out.find("cannot be finished by the end of 2027 Q1: it may not start before 1 Jul 2027.") != std::string::npos);
}

TEST_CASE("What explains the figures of a price is printed whole, and figures as people read them") {
  const Sample sample;
  std::vector<std::string> question = sample.question("CDP-104", "2027Q1");
  question.emplace_back("--explain");
  const Run told = run_cli(question);
  CHECK(told.status == 0);
  CHECK(told.out.find("the request is finished by the end of 2027 Q1\n") != std::string::npos);
  CHECK(told.out.find("\u2026") == std::string::npos);
  const std::size_t price = told.out.find("13821.");
  REQUIRE(price != std::string::npos);
  CHECK(told.out[price + std::string("13821.48").size()] == '\n');
  const std::string exact = json_of(sample.question("CDP-104", "2027Q1")).dump();
  REQUIRE(exact.find("13821.") != std::string::npos);
  CHECK(std::isdigit(static_cast<unsigned char>(exact[exact.find("13821.") + std::string("13821.4855").size()])) != 0);
}

TEST_CASE("tradeoff answers for what comes after the plan, what is done, what was dropped and what is a Won't") {
  const Sample sample;
  const Json beyond = json_of(sample.question("CDP-104", "2031Q1"));
  CHECK(beyond["possible"] == true);
  CHECK(sentence_of(beyond).find("2031 Q1 comes after the plan") != std::string::npos);
  json_of({"set", sample.file, "CDP-104", "moscow=wont"});
  const Json wont = json_of(sample.question("CDP-104", "2027Q1"));
  CHECK(wont["cost"].is_number());
  CHECK(sentence_of(wont).find("It is marked Won't.") != std::string::npos);
  json_of({"set", sample.file, "CDP-104", "stage=launched"});
  const Json done = json_of(sample.question("CDP-104", "2027Q1"));
  CHECK(done["cost"] == 0);
  CHECK(sentence_of(done).find("launched already") != std::string::npos);
  json_of({"set", sample.file, "CDP-104", "stage=dropped"});
  CHECK(json_of(sample.question("CDP-104", "2027Q1"))["possible"] == false);
}

TEST_CASE("plan names the Musts that give way with the reason") {
  const Sample sample;
  json_of({"set", sample.file, "CDP-104", "moscow=must", "deadline=2026-12-01"});
  const std::vector<std::string> question{"plan", sample.file, "--today", "2027-01-18"};
  const Json plan = json_of(question);
  CHECK(plan["musts_relaxed"] == Json::array({"CDP-104"}));
  CHECK(plan["musts_relaxed_at_least"] == 1);
  const Run told = run_cli(question);
  CHECK(told.out.find("1 gives way, and it is proven that fewer would not do:") != std::string::npos);
  CHECK(told.out.find("its deadline, 1 Dec 2026, is over") != std::string::npos);
}

}  // namespace tradewind::cli
