// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/controls/forwarded_export.h"

#include <vector>

class QStackedWidget;
class QToolButton;

namespace gatescope {

class ChoiceBar;
class Inspection;
class LagView;
class LensView;
class LettersView;
class PatternPanel;
class PortraitView;
class WhatIfPanel;

/// The second area of Inspect: one question at a time, chosen by a row of buttons.
class AsideCard : public Card {
    Q_OBJECT

public:
    explicit AsideCard(Inspection &inspection, QWidget *parent = nullptr);
    ~AsideCard() override;

    ChoiceBar &pages() const { return *m_choice; }
    WhatIfPanel &whatIf() { return *m_whatIf; }
    PatternPanel &patterns() { return *m_patterns; }
    /// The views that are shown now.
    std::vector<ViewExport *> exports() const;

private:
    struct Page {
        QString title;
        ViewExport *view = nullptr;
    };

    QToolButton *addPage(const QString &name, const QString &tip, QWidget *page, ViewExport *view,
                         const QString &title);
    QWidget *scrolling(QWidget *page);
    QWidget *lagPage(LagView *view);
    QWidget *portraitPage(PortraitView *view);
    QWidget *lensPage();
    QWidget *lettersPage(LettersView *view);
    void showLettersChoice();
    void showPage();
    void updateCaption();

    Inspection &m_inspection;
    ChoiceBar *m_choice;
    QStackedWidget *m_stack;
    WhatIfPanel *m_whatIf;
    PatternPanel *m_patterns;
    LensView *m_lens;
    QToolButton *m_lettersChoice = nullptr; ///< only a text has letters
    ForwardedExport m_export;
    std::vector<Page> m_pages;
};

} // namespace gatescope
