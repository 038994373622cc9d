// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/common/view_export.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gatescope {

class EditForm;
class Inspection;

/// What if: changes held on the network, each in a line of its own, and what they do to output and loss. Its picture is
/// a table of the edits and of every output and the loss, untouched and edited.
class WhatIfPanel final : public QWidget, public ViewExport {
    Q_OBJECT

public:
    explicit WhatIfPanel(Inspection &inspection, QWidget *parent = nullptr);

    EditForm &form() { return *m_form; }
    QString answer() const;
    QString slope() const;
    /// Nudges the input at the cursor both ways and puts the measured slope beside the back-propagated one.
    void measureSlope();

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString exportName() const override;
    const QWidget &exportWidget() const override { return *this; }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    /// One number of the answer; without edits both are the same.
    struct Number {
        QString name;
        double untouched, edited;
        QString id; ///< in exported columns
    };

    std::vector<Number> numbers() const;
    QStringList editPhrases() const;
    void listEdits();
    void showAnswer();
    void addLine(const QString &phrase, std::size_t index);

    Inspection &m_inspection;
    EditForm *m_form;
    QVBoxLayout *m_lines;
    QPushButton *m_clear;
    QLabel *m_answer;
    QPushButton *m_nudge;
    QLabel *m_slope;
};

} // namespace gatescope
