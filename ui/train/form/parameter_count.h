// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace gatescope {

/// One line of the sum: "layer 1", "3·24·(1+24) + 2·3·24", 1944.
struct LayerCount {
    QString name;
    QString formula;
    QString explanation;
    std::int64_t count = 0;
};

/// The number of parameters, layer by layer; the counts add up to options.parameterCount().
std::vector<LayerCount> layerCounts(const NetworkOptions &options);

/// The number of parameters with its formula, term by term, in aligned columns.
class ParameterCount : public QWidget {
    Q_OBJECT

public:
    explicit ParameterCount(QWidget *parent = nullptr);

    void show(const NetworkOptions &options);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    std::vector<LayerCount> m_terms;
    std::int64_t m_total = 0;
};

} // namespace gatescope
