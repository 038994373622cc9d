// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/spoken/spoken_view.h"

#include <QColor>
#include <QWidget>

#include <functional>
#include <optional>

class QCPGraph;
class QCPItemLine;
class QCPPainter;
class QCustomPlot;
class QLabel;

namespace gatescope {

/// A themed QCustomPlot with hover values, a cursor line, a true logarithmic axis and a sentence for when it is empty.
///
/// It repaints only while it is visible, at most once an event loop turn; what changed while hidden is drawn on show.
/// The wheel zooms along the horizontal axis and a double click shows everything again.
class Plot : public QWidget, public SpokenView {
    Q_OBJECT

public:
    explicit Plot(QWidget *parent = nullptr);

    QCustomPlot &canvas() { return *m_canvas; }

    /// Axis names with units, and a sentence each for whoever points at them.
    void setHorizontalAxis(const QString &label, const QString &tip);
    const QString &horizontalName() const { return m_horizontalName; }
    /// Whole numbers only along the horizontal axis: steps.
    void setWholeSteps();
    bool hasWholeSteps() const { return m_wholeSteps; }
    void setVerticalAxis(const QString &label, const QString &tip);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }

    /// A curve with the hints that keep drawing cheap. Its pen: setCurvePen().
    QCPGraph *addCurve(const QString &name);
    static void setCurvePen(QCPGraph &curve, const QColor &color, double width, Qt::PenStyle style = Qt::SolidLine);

    /// Puts the legend into a row above the axes, where no curve runs below it.
    void showLegend();

    void setEmptyText(const QString &text);
    void setEmpty(bool empty);
    bool isEmpty() const;

    /// A dotted vertical line: the shared cursor. Unset hides it.
    void setCursor(std::optional<double> x);
    /// Words for the bubble at a horizontal position; an empty text shows none.
    void setHoverText(std::function<QString(double x)> text) { m_hoverText = std::move(text); }
    /// Dragging moves the cursor (pointed()) instead of the picture; arrow keys move it by a step.
    void setPointing(bool pointing);

    /// Shows the range, with a little room, where it is not zoomed; guards empty and non-finite ranges.
    void showRange(double xMinimum, double xMaximum, double yMinimum, double yMaximum);

    void replotSoon();
    /// Draws into (0, 0, size) of any device, as vectors where it can.
    void paintInto(QCPPainter &painter, const QSize &size);

    /// The bubble's words at the cursor.
    QString spokenValue() const override;
    /// Every curve with its last, lowest and highest value.
    QString spokenSummary() const override;
    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {140, 52}; }

Q_SIGNALS:
    void pointed(double x);
    /// Colours changed: views set their pens again.
    void themed();
    /// The user asked to see everything again.
    void rangeReset();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void restyle();
    void hover(const QPoint &place, const QPoint &globalPlace);
    void pointAt(const QPoint &place);
    void connectZoom();
    /// Names and numbers of the axes, as many as there is room for.
    void fitAxes(const QSize &size);
    void fitLegend(const QSize &size);
    /// Once the axis' height is known: numbers that would lie on each other are left out.
    void fitNumbers();

    QCustomPlot *m_canvas;
    QLabel *m_emptyLabel;
    QCPItemLine *m_cursorLine;
    QString m_horizontalName;
    QString m_verticalName;
    QString m_horizontalTip;
    QString m_verticalTip;
    std::function<QString(double)> m_hoverText;
    std::optional<double> m_cursor;
    bool m_logarithmic = false;
    bool m_wholeSteps = false;
    bool m_scaled = false; ///< whether a scale was chosen
    bool m_pointing = false;
    bool m_followsData = true;
    bool m_stale = true;
};

} // namespace gatescope
