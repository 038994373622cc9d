// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/start/example.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

class Document;
class FieldList;
class QuietLabel;

/// The chosen example at length: what it teaches, where it comes from, the options of a generated task with their
/// picture, and the button that opens it.
class ExampleDetails : public QWidget {
    Q_OBJECT

public:
    explicit ExampleDetails(Document &document, QWidget *parent = nullptr);

    void setExample(const Example &example);
    /// Opens what is shown.
    void open();

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeOptions();
    void makePicture();
    std::map<std::string, double> optionValues() const;

    Document &m_document;
    Example m_example;
    QLabel *m_summary;
    QuietLabel *m_origin, *m_shape;
    QWidget *m_pictureSpace;
    FieldList *m_options = nullptr;
    QBoxLayout *m_optionsPlace;
    QSpinBox *m_seed = nullptr;
    QPushButton *m_open;
    ExamplePicture m_picture;
};

} // namespace gatescope
