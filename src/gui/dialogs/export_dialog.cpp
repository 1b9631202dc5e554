#include "gui/dialogs/export_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
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
#include <QVBoxLayout>

#include "gui/dialogs/export_preview.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/document.h"

namespace tradewind::gui {
namespace {

constexpr const char* folder_setting = "export/folder";
constexpr int whole_workspace = -1;
constexpr std::size_t preview_bytes = 8000;

/// Large workspaces take a moment to lay out.
class BusyCursor {
 public:
  BusyCursor() { QApplication::setOverrideCursor(Qt::WaitCursor); }
  ~BusyCursor() { QApplication::restoreOverrideCursor(); }
  BusyCursor(const BusyCursor&) = delete;
  BusyCursor& operator=(const BusyCursor&) = delete;
};

QString title_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::pdf:
      return QObject::tr("PDF document");
    case ExportFormat::png:
      return QObject::tr("PNG picture");
    case ExportFormat::svg:
      return QObject::tr("SVG drawing");
    case ExportFormat::csv:
      return QObject::tr("CSV table");
    case ExportFormat::markdown:
      return QObject::tr("Markdown table");
    case ExportFormat::json:
      break;
  }
  return QObject::tr("JSON");
}

}  // namespace

ExportDialog::ExportDialog(Document& document, workbench::View initial, QWidget* parent,
                           std::shared_ptr<const views::TradeOffPicture> priced)
    : QDialog(parent),
      document_(document),
      priced_(std::move(priced)),
      form_(new QFormLayout),
      view_(add_choice(tr("&View"), "export_view")),
      format_(add_choice(tr("&Format"), "export_format")),
      theme_(add_choice(tr("&Theme"), "export_theme")),
      size_(add_choice(tr("&Size"), "export_size")),
      note_(new QLabel),
      preview_(new ExportPreview(measurer_)),
      message_(new MessageLine),
      open_folder_(new QPushButton(tr("Open folder"))),
      export_(nullptr) {
  build();
  // What is handed out goes on paper or slides: light, whatever the window's own theme is.
  theme_->addItem(tr("Light"), static_cast<int>(views::Theme::light));
  theme_->addItem(tr("Dark"), static_cast<int>(views::Theme::dark));
  fill_views(initial);
  connect(view_, &QComboBox::currentIndexChanged, this, &ExportDialog::fill_formats);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::fill_sizes);
  connect(theme_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(size_, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(&document_, &Document::changed, this, &ExportDialog::refresh);
  fill_formats();
}

ExportDialog::~ExportDialog() = default;

QComboBox* ExportDialog::add_choice(const QString& label, const QString& object_name) {
  auto* choice = new QComboBox;
  choice->setObjectName(object_name);
  choice->setAccessibleName(QString(label).remove('&'));
  form_->addRow(label, choice);
  return choice;
}

void ExportDialog::build() {
  setObjectName("export_dialog");
  setWindowTitle(tr("Export"));
  setAccessibleName(windowTitle());
  resize(980, 620);
  form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form_->setVerticalSpacing(10);
  note_->setProperty("role", "muted");
  note_->setWordWrap(true);
  open_folder_->setProperty("role", "quiet");
  message_->add(open_folder_);
  connect(open_folder_, &QPushButton::clicked, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(written_to_).absolutePath())); });

  auto* buttons = new QDialogButtonBox;
  export_ = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
  export_->setObjectName("export");
  export_->setProperty("role", "primary");
  export_->setDefault(true);
  buttons->addButton(QDialogButtonBox::Close);
  connect(export_, &QPushButton::clicked, this, &ExportDialog::ask_and_export);
  connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

  auto* left = new QVBoxLayout;
  left->setSpacing(12);
  auto* title = new QLabel(windowTitle());
  title->setProperty("role", "heading");
  left->addWidget(title);
  left->addLayout(form_);
  left->addWidget(note_);
  left->addStretch(1);
  auto* left_widget = new QWidget;
  left_widget->setLayout(left);
  left->setContentsMargins(0, 0, 0, 0);
  left_widget->setFixedWidth(280);

  auto* upper = new QHBoxLayout;
  upper->setSpacing(20);
  upper->addWidget(left_widget);
  upper->addWidget(preview_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addLayout(upper, 1);
  layout->addWidget(message_);
  layout->addWidget(buttons);
}

void ExportDialog::fill_views(workbench::View initial) {
  for (const auto& entry : EnumNames<workbench::View>::values)
    if (entry.first != workbench::View::tradeoff || priced_ != nullptr)
      view_->addItem(view_title(entry.first), static_cast<int>(entry.first));
  view_->addItem(tr("Whole workspace"), whole_workspace);
  view_->setCurrentIndex(view_->findData(static_cast<int>(initial)));
}

