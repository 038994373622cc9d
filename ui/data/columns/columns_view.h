// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gatescope {

/// The table of a ColumnsModel. A click anywhere in a role's cell sets or clears it; so does Space.
class ColumnsView : public QTableView {
    Q_OBJECT

public:
    explicit ColumnsView(QWidget *parent = nullptr);

Q_SIGNALS:
    /// A column's type is to be chosen: its cell was clicked, or Space pressed on it.
    void typeAsked(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitSections();
};

} // namespace gatescope
