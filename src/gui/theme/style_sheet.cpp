#include "gui/theme/style_sheet.h"

#include <QRegularExpression>

#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {
namespace {

// @name is a design token.
constexpr const char* sheet = R"(
QMainWindow, QDialog { background: @chrome; }
QMenuBar { background: @chrome; color: @text-1; padding: 1px 6px; border: none; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @sunken; }
QMenu { background: @raised; color: @text-1; border: 1px solid @line-2; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @accent-soft; }
QMenu::item:disabled { color: @text-off; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::indicator:checked { image: url(:/icons/tick-@theme.svg); }
QMenu::separator { height: 1px; background: @line-1; margin: 5px 4px; }
QToolTip { background: @raised; color: @text-1; border: 1px solid @line-3; padding: 5px 7px; }

#toolbar { background: @chrome; border-bottom: 1px solid @line-2; }
#navigation { background: @chrome; border-right: 1px solid @line-2; }
#navigation QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; color: @text-1; text-align: left; }
#navigation QToolButton:hover { background: @sunken; }
#navigation QToolButton:checked { background: @accent-soft; font-weight: 600; }
#navigation QToolButton:focus { border: 1px solid @accent; }
#inspector, #tradeoff_panel { background: @panel; border-left: 1px solid @line-2; }
#page { background: @base; }
#page_bar { background: @base; border-bottom: 1px solid @line-2; }
QStatusBar { background: @chrome; color: @text-2; border-top: 1px solid @line-2; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 3px 10px; color: @text-2; }
QStatusBar #alerts { color: @danger; padding: 1px 8px; }
#tradeoff_lower, #tradeoff_options { border-top: 1px solid @line-2; }
#tradeoff_panel[below="true"] { border-left: none; border-top: 1px solid @line-2; }
#tradeoff_assumptions { background: @panel; border-bottom: 1px solid @line-2; }
#inspector QListView { background: transparent; }
#scenario_bar { background: @accent-soft; border-bottom: 1px solid @accent-line; }
#scenario_words { font-weight: 600; }
#scenario_conflicts { color: @warn; }
#long_change { background: @raised; border: 1px solid @line-3; border-radius: 6px; }

QLabel[role="title"] { font-size: 15px; font-weight: 600; color: @text-1; }
QLabel[role="heading"] { font-size: 20px; font-weight: 600; color: @text-1; }
QLabel[role="figure"] { font-size: 26px; font-weight: 600; color: @text-1; }
QLabel[role="stale-figure"] { font-size: 26px; font-weight: 600; color: @text-off; }
QLabel[role="statement"] { font-size: 15px; font-weight: 500; color: @text-1; }
QLabel[role="section"] { font-weight: 600; color: @text-2; }
QLabel[role="muted"] { color: @text-3; }
QLabel[role="danger"] { color: @danger; }

QPushButton { background: @field; color: @text-1; border: 1px solid @line-3; border-radius: 4px; padding: 4px 11px; min-height: 18px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @sunken; }
QPushButton:disabled { color: @text-off; border-color: @line-2; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton[role="primary"] { background: @accent-fill; color: @text-on; border: 1px solid @accent-fill; font-weight: 600; }
QPushButton[role="primary"]:hover { background: @accent-fill-hover; }
QPushButton[role="primary"]:disabled { background: @sunken; color: @text-off; border: 1px solid @line-2; }
QPushButton[role="primary"]:focus { border: 1px solid @accent-2; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="quiet"]:hover { background: @sunken; }
QPushButton[role="quiet"]:focus { border: 1px solid @accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px; color: @text-1; }
QToolButton:hover { background: @sunken; }
QToolButton:checked { background: @sunken; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton::menu-button { border: none; width: 16px; background: transparent; }
QToolButton::menu-arrow { image: url(:/icons/arrow-down-@theme.svg); width: 10px; height: 10px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {
  background: @field; color: @text-1; border: 1px solid @line-3; border-radius: 4px; padding: 3px 7px; min-height: 18px;
  selection-background-color: @accent-fill; selection-color: @text-on; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus {
  border: 1px solid @accent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit { padding: 4px 7px; }
QAbstractItemView QLineEdit, QAbstractItemView QComboBox { padding: 3px 7px; }
#import_field { padding: 4px 7px; }
QComboBox[role="scenario"] { background: @accent-soft; border: 1px solid @accent; font-weight: 600; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 18px; }
QSpinBox::up-arrow { image: url(:/icons/arrow-up-@theme.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/arrow-down-@theme.svg); width: 10px; height: 10px; }
QCheckBox, QRadioButton { border: 1px solid transparent; border-radius: 4px; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid @accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 12px; height: 12px; background: @field; border: 1px solid @line-4; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked { background: @accent-fill; border: 1px solid @accent-fill; image: url(:/icons/checked.svg); }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: @text-on; border: 4px solid @accent-fill; }
QLineEdit[mistake="true"] { border: 1px solid @danger; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down-@theme.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; color: @text-1; border: 1px solid @line-2; selection-background-color: @accent-soft;
  selection-color: @text-1; outline: none; }

#completions { background: @raised; border: 1px solid @line-3; padding: 4px; }
QAbstractItemView { background: @base; color: @text-1; border: none; gridline-color: @line-1; outline: none; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @text-3; border: none; border-bottom: 1px solid @line-2; padding: 0 11px; }
QHeaderView::section:horizontal { padding: 4px 11px; }
#backlog_header::section { padding: 0 8px; }
QHeaderView::section:hover { color: @text-1; }
#ranking_header::up-arrow, #ranking_header::down-arrow { width: 8px; height: 8px; subcontrol-position: center right; right: 2px; }
#ranking_header::up-arrow { image: url(:/icons/arrow-up-@theme.svg); }
#ranking_header::down-arrow { image: url(:/icons/arrow-down-@theme.svg); }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accent-soft; color: @text-1; }
QTableView::item, #scenario_differences::item { padding: 0 8px; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @panel; border: none; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @line-3; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: @line-4; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line-2; }
QScrollArea { border: none; background: transparent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QProgressBar { background: @sunken; border: none; border-radius: 3px; height: 6px; }
QProgressBar::chunk { background: @accent-fill; border-radius: 3px; }
)";

}  // namespace

QString style_sheet(views::Theme theme) {
  QString text = QString::fromLatin1(sheet);
  text.replace("@theme", theme == views::Theme::light ? "light" : "dark");
  // Longer names first, so that @accent-fill is not read as @accent.
  std::vector<views::Token> tokens;
  for (int at = 1; at < static_cast<int>(views::Token::count_); ++at) tokens.push_back(static_cast<views::Token>(at));
  std::sort(tokens.begin(), tokens.end(),
            [](views::Token a, views::Token b) { return views::name_of(a).size() > views::name_of(b).size(); });
  for (const views::Token token : tokens) {
    const auto name = views::name_of(token);
    text.replace("@" + QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
                 paint::qt_color(token, theme).name());
  }
  return text;
}

}  // namespace tradewind::gui
