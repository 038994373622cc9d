// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/look/language.h"

#include <QTranslator>

namespace gatescope {

class Workspace;

/// The whole program, gone through in a language.
class WordsTest : public WindowTest {
protected:
    WordsTest();
    ~WordsTest() override;

    /// Shows every page of every workspace, with data and a network that has learnt a little, and the dialogs.
    /// @param look  is called with a name of the place and the widget there, window or dialog, for each
    void walk(const QSize &size, const std::function<void(const std::string &place, QWidget &shown)> &look);

    void trainThreeEpochs();
    /// What is written there, what is said besides, and for the window what its views write when they are exported.
    QStringList textsWith(QWidget &shown) const;

    Language language;

private:
    void look(const std::string &place, const std::function<void(const std::string &, QWidget &)> &at);
};

/// The German list, asked for what it holds.
class GermanWords : public QTranslator {
public:
    GermanWords();

    /// Whether the list has the text; of Qt's own classes nothing is known.
    bool holds(const char *context, const char *source) const;
    /// Whether it is a context of the program's own.
    static bool isOurs(const char *context);
};

} // namespace gatescope
