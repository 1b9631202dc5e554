#include "gui/pages/trade_offs_page.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>

#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/message_line.h"
#include "gui/inspector/item_chooser.h"
#include "gui/pages/decision_form.h"
#include "gui/pages/decision_list.h"
#include "gui/pages/trade_off_assumptions.h"
#include "gui/scene/picking.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

/// What stands on the page before anybody has chosen: the first request of the backlog.
ItemId first_request(const Portfolio& portfolio) {
  for (const Item* item : portfolio.items_by_rank())
    if (item->kind == ItemKind::request && is_open(*item)) return item->id;
  return {};
}

}  // namespace

QWidget* TradeOffsPage::first_focus() { return chooser_; }

void TradeOffsPage::set_today(Date today) {
  today_ = today;
  offer_periods();
  ask();
}

void TradeOffsPage::offer_periods() {
  const QSignalBlocker quiet(by_);
  const QVariant chosen = by_->currentData();
  by_->clear();
  const Roadmap* roadmap = portfolio().roadmap_by_name({});
  if (roadmap == nullptr) return;
  for (const Period* period : portfolio().periods_in_order(roadmap->period_kind))
    if (period->end > today_) by_->addItem(tr("By the end of %1").arg(qt_text(display_name(*period))), qt_text(period->name));
  by_->setCurrentIndex(std::max(0, by_->findData(chosen)));
}

void TradeOffsPage::choose(ItemId request) {
  const Item* item = portfolio().find(request);
  if (item == nullptr) return;
  if (!is_open(*item)) return chooser_->mark_mistake(tr("%1 is done or dropped. Choose an open item.").arg(qt_text(item->key)));
  show_decisions(false);
  if (request != request_) held_.clear();
  request_ = request;
  ask();
}

workbench::TradeOffOptions TradeOffsPage::question() const {
  workbench::TradeOffOptions question;
  question.request = request_;
  question.by = by_->currentData().toString().toStdString();
  question.keep = held_;
  question.planning.today = today_;
  assumptions_->put_into(question);
  return question;
}

PricingEvents TradeOffsPage::events() {
  return {[this](PricedRequest priced) { show_priced(std::move(priced)); },
          [this](PricedOptions options) { show_options(std::move(options)); },
          [this](const Error& error) { show_failure(error); }};
}

void TradeOffsPage::ask() {
  assume_->setText(assumptions_->is_unusual() ? tr("Assumptions*") : tr("Assumptions"));
  chooser_->show_chosen(request_);
  if (portfolio().find(request_) == nullptr) return clear();
  message_->hide();
  form_->hide();
  shown_ = 0;
  options_are_old_ = true;
  show_decision();
  work_.start(price_request(portfolio(), question(), events()));
}

void TradeOffsPage::clear() {
  work_.stop();
  request_ = {};
  held_.clear();
  priced_.reset();
  show_options({});
  sentence_->setText({});
  sentence_->setToolTip({});
  sentence_->setAccessibleDescription({});
  decision_->setText({});
  form_->hide();
  view_->refresh();
  follow_work();
}

void TradeOffsPage::show_priced(PricedRequest priced) {
  message_->hide();
  priced_ = std::move(priced);
  sentence_->setText(priced_->sentence);
  sentence_->setToolTip(priced_->explanation);
  sentence_->setAccessibleDescription(priced_->explanation);
  panel_->show_price(*priced_, holds());
  view_->refresh();
  follow_work();
}

