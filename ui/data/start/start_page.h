// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form/form_page.h"

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace gatescope {

class Card;
class Document;
class ExampleCard;
class ExampleDetails;
class FlowLayout;
class Preferences;

/// What to start with: a file of one's own, one of the last files, a real series or a generated task.
class StartPage : public FormPage {
    Q_OBJECT

public:
    StartPage(Document &document, const Preferences &preferences, QWidget *parent = nullptr);

    const std::vector<ExampleCard *> &cards() const { return m_cards; }

Q_SIGNALS:
    /// An example was opened, or a file is being read.
    void opened();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void turned() override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFiles();
    void makeCards(QBoxLayout &column);
    void chooseFile();
    void openFile(const QString &path);
    void showRecent();
    void drawPictures();
    void placeCards();
    void applyFonts();

    Document &m_document;
    const Preferences &m_preferences;
    FlowLayout *m_recent; ///< a file to be chosen, and those that were opened
    std::vector<QLabel *> m_headings;
    std::vector<ExampleCard *> m_cards;
    std::vector<QGridLayout *> m_grids; ///< real series, generated tasks
    QWidget *m_list;
    QWidget *m_listPane;
    Card *m_detailsCard;
    ExampleDetails *m_details;
};

} // namespace gatescope
