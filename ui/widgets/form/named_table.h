// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gatescope {

/// A table whose rows have names, in the calm style. Columns share the width; where it is short the names wrap first,
/// then what stands in the cells and over the columns, at words only. It scrolls sideways where not even single words
/// have room, and the names leave most of the width to the values then.
class NamedTable : public QTableView {
    Q_OBJECT

public:
    explicit NamedTable(QWidget *parent = nullptr);

    /// Shares the width anew. Call it when the model was filled.
    void fit();
    /// What the names and the values of the first columns need where they wrap at every word.
    int leastWidth(int columns) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What texts need: the longest word, and all of the longest line.
    struct Widths {
        int least = 0, whole = 0;
        void include(const QString &text, const QFont &font, int room);
    };

    Widths namesWidths() const;
    Widths columnWidths(int column) const;
    Widths cellWidths(int column) const; ///< without its heading
    void shareWidth(int room, const Widths &names, const std::vector<Widths> &columns);
    /// @return the height of all rows
    int fitRows();
    void fitHeadings();
    QFont cellFont(const QModelIndex &index) const;

    bool m_fitting = false;
};

} // namespace gatescope
