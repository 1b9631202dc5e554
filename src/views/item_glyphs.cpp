#include "tradewind/views/item_glyphs.h"

namespace tradewind::views {
namespace {

std::size_t column_of(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::own_conviction:
    case EvidenceKind::pitch:
    case EvidenceKind::theme:
    case EvidenceKind::others_opinion:
    case EvidenceKind::estimates_and_plans:
      return 0;
    case EvidenceKind::anecdote:
      return 1;
    case EvidenceKind::market_data:
    case EvidenceKind::user_evidence:
      return 2;
    case EvidenceKind::test_results:
      return 3;
    case EvidenceKind::launch_data:
      return 4;
  }
  return 0;
}

}  // namespace

ClassTokens class_tokens(ClassRole role) {
  switch (role) {
    case ClassRole::strategic:
      return {Token::cls_s, Token::cls_s_soft, Token::cls_s_text};
    case ClassRole::roadmap:
      return {Token::cls_r, Token::cls_r_soft, Token::cls_r_text};
    case ClassRole::firefighting:
      return {Token::cls_f, Token::cls_f_soft, Token::cls_f_text};
    case ClassRole::other:
      break;
  }
  return {Token::line_4, Token::sunken, Token::text_2};
}

ClassRole class_role_of(const Item& item, const Portfolio& portfolio) {
  const AllocationClass* row = portfolio.find(item.allocation_class);
  return row ? row->role : ClassRole::other;
}

Token team_token(std::size_t position) {
  static constexpr std::array ramp{Token::team_p, Token::team_d, Token::team_c, Token::team_g,
                                   Token::data_1, Token::data_2, Token::data_3};
  return ramp[position % ramp.size()];
}

EvidenceDots evidence_dots(const Portfolio& portfolio, ItemId item) {
  EvidenceDots dots{};
  for (const Evidence& evidence : portfolio.owned_by<&Evidence::item>(item))
    if (evidence.supports) dots[column_of(evidence.kind)] = true;
  return dots;
}

}  // namespace tradewind::views
