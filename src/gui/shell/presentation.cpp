#include "gui/shell/presentation.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <algorithm>
#include <optional>

#include "gui/theme/appearance.h"
#include "tradewind/paint/page_painter.h"

namespace tradewind::gui {
namespace {

constexpr double margin_share = 0.04;  // of the window's width and height
constexpr double least_margin = 28;    // the counter stands in it
constexpr double counter_height = 20;
constexpr double counter_size = 12;
constexpr QSize size_of_a_window{1280, 720};

}  // namespace

Presentation::Presentation(Document& document, AskShown shown, Priced priced, QWidget* parent)
    : QWidget(parent, Qt::Window), document_(document), ask_shown_(std::move(shown)), priced_(std::move(priced)) {
  setObjectName("presentation");
  setWindowTitle(tr("%1 – presentation").arg(document.name()));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumSize(320, 240);
  resize(size_of_a_window);
  connect(&document_, &Document::changed, this, &Presentation::refresh);
  connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void Presentation::set_today(Date today) {
  today_ = today;
  refresh();
}

void Presentation::start() {
  const QWidget* from = parentWidget();
  if (from != nullptr && from->screen() != nullptr) setGeometry(from->screen()->geometry());
  showFullScreen();
  activateWindow();
  setFocus();
}

QRectF Presentation::content() const {
  const double x = std::max(least_margin, margin_share * width());
  const double y = std::max(least_margin, margin_share * height());
  return QRectF(rect()).adjusted(x, y, -x, -y);
}

SlideSource Presentation::source() const { return {document_.portfolio(), today_, picture_, shown_}; }

void Presentation::refresh() {
  // What nobody sees is laid out when it is shown.
  if (!isVisible()) return;
  picture_ = priced_ ? priced_() : nullptr;
  shown_ = ask_shown_ ? ask_shown_() : std::nullopt;
  const auto before = at_ < views_.size() ? std::optional(views_[at_]) : std::nullopt;
  views_ = views_to_present(source());
  if (before)
    if (const auto same = std::find(views_.begin(), views_.end(), *before); same != views_.end())
      at_ = static_cast<std::size_t>(same - views_.begin());
  at_ = std::min(at_, views_.empty() ? 0 : views_.size() - 1);
  lay_out();
  part_ = std::min(part_, slide_.parts.size() - 1);
  tell();
}

void Presentation::follow_priced() {
  if (priced_ && priced_() != picture_) refresh();
}

void Presentation::lay_out() {
  const QSizeF room = content().size();
  if (views_.empty()) {
    slide_ =
        slide_of_words(tr("Nothing to present"), tr("There is nothing to present yet."),
                       tr("State an outcome, place items on the roadmap or enter time: each becomes a slide."), room, measurer_);
  } else {
    slide_ = lay_out_slide(source(), views_[at_], room, measurer_);
  }
}

void Presentation::go_to(std::size_t at) {
  at_ = at;
  part_ = 0;
  lay_out();
  tell();
}

void Presentation::step(int by) {
  if (by > 0 && part_ + 1 < slide_.parts.size()) {
    ++part_;
    return tell();
  }
  if (by < 0 && part_ > 0) {
    --part_;
    return tell();
  }
  if (by > 0 && at_ + 1 < views_.size()) go_to(at_ + 1);
  if (by < 0 && at_ > 0) {
    go_to(at_ - 1);
    part_ = slide_.parts.size() - 1;
    tell();
  }
}

QString Presentation::counter() const { return views_.empty() ? QString() : QString("%1 / %2").arg(at_ + 1).arg(views_.size()); }

void Presentation::tell() {
  QString name = views_.empty() ? title() : tr("Slide %1 of %2: %3").arg(at_ + 1).arg(views_.size()).arg(title());
  if (slide_.parts.size() > 1) name += ", " + tr("part %1 of %2").arg(part_ + 1).arg(slide_.parts.size());
  if (!slide_.summary.isEmpty()) name += ". " + slide_.summary;
  setAccessibleName(is_black_ ? tr("Black screen. B shows the slide again.") : name);
  update();
}

void Presentation::set_black(bool black) {
  is_black_ = black;
  tell();
}

void Presentation::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void Presentation::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  refresh();
}

void Presentation::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (key == Qt::Key_Escape || key == Qt::Key_F5) {
    close();
    return;
  }
  if (key == Qt::Key_B && event->modifiers() == Qt::NoModifier) return set_black(!is_black_);
  const bool goes_on = key == Qt::Key_Right || key == Qt::Key_Space || key == Qt::Key_PageDown;
  const bool goes_back = key == Qt::Key_Left || key == Qt::Key_PageUp;
  const bool goes_far = (key == Qt::Key_Home || key == Qt::Key_End) && !views_.empty();
  if (!goes_on && !goes_back && !goes_far) return QWidget::keyPressEvent(event);
  // From black back to where one was: nothing is passed over unseen.
  if (is_black_) return set_black(false);
  if (goes_far)
    go_to(key == Qt::Key_Home ? 0 : views_.size() - 1);
  else
    step(goes_on ? 1 : -1);
}

void Presentation::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  if (is_black_) return set_black(false);
  step(1);
}

void Presentation::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (is_black_) return painter.fillRect(rect(), Qt::black);
  painter.fillRect(rect(), themed(slide_.scenes.empty() ? views::Token::base : slide_.scenes.front().background));
  if (slide_.parts.empty()) return;
  const views::ScenePage& part = slide_.parts[std::min(part_, slide_.parts.size() - 1)];
  const QRectF area = content();
  painter.save();
  painter.translate(area.topLeft());
  // A slide lower than the room stands in its middle; parts of a tall view begin at the top, so that the eye stays.
  if (slide_.parts.size() == 1) painter.translate(0, std::max(0.0, (area.height() - part.size.height) / 2));
  paint::paint_page(painter, part, measurer_, Appearance::instance().theme());
  painter.restore();
  paint_counter(painter);
}

void Presentation::paint_counter(QPainter& painter) const {
  if (views_.empty()) return;
  QString text = counter() + "   " + title();
  if (slide_.parts.size() > 1) text += ", " + tr("part %1 of %2").arg(part_ + 1).arg(slide_.parts.size());
  const QRectF area = content();
  views::TextShape shape;
  shape.box = {area.left(), area.bottom() + (height() - area.bottom() - counter_height) / 2, area.width(), counter_height};
  shape.text = text.toStdString();
  shape.style.size = counter_size;
  shape.style.color = views::Token::text_3;
  shape.align = views::Align::right;
  views::Scene words;
  words.add(std::move(shape));
  paint::PaintOptions options;
  options.theme = Appearance::instance().theme();
  options.background = false;
  paint::paint_scene(painter, words, measurer_, options);
}

}  // namespace tradewind::gui