void TradeOffsPage::show_options(PricedOptions options) {
  options_ = std::move(options);
  options_are_old_ = false;
  const QSignalBlocker quiet(table_);
  table_->setRowCount(static_cast<int>(options_.ways.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const ShownWay& way = options_.ways[static_cast<std::size_t>(row)];
    auto* letter = new QTableWidgetItem(QString(QChar('A' + row)));
    letter->setToolTip(tr("In the picture, %1 shows this option").arg(letter->text()));
    table_->setVerticalHeaderItem(row, letter);
    set_row(*table_, row, way.cells, way.hints);
  }
  fit_table();
  show_decision();
  if (!options_.ways.empty()) table_->setCurrentCell(static_cast<int>(shown_), 0);
  table_->setVisible(!options_.ways.empty());
  follow_work();
}

void TradeOffsPage::show_failure(const Error& error) {
  message_->say(error);
  priced_.reset();
  show_options({});
  sentence_->setText({});
  sentence_->setToolTip({});
  sentence_->setAccessibleDescription({});
  view_->refresh();
  follow_work();
}

void TradeOffsPage::show_option(std::size_t at) {
  if (at >= options_.ways.size() || at == shown_ || options_are_old_) return;
  shown_ = at;
  {
    const QSignalBlocker quiet(table_);
    table_->setCurrentCell(static_cast<int>(at), 0);
  }
  std::vector<workbench::RequestOption> ways;
  for (const ShownWay& way : options_.ways) ways.push_back(way.way);
  work_.start(price_way(portfolio(), question(), std::move(ways), at, events()));
}

void TradeOffsPage::hold(ItemId item, bool held) {
  const auto known = std::find(held_.begin(), held_.end(), item);
  if (held == (known != held_.end())) return;
  if (held)
    held_.push_back(item);
  else
    held_.erase(known);
  ask();
}

std::vector<TradeOffPricePanel::Hold> TradeOffsPage::holds() const {
  std::vector<TradeOffPricePanel::Hold> holds;
  const auto add = [&](ItemId id, bool is_held) {
    if (const Item* item = portfolio().find(id))
      holds.push_back({id, qt_text(item->key), qt_text(short_title_of(*item)), is_held});
  };
  for (const ItemId item : held_) add(item, true);
  for (const auto& row : priced_->picture->rows)
    if (row.fate != views::TradeOffPicture::Fate::request && std::find(held_.begin(), held_.end(), row.item) == held_.end())
      add(row.item, false);
  return holds;
}

void TradeOffsPage::follow_work() {
  const bool is_busy = work_.is_running() && !busy_->isActive();
  stop_->setVisible(is_busy);
  progress_->setVisible(is_busy);
  progress_->setText(work_.has_gap_to_tell() ? tr("Solving, gap %1 %").arg(100 * work_.gap(), 0, 'f', 1) : tr("Solving"));
  if (priced_)
    panel_->set_stale(is_busy);
  else
    say_no_price();
  view_->viewport()->update();
  offer_next_steps();
  const bool can_tell = priced_.has_value();
  export_->setEnabled(can_tell);
  copy_->setEnabled(can_tell);
  scenario_->setEnabled(can_tell && priced_->make && !is_busy);
  // A decision is about options that were shown.
  record_->setEnabled(can_tell && !options_.ways.empty() && !options_are_old_);
  emit status_changed();
}

QString TradeOffsPage::status() const {
  if (work_.is_running() && !busy_->isActive()) return progress_->text();
  if (!priced_) return request_ ? tr("No price yet") : tr("No request chosen");
  QString text = count_text(options_.ways.size(), tr("option"), tr("options"));
  if (!held_.empty()) text += ", " + tr("%1 held").arg(count_text(held_.size(), tr("item"), tr("items")));
  return text;
}

/// The current bar of the picture stays where it is, or may move again.
void TradeOffsPage::hold_current() {
  const MarkId& current = view_->current();
  if (current.kind != views::MarkKind::item || ItemId{current.id} == request_) return;
  const ItemId item{current.id};
  hold(item, std::find(held_.begin(), held_.end(), item) == held_.end());
}

void TradeOffsPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && work_.is_running()) {
    work_.stop();
    return;
  }
  Page::keyPressEvent(event);
}

void TradeOffsPage::copy_sentence() {
  if (priced_) QApplication::clipboard()->setText(priced_->sentence);
}

void TradeOffsPage::export_exhibit() {
  if (!priced_) return;
  ExportDialog dialog(document(), workbench::View::tradeoff, window(), picture());
  dialog.exec();
}

void TradeOffsPage::record_decision() {
  if (!options_.ways.empty() && !options_are_old_) form_->open(options_, shown_, today_);
}

/// The latest one on the request, and how many there are.
void TradeOffsPage::show_decision() {
  const auto all = workbench::numbered_decisions(portfolio());
  decisions_->setText(all.empty() ? tr("Decisions") : tr("Decisions (%1)").arg(figure(all.size())));
  const auto latest =
      std::find_if(all.rbegin(), all.rend(), [this](const auto& one) { return request_ && one.decision->request == request_; });
  if (latest == all.rend()) {
    mark_chosen({}, {});
    return decision_->setText({});
  }
  const Decision& decision = *latest->decision;
  const QString when = decision.date ? qt_text(to_display(*decision.date)) : QString();
  mark_chosen(decision.choice, when);
  QString text = tr("Decided: %1").arg(qt_text(workbench::choice_name(workbench::decision_record(*latest, portfolio()))));
  if (!when.isEmpty()) text += ", " + when;
  if (!decision.role.empty()) text += ", " + tr("by %1").arg(qt_text(decision.role));
  if (!decision.reason.empty()) text += ". " + qt_text(decision.reason);
  decision_->setText(text);
}

void TradeOffsPage::mark_chosen(const std::string& choice, const QString& when) {
  for (int row = 0; row < table_->rowCount(); ++row) {
    QTableWidgetItem* name = table_->item(row, 0);
    const ShownWay& way = options_.ways[static_cast<std::size_t>(row)];
    const bool is_chosen = !choice.empty() && way.choice == choice;
    const QString says = !is_chosen ? QString() : when.isEmpty() ? tr("Chosen") : tr("Chosen on %1").arg(when);
    name->setIcon(is_chosen ? icon("check", views::Token::ok) : QIcon());
    name->setToolTip(is_chosen ? says : way.hints.value(0));
    name->setData(Qt::AccessibleDescriptionRole, says);
  }
}

void TradeOffsPage::show_decisions(bool shown) {
  if (shown) list_->refresh();
  price_side_->setVisible(!shown);
  list_->setVisible(shown);
  if (shown) list_->first_focus()->setFocus();
}

void TradeOffsPage::refresh() {
  if (!list_->isHidden()) list_->refresh();
  offer_periods();
  assumptions_->list_teams(portfolio());
  held_.erase(std::remove_if(held_.begin(), held_.end(), [this](ItemId item) { return !portfolio().contains(item); }),
              held_.end());
  ask();
}

void TradeOffsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fit_table();
}

void TradeOffsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!request_) choose(first_request(portfolio()));
}

}  // namespace tradewind::gui
