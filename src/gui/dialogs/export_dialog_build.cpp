// What the export dialog is made of, and what its boxes offer.
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/export_preview.h"
#include "gui/dialogs/message_line.h"
#include "gui/dialogs/progress_line.h"

namespace tradewind::gui {

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
  form_->setContentsMargins(0, 0, 0, 0);
  form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form_->setVerticalSpacing(10);
  as_shown_->setObjectName("export_as_shown");
  as_shown_->setChecked(true);
  as_shown_->setToolTip(tr("Else the view is drawn in its usual way, with all that belongs to it"));
  form_->insertRow(1, QString(), as_shown_);
  form_->insertRow(2, QString(), shown_note_);
  left_out_->setObjectName("export_left_out");
  note_->setObjectName("export_note");
  for (QLabel* label : {note_, shown_note_, left_out_}) {
    label->setProperty("role", "muted");
    label->setWordWrap(true);
  }
  open_folder_->setProperty("role", "quiet");
  message_->add(open_folder_);
  connect(open_folder_, &QPushButton::clicked, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(target_).absolutePath())); });
  progress_->setObjectName("export_progress");

  auto* buttons = new QDialogButtonBox;
  export_ = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
  export_->setObjectName("export");
  export_->setProperty("role", "primary");
  export_->setDefault(true);
  close_ = buttons->addButton(QDialogButtonBox::Close);
  close_->setObjectName("close_export");
  connect(export_, &QPushButton::clicked, this, &ExportDialog::ask_and_export);
  connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

  auto* left = new QVBoxLayout;
  left->setSpacing(12);
  auto* title = new QLabel(windowTitle());
  title->setProperty("role", "heading");
  left->addWidget(title);
  left->addWidget(choices_);
  left->addWidget(note_);
  left->addWidget(left_out_);
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
  layout->addWidget(progress_);
  layout->addWidget(buttons);
}

void ExportDialog::fill_views(workbench::View initial) {
  for (const auto& entry : EnumNames<workbench::View>::values)
    if (entry.first != workbench::View::tradeoff || priced_ != nullptr)
      view_->addItem(view_title(entry.first), static_cast<int>(entry.first));
  view_->addItem(tr("Whole workspace"), whole_workspace);
  view_->setCurrentIndex(view_->findData(static_cast<int>(initial)));
}

void ExportDialog::offer_as_shown() {
  const bool is_here = shown_ && view_->currentData().toInt() == static_cast<int>(shown_->view);
  const bool has_a_choice = is_here && !shown_->as_shown.isEmpty();
  as_shown_->setVisible(has_a_choice);
  shown_note_->setVisible(has_a_choice);
  shown_note_->setText(has_a_choice ? shown_->as_shown : QString());
  as_shown_->setAccessibleDescription(shown_note_->text());
}

void ExportDialog::fill_formats() {
  const QSignalBlocker quiet(format_);
  const QVariant before = format_->currentData();
  format_->clear();
  for (const ExportFormat format : formats_of(choice().view)) format_->addItem(title_of(format), static_cast<int>(format));
  format_->setCurrentIndex(std::max(0, format_->findData(before)));
  offer_sizes();
}

void ExportDialog::fill_papers_and_sizes() {
  const auto add_paper = [this](const QString& name, views::Paper paper) { paper_->addItem(name, static_cast<int>(paper)); };
  add_paper(tr("Automatic"), views::Paper::automatic);
  add_paper(tr("One page, as large as the picture"), views::Paper::one);
  add_paper(tr("A4"), views::Paper::a4);
  add_paper(tr("A3"), views::Paper::a3);
  add_paper(tr("Letter"), views::Paper::letter);
  paper_->setItemData(0, tr("One page as large as the picture, or A4 where that would be too long"), Qt::ToolTipRole);
  size_->addItem(tr("As large as it needs"));
  for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)})
    size_->addItem(QString("%1 × %2").arg(size.width()).arg(size.height()), size);
}

void ExportDialog::offer_sizes() {
  const ExportFormat format = choice().format;
  form_->setRowVisible(paper_, format == ExportFormat::pdf);
  form_->setRowVisible(size_, format != ExportFormat::pdf);
  theme_->setEnabled(is_picture(format));
  size_->setEnabled(is_picture(format));
  refresh();
}

}  // namespace tradewind::gui
