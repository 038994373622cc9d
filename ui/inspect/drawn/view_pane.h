// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace gatescope {

/// Scrolls what needs more height than there is. One of several pages: what its content has come to need while another
/// was shown, it gets when it is shown again.
class ViewPane : public QScrollArea {
    Q_OBJECT

public:
    explicit ViewPane(QWidget *content, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
};

} // namespace gatescope