void ExportDialog::fill_formats() {
  const QSignalBlocker quiet(format_);
  const QVariant before = format_->currentData();
  format_->clear();
  for (const ExportFormat format : formats_of(choice().view)) format_->addItem(title_of(format), static_cast<int>(format));
  format_->setCurrentIndex(std::max(0, format_->findData(before)));
  fill_sizes();
}

void ExportDialog::fill_sizes() {
  const QSignalBlocker quiet(size_);
  const ExportFormat format = choice().format;
  const QString before = size_->currentText();
  size_->clear();
  if (format == ExportFormat::pdf) {
    size_->addItem(tr("As large as it needs"), static_cast<int>(paint::PageSize::fit_scene));
    size_->addItem(tr("A4, landscape"), static_cast<int>(paint::PageSize::a4_landscape));
    size_->addItem(tr("A3, landscape"), static_cast<int>(paint::PageSize::a3_landscape));
  } else if (is_picture(format)) {
    size_->addItem(tr("As large as it needs"));
    for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)})
      size_->addItem(QString("%1 × %2").arg(size.width()).arg(size.height()), size);
  }
  size_->setCurrentIndex(std::max(0, size_->findText(before)));
  theme_->setEnabled(is_picture(format));
  size_->setEnabled(is_picture(format));
  refresh();
}

ExportChoice ExportDialog::choice() const {
  ExportChoice choice;
  if (const int view = view_->currentData().toInt(); view != whole_workspace) choice.view = static_cast<workbench::View>(view);
  choice.format =
      format_->count() == 0 ? formats_of(choice.view).front() : static_cast<ExportFormat>(format_->currentData().toInt());
  choice.theme = static_cast<views::Theme>(theme_->currentData().toInt());
  choice.today = today();
  if (choice.view == workbench::View::tradeoff) choice.priced = priced_;
  const QVariant size = size_->currentData();
  if (choice.format == ExportFormat::pdf)
    choice.page = static_cast<paint::PageSize>(size.toInt());
  else if (size.typeId() == QMetaType::QSize)
    choice.size = views::Size{static_cast<double>(size.toSize().width()), static_cast<double>(size.toSize().height())};
  return choice;
}

void ExportDialog::refresh() {
  const BusyCursor busy;
  const ExportChoice chosen = choice();
  message_->hide();
  export_->setEnabled(true);
  if (!is_picture(chosen.format)) return show_table();
  auto scenes = scenes_of(document_.portfolio(), chosen, measurer_);
  if (!scenes) {
    open_folder_->hide();
    export_->setEnabled(false);
    return message_->say(scenes.error());
  }
  const std::size_t pages = scenes->size();
  note_->setText(chosen.format == ExportFormat::pdf && pages > 1 ? tr("%1 pages; this is the first.").arg(pages)
                 : pages > 1                          ? tr("Only the first of %1 pages: a PDF holds them all.").arg(pages)
                 : chosen.format == ExportFormat::png ? tr("The picture has two pixels for each one shown here at full size.")
                                                      : QString());
  preview_->show_scene(std::move(scenes->front()), chosen.theme, chosen.page);
}

void ExportDialog::show_table() {
  const ExportChoice chosen = choice();
  note_->setText(chosen.view ? tr("The rows behind the view.")
                             : tr("Everything in the workspace as one document, which Import takes back."));
  const auto text = text_of(document_.workspace(), chosen);
  if (!text) {
    open_folder_->hide();
    export_->setEnabled(false);
    return message_->say(text.error());
  }
  std::string shown = text->substr(0, preview_bytes);
  // Whole lines only: the cut may lie inside a letter.
  if (text->size() > preview_bytes && shown.rfind('\n') != std::string::npos) shown.resize(shown.rfind('\n'));
  preview_->show_text(QString::fromStdString(shown) + (text->size() > preview_bytes ? "\n…" : ""));
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
  const QString path = dialog.selectedFiles().front();
  if (export_to(path)) QSettings().setValue(folder_setting, QFileInfo(path).absolutePath());
}

bool ExportDialog::export_to(const QString& path) {
  const BusyCursor busy;
  const auto bytes = write_export(document_.workspace(), choice(), QFileInfo(path).filesystemFilePath(), measurer_);
  open_folder_->setVisible(bytes.has_value());
  if (!bytes) {
    message_->say(bytes.error());
    return false;
  }
  written_to_ = path;
  message_->say(MessageLine::Kind::good,
                tr("Written to %1 (%2)")
                    .arg(QDir::toNativeSeparators(path),
                         QLocale().formattedDataSize(static_cast<qint64>(*bytes), 0, QLocale::DataSizeTraditionalFormat)));
  return true;
}

}  // namespace tradewind::gui
