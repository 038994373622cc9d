// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/columns_page.h"
#include "ui/look/plain_text.h"

#include "ui/data/columns/columns_model.h"
#include "ui/data/columns/columns_view.h"
#include "ui/data/columns/reading_form.h"
#include "ui/data/columns/rows_model.h"
#include "ui/data/columns/type_menu.h"
#include "ui/data/draft/data_draft.h"
#include "ui/document/document.h"
#include "ui/widgets/card.h"
#include "ui/widgets/common/problem_label.h"
#include "ui/widgets/form/note_list.h"
#include "ui/widgets/form/scroll_pane.h"
#include "ui/widgets/form/table_style.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kWidest = 260; ///< pixels of a column, unless the user pulls it wider

/// The preview: its header follows the theme, and its columns are as wide as what is first seen of them.
class RowsView : public QTableView {
public:
    explicit RowsView(QWidget *parent = nullptr) : QTableView(parent) {}

    void fitColumns()
    {
        // Some rows are enough to guess the width; all of a million would not be, and there may be many columns.
        horizontalHeader()->setResizeContentsPrecision(25);
        for (int column = 0; column < model()->columnCount(); ++column) {
            const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
            setColumnWidth(column, std::min(wanted + 12, kWidest));
        }
    }

    /// Makes room for what the headers say now; what the user made wider stays so.
    void fitHeaders()
    {
        for (int column = 0; column < model()->columnCount(); ++column)
            setColumnWidth(column, std::max(columnWidth(column),
                                            std::min(horizontalHeader()->sectionSizeHint(column) + 12, kWidest)));
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
    : QWidget(parent), m_document(document), m_draft(draft)
{
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setObjectName(QStringLiteral("columns-splitter"));
    right->setChildrenCollapsible(false);
    right->setHandleWidth(10);
    right->addWidget(makeColumns());
    right->addWidget(makeRows());
    right->setStretchFactor(0, 2);
    right->setStretchFactor(1, 3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeReading());
    row->addWidget(right, 1);
    connect(&document, &Document::tableChanged, this, &ColumnsPage::showTable);
    connect(&draft, &DataDraft::changed, this, &ColumnsPage::showRoles);
    connect(&draft, &DataDraft::problemsChanged, this, &ColumnsPage::showProblems);
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
    column->addWidget(m_notes);
    column->addWidget(m_form);
    column->addStretch(1);
    m_readingCard->setContent(new ScrollPane(content));
    return m_readingCard;
}

QWidget *ColumnsPage::makeColumns()
{
    m_columnsCard = new Card(tr("Columns"), this);
    m_columnsModel = new ColumnsModel(m_document, m_draft, this);
    m_columnsView = new ColumnsView;
    m_columnsView->setModel(m_columnsModel);
    m_missing = new QComboBox;
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setAccessibleName(tr("Missing cells"));
    m_missing->setToolTip(
        tr("What happens to rows in which a used column has no value; nothing is filled in unless you say so."));
    m_missing->addItem(tr("Missing: ask first"));
    m_missing->addItem(tr("Missing: leave the row out"));
    m_missing->addItem(tr("Missing: carry the last value on"));
    m_missing->addItem(tr("Missing: interpolate"));
    connect(m_missing, &QComboBox::activated, this, [this](int policy) {
        m_draft.edit([policy](DataOptions &options) { options.missing = static_cast<MissingPolicy>(policy); });
    });
    m_columnsCard->header().addTool(m_missing);
    m_ignored = new QToolButton;
    m_ignored->setObjectName(QStringLiteral("ignored-columns"));
    m_ignored->setPopupMode(QToolButton::InstantPopup);
    m_ignored->setToolTip(tr("The columns of the file that are left out; a click brings one back."));
    m_ignored->setMenu(new QMenu(m_ignored));
    m_columnsCard->header().addTool(m_ignored);
    connect(m_columnsView, &ColumnsView::typeAsked, this, &ColumnsPage::chooseType);
    connect(m_columnsModel, &ColumnsModel::refused, this, [this](const QString &sentence) {
        m_refusal = sentence;
        showProblems();
    });
    m_problem = new ProblemLabel;
    m_problem->setContentsMargins(12, 4, 12, 8);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 6);
    column->setSpacing(0);
    column->addWidget(m_columnsView, 1);
    column->addWidget(m_problem);
    m_columnsCard->setContent(content);
    m_columnsCard->setMinimumHeight(120);
    return m_columnsCard;
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
    connect(m_rowsView->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        m_columnsView->setCurrentIndex(m_columnsModel->index(section, ColumnsModel::FirstRole));
    });
    styleTable(*m_rowsView);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    column->addWidget(m_rowsView);
    m_rowsCard->setContent(content);
    m_rowsCard->setMinimumHeight(120);
    return m_rowsCard;
}

