// Lists in one column: what is written is read again, quickly where it is plain, and what somebody else wrote is read as JSON.
#include "storage/list_text.h"
#include "support/catch.h"
#include "support/random_portfolio.h"

namespace tradewind::storage {
namespace {

using Texts = std::vector<std::string>;
using Fields = std::vector<CustomField>;

TEST_CASE("lists of any text are read as they were written") {
  test::RandomRows random(7);
  const auto text = [&] { return random.one_in(2) ? random.text() : "plain [" + std::to_string(random.below(9)) + "], text"; };
  for (int round = 0; round < 3000; ++round) {
    Texts texts(random.below(4));
    for (std::string& one : texts) one = text();
    REQUIRE(decode_list(encode_list(texts)) == texts);
    Fields fields(random.below(4));
    for (CustomField& field : fields) field = {text(), text()};
    REQUIRE(decode_custom_fields(encode_custom_fields(fields)) == fields);
  }
}

TEST_CASE("lists that another program wrote are read, and what is none has no entries") {
  CHECK(decode_list(R"([ "a" , "b" ])") == Texts{"a", "b"});
  CHECK(decode_list(R"(["a","b\u00e4\n"])") == Texts{"a", "bä\n"});
  CHECK(decode_list(R"(["a",1,"b"])") == Texts{"a", "b"});
  CHECK(decode_custom_fields(R"([["a","b"], ["c", "d"]])") == Fields{{"a", "b"}, {"c", "d"}});
  CHECK(decode_custom_fields(R"([["a","b"],["c"],["d","e","f"]])") == Fields{{"a", "b"}});
  for (const char* none : {"", "[", "]", "[]", "[,]", "\"a\"", R"(["a")", R"(["a",)", R"(["a",])", R"(["a"]])", R"(["a""b"])",
                           R"({"a":"b"})", R"([["a","b"])", R"([["a","b"],])"}) {
    CAPTURE(none);
    CHECK(decode_list(none).empty());
    CHECK(decode_custom_fields(none).empty());
  }
}

}  // namespace
}  // namespace tradewind::storage
