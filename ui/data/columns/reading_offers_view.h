// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace gatescope {

class Document;

/// A button for each doubt about how the file was read: it reads the file as the doubt would have it. It can be undone.
class ReadingOffersView : public QWidget {
    Q_OBJECT

public:
    explicit ReadingOffersView(Document &document, QWidget *parent = nullptr);

    /// Shows what can be offered of the open file now; nothing where nothing is doubtful.
    void showOffers();

private:
    Document &m_document;
    QBoxLayout *m_layout;
};

} // namespace gatescope
