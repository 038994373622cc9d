// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatescope {

/// What the keys do in the fields of a window: Enter enters the value and gives the focus back to the page, so that the
/// single keys drive the training again; Space in a field of numbers, and an undo for which a field has nothing to
/// undo, are left to their actions.
class FieldKeys : public QObject {
    Q_OBJECT

public:
    /// @param page  gets the focus back @pre it lives in the window whose fields are meant
    explicit FieldKeys(QWidget &page, QObject *parent = nullptr);
    ~FieldKeys() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void giveBack(QWidget &field);

    QWidget &m_page;
};

} // namespace gatescope
