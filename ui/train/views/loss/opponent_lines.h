// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <utility>
#include <vector>

class QCPGraph;
class QCPItemText;

namespace gatescope {

class LiveOpponents;
class Plot;

/// What the network has to beat, as lines across the loss' plot, each with its name and loss: the best of the naive
/// forecasts strongly, the others faintly, and the floor that is known of a generated task.
class OpponentLines {
public:
    explicit OpponentLines(Plot &plot);

    void show(const LiveOpponents &opponents, bool anything);
    void colour();
    /// Puts the words where they cover no other and no curve (in pixels) runs through them, once the axes are known.
    /// Where there is no such place they are left out; what is to beat is named even then.
    void place(const std::vector<QPolygonF> &curves);
    /// Where words are, for others to keep clear of.
    std::vector<QRectF> taken() const;
    /// What the axis has to reach: the best, and the last value that everyone knows.
    const std::vector<double> &mustBeSeen() const { return m_mustBeSeen; }
    /// Id and loss of all, for the view's table.
    std::vector<std::pair<QString, double>> lines() const;
    /// What is known of the lowest loss where no line can be drawn for it; empty otherwise.
    const QString &floorWords() const { return m_floorWords; }

private:
    enum class Rank { Best, Other, Floor };
    struct Line {
        QCPGraph *graph;
        QCPItemText *label;
        QString id;
        double loss = 0.0;
        Rank rank = Rank::Other;
        bool isShown = false;
    };

    Line &lineAt(std::size_t index);
    void set(std::size_t index, const QString &id, const QString &words, double loss, Rank rank);
    void colour(const Line &line) const;
    bool placeLabel(Line &line, std::vector<QRectF> &taken, const std::vector<QPolygonF> &curves) const;

    Plot &m_plot;
    std::vector<Line> m_lines;
    std::vector<double> m_mustBeSeen;
    QString m_floorWords;
};

} // namespace gatescope
