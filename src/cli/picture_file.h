// Scenes to a picture's file, in the format that its name says.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/views/paper.h"

namespace tradewind::cli {

/// ".pdf", lower case.
std::string extension_of(const std::string& path);
/// .pdf, .png or .svg.
bool is_picture(const std::string& path);

using LayOut = std::function<Result<std::vector<views::Scene>>(const views::TextMeasurer&)>;
/// The file's size. Never replaces a workspace. A PDF has all scenes on its paper, the others show the first one. REQUIRES:
/// is_picture(target).
Result<std::int64_t> write_picture(const LayOut& lay_out, const std::string& target, views::Theme theme,
                                   views::Paper paper = views::Paper::automatic);

}  // namespace tradewind::cli
