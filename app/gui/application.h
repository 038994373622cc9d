// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>

namespace gatescope {

/// The application with a last word on what nobody caught: a click for which there is no memory or no thread is told,
/// and the program goes on.
class Application : public QApplication {
public:
    using QApplication::QApplication;

    /// @param tell  shows a sentence to the person; empty: none is there yet, and what is thrown goes to main()
    void setTeller(std::function<void(const QString &)> tell) { m_tell = std::move(tell); }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    std::function<void(const QString &)> m_tell;
};

} // namespace gatescope
