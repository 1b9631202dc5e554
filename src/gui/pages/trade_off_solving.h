// Pricing a request for the page of trade-offs: what is asked, and the answer in the words and figures that are shown. Nothing
// in an answer points into the workspace, so that it stays true while that changes.
#pragma once
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

#include "gui/pages/background_work.h"
#include "gui/pages/plain_table.h"
#include "tradewind/storage/workspace.h"
#include "tradewind/workbench/trade_off_picture.h"

namespace tradewind::gui {

/// A way to answer the request, as the table of options shows it.
struct ShownWay {
  workbench::RequestOption way;
  std::string choice;  // as decision records name it
  QString name;
  QStringList cells;  // by column of the table
  QStringList hints;  // what a cell leaves out, by column; empty where it says all
};

struct PricedRequest {
  QString title;     // of the request
  QString price;     // "€ 284 k"
  QString interval;  // "between … and …, not proven"; empty where proven
  QString moves;     // "5 items slip a quarter, 1 is dropped, 33 stay where they are"
  QString sentence;
  QString explanation;  // where the sentence's figures come from, a line each
  QString facts;        // "Asked for by Chief Medical Officer, 36 person-weeks"
  std::shared_ptr<const views::TradeOffPicture> picture;
  QString step;                              // "CDP-104 by 2027 Q1"
  std::function<void(storage::Edit&)> make;  // makes the roadmap so; empty where it cannot be done
};

struct PricedOptions {
  std::vector<ShownWay> ways;
  std::shared_ptr<const workbench::TradeOff> asked;  // what they are options of; null without options
};

/// Of a table of options.
QList<TableColumn> way_columns();

/// Prices the request, shows it, then prices the other ways to answer it. Errors are shown instead.
struct PricingEvents {
  std::function<void(PricedRequest)> priced;
  std::function<void(PricedOptions)> options;
  std::function<void(Error)> failed;
};
BackgroundWork::Work price_request(Portfolio portfolio, workbench::TradeOffOptions question, PricingEvents events);
/// The same question answered in one of the ways. REQUIRES: `chosen` is one of them.
BackgroundWork::Work price_way(Portfolio portfolio, workbench::TradeOffOptions question,
                               std::vector<workbench::RequestOption> ways, std::size_t chosen, PricingEvents events);

}  // namespace tradewind::gui
