// Writes a generated Jira export of the wanted number of rows: generate_jira_csv ROWS FILE
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "support/generated_jira_csv.h"

int main(int argc, char** argv) {
  std::size_t rows = 0;
  if (argc != 3 || std::from_chars(argv[1], argv[1] + std::strlen(argv[1]), rows).ec != std::errc{}) {
    std::fputs("usage: generate_jira_csv ROWS FILE\n", stderr);
    return 2;
  }
  std::ofstream file(argv[2], std::ios::binary);
  file << tradewind::test::generated_jira_csv(rows);
  file.close();
  if (!file) {
    std::fprintf(stderr, "generate_jira_csv: cannot write %s\n", argv[2]);
    return 1;
  }
  return 0;
}
