#include "gui/shell/alert_button.h"

#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <algorithm>

#include "gui/shell/count_text.h"
#include "gui/shell/phrase_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_listed = 12;  // the pages show all
constexpr int widest = 460;
constexpr int narrowest = 120;  // with a sentence
constexpr int widest_entry = 640;

/// Names may hold an "&", which would underline the next letter.
QString label_text(QString text) { return text.replace('&', "&&"); }

}  // namespace

AlertButton::AlertButton(QWidget* parent) : QToolButton(parent) {
  setObjectName("alerts");
  setIcon(gui::icon("warning", views::Token::danger));
  setIconSize({14, 14});
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setPopupMode(QToolButton::InstantPopup);
  setMenu(new QMenu(this));
  connect(menu(), &QMenu::aboutToShow, this, &AlertButton::list_alerts);
  hide();
}

void AlertButton::show_alerts(const std::vector<workbench::Alert>& alerts) {
  if (alerts == alerts_) return;
  alerts_ = alerts;
  const QString count = count_text(alerts_.size(), tr("alert"), tr("alerts"));
  const bool is_one = alerts_.size() == 1;
  const QString sentence = is_one ? phrase_text(alerts_.front().sentence) : QString();
  setText(is_one ? label_text(sentence) : count);
  setAccessibleName(is_one ? count + ": " + sentence : count);
  setToolTip(is_one ? sentence : tr("What deserves attention in this plan"));
  setVisible(!alerts_.empty());
}

void AlertButton::list_alerts() {
  menu()->clear();
  for (std::size_t at = 0; at < std::min(alerts_.size(), most_listed); ++at) {
    const QString sentence = menu()->fontMetrics().elidedText(phrase_text(alerts_[at].sentence), Qt::ElideRight, widest_entry);
    // By value: others may have been found when it is chosen.
    connect(menu()->addAction(label_text(sentence)), &QAction::triggered, this,
            [this, alert = alerts_[at]] { emit chosen(alert); });
  }
  if (alerts_.size() > most_listed)
    menu()->addAction(tr("and %1 more").arg(figure(alerts_.size() - most_listed)))->setEnabled(false);
}

QSize AlertButton::sizeHint() const { return QToolButton::sizeHint().boundedTo({widest, QWIDGETSIZE_MAX}); }

QSize AlertButton::minimumSizeHint() const {
  return alerts_.size() == 1 ? sizeHint().boundedTo({narrowest, QWIDGETSIZE_MAX}) : sizeHint();
}

void AlertButton::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionToolButton option;
  initStyleOption(&option);
  option.features.setFlag(QStyleOptionToolButton::HasMenu, false);  // no arrow: it is no control of its own
  const int text_width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
  const int beside_text = QToolButton::sizeHint().width() - text_width;
  option.text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, width() - beside_text, Qt::TextShowMnemonic);
  painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

}  // namespace tradewind::gui
