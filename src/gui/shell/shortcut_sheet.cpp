#include "gui/shell/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace tradewind::gui {
namespace {

constexpr std::size_t column_count = 3;
constexpr int column_width = 270;

struct Section {
  QString title;
  std::vector<DescribedKeys> lines;
  int height() const { return static_cast<int>(lines.size()) + 2; }  // in lines, with its title and the gap below
};

/// The first shortcut, and others after "or".
QString shortcuts_of(const QAction& action) {
  QStringList texts;
  for (const QKeySequence& sequence : action.shortcuts()) texts.append(sequence.toString(QKeySequence::NativeText));
  return texts.join(ShortcutSheet::tr(" or "));
}

/// What works everywhere by its menu, then each page's own.
std::vector<Section> sections_of(const ActionRegistry& actions, const QString& title_of_rest) {
  std::vector<Section> sections;
  const auto add = [&](const QString& title, const auto& is_in_it) {
    Section section{title, {}};
    for (const ActionRegistry::Entry& entry : actions.entries())
      if (!entry.action->shortcut().isEmpty() && is_in_it(entry.spec))
        section.lines.push_back({QString(entry.spec.text).remove('&'), shortcuts_of(*entry.action)});
    for (const ActionRegistry::Description& one : actions.descriptions())
      if (one.place == title) section.lines.push_back(one.keys);
    if (!section.lines.empty()) sections.push_back(std::move(section));
  };
  for (const QString& menu : actions.menus())
    add(QString(menu).remove('&'), [&](const ActionSpec& spec) { return spec.place.isEmpty() && spec.menu == menu; });
  add(title_of_rest, [](const ActionSpec& spec) { return spec.place.isEmpty() && spec.menu.isEmpty(); });
  QStringList places;
  for (const ActionRegistry::Entry& entry : actions.entries())
    if (!entry.spec.place.isEmpty() && !places.contains(entry.spec.place)) places.append(entry.spec.place);
  for (const ActionRegistry::Description& one : actions.descriptions())
    if (!places.contains(one.place)) places.append(one.place);
  for (const QString& place : places) add(place, [&](const ActionSpec& spec) { return spec.place == place; });
  return sections;
}

QWidget* make_section(const Section& section) {
  auto* widget = new QWidget;
  auto* grid = new QGridLayout(widget);
  grid->setContentsMargins(0, 0, 0, 14);
  grid->setHorizontalSpacing(14);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(0, 1);
  auto* title = new QLabel(section.title);
  title->setProperty("role", "section");
  grid->addWidget(title, 0, 0, 1, 2);
  int row = 1;
  for (const DescribedKeys& line : section.lines) {
    auto* name = new QLabel(line.text);
    name->setWordWrap(true);  // a long one must not be cut
    auto* keys = new QLabel(line.keys);
    keys->setProperty("role", "muted");
    keys->setAlignment(Qt::AlignRight | Qt::AlignTop);
    name->setAccessibleName(name->text() + ", " + keys->text());  // one line for a screen reader
    grid->addWidget(name, row, 0);
    grid->addWidget(keys, row, 1);
    ++row;
  }
  return widget;
}

}  // namespace

ShortcutSheet::ShortcutSheet(const ActionRegistry& actions, QWidget* parent) : QDialog(parent) {
  setObjectName("shortcut_sheet");
  setWindowTitle(tr("Keyboard shortcuts"));
  setAccessibleName(windowTitle());

  auto* sheet = new QWidget;
  auto* columns = new QHBoxLayout(sheet);
  columns->setContentsMargins(0, 4, 4, 4);
  columns->setSpacing(32);
  std::array<QVBoxLayout*, column_count> column{};
  std::array<int, column_count> lines{};
  for (QVBoxLayout*& one : column) {
    one = new QVBoxLayout;
    one->setSpacing(0);
    columns->addLayout(one, 1);
  }
  // Menus stay in their order as far as the columns come out about even: each goes to the shortest.
  for (const Section& section : sections_of(actions, tr("Elsewhere"))) {
    const auto shortest = static_cast<std::size_t>(std::min_element(lines.begin(), lines.end()) - lines.begin());
    QWidget* widget = make_section(section);
    widget->setMinimumWidth(column_width);
    column.at(shortest)->addWidget(widget);
    lines.at(shortest) += section.height();
  }
  for (QVBoxLayout* one : column) one->addStretch(1);

  auto* scroll = new QScrollArea;
  scroll->setWidget(sheet);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setAccessibleName(windowTitle());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  auto* heading = new QLabel(windowTitle());
  heading->setProperty("role", "heading");
  layout->addWidget(heading);
  layout->addSpacing(8);
  layout->addWidget(scroll, 1);
  layout->addWidget(buttons);
  resize(std::max(960, sizeHint().width()), 520);
}

}  // namespace tradewind::gui
