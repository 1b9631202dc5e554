// Texts that are nothing but numbers between blanks and line ends, read one after the other.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"

namespace tradewind::planning {

/// A word of a text: blanks, tabs, line ends and a byte order mark separate words.
struct Word {
  std::string_view text;
  int line = 0;  // from 1
};
std::vector<Word> words_of(std::string_view text);

class NumberReader {
 public:
  /// `what` names the attempt in errors: "cannot read the Patterson instance".
  NumberReader(std::vector<Word> words, std::string what);

  /// The next number, which is from 0 to `highest`; `meaning` names it in errors: "the duration of job 3".
  Result<int> whole(const std::string& meaning, int highest);
  Result<double> amount(const std::string& meaning);
  Result<std::vector<int>> wholes(std::size_t count, const std::string& meaning, int highest);
  Result<std::vector<double>> amounts(std::size_t count, const std::string& meaning);

  std::size_t left() const { return words_.size() - next_; }
  /// Fails when fewer than `count` numbers are left; ask before memory is taken for them.
  Result<void> expect(double count, const std::string& meaning) const;
  Result<void> expect_end() const;
  tl::unexpected<Error> refused(const std::string& why) const;

 private:
  tl::unexpected<Error> refused_word(const Word& word, const std::string& meaning, const std::string& why) const;

  std::vector<Word> words_;
  std::string what_;
  std::size_t next_ = 0;
};

/// Text of a file in an error: short, on one line, quoted.
std::string quoted(std::string_view word);

}  // namespace tradewind::planning
