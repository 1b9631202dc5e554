#include "workbench/file_bytes.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace tradewind::workbench {
namespace {

tl::unexpected<Error> file_failure(std::string what, int error_number, std::string what_to_do) {
  const auto code = error_number == ENOENT                             ? ErrorCode::not_found
                    : error_number == EACCES || error_number == EROFS  ? ErrorCode::no_permission
                    : error_number == ENOSPC || error_number == EDQUOT ? ErrorCode::no_space
                                                                       : ErrorCode::bad_input;
  return failure(code, std::move(what),
                 error_number == 0 ? "the system gave no reason" : std::generic_category().message(error_number),
                 std::move(what_to_do));
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  const std::string what = "cannot read " + path.string();
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return failure(ErrorCode::bad_input, what, "it is a folder", "Name a file in it");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return file_failure(what, errno, "Check the name and that you may read it");
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  if (file.bad()) return file_failure(what, errno, "Copy the file to a local disk and try again");
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string what = "cannot write " + path.string();
  const std::string way_out = "Choose a folder that exists and that you may write to";
  std::filesystem::path beside = path;
  beside += ".part";
  errno = 0;
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
      const int error_number = errno;
      std::error_code ignored;
      std::filesystem::remove(beside, ignored);
      return file_failure(what, error_number, way_out);
    }
  }
  std::error_code error;
  std::filesystem::rename(beside, path, error);
  if (!error) return {};
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return file_failure(what, error.value(), way_out);
}

}  // namespace tradewind::workbench
