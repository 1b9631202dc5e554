// What the page of trade-offs offers to menus, keys and exports.
#include <QComboBox>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/item_chooser.h"
#include "gui/pages/roadmap_edits.h"
#include "gui/pages/trade_offs_page.h"
#include "gui/shell/next_steps.h"
#include "gui/shell/qt_text.h"

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

TradeOffsPage::Lack TradeOffsPage::lack() const {
  if (portfolio().all<Item>().empty()) return Lack::items;
  if (portfolio().roadmap_by_name({}) == nullptr) return Lack::roadmap;
  if (by_->count() == 0) return Lack::periods;
  return request_ ? Lack::answer : Lack::request;
}

void TradeOffsPage::say_lack(views::TradeOffOptions& options) const {
  switch (lack()) {
    case Lack::items:
      options.next_step = tr("Type or import items first: a price is what a request pushes back.").toStdString();
      return;
    case Lack::roadmap:
      options.next_step = tr("Add a roadmap first: a price is what a request pushes back on it.").toStdString();
      return;
    case Lack::periods:
      options.next_step = tr("Add periods from today on first: a request is finished by the end of one.").toStdString();
      return;
    case Lack::request:
      return;
    case Lack::answer:
      if (message_->isHidden()) {
        if (work_.is_running()) options.next_step = tr("The price is being worked out.").toStdString();
        return;
      }
      options.nothing = tr("This request has no price yet.").toStdString();
      options.next_step = tr("Give it what it lacks, or choose another one.").toStdString();
  }
}

void TradeOffsPage::say_no_price() {
  const Item* item = portfolio().find(request_);
  if (item == nullptr)
    return panel_->show_no_price(
        tr("No request chosen"),
        tr("Choose one above: what it brings, what it costs in other work, and what it moves stand here."));
  panel_->show_no_price(qt_text(short_title_of(*item)), work_.is_running()
                                                            ? tr("What it costs and what it moves will stand here.")
                                                            : tr("This request has no price yet."));
}

void TradeOffsPage::offer_next_steps() {
  if (priced_ || work_.is_running()) return next_steps_->offer({});
  std::vector<NextSteps::Step> steps;
  const auto offer = [&](const QString& text, const QString& action) { add_action_step(steps, actions(), text, action); };
  switch (lack()) {
    case Lack::items:
      offer(tr("New item"), "backlog.new_item");
      offer(tr("Import…"), "file.import");
      break;
    case Lack::roadmap:
      steps.push_back({tr("Add a roadmap"), [this] { add_roadmap(document()); }});
      break;
    case Lack::periods:
      offer(tr("Add periods"), "go.teams");
      break;
    case Lack::request:
      steps.push_back({tr("Choose an item"), [this] { chooser_->setFocus(); }});
      break;
    case Lack::answer:
      offer(tr("Show it in the backlog"), "go.backlog");
      for (NextSteps::Step& step : steps)
        step.run = [this, go = std::move(step.run)] {
          selection().select(request_);
          go();
        };
      steps.push_back({tr("Choose another item"), [this] { chooser_->setFocus(); }});
  }
  next_steps_->offer(std::move(steps));
}

std::optional<ShownView> TradeOffsPage::shown_view() const {
  if (picture() == nullptr) return std::nullopt;
  ShownView shown;
  shown.view = workbench::View::tradeoff;
  shown.options.priced = picture();
  return shown;
}

}  // namespace tradewind::gui
