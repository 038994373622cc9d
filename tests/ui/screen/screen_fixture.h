// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_fixture.h"

#include <QPointer>

#include <map>

namespace gatescope {

/// Goes through all that the window can show: every workspace, and in it every choice of its bars of buttons.
class ScreenTest : public WindowTest {
protected:
    ScreenTest();

    /// A small network on a small series, trained for some epochs, so that no view is empty.
    void openTrained();
    /// A series whose columns hold the numbers that are hardest to write: −1.234e−30 to 1e36.
    void openWild();
    /// Calls visit with each state's name: "inspect, Aside: Health".
    void forEachScreen(const std::function<void(const std::string &)> &visit);
    /// Gives the window a size in the type's own measure and lets it take it.
    void setSize(const QSize &size, double textScale);
    /// What is wrong, each kind once, with the number of times and the first place.
    void report(const std::string &what, const std::string &place)
    {
        ++m_faults.try_emplace(what, 0, place).first->second.first;
    }
    std::string faults() const;

    static void letItSettle();
    /// Everything that the bars of one workspace can show.
    void forEachChoice(QWidget &workspace, const std::string &name,
                       const std::function<void(const std::string &)> &visit);

private:
    /// Every choice of a bar but the one that is made; leaves that one.
    static void forEachOther(const QPointer<QWidget> &bar, const std::function<void(const QString &)> &visit);

    std::map<std::string, std::pair<int, std::string>> m_faults;
};

} // namespace gatescope
