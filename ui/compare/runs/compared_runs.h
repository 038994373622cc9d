// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/shelf.h"
#include "ui/document/shelf/run_shelf.h"

#include <QColor>
#include <QObject>
#include <QPen>

#include <vector>

class QPalette;

namespace gatescope {

/// One of the runs that are compared, with the letter, colour and dash by which it is known everywhere here.
struct ComparedRun {
    const KeptRun *kept = nullptr; ///< valid until the shelf changes
    int place = 0;                 ///< 0 … 7: decides letter, colour and dash

    QString letter() const { return QString(QChar(u'A' + static_cast<char16_t>(place))); }
    QString name() const;
    /// "A full GRU"
    QString label() const { return letter() + QLatin1Char(' ') + name(); }
    QColor color(const QPalette &palette) const;
    Qt::PenStyle dash() const;
    double width() const;
};

/// A fact of a run as people read it: of a data option with choices the title of the one that is in force.
QString factWords(const RunFact &fact);

/// Which runs of the shelf are compared, at most eight; each keeps its place while it is chosen.
class ComparedRuns : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = 8;

    explicit ComparedRuns(RunShelf &shelf, QObject *parent = nullptr);

    /// In the order of their letters.
    std::vector<ComparedRun> runs() const;
    bool isChosen(std::uint64_t id) const;
    std::optional<ComparedRun> find(std::uint64_t id) const;
    /// @return false when there are eight already
    bool setChosen(std::uint64_t id, bool chosen);
    RunShelf &shelf() const { return m_shelf; }

Q_SIGNALS:
    void changed();

private:
    void follow();

    RunShelf &m_shelf;
    std::vector<std::uint64_t> m_places; ///< by place; 0: free
    std::vector<std::uint64_t> m_known;  ///< runs seen on the shelf, so that new ones are chosen by themselves
};

} // namespace gatescope
