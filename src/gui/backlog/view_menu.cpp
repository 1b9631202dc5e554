#include "gui/backlog/view_menu.h"

#include <QMenu>
#include <QPointer>
#include <algorithm>
#include <tuple>

#include "gui/backlog/menu_button.h"
#include "gui/backlog/name_popup.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/text.h"

namespace tradewind::gui {
namespace {

constexpr const char* page_name = "backlog";

/// A name of people's own may hold what menus take for a shortcut.
QString in_menu(QString name) { return name.replace('&', "&&"); }

}  // namespace

ViewMenu::ViewMenu(const PageContext& context, std::function<BacklogViewState()> shown, QWidget* parent)
    : QPushButton(parent), context_(context), shown_(std::move(shown)) {
  setObjectName("view_menu");
  dress_as_menu_button(*this);
  setToolTip(tr("Saved views: filter, order, groups and columns under a name"));
  auto* menu = new QMenu(this);
  setMenu(menu);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill(*menu); });
  connect(&context_.document, &Document::changed, this, [this](const Changes& changes) {
    const auto is_view = [](const Change& change) { return change.table == SavedView::table; };
    if (std::any_of(changes.begin(), changes.end(), is_view)) follow_portfolio();
  });
  const QPointer<ViewMenu> self(this);  // the action outlives the page
  context_.actions.add({.id = "backlog.save_view",
                        .menu = tr("View"),
                        .text = tr("Save the view of the backlog…"),
                        .words = tr("filter columns sort group")},
                       [self] {
                         if (self) self->ask_for_name();
                       });
  follow_portfolio();
}

std::vector<const SavedView*> ViewMenu::views() const {
  std::vector<const SavedView*> views;
  for (const SavedView& view : context_.document.portfolio().all<SavedView>())
    if (view.page == page_name) views.push_back(&view);
  std::sort(views.begin(), views.end(), [](const SavedView* a, const SavedView* b) {
    return std::tie(a->position, a->name, a->id) < std::tie(b->position, b->name, b->id);
  });
  return views;
}

const SavedView* ViewMenu::current_view() const { return context_.document.portfolio().find(current_); }

const SavedView* ViewMenu::view_called(const QString& name) const {
  for (const SavedView* view : views())
    if (equals_ignoring_case(view->name, name.toStdString())) return view;
  return nullptr;
}

void ViewMenu::follow_portfolio() {
  const SavedView* view = current_view();
  if (view == nullptr) current_ = {};
  if (view != nullptr) saved_ = read_view_state(view->state, context_.document.portfolio()).state;
  keep_actions();
  refresh();
}

void ViewMenu::keep_actions() {
  for (const auto& [id, action] : actions_) action->setVisible(false);
  const QPointer<ViewMenu> self(this);
  for (const SavedView* view : views()) {
    QAction*& action = actions_[view->id.value];
    if (action == nullptr) {
      ActionSpec spec;  // in no menu: the palette finds it
      spec.id = QString("backlog.view.%1").arg(view->id.value);
      spec.words = tr("saved filter");
      action = context_.actions.add(spec, [self, id = view->id] {
        if (self) self->open(id);
      });
    }
    action->setText(tr("View of the backlog: %1").arg(in_menu(qt_text(view->name))));
    action->setVisible(true);
  }
}

bool ViewMenu::is_changed() const { return current_view() != nullptr && !(shown_() == saved_); }

void ViewMenu::refresh() {
  const SavedView* view = current_view();
  const QString name = view == nullptr ? tr("View") : in_menu(qt_text(view->name));
  const bool changed = is_changed();
  setText(changed ? name + " •" : name);
  setAccessibleName(view == nullptr ? tr("Views of the backlog")
                                    : tr("View %1").arg(qt_text(view->name)) + (changed ? tr(", changed") : QString()));
}

void ViewMenu::fill(QMenu& menu) {
  menu.clear();
  const bool changed = is_changed();
  for (const SavedView* view : views()) {
    const bool is_current = view->id == current_;
    QAction* action = menu.addAction(in_menu(qt_text(view->name)) + (is_current && changed ? " •" : ""));
    action->setCheckable(true);
    action->setChecked(is_current);
    connect(action, &QAction::triggered, this, [this, id = view->id] { open(id); });
  }
  if (menu.isEmpty()) menu.addAction(tr("No saved views yet"))->setEnabled(false);
  menu.addSeparator();
  menu.addAction(tr("Save view…"), this, &ViewMenu::ask_for_name);
  const SavedView* view = current_view();
  if (view == nullptr) return;
  const QString name = in_menu(qt_text(view->name));
  menu.addAction(tr("Save changes to “%1”").arg(name), this, &ViewMenu::save_changes)->setEnabled(changed);
  menu.addAction(tr("Rename “%1”…").arg(name), this, &ViewMenu::ask_for_new_name);
  menu.addAction(tr("Delete “%1”").arg(name), this, &ViewMenu::remove);
}

void ViewMenu::open(ViewId id) {
  const SavedView* view = context_.document.portfolio().find(id);
  if (view == nullptr) return;
  const QString name = qt_text(view->name);
  const ReadViewState read = read_view_state(view->state, context_.document.portfolio());
  current_ = id;
  saved_ = read.state;
  emit opened(read.state);
  if (!read.left_out.isEmpty())
    emit left_out(tr("The view “%1” names what is no longer there. Left out: %2. Save the view to forget it.")
                      .arg(name, read.left_out.join(", ")));
  refresh();
}

void ViewMenu::ask_for_name() {
  auto* popup = new NamePopup(
      tr("Save the view as"), QString(), [](const QString&) { return QString(); }, this);
  connect(popup, &NamePopup::named, this, &ViewMenu::save);
  popup->show();
}

void ViewMenu::ask_for_new_name() {
  const SavedView* view = current_view();
  if (view == nullptr) return;
  const auto check = [this](const QString& name) {
    const SavedView* other = view_called(name);
    return other == nullptr || other->id == current_ ? QString() : tr("There is a view of this name. Choose another one.");
  };
  auto* popup = new NamePopup(tr("Rename the view"), qt_text(view->name), check, this);
  connect(popup, &NamePopup::named, this, &ViewMenu::rename);
  popup->show();
}

void ViewMenu::save(const QString& name) {
  SavedView view;
  const auto all = views();
  view.position = all.empty() ? 0 : all.back()->position + 1;
  if (const SavedView* same = view_called(name)) view = *same;
  view.page = page_name;
  view.name = name.toStdString();
  view.state = to_json(shown_());
  ViewId id = view.id;
  const bool saved = context_.document.edit(tr("Save view %1").arg(name), [&](storage::Edit& edit) {
    if (id)
      edit.update(view);
    else
      id = edit.insert(view);
  });
  if (!saved) return;
  current_ = id;
  follow_portfolio();
}

void ViewMenu::save_changes() {
  if (const SavedView* view = current_view()) save(qt_text(view->name));
}

void ViewMenu::rename(const QString& name) {
  const SavedView* found = current_view();
  if (found == nullptr) return;
  SavedView view = *found;
  view.name = name.toStdString();
  context_.document.edit(tr("Rename view %1").arg(qt_text(found->name)), [&](storage::Edit& edit) { edit.update(view); });
}

void ViewMenu::remove() {
  const SavedView* view = current_view();
  if (view == nullptr) return;
  const ViewId id = view->id;
  context_.document.edit(tr("Delete view %1").arg(qt_text(view->name)), [&](storage::Edit& edit) { edit.erase(id); });
}

}  // namespace tradewind::gui
