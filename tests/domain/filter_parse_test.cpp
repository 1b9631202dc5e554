// The grammar of filter expressions and what is said about mistakes.
#include "support/catch.h"
#include "tradewind/domain/filter.h"

using namespace tradewind;
using Operator = FilterTerm::Operator;

namespace {

FilterTerm only_term(const std::string& expression) {
  const auto filter = parse_filter(expression);
  INFO(expression);
  if (!filter) FAIL(filter.error().what << ": " << filter.error().why);
  REQUIRE(filter->terms.size() == 1);
  return filter->terms.front();
}

Error mistake(const std::string& expression) {
  const auto filter = parse_filter(expression);
  INFO(expression);
  REQUIRE_FALSE(filter.has_value());
  CHECK(filter.error().code == ErrorCode::bad_input);
  CHECK_FALSE(filter.error().what_to_do.empty());
  return filter.error();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the example of the contract reads as eight terms") {
  const std::string example =
      "moscow:must effort<8 team:Platform class:strategic stage:idea,framing -tag:legacy has:deadline \"free text\"";
  const auto filter = parse_filter(example);
  REQUIRE(filter);
  REQUIRE(filter->terms.size() == 8);
  CHECK(filter->terms[1].op == Operator::less);
  CHECK(filter->terms[1].values == std::vector<std::string>{"8"});
  CHECK(filter->terms[4].values == std::vector<std::string>{"idea", "framing"});
  CHECK(filter->terms[5].negated);
  CHECK(filter->terms[5].field == "tag");
  CHECK(filter->terms[6].op == Operator::has);
  CHECK(filter->terms[7].op == Operator::text);
  CHECK(filter->terms[7].values == std::vector<std::string>{"free text"});
  CHECK(filter->terms[7].position == example.find('"'));
  CHECK(parse_filter(" \t\n ")->terms.empty());
}

TEST_CASE("quotes hold spaces, commas, quotes and operators") {
  CHECK(only_term("team:\"Data Science\",Platform").values == std::vector<std::string>{"Data Science", "Platform"});
  CHECK(only_term("\"effort<8, \\\"so\\\" \\\\\"").values == std::vector<std::string>{"effort<8, \"so\" \\"});
  CHECK(only_term("-\"a b\"").negated);
  CHECK(only_term("moscow:\"\"").values == std::vector<std::string>{""});
  CHECK(only_term("custom.\"Story Type\":Bug").field == "custom.story type");
  CHECK(only_term("\"Custom.Story Type\":Bug").field == "custom.story type");
  CHECK(only_term("TEAM:x").field == "team");
}

TEST_CASE("each comparison sign is its own") {
  CHECK(only_term("effort<8").op == Operator::less);
  CHECK(only_term("effort<=8").op == Operator::less_or_equal);
  CHECK(only_term("effort>8").op == Operator::greater);
  CHECK(only_term("effort>=8").op == Operator::greater_or_equal);
  CHECK(only_term("effort=8").op == Operator::equal);
  CHECK(only_term("effort:8,13").op == Operator::any_of);
  CHECK(only_term("confidence>=80%").op == Operator::greater_or_equal);
  CHECK(only_term("deadline<2027Q2").values == std::vector<std::string>{"2027Q2"});
}

TEST_CASE("a mistake is named with its term, its place, what was expected and a near name") {
  const Error field = mistake("ünder moscow:must taem:Platform");
  CHECK(has(field.what, "\"taem:Platform\" at character 19"));
  CHECK(has(field.why, "no field \"taem\""));
  CHECK(has(field.what_to_do, "did you mean \"team\"?"));
  CHECK(has(mistake("stage:raedy").what_to_do, "did you mean \"ready\"?"));
  CHECK(has(mistake("effort<many").why, "\"many\" is not a number"));
  CHECK(has(mistake("confidence>high").what_to_do, "80%"));
  CHECK(has(mistake("deadline<soon").what_to_do, "2027-03-31"));
  CHECK(has(mistake("has:deadlnie").what_to_do, "did you mean \"deadline\"?"));
  CHECK(has(mistake("team<3").why, "takes \":\""));
  CHECK(has(mistake("evidence:strong").what_to_do, "has:evidence"));
}

TEST_CASE("incomplete terms are mistakes") {
  for (const char* text : {"team:",
                           "team: Platform",
                           "stage:idea,",
                           "stage:,idea",
                           "-",
                           "- team:x",
                           "team:\"Data",
                           "\"open",
                           "effort<",
                           "\"a\"b",
                           "team:\"a\"b",
                           "effort<1,2",
                           "effort<nan",
                           "effort<inf",
                           "effort<80%",
                           "custom.x<soon",
                           "custom.:x",
                           "wo\"rd",
                           "http://example.org",
                           "custom.\"a b\"",
                           "moscow=must",
                           "has:has",
                           "=5",
                           "deadline:2027-02-30"})
    mistake(text);
}
