// Mappings of columns that are kept under a name, between the file on the screen and other files of the same source.
#pragma once
#include <QStringList>

#include "tradewind/exchange/mapping.h"

namespace tradewind::gui {

/// By header where the file has one such column, so that it fits files with other columns beside it; else by position.
exchange::ColumnMapping mapping_to_keep(const exchange::ColumnMapping& mapping, const QStringList& columns);

struct FittedMapping {
  exchange::ColumnMapping mapping;  // by position: "#3"
  QStringList missing;              // columns that the file does not have
};
FittedMapping fit_mapping(const exchange::ColumnMapping& mapping, const QStringList& columns);

}  // namespace tradewind::gui
