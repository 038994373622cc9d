// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gatescope {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal on the screen's thread, so that the program can keep what it has before it
/// ends. One object a program. What the caller has switched off, as nohup does with SIGHUP, stays off; a second signal
/// of the same kind ends the program at once.
class EndSignals : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

    /// The last one received; 0: none.
    int number() const { return m_number; }

Q_SIGNALS:
    void received(int number);

private:
    void read();

    int m_number = 0;
};

} // namespace gatescope
