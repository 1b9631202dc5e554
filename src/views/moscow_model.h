// What the MoSCoW gauge shows: shares of the whole and of each team, and each Must with its effort.
#pragma once
#include <string>
#include <vector>

#include "tradewind/scoring/moscow.h"
#include "tradewind/views/moscow_gauge.h"

namespace tradewind::views {

struct MustItem {
  const Item* item = nullptr;
  double effort = 0;  // person-weeks, of the period where there is one
};
struct TeamShares {
  std::string name;
  scoring::MoscowShares shares;
};
struct MoscowModel {
  std::string scope;  // "2027 Q1" or "44 items"
  bool any = false;   // there is an item at all
  scoring::MoscowShares whole;
  std::vector<TeamShares> teams;  // those with any effort, in order; "No team" last
  std::vector<MustItem> musts;    // largest first
};

MoscowModel moscow_model(const Portfolio& portfolio, const MoscowOptions& options);

}  // namespace tradewind::views
