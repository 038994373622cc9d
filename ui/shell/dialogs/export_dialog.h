// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/shared/background_job.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace gatescope {

struct ExportFormat;
class QuietLabel;

/// Takes the weights elsewhere: a list of core's formats, each with what it is for; what was written is read back at
/// once and its outputs compared with the network's.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(Document &document, QWidget *parent = nullptr);

    /// Chooses a format by its id; false when there is none.
    bool chooseFormat(std::string_view id);
    /// Writes the chosen format to a path and verifies it; the result is shown.
    void exportTo(const QString &path);
    /// Compares an export that exists with the network.
    void verify(const QString &path);
    bool isBusy() const { return m_job.isRunning(); }
    /// What the last export or verification came to.
    QString result() const;

private:
    void build();
    void showFormat();
    const ExportFormat &format() const;
    void askAndExport();
    void askAndVerify();
    void run(const QString &path, bool write);
    void setBusy(bool busy);

    Document &m_document;
    BackgroundJob m_job;
    QListWidget *m_formats;
    QLabel *m_summary;
    QuietLabel *m_state;
    QComboBox *m_weights;
    QCheckBox *m_scaleInside;
    QPushButton *m_export, *m_verify;
    QLabel *m_result;
};

} // namespace gatescope
