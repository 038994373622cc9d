// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace gatescope {

/// One line of a sum: "layer 1", "3·24·(1+24) + 2·3·24", "1 944".
struct SumTerm {
    QString name;
    QString formula;
    QString amount;
    QString explanation; ///< a sentence, for whoever points at it
};

/// A sum term by term, in aligned columns: name, formula, amount; the total below a line.
class SumTable : public QWidget {
    Q_OBJECT

public:
    explicit SumTable(const QString &accessibleName, QWidget *parent = nullptr);

    void show(std::vector<SumTerm> terms, const SumTerm &total);
    const std::vector<SumTerm> &terms() const { return m_terms; }
    const SumTerm &total() const { return m_total; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What the columns need, in pixels.
    struct Columns {
        int names = 0, formulas = 0, numbers = 0;
    };

    Columns columns() const;
    /// Height of each line: more where a formula has no room beside its name and stands below it.
    std::vector<int> heights() const;

    std::vector<SumTerm> m_terms;
    SumTerm m_total;
};

} // namespace gatescope
