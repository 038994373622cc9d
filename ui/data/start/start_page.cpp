// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/start/start_page.h"

#include "ui/data/start/example_card.h"
#include "ui/data/start/example_details.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/common/file_choice.h"
#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace gatescope {

namespace {

constexpr int kCardWidth = 210;
constexpr int kRecentShown = 4;
constexpr int kListLines = 18; ///< of the list over the details

} // namespace

StartPage::StartPage(Document &document, const Preferences &preferences, QWidget *parent)
    : FormPage(parent), m_document(document), m_preferences(preferences), m_list(new QWidget),
      m_detailsCard(new Card(QString(), this)), m_details(new ExampleDetails(document))
{
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeFiles());
    makeCards(*column);
    column->addStretch(1);
    auto *form = new ScrollPane(m_details);
    m_detailsCard->setContent(form);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_listPane = new ScrollPane(m_list);
    row->addWidget(m_listPane, 1);
    row->addWidget(m_detailsCard);
    keepForm(*row, *m_detailsCard, *form, 230, 340, {m_detailsCard});
    connect(m_details, &ExampleDetails::opened, this, &StartPage::opened);
    if (!m_cards.empty())
        m_cards.front()->setChecked(true);
    applyFonts();
}

QWidget *StartPage::makeFiles()
{
    auto *files = new QWidget;
    auto *lines = new QVBoxLayout(files);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    m_recent = new FlowLayout(nullptr, 6);
    lines->addLayout(m_recent);
    auto *open = new QPushButton(themedIcon(QStringLiteral("open")), tr("Open a file…"));
    open->setObjectName(QStringLiteral("open-file"));
    open->setToolTip(
        tr("A CSV or a text (.txt) of your own, or an NPZ or safetensors file with sequences x and targets y."));
    connect(open, &QPushButton::clicked, this, &StartPage::chooseFile);
    m_recent->addWidget(open);
    lines->addWidget(
        new QuietLabel(tr("CSV, TSV, text (.txt), NPZ or safetensors; a file can also be dropped onto the window.")));
    return files;
}

void StartPage::makeCards(QBoxLayout &column)
{
    QString problem;
    const std::vector<Example> examples = allExamples(m_document.resources(), problem);
    if (!problem.isEmpty())
        column.addWidget(new QuietLabel(problem, this, LabelTone::Error));
    for (const bool real : {true, false}) {
        auto *heading = new QLabel(real ? tr("Real series, and a text") : tr("Generated tasks"));
        m_headings.push_back(heading);
        column.addWidget(heading);
        auto *grid = new QGridLayout;
        grid->setSpacing(10);
        m_grids.push_back(grid);
        column.addLayout(grid);
        for (const Example &example : examples) {
            if (example.dataset.has_value() != real)
                continue;
            auto *card = new ExampleCard(example, m_list);
            m_cards.push_back(card);
            connect(card, &QAbstractButton::toggled, this, [this, card](bool on) {
                if (!on)
                    return;
                m_details->setExample(card->example());
                m_detailsCard->header().setTitle(card->example().title);
                m_detailsCard->setAccessibleName(card->example().title);
            });
            connect(card, &ExampleCard::opened, m_details, &ExampleDetails::open);
        }
    }
}

void StartPage::chooseFile()
{
    openFile(
        fileToOpen(this, tr("Open data"), tr("Data (*.csv *.tsv *.txt *.npz *.npy *.safetensors);;All files (*)")));
}

void StartPage::openFile(const QString &path)
{
    if (path.isEmpty())
        return;
    m_document.opening().openFile(path);
    Q_EMIT opened();
}

void StartPage::showRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(1)) { // after the button that opens a file
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &path : m_preferences.recentFiles().mid(0, kRecentShown)) {
        if (!QFileInfo::exists(path))
            continue;
        auto *button = new QPushButton(QFontMetrics(font()).elidedText(
            QFileInfo(path).fileName().replace(QLatin1Char('&'), QStringLiteral("&&")), Qt::ElideMiddle, 150));
        button->setToolTip(tr("Opens %1 again.").arg(path));
        button->setAccessibleName(tr("Open %1").arg(QFileInfo(path).fileName()));
        connect(button, &QPushButton::clicked, this, [this, path] { openFile(path); });
        m_recent->addWidget(button);
    }
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showRecent();
    // One picture a turn of the event loop: the page is there at once, the pictures follow.
    QTimer::singleShot(0, this, &StartPage::drawPictures);
}

void StartPage::drawPictures()
{
    for (ExampleCard *card : m_cards) {
        if (card->hasPicture() || card->property("tried").toBool())
            continue;
        card->setProperty("tried", true);
        try {
            card->setPicture(examplePicture(card->example()));
        } catch (const Error &error) {
            card->setToolTip(QString::fromStdString(error.what()));
            card->setEnabled(false);
        }
        QTimer::singleShot(0, this, &StartPage::drawPictures);
        return;
    }
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    FormPage::resizeEvent(event);
    placeCards();
}

void StartPage::turned()
{
    m_listPane->setMinimumHeight(isTurned() ? kListLines * fontMetrics().height() : 0);
    placeCards();
}

void StartPage::placeCards()
{
    const int room = width() - (isTurned() ? 0 : m_detailsCard->width()) - 40;
    const int columns = std::clamp(room / kCardWidth, 1, 5);
    std::array<int, 2> placed{};
    for (ExampleCard *card : m_cards) {
        const std::size_t group = card->example().dataset ? 0 : 1;
        m_grids[group]->addWidget(card, placed[group] / columns, placed[group] % columns);
        ++placed[group];
    }
    for (QGridLayout *grid : m_grids) {
        for (int column = 0; column < 5; ++column)
            grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyFonts();
    QWidget::changeEvent(event);
}

void StartPage::applyFonts()
{
    for (QLabel *heading : m_headings)
        heading->setFont(themeFont(TextRole::Title));
}

} // namespace gatescope
