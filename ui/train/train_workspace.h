// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/workspace.h"

#include <QByteArray>

class QMainWindow;
class QToolButton;

namespace gatescope {

class Card;
class Document;
class Selection;
class SettingsForm;
class ViewDock;

/// Settings at the left, live views of the training beside them: docks that can be closed, torn off, moved, enlarged.
/// Where there is little room the settings fold into a narrow strip.
class TrainWorkspace : public Workspace {
    Q_OBJECT

public:
    TrainWorkspace(Document &document, Selection &selection, QWidget *parent = nullptr);

    std::vector<ViewExport *> exports() override;
    QList<QAction *> viewActions() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;
    void resetLayout() override;

    const std::vector<ViewDock *> &docks() const { return m_docks; }
    SettingsForm &form() const { return *m_form; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addDocks(Document &document, Selection &selection);
    void arrange();
    void equalize();
    void toggleEnlarged(ViewDock &dock);
    void foldSettings(bool fold);

    Card *m_settings;
    SettingsForm *m_form;
    QWidget *m_strip;
    QMainWindow *m_area;
    std::vector<ViewDock *> m_docks;
    QAction *m_settingsAction;
    ViewDock *m_enlarged = nullptr;
    QByteArray m_beforeEnlarging;
    bool m_equal = false;      ///< views share the room evenly; set once, then it is the user's
    bool m_userFolded = false; ///< the user chose; the width decides no more
};

} // namespace gatescope
