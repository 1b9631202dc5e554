// Writing a whole file or nothing, with an error that says what to do.
#pragma once
#include <QByteArray>

#include "tradewind/paint/export.h"

namespace tradewind::paint {

Result<ExportedFile> write_whole_file(const std::filesystem::path& path, const QByteArray& content);

}  // namespace tradewind::paint
