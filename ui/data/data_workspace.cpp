// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_workspace.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/plain_text.h"

#include "ui/data/columns/columns_page.h"
#include "ui/data/draft/data_draft.h"
#include "ui/data/start/start_page.h"
#include "ui/data/text/text_page.h"
#include "ui/data/windows/windows_page.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/segment_bar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

namespace gatescope {

namespace {

constexpr const char *kDataPageIds[] = {"choose", "columns", "windows"}; ///< in the order of Page

} // namespace

DataWorkspace::DataWorkspace(Document &document, Selection &selection, const Preferences &preferences, QWidget *parent)
    : Workspace({QStringLiteral("data"), tr("Data"), QStringLiteral("data"),
                 tr("Choose data, and say how the network reads it.")},
                parent),
      m_document(document), m_draft(new DataDraft(document, this)), m_stack(new QStackedWidget),
      m_start(new StartPage(document, preferences)), m_columns(new ColumnsPage(document, *m_draft)),
      m_windows(new WindowsPage(document, *m_draft, selection)), m_text(new TextPage(document, *m_draft, selection))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(makeHead());
    for (QWidget *page : {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_columns),
                          static_cast<QWidget *>(m_windows), static_cast<QWidget *>(m_text)})
        m_stack->addWidget(page);
    column->addWidget(m_stack, 1);
    connect(m_pages, &SegmentBar::chosen, this, &DataWorkspace::showStack);
    connect(m_start, &StartPage::opened, this, [this] {
        if (!m_document.opening().isBusy())
            showPage(m_document.dataProblem().isEmpty() ? Windows : Columns);
    });
    connect(m_windows, &WindowsPage::failed, this,
            [this](const QString &message) { m_document.showMessage(Severity::Error, message); });
    connect(m_text, &TextPage::failed, this,
            [this](const QString &message) { m_document.showMessage(Severity::Error, message); });
    connect(&document, &Document::tableChanged, this, &DataWorkspace::showTable);
    connect(&document.opening(), &Opening::progress, this, &DataWorkspace::showOpening);
    connect(&document, &Document::dataAsks, this, [this] { showPage(Columns); });
    connect(&document.opening(), &Opening::ended, this, [this] {
        m_progress->hide();
        m_cancel->hide();
        showTitle();
    });
    showTitle();
    showPage(document.source() ? Windows : Start);
}

QWidget *DataWorkspace::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_pages = new SegmentBar(tr("Pages of Data"));
    m_pages->addSegment(tr("Choose"), tr("What to start with: a file of your own, a real series, a generated task."));
    m_pages->addSegment(tr("Columns"), tr("How the file was read, its rows, and what each column is for."));
    m_pages->addSegment(tr("Windows"), tr("Split, scaling, and the windows the network reads."));
    row->addWidget(m_pages);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("data-title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_title, 1);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(120, 8);
    m_progress->setAccessibleName(tr("Share of the reading, or of making windows, that is done"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("cancel-opening"));
    m_cancel->setToolTip(tr("Stops reading, or making windows; everything stays as it was."));
    connect(m_cancel, &QPushButton::clicked, &m_document.opening(), &Opening::cancel);
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel)}) {
        widget->hide();
        row->addWidget(widget);
    }
    return head;
}

void DataWorkspace::showPage(Page page)
{
    if (page == Columns && hasText())
        page = Windows;
    m_pages->setCurrent(page);
    showStack(page);
}

void DataWorkspace::showStack(int page)
{
    m_stack->setCurrentIndex(page == Windows && hasText() ? m_stack->indexOf(m_text) : page);
}

bool DataWorkspace::hasText() const
{
    return m_document.source() && m_document.source()->characters;
}

DataWorkspace::Page DataWorkspace::page() const
{
    return m_stack->currentWidget() == m_text ? Windows : static_cast<Page>(m_stack->currentIndex());
}

void DataWorkspace::showTable()
{
    showTitle();
    m_pages->setSegmentVisible(Columns, !hasText());
    if (page() != Start)
        showPage(page());
    // What was opened from Choose is shown; a table read again stays where its reading was changed.
    if (page() == Start && m_document.source())
        showPage(m_document.dataProblem().isEmpty() ? Windows : Columns);
    else if (!m_document.dataProblem().isEmpty() && m_document.source())
        showPage(Columns);
}

void DataWorkspace::showOpening(double fraction)
{
    m_progress->setValue(static_cast<int>(fraction * 1000.0));
    m_progress->show();
    m_cancel->show();
}

void DataWorkspace::showTitle()
{
    QString text = tr("Nothing is open yet");
    if (const DataSource *source = m_document.source()) {
        text = source->characters
                   ? tr("%1 · a text of %2 characters")
                         .arg(coreWords(source->title.toStdString()), countText(std::ssize(*source->characters)))
               : source->tensors ? tr("%1 · %2 sequences of %3 steps × %4 features")
                                       .arg(coreWords(source->title.toStdString()))
                                       .arg(source->tensors->sequences)
                                       .arg(source->tensors->steps)
                                       .arg(source->tensors->inputs)
                                 : tr("%1 · %2 rows × %3 columns")
                                       .arg(coreWords(source->title.toStdString()), countText(source->table.rows()))
                                       .arg(source->table.columns().size());
    }
    m_title->setToolTip(text);
    m_title->setAccessibleName(text);
    QFont font = themeFont(TextRole::Body);
    m_title->setFont(font);
    m_title->setText(fittingText(text, QFontMetrics(font), std::max(m_title->width(), 60)));
}

std::vector<ViewExport *> DataWorkspace::exports()
{
    return hasText() ? m_text->exports() : m_windows->exports();
}

void DataWorkspace::saveLayout(QSettings &settings) const
{
    settings.setValue(QStringLiteral("page"), static_cast<int>(page()));
    settings.setValue(QStringLiteral("columns"),
                      findChild<QSplitter *>(QStringLiteral("columns-splitter"))->saveState());
}

void DataWorkspace::restoreLayout(const QSettings &settings)
{
    const int page = settings.value(QStringLiteral("page"), -1).toInt();
    if (page >= Start && page <= Windows)
        showPage(static_cast<Page>(page));
    findChild<QSplitter *>(QStringLiteral("columns-splitter"))
        ->restoreState(settings.value(QStringLiteral("columns")).toByteArray());
}

void DataWorkspace::keepView(SessionView &view) const
{
    keepState(view, QJsonObject{{QStringLiteral("page"), QString::fromLatin1(kDataPageIds[page()])}});
}

void DataWorkspace::showView(const SessionView &view)
{
    const QString id = stateIn(view).value(QStringLiteral("page")).toString();
    for (int page = Start; page <= Windows; ++page) {
        if (id == QLatin1String(kDataPageIds[page]))
            showPage(static_cast<Page>(page));
    }
}

void DataWorkspace::resizeEvent(QResizeEvent *event)
{
    Workspace::resizeEvent(event);
    showTitle();
}

void DataWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        showTitle();
    Workspace::changeEvent(event);
}

} // namespace gatescope
