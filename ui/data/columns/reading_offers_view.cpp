// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/reading_offers_view.h"

#include "core/data/csv/reading_offers.h"
#include "ui/document/document.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include <QBoxLayout>
#include <QPushButton>

namespace gatescope {

namespace {

constexpr int kMostLetters = 40; ///< of an offer; its tooltip holds all of it

} // namespace

ReadingOffersView::ReadingOffersView(Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(12, 0, 12, 10);
    m_layout->setSpacing(6);
    setAccessibleName(tr("Other ways to read the file"));
}

void ReadingOffersView::showOffers()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was just clicked
        delete item;
    }
    const bool read = m_document.source() && !m_document.source()->file.isEmpty();
    const std::vector<ReadingOffer> offers =
        read ? readingOffers(m_document.recognition(), m_document.source()->csvOptions) : std::vector<ReadingOffer>{};
    for (const ReadingOffer &offer : offers) {
        auto *button = new QPushButton(plainText(coreSentence(offer.title).toStdString(), kMostLetters), this);
        button->setObjectName(QStringLiteral("reading-offer"));
        button->setToolTip(tr("%1. The file is read again; undo takes it back.")
                               .arg(plainText(coreSentence(offer.title).toStdString(), 200)));
        connect(button, &QPushButton::clicked, this,
                [this, options = offer.options] { m_document.opening().reread(options); });
        m_layout->addWidget(button);
        button->show();
    }
    setVisible(!offers.empty());
}

} // namespace gatescope
