// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/parameter_count.h"

#include "ui/look/theme.h"
#include "ui/train/form/sum_table.h"

namespace gatescope {

namespace {

QString gatesText(const NetworkOptions &options)
{
    switch (options.gates()) {
    case 3:
        return QObject::tr("Two gates and the candidate of %1 units, each reading %2 and %1 states");
    case 2:
        return QObject::tr(
            "One gate and the candidate (the other gate is held) of %1 units, each reading %2 and %1 states");
    default:
        return QObject::tr("The candidate alone (both gates are held) of %1 units, reading %2 and %1 states");
    }
}

} // namespace

std::vector<LayerCount> layerCounts(const NetworkOptions &options)
{
    const auto h = static_cast<qlonglong>(options.hidden);
    const int biases = !options.bias ? 0 : options.formulation == Formulation::ResetAfter ? 2 : 1;
    std::vector<LayerCount> terms;
    const auto layerTerm = [&](const QString &name, Index inputs) {
        LayerCount term;
        term.name = name;
        term.formula = QStringLiteral("%3·%1·(%2+%1)").arg(h).arg(inputs).arg(options.gates());
        if (biases > 0)
            term.formula += biases == 2 ? QStringLiteral(" + 2·%2·%1").arg(h).arg(options.gates())
                                        : QStringLiteral(" + %2·%1").arg(h).arg(options.gates());
        term.explanation =
            gatesText(options).arg(h).arg(inputs == 1 ? QObject::tr("1 input") : QObject::tr("%1 inputs").arg(inputs))
            + (biases == 0   ? QObject::tr(", without biases.")
               : biases == 2 ? QObject::tr(", with two biases each (b and d).")
                             : QObject::tr(", with one bias each."));
        term.count = options.gates() * options.hidden * (inputs + options.hidden + biases);
        terms.push_back(term);
    };
    layerTerm(QObject::tr("layer 1"), options.inputs);
    if (options.layers <= 4) {
        for (Index layer = 1; layer < options.layers; ++layer)
            layerTerm(QObject::tr("layer %1").arg(layer + 1), options.hidden);
    } else {
        layerTerm(QObject::tr("layers 2–%1").arg(options.layers), options.hidden);
        LayerCount &rest = terms.back();
        rest.formula = QStringLiteral("%1 × (%2)").arg(options.layers - 1).arg(rest.formula);
        rest.count *= options.layers - 1;
    }
    LayerCount head;
    head.name = QObject::tr("head");
    head.formula = QStringLiteral("%1·%2 + %1").arg(options.outputs).arg(h);
    head.explanation =
        QObject::tr("%1 outputs, each a weighted sum of the %2 last states and a bias.").arg(options.outputs).arg(h);
    head.count = options.outputs * (options.hidden + 1);
    terms.push_back(head);
    return terms;
}

void showParameterCount(SumTable &table, const NetworkOptions &options)
{
    std::vector<SumTerm> terms;
    for (const LayerCount &layer : layerCounts(options))
        terms.push_back({layer.name, layer.formula, groupedNumber(layer.count), layer.explanation});
    table.show(std::move(terms), {QObject::tr("parameters"),
                                  {},
                                  groupedNumber(options.parameterCount()),
                                  QObject::tr("All numbers that training changes.")});
}

} // namespace gatescope
