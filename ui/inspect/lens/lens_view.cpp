// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/lens/lens_view.h"

#include "core/inspect/convention/parameter_terms.h"
#include "ui/inspect/lens/lens_page.h"
#include "ui/look/core_words.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/heatmap/color_map.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kLargestPicture = 128; ///< rows and columns of a thumbnail

} // namespace

LensView::LensView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Convention lens"), QStringLiteral("convention"), parent)
{
    setAccessibleDescription(tr("The same trained weights as PyTorch, Keras, ONNX and the textbook write them."));
}

void LensView::setConvention(Convention convention)
{
    m_convention = convention;
    runChanged();
    update();
}

void LensView::runChanged()
{
    m_layer = -1;
    updateGeometry();
}

void LensView::resizeEvent(QResizeEvent *event)
{
    InspectView::resizeEvent(event);
    updateGeometry();
}

const ConventionView &LensView::written() const
{
    const Index layer = inspection().cursor().layer;
    if (m_layer != layer) {
        m_written = writtenAs<float>(m_convention, inspection().run().network, inspection().parameters(), layer);
        m_layer = layer;
    }
    return m_written;
}

QSize LensView::minimumSizeHint() const
{
    if (!inspection().hasRun())
        return {200, 120};
    Page page(nullptr, std::max(width(), 220), palette(), nullptr);
    drawAll(page);
    return QSizeF(220, page.height()).toSize();
}

void LensView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    Page page(&painter, size.width(), palette(), &spots);
    drawAll(page);
}

void LensView::drawAll(Page &page) const
{
    const ConventionView &view = written();
    page.heading(tr("%1 · layer %2").arg(shown(view.title)).arg(inspection().cursor().layer + 1));
    page.text(coreSentence(view.verdict), !view.exact);
    page.gap();
    for (const std::string &equation : view.equations)
        page.equation(shown(equation));
    page.gap();
    page.row(tr("gate order"), coreSentence(view.gateOrder),
             tr("In which order the gates stand in the stacked matrices."));
    page.row(tr("biases"), coreSentence(view.biasLayout), tr("Which biases there are and how they are stored."));
    page.row(tr("update gate"),
             coreSentence(view.updateGate)
                 + (view.flipsUpdateGate ? tr(": here z flips, h does not change") : QString()),
             tr("What z = 1 means: in some conventions it keeps the old state, in others it takes the new one."));
    page.gap();
    drawTensors(page);
    page.gap();
    drawCount(page);
}

void LensView::drawTensors(Page &page) const
{
    for (const ConventionTensor &tensor : written().tensors) {
        QStringList sizes;
        for (const Index size : tensor.shape)
            sizes << QString::number(size);
        page.picture(shown(tensor.name),
                     tr("%1 = %2 · %3")
                         .arg(shown(tensor.shapeText), sizes.join(QStringLiteral(" × ")), coreSentence(tensor.layout)),
                     tr("%1: the trained numbers as this convention holds them; red is positive, blue negative.")
                         .arg(shown(tensor.name)),
                     thumbnail(tensor.values));
    }
}

void LensView::drawCount(Page &page) const
{
    page.heading(tr("Number of parameters"));
    std::int64_t sum = 0;
    for (const ParameterTerm &term : parameterTerms(inspection().run().network)) {
        page.row(coreControl(term.name),
                 tr("%1 = %2 = %3").arg(shown(term.formula), shown(term.numbers)).arg(term.count),
                 coreSentence(term.meaning));
        sum += term.count;
    }
    page.row(tr("all"), QString::number(sum), tr("The sum of all terms: every trainable number of the network."));
}

QImage LensView::thumbnail(const RowMajorMatrix<double> &values) const
{
    const ColorMap &map = colorMapFor(MapKind::Diverging, palette());
    const auto rows = static_cast<int>(std::min(values.rows(), kLargestPicture)),
               columns = static_cast<int>(std::min(values.cols(), kLargestPicture));
    const double largest = values.size() > 0 ? std::max(values.cwiseAbs().maxCoeff(), 1e-12) : 1.0;
    QImage image(std::max(columns, 1), std::max(rows, 1), QImage::Format_RGB32);
    image.fill(themeColors(palette()).card);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const double value = values(row * values.rows() / rows, column * values.cols() / columns);
            image.setPixel(column, row, map.color(value, -largest, largest, themeColors(palette()).notANumber.rgb()));
        }
    }
    return image;
}

QString LensView::csv() const
{
    QString text = QStringLiteral("convention,tensor,row,column,value\n");
    if (!inspection().hasRun())
        return text;
    const ConventionView &view = written();
    for (const ConventionTensor &tensor : view.tensors) {
        for (Index row = 0; row < tensor.values.rows(); ++row) {
            for (Index column = 0; column < tensor.values.cols(); ++column)
                text += QStringLiteral("%1,%2,%3,%4,%5\n")
                            .arg(csvText(shown(view.title)), csvText(shown(tensor.name)))
                            .arg(row)
                            .arg(column)
                            .arg(csvNumber(tensor.values(row, column)));
        }
    }
    return text;
}

} // namespace gatescope
