// What the page of trade-offs offers to menus, keys and exports.
#include "gui/pages/trade_offs_page.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_options = 7;  // A to G

}  // namespace

void TradeOffsPage::add_actions() {
  actions().add(
      {"tradeoff.price", tr("Plan"), tr("What does the selected item cost?"), {}, "tradeoffs", tr("price request trade-off")},
      [this] {
        emit show_requested();
        if (selection().current_item()) choose(selection().current_item());
      });
  actions().add(
      {"tradeoff.decisions", tr("Plan"), tr("What was decided on requests"), {}, "tradeoffs", tr("decision record list export")},
      [this] {
        emit show_requested();
        show_decisions(true);
      });
  add_action({.id = "tradeoff.copy",
              .menu = tr("Plan"),
              .text = tr("Copy the sentence on the request"),
              .shortcut = QKeySequence::Copy,
              .words = tr("trade-off executive"),
              .place = tr("Trade-offs"),
              .heard_by = view_,
              .also = {QKeySequence("Ctrl+Ins")}},
             [this] { copy_sentence(); });
  add_action({.id = "tradeoff.hold",
              .text = tr("Hold the current bar where it is, or let it go"),
              .shortcut = QKeySequence(Qt::Key_P),
              .words = tr("pin keep"),
              .place = tr("Trade-offs"),
              .heard_by = view_},
             [this] { hold_current(); });
  for (std::size_t at = 0; at < most_options; ++at) {
    const QString letter(QChar('A' + static_cast<int>(at)));
    add_action({.id = "tradeoff.option_" + letter.toLower(),
                .text = tr("Show option %1").arg(letter),
                .shortcut = QKeySequence(letter),
                .place = tr("Trade-offs"),
                .heard_by = view_},
               [this, at] {
                 if (at < options_.ways.size()) show_option(at);
               });
  }
}

std::optional<ShownView> TradeOffsPage::shown_view() const {
  if (picture() == nullptr) return std::nullopt;
  ShownView shown;
  shown.view = workbench::View::tradeoff;
  shown.options.priced = picture();
  return shown;
}

}  // namespace tradewind::gui
