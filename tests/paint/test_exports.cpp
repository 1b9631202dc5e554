// Files that other programs can open, whole or not at all.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <filesystem>
#include <thread>

#include "paint/application.h"
#include "paint/hatch.h"
#include "support/catch.h"
#include "tradewind/paint/export.h"
#include "tradewind/paint/scene_painter.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::paint;
using tradewind::testing::fonts;

namespace {

Scene sample_scene() {
  Scene scene;
  scene.size = {200, 100};
  scene.title = "Plan <2027> & more";
  RectShape bar;
  bar.rect = {20, 20, 60, 40};
  bar.fill = Token::cls_s;
  scene.add(bar, Mark{MarkKind::item, 7, 0, "Cache & \"search\""});
  bar.rect = {100, 20, 60, 40};
  bar.fill = Token::base;
  bar.hatch.color = Token::danger;
  bar.stroke.color = Token::danger;
  scene.add(bar);
  EllipseShape disc;
  disc.rect = {170, 10, 20, 20};
  disc.fill = Token::cls_f;
  scene.add(disc);
  PathShape line;
  line.points = {{0, 80}, {200, 80}};
  line.stroke.color = Token::line_4;
  scene.add(line);
  TextShape text;
  text.box = {10, 82, 180, 16};
  text.text = "Query cache";
  text.style.halo = Token::base;
  scene.add(text);
  return scene;
}

QColor token(Token name, Theme theme = Theme::light) { return qt_color(name, theme); }

QByteArray bytes_of(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

struct Folder {
  QTemporaryDir folder;
  std::filesystem::path operator/(const char* name) const { return std::filesystem::path(folder.path().toStdString()) / name; }
};

}  // namespace

TEST_CASE("a PNG has the scene's size times the scale, and its colours") {
  fonts();
  const Folder folder;
  for (const double scale : {1.0, 2.0}) {
    PngOptions options;
    options.scale = scale;
    const auto written = write_png(sample_scene(), folder / "plan.png", fonts(), options);
    REQUIRE(written.has_value());
    CHECK(written->bytes == static_cast<std::int64_t>(std::filesystem::file_size(folder / "plan.png")));
    const QImage image(QString::fromStdString((folder / "plan.png").string()));
    REQUIRE(image.width() == static_cast<int>(200 * scale));
    REQUIRE(image.height() == static_cast<int>(100 * scale));
    const auto at = [&](double x, double y) {
      return image.pixelColor(static_cast<int>(x * scale), static_cast<int>(y * scale));
    };
    CHECK(at(5, 5) == token(Token::base));
    CHECK(at(50, 40) == token(Token::cls_s));
    CHECK(at(180, 20) == token(Token::cls_f));
    CHECK(at(100, 80) == token(Token::line_4));
    CHECK(image.text(QStringLiteral("Title")) == QStringLiteral("Plan <2027> & more"));
    // The hatch leaves both colours in its area, and the text leaves ink.
    int red = 0;
    int ink = 0;
    for (int x = static_cast<int>(104 * scale); x < static_cast<int>(156 * scale); ++x)
      red +=
          image.pixelColor(x, static_cast<int>(40 * scale)).red() > image.pixelColor(x, static_cast<int>(40 * scale)).green() + 60
              ? 1
              : 0;
    for (int x = 0; x < static_cast<int>(100 * scale); ++x) ink += at(x / scale, 90).lightness() < 100 ? 1 : 0;
    CHECK(red > 4);
    CHECK(red < 40 * scale);
    CHECK(ink > 3);
  }
  PngOptions dark;
  dark.theme = Theme::dark;
  dark.scale = 1;
  REQUIRE(write_png(sample_scene(), folder / "dark.png", fonts(), dark).has_value());
  CHECK(QImage(QString::fromStdString((folder / "dark.png").string())).pixelColor(5, 5) == token(Token::base, Theme::dark));
}

TEST_CASE("the same scene gives the same PNG") {
  const Folder folder;
  REQUIRE(write_png(sample_scene(), folder / "a.png", fonts()).has_value());
  REQUIRE(write_png(sample_scene(), folder / "b.png", fonts()).has_value());
  CHECK(bytes_of(folder / "a.png") == bytes_of(folder / "b.png"));
}

TEST_CASE("an SVG is well-formed, scales, and says what its shapes are") {
  const Folder folder;
  REQUIRE(write_svg(sample_scene(), folder / "plan.svg", fonts()).has_value());
  QXmlStreamReader reader(bytes_of(folder / "plan.svg"));
  std::vector<std::string> titles;
  std::vector<std::string> texts;
  std::string view_box;
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement) continue;
    if (reader.name() == QStringLiteral("svg"))
      view_box = reader.attributes().value(QStringLiteral("viewBox")).toString().toStdString();
    if (reader.name() == QStringLiteral("title")) titles.push_back(reader.readElementText().toStdString());
    if (reader.name() == QStringLiteral("text")) texts.push_back(reader.readElementText().toStdString());
  }
  CHECK_FALSE(reader.hasError());
  CHECK(view_box == "0 0 200 100");
  CHECK(titles == std::vector<std::string>{"Plan <2027> & more", "Cache & \"search\""});
  CHECK(texts == std::vector<std::string>{"Query cache", "Query cache"});  // the halo, then the text
  const QByteArray content = bytes_of(folder / "plan.svg");
  CHECK(content.contains("id=\"hatch-danger\""));
  CHECK(content.contains("url(#hatch-danger)"));
}

