// What people choose on the export dialog, and writing it as the command line does.
#pragma once
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/paint/export.h"
#include "tradewind/workbench/export_view.h"

namespace tradewind::gui {

enum class ExportFormat : unsigned char { pdf, png, svg, csv, markdown, json };
bool is_picture(ExportFormat format);
/// "pdf", without the dot.
QString ending_of(ExportFormat format);

struct ExportChoice {
  std::optional<workbench::View> view;  // nullopt: the whole workspace
  ExportFormat format = ExportFormat::pdf;
  views::Theme theme = views::Theme::light;
  std::optional<views::Size> size;  // PNG and SVG; unset: as the view likes it
  paint::PageSize page = paint::PageSize::fit_scene;
  Date today{};
  std::shared_ptr<const views::TradeOffPicture> priced;  // of the view tradeoff
};

/// As people know it: "Impact and effort".
QString view_title(workbench::View view);

/// The view that a page of the window shows by itself; nullopt for pages of forms and lists.
std::optional<workbench::View> view_of_page(const QString& page);

/// The whole workspace goes to JSON only, the price of a request to pictures only.
std::vector<ExportFormat> formats_of(const std::optional<workbench::View>& view);

/// REQUIRES: a view and a picture's format.
Result<std::vector<views::Scene>> scenes_of(const Portfolio& portfolio, const ExportChoice& choice,
                                            const views::TextMeasurer& measurer);
/// REQUIRES: a table's format.
Result<std::string> text_of(const storage::Workspace& workspace, const ExportChoice& choice);
/// The file's size. Never replaces the workspace itself.
Result<std::int64_t> write_export(const storage::Workspace& workspace, const ExportChoice& choice,
                                  const std::filesystem::path& target, const paint::QtTextMeasurer& measurer);

}  // namespace tradewind::gui
