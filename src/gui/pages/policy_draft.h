// An allocation policy as it is being edited: nothing of it is stored before it adds up.
#pragma once
#include <QString>
#include <vector>

#include "tradewind/storage/workspace.h"

namespace tradewind::gui {

struct ClassDraft {
  AllocationClassId id;  // none = new
  QString name;
  ClassRole role = ClassRole::other;
  QString target;     // as typed, in percent: "70", "70 %"
  QString tolerance;  // as typed, in percentage points
};

struct PolicyDraft {
  AllocationPolicyId id;  // none = there is no policy yet
  QString name;
  QString alert_weeks;
  std::vector<ClassDraft> classes;
};

/// The active policy; the preset 70/20/10 where there is none.
PolicyDraft draft_of(const Portfolio& portfolio);

enum class PolicyPreset : unsigned char { seventy_twenty_ten, core_adjacent_transformational };
/// Puts the classes of the preset in the draft. A stored class of the policy that has the name of one of them stays that class,
/// so that items and time keep it.
void apply_preset(PolicyDraft& draft, PolicyPreset preset, const Portfolio& portfolio);

/// What keeps the draft from being saved, in a sentence ("The shares add up to 95 %: 5 points are missing."); empty when
/// nothing does.
QString mistake_of(const PolicyDraft& draft);
/// What saving would take from items and time entries, in a sentence; empty when nothing.
QString loss_of(const PolicyDraft& draft, const Portfolio& portfolio);
/// Makes the stored policy what the draft says. REQUIRES: mistake_of(draft) is empty.
void store(const PolicyDraft& draft, storage::Edit& edit);

}  // namespace tradewind::gui
