// Writing a whole file or nothing, with an error that says what to do.
#pragma once
#include <QByteArray>

#include "tradewind/paint/export.h"

namespace tradewind::paint {

inline bool goes_on(const BeforePage& before_page, int page, int pages) { return !before_page || before_page(page, pages); }
tl::unexpected<Error> given_up(const std::filesystem::path& path);

/// Asks `before_page` for the last time. `pages`: that the content has.
Result<ExportedFile> write_whole_file(const std::filesystem::path& path, const QByteArray& content, const BeforePage& before_page,
                                      int pages);

}  // namespace tradewind::paint
