// Evidence dots and track icons.
#include "views/evidence_dots.h"

namespace tradewind::views {
void draw_evidence_dots(ScenePen& pen, Point left_middle, const EvidenceDots& dots) {
  constexpr double radius = 2.6;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const Point centre{left_middle.x + radius + 0.4 + 7.5 * static_cast<double>(i), left_middle.y};
    if (dots[i])
      pen.disc(centre, radius, Token::text_1);
    else
      pen.disc(centre, radius - 0.4, Token::none, Stroke{Token::line_3, 0.9, Dash::solid});
  }
}

void draw_track_icon(ScenePen& pen, Point c, Track track) {
  const Stroke stroke{Token::text_2, 1.2, Dash::solid};
  if (track == Track::discovery) {
    pen.scene().add(PathShape{{{c.x - 1.8, c.y - 5.5},
                               {c.x - 1.8, c.y - 1.5},
                               {c.x - 5, c.y + 5},
                               {c.x + 5, c.y + 5},
                               {c.x + 1.8, c.y - 1.5},
                               {c.x + 1.8, c.y - 5.5}},
                              false,
                              Token::none,
                              stroke,
                              {}});
    pen.line({c.x - 3, c.y - 5.5}, {c.x + 3, c.y - 5.5}, stroke);
    pen.line({c.x - 3.6, c.y + 2}, {c.x + 3.6, c.y + 2}, stroke);
    return;
  }
  pen.scene().add(PathShape{{{c.x, c.y - 5.5},
                             {c.x + 5, c.y - 2.8},
                             {c.x + 5, c.y + 2.8},
                             {c.x, c.y + 5.5},
                             {c.x - 5, c.y + 2.8},
                             {c.x - 5, c.y - 2.8}},
                            true,
                            Token::none,
                            stroke,
                            {}});
  pen.scene().add(PathShape{{{c.x - 5, c.y - 2.8}, {c.x, c.y}, {c.x + 5, c.y - 2.8}}, false, Token::none, stroke, {}});
  pen.line(c, {c.x, c.y + 5.5}, stroke);
}

}  // namespace tradewind::views
