// QSaveFile writes beside the target and renames: readers see the old file or the new one.
#include "paint/file_writer.h"

#include <QSaveFile>
#include <system_error>

namespace tradewind::paint {
namespace {

ErrorCode code_of(QFileDevice::FileError error) {
  switch (error) {
    case QFileDevice::PermissionsError:
      return ErrorCode::no_permission;
    case QFileDevice::ResourceError:
      return ErrorCode::no_space;
    default:
      return ErrorCode::no_permission;
  }
}

}  // namespace

tl::unexpected<Error> given_up(const std::filesystem::path& path) {
  return failure(ErrorCode::cancelled, "writing " + path.string() + " was given up", "", "nothing was written");
}

Result<ExportedFile> write_whole_file(const std::filesystem::path& path, const QByteArray& content, const BeforePage& before_page,
                                      int pages) {
  if (!goes_on(before_page, pages, pages)) return given_up(path);
  const std::string what = "cannot write " + path.string();
  std::error_code ignored;
  if (path.empty() || path.filename().empty() || std::filesystem::is_directory(path, ignored))
    return failure(ErrorCode::bad_input, what, "this is not the name of a file", "give the path of a file");
  const auto folder = path.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
    return failure(ErrorCode::not_found, what, "the folder " + folder.string() + " does not exist", "make it or choose another");

  QSaveFile file(QString::fromStdString(path.string()));
  if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
    return ExportedFile{path, content.size()};
  return failure(code_of(file.error()), what, file.errorString().toStdString(), "check the folder's permissions and free space");
}

}  // namespace tradewind::paint
