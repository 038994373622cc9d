// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>

class QStandardItemModel;

namespace gatescope {

class SweepJob;

/// "0.1234", or a dash where there is none.
QString sweepLossText(const std::optional<double> &loss);

/// The runs of a sweep by their validation loss, the best first; double click or Enter puts one in force.
class SweepTable : public QTableView {
    Q_OBJECT

public:
    explicit SweepTable(QWidget *parent = nullptr);

    void fill(const SweepJob &job);

Q_SIGNALS:
    void showWanted(std::uint64_t id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QStandardItemModel *m_model;
};

} // namespace gatescope
