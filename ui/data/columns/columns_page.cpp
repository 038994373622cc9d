// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/columns_page.h"
#include "ui/look/plain_text.h"

#include "ui/data/columns/columns_card.h"
#include "ui/data/columns/columns_model.h"
#include "ui/data/columns/reading_form.h"
#include "ui/data/columns/reading_offers_view.h"
#include "ui/data/columns/rows_model.h"
#include "ui/data/columns/type_menu.h"
#include "ui/data/draft/data_draft.h"
#include "ui/document/document.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form/note_list.h"
#include "ui/widgets/form/scroll_pane.h"
#include "ui/widgets/form/table_style.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>

namespace gatescope {

namespace {

constexpr int kLinesOfRows = 8; ///< high at least
constexpr int kWidest = 260;    ///< pixels of a column, unless the user pulls it wider

constexpr int kAir = 7; ///< on both sides of a cell: words that follow a column of numbers keep off them

class RowsDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->fillRect(option.rect, index.data(Qt::BackgroundRole).value<QBrush>());
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.highlight());
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(kAir, 0, -kAir, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * kAir, 0);
    }
};

/// The preview: its header follows the theme, and its columns are as wide as what is first seen of them.
class RowsView : public QTableView {
public:
    explicit RowsView(QWidget *parent = nullptr) : QTableView(parent)
    {
        setItemDelegate(new RowsDelegate(this));
        horizontalHeader()->setStyleSheet(
            QStringLiteral("QHeaderView::section:horizontal { padding: 3px %1px; }").arg(kAir + 3));
    }

    void fitColumns()
    {
        // Some rows are enough to guess the width; all of a million would not be, and there may be many columns.
        horizontalHeader()->setResizeContentsPrecision(25);
        for (int column = 0; column < model()->columnCount(); ++column) {
            const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
            setColumnWidth(column, std::min(wanted, kWidest));
        }
    }

    /// Makes room for what the headers say now; what the user made wider stays so.
    void fitHeaders()
    {
        for (int column = 0; column < model()->columnCount(); ++column)
            setColumnWidth(
                column, std::max(columnWidth(column), std::min(horizontalHeader()->sectionSizeHint(column), kWidest)));
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QTableView::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
            styleTable(*this);
    }
};

} // namespace

ColumnsPage::ColumnsPage(Document &document, DataDraft &draft, QWidget *parent)
    : FormPage(parent), m_document(document), m_draft(draft)
{
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setObjectName(QStringLiteral("columns-splitter"));
    right->setChildrenCollapsible(false);
    right->setHandleWidth(10);
    m_columns = new ColumnsCard(document, draft);
    right->addWidget(m_columns);
    right->addWidget(makeRows());
    right->setStretchFactor(0, 2);
    right->setStretchFactor(1, 3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeReading());
    row->addWidget(right, 1);
    keepForm(*row, *m_readingCard, *m_reading, 230, 340, {m_readingCard});
    connect(&document, &Document::tableChanged, this, &ColumnsPage::showTable);
    connect(&draft, &DataDraft::changed, this, &ColumnsPage::showRoles);
    showTable();
}

QWidget *ColumnsPage::makeReading()
{
    m_readingCard = new Card(tr("How it was read"), this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_form = new ReadingForm(m_document);
    m_notes = new NoteList;
    m_offers = new ReadingOffersView(m_document);
    column->addWidget(m_notes);
    column->addWidget(m_offers);
    column->addWidget(m_form);
    column->addStretch(1);
    m_reading = new ScrollPane(content);
    m_readingCard->setContent(m_reading);
    return m_readingCard;
}

QWidget *ColumnsPage::makeRows()
{
    m_rowsCard = new Card(tr("Rows"), this);
    m_rowsModel = new RowsModel(this);
    m_rowsView = new RowsView;
    m_rowsView->setObjectName(QStringLiteral("rows"));
    m_rowsView->setAccessibleName(tr("Rows of the open data"));
    m_rowsView->setModel(m_rowsModel);
    m_rowsView->setTabKeyNavigation(false);
    m_rowsView->setWordWrap(false);
    m_rowsView->horizontalHeader()->setHighlightSections(false);
    m_rowsView->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_rowsView->horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &ColumnsPage::chooseRole);
    connect(m_rowsView->horizontalHeader(), &QHeaderView::sectionClicked, this,
            [this](int section) { m_columns->showColumn(section); });
    styleTable(*m_rowsView);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    column->addWidget(m_rowsView);
    m_rowsCard->setContent(content);
    m_rowsCard->setLeastLines(kLinesOfRows);
    return m_rowsCard;
}

void ColumnsPage::showTable()
{
    const Table &table = m_document.table();
    m_rowsModel->setTable(table);
    showRoles();
    static_cast<RowsView *>(m_rowsView)->fitColumns();
    const CsvRecognition &found = m_document.recognition();
    const bool read = m_document.source() && !m_document.source()->file.isEmpty();
    std::vector<std::string> notes = found.notes;
    notes.insert(notes.begin(), read ? found.summary() : tr("Nothing was read from a file.").toStdString());
    m_notes->setNotes(found.warnings, notes);
    m_offers->showOffers();
    Index missing = 0;
    for (const Column &column : table.columns())
        missing += column.missing().count;
    if (!m_document.source()) {
        m_rowsCard->header().setCaption(tr("Nothing is open. Drop a CSV here, or use File › Open."));
        return;
    }
    m_rowsCard->header().setCaption(tr("%1 · %2").arg(
        tr("%1 row(s)", nullptr, static_cast<int>(table.rows())).arg(countText(table.rows())),
        missing == 0 ? tr("no cell is missing")
                     : tr("%1 missing cell(s), marked", nullptr, static_cast<int>(missing)).arg(countText(missing))));
}

void ColumnsPage::showRoles()
{
    const RolesInUse inUse(m_document.table(), m_draft.options());
    QStringList roles;
    for (const Column &column : m_document.table().columns())
        roles << inUse.text(column);
    m_rowsModel->setRoles(std::move(roles));
    static_cast<RowsView *>(m_rowsView)->fitHeaders();
}

void ColumnsPage::chooseRole(const QPoint &place)
{
    const int section = m_rowsView->horizontalHeader()->logicalIndexAt(place);
    if (section < 0)
        return;
    QMenu menu(this);
    for (int role = ColumnsModel::FirstRole; role <= ColumnsModel::LastRole; ++role) {
        const QModelIndex index = m_columns->model().index(section, role);
        QAction *action = menu.addAction(roleTitle(ColumnsModel::roleOf(role)));
        action->setCheckable(true);
        action->setChecked(index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        action->setToolTip(roleTip(ColumnsModel::roleOf(role)));
        connect(action, &QAction::triggered, this, [this, index](bool on) {
            m_columns->model().setData(index, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        });
    }
    if (!m_document.source()->file.isEmpty())
        fillTypeMenu(*menu.addMenu(tr("Type")), m_document, {m_document.table().column(section).name()});
    menu.setToolTipsVisible(true);
    menu.exec(m_rowsView->horizontalHeader()->mapToGlobal(place));
}

} // namespace gatescope
