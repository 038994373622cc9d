// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "ui/widgets/drawn/painted_view.h"

namespace gatescope {

/// The vocabulary of a text: every character that the network knows with how often it is in the text, most frequent
/// first.
class VocabularyView final : public PaintedView {
    Q_OBJECT

public:
    explicit VocabularyView(QWidget *parent = nullptr);

    /// Null, or other data than of a text: there is nothing to show.
    void setData(std::shared_ptr<const PreparedData<float>> data);

    QString csv() const override;
    QSize sizeHint() const override { return {500, 160}; }
    QSize minimumSizeHint() const override { return {200, 80}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;

private:
    std::vector<std::size_t> order() const;

    std::shared_ptr<const PreparedData<float>> m_data; ///< of a text
};

} // namespace gatescope