void ColumnsPage::showTable()
{
    const Table &table = m_document.table();
    m_refusal.clear();
    m_rowsModel->setTable(table);
    m_ignored->setVisible(!m_document.recognition().ignored.empty());
    m_ignored->setText(tr("%1 left out").arg(m_document.recognition().ignored.size()));
    m_ignored->menu()->clear();
    fillIgnoredMenu(*m_ignored->menu(), m_document);
    showRoles();
    static_cast<RowsView *>(m_rowsView)->fitColumns();
    const CsvRecognition &found = m_document.recognition();
    const bool read = m_document.source() && !m_document.source()->file.isEmpty();
    std::vector<std::string> notes = found.notes;
    notes.insert(notes.begin(), read ? found.summary() : tr("Nothing was read from a file.").toStdString());
    m_notes->setNotes(found.warnings, notes);
    Index missing = 0;
    for (const Column &column : table.columns())
        missing += column.missing().count;
    m_columnsCard->header().setCaption(
        tr("%1 · click a mark to give a column its role, or its type to change it")
            .arg(numberOf(static_cast<std::int64_t>(table.columns().size()), tr("column"), tr("columns"))));
    m_rowsCard->header().setCaption(tr("%1 · %2").arg(
        numberOf(table.rows(), tr("row"), tr("rows")),
        missing == 0 ? tr("no cell is missing")
                     : tr("%1, marked").arg(numberOf(missing, tr("missing cell"), tr("missing cells")))));
}

void ColumnsPage::showRoles()
{
    QStringList roles;
    for (const Column &column : m_document.table().columns())
        roles << rolesText(m_document.table(), m_draft.options(), column);
    m_rowsModel->setRoles(std::move(roles));
    static_cast<RowsView *>(m_rowsView)->fitHeaders();
    m_missing->setCurrentIndex(static_cast<int>(m_draft.options().missing));
    m_missing->setEnabled(m_document.table().rows() > 0);
    showProblems();
}

void ColumnsPage::showProblems()
{
    QStringList sentences;
    if (!m_refusal.isEmpty())
        sentences << m_refusal;
    // What is about windows stands beside their fields, on the page of the windows.
    const QStringList elsewhere{QStringLiteral("window"), QStringLiteral("horizon"), QStringLiteral("stride"),
                                QStringLiteral("split")};
    for (const auto &[field, sentence] : m_draft.problems()) {
        if (!elsewhere.contains(field))
            sentences << sentence;
    }
    m_problem->setProblem(sentences.join(QLatin1Char('\n')));
}

void ColumnsPage::chooseRole(const QPoint &place)
{
    const int section = m_rowsView->horizontalHeader()->logicalIndexAt(place);
    if (section < 0)
        return;
    QMenu menu(this);
    for (int role = ColumnsModel::FirstRole; role <= ColumnsModel::LastRole; ++role) {
        const QModelIndex index = m_columnsModel->index(section, role);
        QAction *action = menu.addAction(roleTitle(ColumnsModel::roleOf(role)));
        action->setCheckable(true);
        action->setChecked(index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        action->setToolTip(roleTip(ColumnsModel::roleOf(role)));
        connect(action, &QAction::triggered, this, [this, index](bool on) {
            m_columnsModel->setData(index, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        });
    }
    if (!m_document.source()->file.isEmpty())
        fillTypeMenu(*menu.addMenu(tr("Type")), m_document, m_document.table().column(section).name());
    menu.setToolTipsVisible(true);
    menu.exec(m_rowsView->horizontalHeader()->mapToGlobal(place));
}

void ColumnsPage::chooseType(const QModelIndex &index)
{
    if (!m_document.source() || m_document.source()->file.isEmpty()) {
        m_refusal = tr("The type can be chosen of columns that were read from a file.");
        showProblems();
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("type-menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillTypeMenu(*menu, m_document, m_document.table().column(index.row()).name());
    menu->popup(m_columnsView->viewport()->mapToGlobal(m_columnsView->visualRect(index).bottomLeft()));
}

void ColumnsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_readingCard->setFixedWidth(std::clamp(width() * 3 / 10, 230, 340));
}

} // namespace gatescope
