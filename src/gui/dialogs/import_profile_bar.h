// The mappings that are kept in the workspace: one to use for the file, and a name for what was chosen.
#pragma once
#include <QWidget>

#include "tradewind/domain/portfolio.h"

class QComboBox;

namespace tradewind::gui {

class ImportProfileBar : public QWidget {
  Q_OBJECT

 public:
  using ProfileId = Id<MappingProfile>;

  explicit ImportProfileBar(QWidget* parent = nullptr);

  /// Keeps what is chosen as long as it exists. Tells nobody.
  void show_profiles(const Portfolio& portfolio);
  void set_current(ProfileId profile);
  /// None: the columns say by their names where they go.
  ProfileId current() const;
  void ask_for_name();

 signals:
  /// By a person.
  void chosen(tradewind::Id<tradewind::MappingProfile> profile);
  void save_requested(const QString& name);

 private:
  QComboBox* profiles_;
};

/// By name, as the importer finds it: ignoring case. nullptr where there is none.
const MappingProfile* profile_called(const Portfolio& portfolio, const QString& name);

}  // namespace tradewind::gui
