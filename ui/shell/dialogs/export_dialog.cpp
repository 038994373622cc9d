// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/export_dialog.h"

#include "core/io/export/verify.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/shell/dialogs/dialog_size.h"
#include "ui/widgets/common/file_choice.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStandardItemModel>

namespace gatescope {

namespace {

/// What an export came to; filled on the job's thread, read when it is done.
struct Outcome {
    std::vector<std::filesystem::path> written;
    VerifyReport report;
};

QString reportText(const Outcome &outcome, const QString &name)
{
    const VerifyReport &report = outcome.report;
    QStringList lines;
    if (!outcome.written.empty())
        lines << ExportDialog::tr("%1 is written.").arg(name);
    const QString difference = QString::number(report.outputDifference, 'g', 2);
    lines << (report.equal ? ExportDialog::tr("Verified: read back as %1, its outputs differ from the network's by at "
                                              "most %2 over %3 test sequences of %4 steps.")
                           : ExportDialog::tr("Not equal: read back as %1, its outputs differ from the network's by up "
                                              "to %2 over %3 test sequences of %4 steps."))
                 .arg(QString::fromStdString(report.format), difference)
                 .arg(report.sequences)
                 .arg(report.steps);
    for (const std::string &note : report.notes)
        lines << QString::fromStdString(note);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ExportDialog::ExportDialog(Document &document, QWidget *parent)
    : QDialog(parent), m_document(document), m_formats(new QListWidget), m_summary(new QLabel), m_state(new QuietLabel),
      m_weights(new QComboBox), m_scaleInside(new QCheckBox(tr("Scale inside the network"))),
      m_export(new QPushButton(tr("Export…"))), m_verify(new QPushButton(tr("Verify a file…"))), m_result(new QLabel)
{
    setWindowTitle(tr("Export weights"));
    build();
    for (const ExportFormat &entry : exportFormats())
        m_formats->addItem(coreWords(entry.title));
    connect(m_formats, &QListWidget::currentRowChanged, this, &ExportDialog::showFormat);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askAndExport);
    connect(m_verify, &QPushButton::clicked, this, &ExportDialog::askAndVerify);
    m_formats->setCurrentRow(0);
    const auto snapshot = document.training().snapshot();
    const bool best = snapshot && snapshot->bestParameters;
    m_weights->addItem(snapshot ? tr("current weights (epoch %1)").arg(epochReached(*snapshot))
                                : tr("current weights"));
    m_weights->addItem(best ? tr("best weights (epoch %1)").arg(snapshot->bestEpoch) : tr("best weights: none yet"));
    qobject_cast<QStandardItemModel *>(m_weights->model())->item(1)->setEnabled(best);
    setBusy(false);
    setDialogSize(*this, {560, 420});
}

void ExportDialog::build()
{
    m_formats->setObjectName(QStringLiteral("formats"));
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setToolTip(tr("What the weights are written for."));
    m_weights->setObjectName(QStringLiteral("export-weights"));
    m_weights->setAccessibleName(tr("Weights"));
    m_weights->setToolTip(tr("Which weights are written: those of this moment, or those of the best epoch."));
    m_scaleInside->setObjectName(QStringLiteral("scale-inside"));
    m_scaleInside->setToolTip(tr("The exported network takes values in their original units and gives such; otherwise "
                                 "the scaling stands beside it."));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setToolTip(tr("Asks for a name, writes the file, reads it back and compares."));
    m_verify->setObjectName(QStringLiteral("verify"));
    m_verify->setToolTip(tr("Reads an export that exists and compares its outputs with the network's."));
    m_result->setObjectName(QStringLiteral("result"));
    for (QLabel *label : {m_summary, m_result}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_summary);
    right->addWidget(m_weights);
    right->addWidget(m_scaleInside);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addWidget(m_verify);
    buttons->addStretch(1);
    right->addLayout(buttons);
    right->addWidget(m_result);
    right->addWidget(m_state);
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_formats, 2);
    columns->addLayout(right, 3);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *all = new QVBoxLayout(this);
    all->addLayout(columns, 1);
    all->addWidget(close);
}

const ExportFormat &ExportDialog::format() const
{
    return exportFormats()[static_cast<std::size_t>(std::max(0, m_formats->currentRow()))];
}

bool ExportDialog::chooseFormat(std::string_view id)
{
    int row = 0;
    for (const ExportFormat &entry : exportFormats()) {
        if (entry.id == id) {
            m_formats->setCurrentRow(row);
            return true;
        }
        ++row;
    }
    return false;
}

void ExportDialog::showFormat()
{
    m_summary->setText(coreWords(format().summary));
    m_scaleInside->setVisible(format().id == "onnx");
    m_result->clear();
}

QString ExportDialog::result() const
{
    return m_result->text();
}

void ExportDialog::setBusy(bool busy)
{
    const bool model = m_document.training().session() != nullptr;
    m_export->setEnabled(model && !busy);
    m_verify->setEnabled(model && !busy);
    m_formats->setEnabled(!busy);
    m_state->setText(!model ? tr("There are no weights yet: open data first.")
                     : busy ? tr("Writing and comparing …")
                            : QString());
}

void ExportDialog::askAndExport()
{
    const QString extension = fromText(format().extension);
    QString path;
    if (extension.isEmpty()) {
        path = fileToSave(this, tr("Export as %1: name of the new folder").arg(coreWords(format().title)),
                          QStringLiteral("gatescope-project"), {});
    } else {
        path =
            fileToSave(this, tr("Export as %1").arg(coreWords(format().title)), QStringLiteral("weights") + extension,
                       QStringLiteral("%1 (*%2)").arg(coreWords(format().title), extension));
        if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
            path += extension;
    }
    if (!path.isEmpty())
        exportTo(path);
}

void ExportDialog::askAndVerify()
{
    const QString path = format().extension.empty() ? folderToOpen(this, tr("Verify a project"))
                                                    : fileToOpen(this, tr("Verify an export"), {});
    if (!path.isEmpty())
        verify(path);
}

void ExportDialog::exportTo(const QString &path)
{
    run(path, true);
}

void ExportDialog::verify(const QString &path)
{
    run(path, false);
}

void ExportDialog::run(const QString &path, bool write)
{
    auto outcome = std::make_shared<Outcome>();
    ExportOptions options;
    if (m_scaleInside->isVisibleTo(this) && m_scaleInside->isChecked())
        options.scaler = ScalerPlace::Graph;
    ModelFile model;
    try {
        model = m_document.modelFile(m_weights->currentIndex() == 1 ? ModelWeights::Best : ModelWeights::Current);
    } catch (const Error &error) {
        m_result->setText(QString::fromStdString(error.what()));
        return;
    }
    setBusy(true);
    m_result->clear();
    try {
        if (write)
            m_document.file().refuseOverData(path);
    } catch (const Error &error) {
        setBusy(false);
        m_result->setText(QString::fromStdString(error.what()));
        return;
    }
    m_job.start(
        [outcome, model = std::move(model), id = std::string(format().id),
         target = std::filesystem::path(path.toStdString()), options, write](const std::stop_token &) {
            if (write)
                outcome->written = exportModel(model, id, target, options);
            outcome->report = verifyExport(model, target);
        },
        [this, outcome, name = QFileInfo(path).fileName()](const QString &error) {
            setBusy(false);
            QPalette colors;
            const bool good = error.isEmpty() && outcome->report.equal;
            colors.setColor(QPalette::WindowText, good ? themeColors(palette()).text : themeColors(palette()).error);
            m_result->setPalette(colors);
            m_result->setText(error.isEmpty() ? reportText(*outcome, name) : error);
        });
}

} // namespace gatescope
