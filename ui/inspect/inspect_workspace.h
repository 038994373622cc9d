// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/workspace.h"

class QSplitter;

namespace gatescope {

class AsideCard;
class Card;
class CellCard;
class ChoiceBar;
class Document;
class Inspection;
class Selection;
class ShownMoment;
class StackView;
class TimelineCard;

/// One sequence through the network, number by number: the timeline on top, the unrolled stack and the opened cell
/// below. Where there is no room for them side by side, a row of buttons chooses one.
///
/// Keys: ← → a step, Home End its ends, ↑ ↓ the unit, PgUp PgDn the layer, Return plays; 1 2 3 the grain, D forward or
/// backward, Q the question, S the stack, Shift+K lets all pins go; N the next number of a view, K pins it; [ ] the
/// moment of the training, F the film.
class InspectWorkspace final : public Workspace {
    Q_OBJECT

public:
    InspectWorkspace(Document &document, ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);
    ~InspectWorkspace() override;

    Inspection &inspection() { return *m_inspection; }
    TimelineCard &timeline() { return *m_timeline; }
    CellCard &cell() { return *m_cell; }
    AsideCard &aside() { return *m_aside; }
    StackView &stack() { return *m_stack; }

    std::vector<ViewExport *> exports() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;
    void resetLayout() override;
    void bindActions(Actions &actions) override;
    void keepView(SessionView &view) const override;
    void showView(const SessionView &view) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    bool moveByKey(int key);
    bool chooseByKey(int key, Qt::KeyboardModifiers modifiers);

    Inspection *m_inspection;
    TimelineCard *m_timeline;
    StackView *m_stack;
    Card *m_stackCard;
    CellCard *m_cell;
    AsideCard *m_aside;
    ChoiceBar *m_zones;
    QSplitter *m_rows;
    QSplitter *m_columns;
    QSplitter *m_left;
    Actions *m_places = nullptr; ///< where this page's are bound
};

} // namespace gatescope
