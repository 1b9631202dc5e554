// Light or dark, for the whole program. Widgets take palette and style sheet; drawn things ask theme() when they paint and
// repaint on changed().
#pragma once
#include <QColor>
#include <QObject>

#include "tradewind/views/theme.h"

namespace tradewind::gui {

class Appearance : public QObject {
  Q_OBJECT

 public:
  enum class Choice { system, light, dark };

  /// The one of the program; made on first use. REQUIRES: a QApplication.
  static Appearance& instance();

  views::Theme theme() const { return theme_; }
  Choice choice() const { return choice_; }
  /// Kept in the settings; applied at once.
  void choose(Choice choice);
  QColor color(views::Token token) const;
  /// What the desktop is now; it matters where people chose the system's.
  void follow_system(views::Theme theme);

 signals:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  Appearance();
  void apply();

  Choice choice_ = Choice::system;
  views::Theme theme_ = views::Theme::light;
  views::Theme system_theme_ = views::Theme::light;
  bool is_applying_ = false;  // what our own palette causes is no news of the desktop
};

inline QColor themed(views::Token token) { return Appearance::instance().color(token); }

}  // namespace tradewind::gui
