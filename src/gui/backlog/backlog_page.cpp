#include "gui/backlog/backlog_page.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/backlog/view_menu.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/count_text.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

const QString clear_filter_link = QStringLiteral("clear-filter");
const QString new_item_link = QStringLiteral("new-item");
const QString import_link = QStringLiteral("import");

}  // namespace

BacklogPage::BacklogPage(const PageContext& context) : Page(context) {
  model_ = new BacklogModel(document(), this);
  add_actions();
  build();
  add_table_actions();
  restore_columns();
  show_sort();
  show_grouping();
  connect_all();
  show_selection(true);
  rows_changed();
  view_menu_->refresh();
}

BacklogPage::~BacklogPage() {
  keep_columns();
  delete table_;  // before the model and while the page can still hear its signals
}

void BacklogPage::add_actions() {
  const QPointer<BacklogPage> page(this);  // the actions outlive the page
  actions().add({.id = "backlog.new_item",
                 .menu = tr("Edit"),
                 .text = tr("&New item"),
                 .shortcut = QKeySequence::New,
                 .icon = "plus",
                 .words = tr("add create backlog")},
                [page] {
                  if (page) page->add_item();
                });
  fill_down_ = actions().add({.id = "backlog.fill_down",
                              .menu = tr("Edit"),
                              .text = tr("&Fill down"),
                              .shortcut = QKeySequence("Ctrl+D"),
                              .icon = "down",
                              .words = tr("copy rows cells backlog")},
                             [page] {
                               if (page) page->fill_down();
                             });
  for (const auto& [id, text, key, step] : {std::tuple{"backlog.rank_up", tr("Move &up"), "Alt+Up", -1},
                                            std::tuple{"backlog.rank_down", tr("Move &down"), "Alt+Down", 1}})
    add_action({.id = id,
                .menu = tr("Edit"),
                .text = text,
                .shortcut = QKeySequence(key),
                .words = tr("rank order priority"),
                .place = tr("Backlog")},
               [this, step = step] { move_selected(step); });
  add_group_actions();
  add_head_actions();
}

void BacklogPage::add_table_actions() {
  const auto add = [this](const QString& id, const QString& menu, const QString& text, const QKeySequence& key,
                          const QList<QKeySequence>& also, std::function<void()> run) {
    add_action({.id = id, .menu = menu, .text = text, .shortcut = key, .place = tr("Backlog"), .heard_by = table_, .also = also},
               std::move(run));
  };
  add("backlog.copy", tr("Edit"), tr("&Copy the rows"), QKeySequence::Copy, {QKeySequence("Ctrl+Ins")}, [this] { copy(); });
  add("backlog.paste", tr("Edit"), tr("&Paste into the rows"), QKeySequence::Paste, {QKeySequence("Shift+Ins")},
      [this] { paste(); });
  add("backlog.remove", tr("Edit"), tr("&Remove the selected items"), QKeySequence(Qt::Key_Delete), {},
      [this] { remove_selected(); });
  add("backlog.new_below", {}, tr("New item below the current one"), QKeySequence(Qt::Key_Return), {QKeySequence(Qt::Key_Enter)},
      [this] { add_item(); });
  add_action({.id = "backlog.clear_filter",
              .menu = tr("Edit"),
              .text = tr("Clear the filter of the backlog"),
              .shortcut = QKeySequence("Ctrl+Shift+F"),
              .words = tr("all items show everything"),
              .place = tr("Backlog")},
             [this] { clear_filter(); });
  add_action({.id = "backlog.find",
              .menu = tr("Edit"),
              .text = tr("F&ilter the backlog"),
              .shortcut = QKeySequence::Find,
              .icon = "filter",
              .words = tr("find search"),
              .place = tr("Backlog")},
             [this] {
               filter_bar_->setFocus(Qt::ShortcutFocusReason);
               filter_bar_->selectAll();
             });
}

void BacklogPage::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* bar = new PageBar(tr("Backlog"), this);
  table_ = new BacklogTable(model_, this);
  view_menu_ = new ViewMenu(
      {document(), selection(), actions()}, [this] { return shown_state(); }, bar);
  filter_bar_ = new FilterBar(document(), bar);
  filter_bar_->setMinimumWidth(220);
  filter_bar_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* add = new QPushButton(icon("plus", views::Token::text_on), tr("New item"), bar);
  add->setProperty("role", "primary");
  add->setAccessibleName(tr("New item"));
  add->setToolTip(tr("Add an item below the current one (Enter in the table, or Ctrl+N)"));
  connect(add, &QPushButton::clicked, this, &BacklogPage::add_item);
  group_button_ = make_group_button();
  bar->add(view_menu_);
  bar->add(filter_bar_);
  bar->add(group_button_);
  bar->add(add);
  layout->addWidget(bar);
  filter_bar_->message()->setContentsMargins(16, 4, 16, 4);
  layout->addWidget(filter_bar_->message());
  message_ = new MessageLine(this);
  message_->setObjectName("backlog_message");
  layout->addWidget(message_);
  layout->addWidget(table_, 1);
  setTabOrder(view_menu_, filter_bar_);
  setTabOrder(filter_bar_, group_button_);
  setTabOrder(group_button_, add);
  setTabOrder(add, table_);
}

