#include "gui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QUrl>
#include <algorithm>

#include "gui/dialogs/export_preview.h"
#include "gui/dialogs/message_line.h"
#include "gui/dialogs/progress_line.h"
#include "gui/shell/document.h"

namespace tradewind::gui {
namespace {

constexpr const char* folder_setting = "export/folder";

}  // namespace

ExportDialog::ExportDialog(Document& document, workbench::View initial, QWidget* parent,
                           std::shared_ptr<const views::TradeOffPicture> priced, AskShown shown)
    : QDialog(parent),
      document_(document),
      priced_(std::move(priced)),
      ask_shown_(std::move(shown)),
      shown_(ask_shown_ ? ask_shown_() : std::nullopt),
      choices_(new QWidget),
      form_(new QFormLayout(choices_)),
      view_(add_choice(tr("&View"), "export_view")),
      as_shown_(new QCheckBox(tr("&As on the page"))),
      shown_note_(new QLabel),
      format_(add_choice(tr("&Format"), "export_format")),
      theme_(add_choice(tr("&Theme"), "export_theme")),
      paper_(add_choice(tr("&Paper"), "export_paper")),
      size_(add_choice(tr("&Size"), "export_size")),
      note_(new QLabel),
      left_out_(new QLabel),
      preview_(new ExportPreview),
      message_(new MessageLine),
      open_folder_(new QPushButton(tr("Open folder"))),
      progress_(new ProgressLine) {
  build();
  // What is handed out goes on paper or slides: light, whatever the window's own theme is.
  theme_->addItem(tr("Light"), static_cast<int>(views::Theme::light));
  theme_->addItem(tr("Dark"), static_cast<int>(views::Theme::dark));
  fill_papers_and_sizes();
  fill_views(initial);
  connect(view_, &QComboBox::currentIndexChanged, this, [this] {
    offer_as_shown();
    fill_formats();
  });
  connect(as_shown_, &QCheckBox::toggled, this, &ExportDialog::refresh);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::offer_sizes);
  connect(theme_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(paper_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(size_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(preview_, &ExportPreview::slow, this, [this] { note_->setText(tr("Drawing the preview…")); });
  connect(preview_, &ExportPreview::drawn, this, &ExportDialog::show_note);
  connect(preview_, &ExportPreview::failed, this, &ExportDialog::show_problem);
  connect(&document_, &Document::replaced, this, [this] { source_.reset(); });
  connect(&document_, &Document::changed, this, [this] {
    source_.reset();
    if (ask_shown_) shown_ = ask_shown_();
    offer_as_shown();
    refresh();
  });
  offer_as_shown();
  fill_formats();
}

ExportDialog::~ExportDialog() = default;

const ShownView* ExportDialog::drawn_as() const {
  const bool is_here = shown_ && view_->currentData().toInt() == static_cast<int>(shown_->view);
  return is_here && (as_shown_->isHidden() || as_shown_->isChecked()) ? &*shown_ : nullptr;
}

void ExportDialog::show_left_out() {
  const ShownView* shown = drawn_as();
  left_out_->setText(shown == nullptr ? QString() : is_picture(choice().format) ? shown->not_in_picture : shown->not_in_table);
  left_out_->setVisible(!left_out_->text().isEmpty());
}

ExportChoice ExportDialog::choice() const {
  ExportChoice choice;
  if (const int view = view_->currentData().toInt(); view != whole_workspace) choice.view = static_cast<workbench::View>(view);
  choice.format =
      format_->count() == 0 ? formats_of(choice.view).front() : static_cast<ExportFormat>(format_->currentData().toInt());
  choice.theme = static_cast<views::Theme>(theme_->currentData().toInt());
  choice.today = today();
  if (const ShownView* shown = drawn_as()) {
    choice.options = shown->options;
    choice.portfolio = shown->portfolio;
  }
  if (choice.view == workbench::View::tradeoff) choice.options.priced = priced_;
  choice.paper = static_cast<views::Paper>(paper_->currentData().toInt());
  if (const QVariant size = size_->currentData(); size.typeId() == QMetaType::QSize)
    choice.size = views::Size{static_cast<double>(size.toSize().width()), static_cast<double>(size.toSize().height())};
  return choice;
}

ExportSource ExportDialog::source() {
  const ExportChoice chosen = choice();
  if (chosen.portfolio != nullptr) return source_of(document_, chosen);
  // What only the whole workspace needs is read when that is chosen.
  if (!source_ || (!chosen.view && source_->import_records == nullptr)) source_ = source_of(document_, chosen);
  return *source_;
}

void ExportDialog::refresh() {
  message_->hide();
  show_left_out();
  export_->setEnabled(!is_writing_);
  preview_->draw(source(), choice());
}

void ExportDialog::show_problem(const Error& error) {
  note_->clear();
  open_folder_->hide();
  export_->setEnabled(false);
  message_->say(error);
}

void ExportDialog::show_note(int pages) {
  const ExportChoice chosen = choice();
  if (!is_picture(chosen.format))
    return note_->setText(chosen.view ? tr("The rows behind the view.")
                                      : tr("Everything in the workspace as one document, which Import takes back."));
  const bool is_too_long = chosen.paper == views::Paper::automatic && preview_->is_cut();
  note_->setText(chosen.format == ExportFormat::pdf && is_too_long
                     ? tr("%1 pages of A4: on one page it would be too long to be printed.").arg(pages)
                 : chosen.format == ExportFormat::pdf && pages > 1 ? tr("%1 pages.").arg(pages)
                 : pages > 1                          ? tr("Only the first of %1 pages: a PDF holds them all.").arg(pages)
                 : chosen.format == ExportFormat::png ? tr("The picture has two pixels for each one shown here at full size.")
                                                      : QString());
}

QString ExportDialog::suggested_path() const {
  const ExportChoice chosen = choice();
  QString name = document_.name();
  if (const QString scenario = document_.scenario_name(); !scenario.isEmpty()) name += " " + scenario;
  if (chosen.view) name += " " + view_title(*chosen.view).toLower();
  for (const QChar c : QString("/\\:*?\"<>|")) name.remove(c);  // not allowed in names on one system or another
  const QString folder =
      QSettings().value(folder_setting, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
  return QDir(folder).filePath(name + "." + ending_of(chosen.format));
}

void ExportDialog::ask_and_export() {
  const ExportFormat format = choice().format;
  const QString ending = ending_of(format);
  QFileDialog dialog(this, tr("Export to"), suggested_path(), QString("%1 (*.%2)").arg(title_of(format), ending));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(ending);  // so that the question about replacing is about the file that is written
  dialog.selectFile(QFileInfo(suggested_path()).fileName());
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
  export_to(dialog.selectedFiles().front());
}

void ExportDialog::export_to(const QString& path) {
  target_ = path;
  message_->hide();
  set_writing(true);
  const QString name = QFileInfo(path).fileName();
  progress_->begin(tr("Writing %1…").arg(name));
  job_.start(
      source(), choice(), QFileInfo(path).filesystemFilePath(),
      [this, name](int page, int pages) {
        if (is_stopping_ || pages < 2) return;
        progress_->set_done(page, pages);
        progress_->say(
            tr("Writing %1: page %2 of %3").arg(name, QString::number(std::min(page + 1, pages)), QString::number(pages)));
      },
      [this](const Result<std::int64_t>& bytes) {
        set_writing(false);
        show_written(bytes);
      });
}

void ExportDialog::show_written(const Result<std::int64_t>& bytes) {
  open_folder_->setVisible(bytes.has_value());
  if (!bytes) {
    if (bytes.error().code == ErrorCode::cancelled) return message_->say(MessageLine::Kind::good, tr("Nothing was written."));
    return message_->say(bytes.error());
  }
  QSettings().setValue(folder_setting, QFileInfo(target_).absolutePath());
  message_->say(MessageLine::Kind::good, tr("Written to %1 (%2)")
                                             .arg(QDir::toNativeSeparators(target_),
                                                  QLocale().formattedDataSize(*bytes, 0, QLocale::DataSizeTraditionalFormat)));
}

void ExportDialog::set_writing(bool writing) {
  is_writing_ = writing;
  is_stopping_ = false;
  choices_->setEnabled(!writing);
  export_->setEnabled(!writing);
  close_->setText(writing ? tr("Cancel") : tr("Close"));
  if (!writing) progress_->end();
}

bool ExportDialog::is_working() const { return is_writing_ || preview_->is_drawing(); }

void ExportDialog::reject() {
  if (is_writing_ && !is_stopping_) {
    // Whether it was in time, its outcome tells.
    is_stopping_ = true;
    job_.cancel();
    progress_->say(tr("Stopping…"));
    close_->setText(tr("Close"));
    return;
  }
  job_.give_up();
  set_writing(false);
  preview_->stop();
  QDialog::reject();
}

}  // namespace tradewind::gui
