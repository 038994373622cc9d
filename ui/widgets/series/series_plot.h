// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "ui/widgets/plot/plot.h"

#include <QSharedPointer>

#include <array>
#include <memory>
#include <utility>
#include <vector>

class QCPGraph;
class QCPGraphData;
class QCPItemRect;
class QCPItemText;

namespace gatescope {

class SeriesTicker;

/// A Plot over the rows of a series. Curves may have millions of values: what is drawn is thinned to the pixels, peaks
/// kept. The vertical range fits what is visible; the parts of a split are shaded; times, where there are any, stand
/// along the axis.
class SeriesPlot : public Plot {
    Q_OBJECT

public:
    using Values = std::shared_ptr<const std::vector<double>>;

    explicit SeriesPlot(QWidget *parent = nullptr);

    static Values kept(std::vector<double> values)
    {
        return std::make_shared<const std::vector<double>>(std::move(values));
    }

    /// @return its index
    int addSeries(const QString &name);
    /// Value i lies at row firstRow + i, NaN is missing. Null: nothing is drawn.
    void setSeries(int series, Values values, double firstRow = 0.0);
    void setSeriesPen(int series, const QColor &color, double width, Qt::PenStyle style = Qt::SolidLine);
    void setSeriesName(int series, const QString &name);
    QString seriesName(int series) const;
    /// Draws dots at the values as well: for few of them.
    void setSeriesDots(int series, bool dots);
    /// An area between two rows of numbers, behind the curves. @return its index
    int addBand(const QString &name);
    /// As setSeries(): value i of both lies at row firstRow + i.
    void setBand(int band, Values lower, Values upper, double firstRow = 0.0);
    void setBandColor(int band, const QColor &color);
    /// Lower and upper value at a row; NaN where there is none.
    std::pair<double, double> bandAt(int band, double row) const;
    void setBandName(int band, const QString &name);
    /// The value at a row; NaN where there is none.
    double valueAt(int series, double row) const;

    /// The number of the first row on the axis: 1, or 0 for steps.
    void setFirstNumber(int first);
    /// Names the curves in a line above the picture.
    void showNames();
    /// Seconds since 1970 of every row; null, or not rising: row numbers.
    void setTimes(Values times);
    /// How far the axis goes when nothing is zoomed.
    void setRows(double first, double last);
    /// Shows all of these rows, also after zooming.
    void showAll();
    /// Part p holds the rows partRows[p] … partRows[p+1]−1; all 0: nothing is shaded.
    void setParts(const std::array<Index, 4> &partRows);
    const std::array<Index, 4> &parts() const { return m_parts; }
    /// "row 57 · 2010-01-03 08:00"
    QString rowText(double x) const;

    /// Points drawn at present, for tests and exports: what is visible, thinned.
    std::size_t drawnPoints() const;
    /// Lowest and highest value of the vertical axis.
    std::pair<double, double> valueRange() const;
    /// Fits curves and ranges to the picture; done by itself before each drawing.
    void refit();

protected:
    /// Places what a subclass draws, after the ranges are known.
    virtual void placeItems() {}

private:
    struct Series {
        QCPGraph *curve;
        QCPGraph *lone; ///< values without a neighbour, which no line would show
        Values values;
        double firstRow = 0.0;
    };
    struct Band {
        QCPGraph *lower, *upper;
        Values low, high;
        double firstRow = 0.0;
    };

    void fitCurves(double &low, double &high);
    void fitBands(double &low, double &high);
    QVector<QCPGraphData> visiblePoints(const Values &values, double firstRow, double &low, double &high);
    void placeParts();
    void styleParts();

    std::vector<Series> m_series;
    std::vector<Band> m_bands;
    QSharedPointer<SeriesTicker> m_ticker;
    Values m_times;
    double m_firstRow = 0.0;
    double m_lastRow = 1.0;
    std::array<Index, 4> m_parts{};
    std::array<QCPItemRect *, 3> m_partRects{};
    std::array<QCPItemText *, 3> m_partNames{};
};

} // namespace gatescope
