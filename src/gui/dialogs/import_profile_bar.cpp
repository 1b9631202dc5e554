#include "gui/dialogs/import_profile_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "gui/backlog/name_popup.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/text.h"

namespace tradewind::gui {

const MappingProfile* profile_called(const Portfolio& portfolio, const QString& name) {
  for (const MappingProfile& profile : portfolio.all<MappingProfile>())
    if (equals_ignoring_case(profile.name, name.toStdString())) return &profile;
  return nullptr;
}

ImportProfileBar::ImportProfileBar(QWidget* parent) : QWidget(parent), profiles_(new QComboBox(this)) {
  profiles_->setObjectName("import_profiles");
  profiles_->setAccessibleName(tr("Mapping of the columns"));
  profiles_->setMinimumWidth(260);
  auto* label = new QLabel(tr("&Mapping"), this);
  label->setBuddy(profiles_);
  auto* save = new QPushButton(tr("&Save mapping as…"), this);
  save->setObjectName("save_mapping");
  save->setAutoDefault(false);  // Enter imports
  save->setToolTip(tr("Keeps what is chosen above the columns under a name, for the next file of this kind"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(label);
  row->addWidget(profiles_);
  row->addWidget(save);
  row->addStretch(1);
  connect(save, &QPushButton::clicked, this, &ImportProfileBar::ask_for_name);
  connect(profiles_, &QComboBox::currentIndexChanged, this, [this] { emit chosen(current()); });
}

void ImportProfileBar::show_profiles(const Portfolio& portfolio) {
  const QSignalBlocker quiet(profiles_);
  const ProfileId before = current();
  std::vector<const MappingProfile*> sorted;
  for (const MappingProfile& profile : portfolio.all<MappingProfile>()) sorted.push_back(&profile);
  std::sort(sorted.begin(), sorted.end(), [](const MappingProfile* a, const MappingProfile* b) {
    return qt_text(a->name).localeAwareCompare(qt_text(b->name)) < 0;
  });
  profiles_->clear();
  profiles_->addItem(tr("By the names of the columns"), qlonglong{0});
  for (const MappingProfile* profile : sorted)
    profiles_->addItem(qt_text(profile->name), static_cast<qlonglong>(profile->id.value));
  set_current(before);
}

void ImportProfileBar::set_current(ProfileId profile) {
  const QSignalBlocker quiet(profiles_);
  profiles_->setCurrentIndex(std::max(0, profiles_->findData(static_cast<qlonglong>(profile.value))));
}

ImportProfileBar::ProfileId ImportProfileBar::current() const { return ProfileId{profiles_->currentData().toLongLong()}; }

void ImportProfileBar::ask_for_name() {
  const QString name = current() ? profiles_->currentText() : QString();
  auto* popup = new NamePopup(
      tr("Save the mapping as"), name, [](const QString&) { return QString(); }, findChild<QPushButton*>("save_mapping"));
  connect(popup, &NamePopup::named, this, &ImportProfileBar::save_requested);
  popup->show();
}

}  // namespace tradewind::gui
