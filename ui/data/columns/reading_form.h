// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "ui/widgets/form/field_list.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace gatescope {

class Document;

/// What was recognised in the open CSV, each part with a choice to overrule it. A choice reads the file again, which
/// can be undone; "automatic" names what was found.
class ReadingForm : public FieldList {
    Q_OBJECT

public:
    explicit ReadingForm(Document &document, QWidget *parent = nullptr);

    /// What is chosen: fields left on automatic are unset.
    CsvOptions options() const;

private:
    QComboBox *addChoice(const QString &id, const QString &title, const QString &tip);
    void buildText();
    void buildMissing();
    void buildLayout();
    void buildTime();
    void showDocument();
    void showChosen();
    void readAgain();

    Document &m_document;
    QComboBox *m_delimiter, *m_decimal, *m_thousands, *m_quote, *m_encoding;
    QComboBox *m_header, *m_unitsRow, *m_skipRows, *m_comment, *m_timeColumn, *m_timeFormat;
    QLineEdit *m_missing;
    QPushButton *m_automatic;
};

} // namespace gatescope