void BacklogPage::connect_all() {
  connect(filter_bar_, &FilterBar::filter_changed, this, &BacklogPage::apply_filter);
  connect(filter_bar_, &FilterBar::left_downwards, table_, qOverload<>(&QWidget::setFocus));
  connect(model_, &BacklogModel::rows_changed, this, &BacklogPage::rows_changed);
  connect(model_, &BacklogModel::edit_refused, this, [this](const Error& error) { message_->say(error); });
  connect(model_, &BacklogModel::edit_done, message_, &QWidget::hide);
  connect(table_, &BacklogTable::editing_ended, message_, &QWidget::hide);
  message_->hide_after_steps(document(), [this] { return table_->is_editing(); });
  connect(view_menu_, &ViewMenu::opened, this, &BacklogPage::show_state);
  connect(view_menu_, &ViewMenu::left_out, this,
          [this](const QString& sentence) { message_->say(MessageLine::Kind::warning, sentence); });
  connect(&selection(), &Selection::changed, this, [this] {
    if (!synchronising_) show_selection(true);
    update_fill_down();
    emit status_changed();
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BacklogPage::take_selection);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BacklogPage::take_selection);
  connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    // People go on: what was refused before is done with. What is still in an editor is not.
    if (!table_->is_editing() && !model_->is_changing()) message_->hide();
  });
  table_->set_key_handler([this](const QKeyEvent& event) { return actions().take_key(table_, event); });
  connect(table_, &BacklogTable::link_followed, this, [this](const QString& link) {
    if (link == new_item_link) return add_item();
    if (link == import_link) return actions().find("file.import")->trigger();
    clear_filter();
  });
  connect(&Appearance::instance(), &Appearance::changed, table_->viewport(), qOverload<>(&QWidget::update));
  connect_header();
}

QString BacklogPage::status() const {
  const QString selected = selection().items().empty() ? QString() : tr(", %1 selected").arg(figure(selection().items().size()));
  const QString items = count_text(static_cast<std::size_t>(model_->total()), tr("item"), tr("items"));
  return (model_->shown() == model_->total() ? items
                                             : tr("%1 of %2").arg(figure(static_cast<std::size_t>(model_->shown())), items)) +
         selected;
}

QWidget* BacklogPage::first_focus() { return table_; }

void BacklogPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  update_fill_down();
}

void BacklogPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  update_fill_down();
}

void BacklogPage::apply_filter(const QString& expression) {
  const auto mistake = model_->set_filter(expression);
  filter_bar_->set_mistake(mistake);
  if (mistake) return;
  filter_ = expression;
  view_menu_->refresh();
  emit status_changed();
}

void BacklogPage::clear_filter() {
  filter_bar_->show_filter(QString());
  apply_filter(QString());
  table_->setFocus();
}

void BacklogPage::rows_changed() {
  // What is gone from the workspace cannot stay selected; what a filter hides can.
  std::vector<ItemId> there;
  for (const ItemId item : selection().items())
    if (portfolio().contains(item)) there.push_back(item);
  if (there.size() != selection().items().size()) {
    synchronising_ = true;
    selection().select(std::move(there));
    synchronising_ = false;
  }
  show_selection(false);
  filter_bar_->set_count(model_->shown(), model_->total());
  update_empty_text();
  update_fill_down();
  emit status_changed();
}

void BacklogPage::update_empty_text() {
  if (model_->rowCount() > 0) return table_->set_empty_text({});
  if (model_->total() == 0)
    return table_->set_empty_text(tr("The backlog holds everything that could be done.<br>Press Enter or choose "
                                     "<a href=\"%1\">New&nbsp;item</a>, or <a href=\"%2\">import a file</a>.")
                                      .arg(new_item_link, import_link));
  table_->set_empty_text(tr("No item matches the filter. <a href=\"%1\">Clear the filter</a> to see all %2 items, "
                            "or press Esc in it.")
                             .arg(clear_filter_link)
                             .arg(figure(static_cast<std::size_t>(model_->total()))));
}

}  // namespace tradewind::gui
