// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/workspace.h"

class QToolButton;

namespace gatescope {

class Card;
class Document;
class MomentBar;
class PhaseCard;
class Selection;
class SettingsForm;
class WelcomeCard;
class WrittenCard;
class ShownMoment;
class ViewArea;
class ViewDock;
class WeightsView;

/// Settings at the left, live views of the training beside them.
/// Above them the time machine, and the phase just done while phases are done one by one.
/// Where there is little room the settings fold into a narrow strip.
class TrainWorkspace final : public Workspace {
    Q_OBJECT

public:
    TrainWorkspace(Document &document, ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);

    std::vector<ViewExport *> exports() override;
    QList<QAction *> viewActions() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;
    void resetLayout() override;
    void keepView(SessionView &view) const override;
    void showView(const SessionView &view) override;
    void setPresenting(bool presenting) override;
    void setGuided(bool guided) override;
    void bindActions(Actions &actions) override;
    void applyClass(const ClassSetup &setup) override;

    const std::vector<ViewDock *> &docks() const;
    SettingsForm &form() const { return *m_form; }
    MomentBar &moments() const { return *m_moments; }
    PhaseCard &phases() const { return *m_phases; }
    WrittenCard &written() const { return *m_written; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addDocks(Document &document, ShownMoment &moment, Selection &selection);
    void connectWeights(WeightsView &view, Document &document, ShownMoment &moment);
    bool isNarrow() const;
    void showWelcome();
    void foldByWidth();
    void keepReadable();
    void foldSettings(bool fold);

    ShownMoment &m_moment;
    Card *m_settings;
    SettingsForm *m_form;
    WelcomeCard *m_welcome;
    QWidget *m_strip;
    MomentBar *m_moments;
    PhaseCard *m_phases;
    ViewArea *m_area;
    WrittenCard *m_written;
    QAction *m_settingsAction;
    bool m_guided = false;  ///< a lesson stands beside it
    bool m_inClass = false; ///< a class set-up says what is shown
    bool m_presenting = false;
    bool m_foldedBefore = false; ///< as the form was when presenting began
    bool m_userFolded = false;   ///< the user chose; the width decides no more
};

} // namespace gatescope