TEST_CASE("a PDF has one page for each scene, a title and an embedded font") {
  const Folder folder;
  const auto written = write_pdf({sample_scene(), sample_scene()}, folder / "plan.pdf", fonts());
  REQUIRE(written.has_value());
  const QByteArray content = bytes_of(folder / "plan.pdf");
  CHECK(content.startsWith("%PDF-"));
  CHECK(content.trimmed().endsWith("%%EOF"));
  CHECK(content.count("/Type /Page\n") == 2);
  CHECK(content.contains("/FontFile"));
  CHECK(content.contains("/Title"));
}

TEST_CASE("a tall scene goes on over several sheets of paper") {
  Scene tall = sample_scene();
  tall.size = {1000, 4000};
  const Folder folder;
  PdfOptions options;
  for (const auto& [paper, pages] : {std::pair{Paper::one, 1}, std::pair{Paper::a4, 3}, std::pair{Paper::a3, 3}}) {
    INFO(to_text(paper));
    options.paper = paper;
    REQUIRE(write_pdf({tall}, folder / "tall.pdf", fonts(), options).has_value());
    CHECK(bytes_of(folder / "tall.pdf").count("/Type /Page\n") == pages);
  }
}

TEST_CASE("a writer asks before each page and before the file is replaced; giving up leaves the old file") {
  const Folder folder;
  const auto path = folder / "plan";
  for (const int pages : {1, 2}) {
    for (int last = 0; last <= pages + 1; ++last) {
      INFO(pages << " pages, given up at " << last);
      QFile old(QString::fromStdString(path.string()));
      REQUIRE(old.open(QIODevice::WriteOnly));
      old.write("old");
      old.close();
      std::vector<int> asked;
      const auto before_page = [&](int page, int of) {
        CHECK(of == pages);
        asked.push_back(page);
        return page < last;
      };
      const auto check = [&](const Result<ExportedFile>& written) {
        CHECK(static_cast<int>(asked.size()) == std::min(last, pages) + 1);
        CHECK(asked.back() == std::min(last, pages));
        CHECK(written.has_value() == (last > pages));
        if (!written) CHECK(written.error().code == ErrorCode::cancelled);
        CHECK((bytes_of(path) == "old") == !written.has_value());
        CHECK(QDir(folder.folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("plan")});
      };
      PdfOptions pdf;
      pdf.before_page = before_page;
      check(write_pdf(std::vector<Scene>(static_cast<std::size_t>(pages), sample_scene()), path, fonts(), pdf));
      if (pages > 1 || last > pages) continue;
      asked.clear();
      PngOptions png;
      png.before_page = before_page;
      check(write_png(sample_scene(), path, fonts(), png));
      asked.clear();
      SvgOptions svg;
      svg.before_page = before_page;
      check(write_svg(sample_scene(), path, fonts(), svg));
    }
  }
}

TEST_CASE("another thread with a measurer of its own writes the same pictures") {
  const Folder folder;
  REQUIRE(write_png(sample_scene(), folder / "a.png", fonts()).has_value());
  REQUIRE(write_svg(sample_scene(), folder / "a.svg", fonts()).has_value());
  std::thread([&] {
    const QtTextMeasurer measurer;
    static_cast<void>(write_png(sample_scene(), folder / "b.png", measurer));
    static_cast<void>(write_svg(sample_scene(), folder / "b.svg", measurer));
  }).join();
  CHECK(bytes_of(folder / "a.png") == bytes_of(folder / "b.png"));
  CHECK(bytes_of(folder / "a.svg") == bytes_of(folder / "b.svg"));
}

TEST_CASE("hatch lines stay inside their area") {
  const QRectF area(10, 20, 33, 16);
  const auto lines = hatch_lines(area, 5);
  CHECK(lines.size() >= 8);
  for (const QLineF& line : lines)
    for (const QPointF point : {line.p1(), line.p2()}) CHECK(area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(point));
  CHECK(hatch_lines(QRectF(), 5).empty());
}

TEST_CASE("what cannot be written is an error that says why, and leaves nothing behind") {
  const Folder folder;
  const auto missing = write_png(sample_scene(), folder / "nowhere/plan.png", fonts());
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().why.find("does not exist") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "nowhere"));

  CHECK(write_svg(sample_scene(), folder.folder.path().toStdString(), fonts()).error().code == ErrorCode::bad_input);
  CHECK(write_pdf({}, folder / "none.pdf", fonts()).error().code == ErrorCode::bad_input);
  CHECK_FALSE(std::filesystem::exists(folder / "none.pdf"));
  PngOptions options;
  options.scale = 0;
  CHECK(write_png(sample_scene(), folder / "zero.png", fonts(), options).error().code == ErrorCode::bad_input);
  Scene huge = sample_scene();
  huge.size.height = 1e6;
  const auto too_large = write_png(huge, folder / "huge.png", fonts());
  REQUIRE_FALSE(too_large.has_value());
  CHECK(too_large.error().what_to_do.find("PDF") != std::string::npos);
}
