// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/columns_card.h"

#include "ui/data/columns/columns_model.h"
#include "ui/data/columns/columns_view.h"
#include "ui/data/columns/type_menu.h"
#include "ui/data/draft/data_draft.h"
#include "ui/document/document.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/common/problem_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kLinesOfColumns = 8;
constexpr int kManyColumns = 8; ///< from here on a filter and a menu for all of them save clicks

} // namespace

ColumnsCard::ColumnsCard(Document &document, DataDraft &draft, QWidget *parent)
    : Card(tr("Columns"), parent), m_document(document), m_draft(draft),
      m_model(new ColumnsModel(document, draft, this)), m_view(new ColumnsView), m_problem(new ProblemLabel)
{
    m_view->setModel(m_model);
    makeTools();
    connect(m_view, &ColumnsView::typeAsked, this, &ColumnsCard::chooseType);
    connect(m_view, &ColumnsView::roleAsked, m_model, &ColumnsModel::give);
    connect(m_model, &ColumnsModel::refused, this, [this](const QString &sentence) {
        m_refusal = sentence;
        showProblems();
    });
    connect(&document, &Document::tableChanged, this, &ColumnsCard::showTable);
    connect(&draft, &DataDraft::changed, this, &ColumnsCard::showProblems);
    connect(&draft, &DataDraft::problemsChanged, this, &ColumnsCard::showProblems);
    m_problem->setContentsMargins(12, 4, 12, 8);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 6);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_problem);
    setContent(content);
    setLeastLines(kLinesOfColumns);
    showTable();
}

void ColumnsCard::makeTools()
{
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("column-filter"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter the columns by name"));
    m_filter->setToolTip(tr("Shows only columns whose name holds this text; what is hidden keeps its roles."));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(160);
    connect(m_filter, &QLineEdit::textChanged, m_view, &ColumnsView::setFilter);
    header().addTool(m_filter);
    makeFeatureMenu();
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
    header().addTool(m_missing);
    m_ignored = new QToolButton;
    m_ignored->setObjectName(QStringLiteral("ignored-columns"));
    m_ignored->setPopupMode(QToolButton::InstantPopup);
    m_ignored->setToolTip(tr("The columns of the file that are left out; a click brings one back."));
    m_ignored->setMenu(new QMenu(m_ignored));
    header().addTool(m_ignored);
}

void ColumnsCard::makeFeatureMenu()
{
    m_features = new QToolButton;
    m_features->setObjectName(QStringLiteral("feature-menu"));
    m_features->setText(tr("Features") + QStringLiteral(" \u25BE"));
    m_features->setPopupMode(QToolButton::InstantPopup);
    m_features->setToolTip(
        tr("Makes all shown columns features, or none of them. For some: click the first mark, then the "
           "last one with Shift; or select rows and press Space."));
    auto *menu = new QMenu(m_features);
    const auto add = [&](const QString &title, auto columns, bool on) {
        connect(menu->addAction(title), &QAction::triggered, this,
                [this, columns, on] { m_model->give(columns(), ColumnRole::Feature, on); });
    };
    add(
        tr("All that are shown"), [this] { return m_view->shownColumns(); }, true);
    add(
        tr("None that is shown"), [this] { return m_view->shownColumns(); }, false);
    add(
        tr("All that are selected"), [this] { return m_view->selectedColumns(); }, true);
    add(
        tr("None that is selected"), [this] { return m_view->selectedColumns(); }, false);
    m_features->setMenu(menu);
    header().addTool(m_features);
}

void ColumnsCard::showColumn(int column)
{
    m_filter->clear();
    m_view->setCurrentIndex(m_model->index(column, ColumnsModel::FirstRole));
}

void ColumnsCard::showTable()
{
    const auto columns = static_cast<std::int64_t>(m_document.table().columns().size());
    m_refusal.clear();
    m_filter->setVisible(columns >= kManyColumns);
    m_features->setVisible(columns >= kManyColumns);
    if (columns < kManyColumns)
        m_filter->clear();
    m_view->setFilter(m_filter->text());
    m_ignored->setVisible(!m_document.recognition().ignored.empty());
    m_ignored->setText(tr("%1 left out").arg(m_document.recognition().ignored.size()));
    m_ignored->menu()->clear();
    fillIgnoredMenu(*m_ignored->menu(), m_document);
    header().setCaption(!m_document.source()
                            ? tr("Nothing is open. Drop a CSV here, or use File › Open.")
                            : tr("%1 · click a type to change it · click a mark to give a column its role")
                                  .arg(tr("%1 column(s)", nullptr, static_cast<int>(columns)).arg(countText(columns))));
    showProblems();
}

void ColumnsCard::showProblems()
{
    m_missing->setCurrentIndex(static_cast<int>(m_draft.options().missing));
    m_missing->setEnabled(m_document.table().rows() > 0);
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

void ColumnsCard::chooseType(const QModelIndex &index)
{
    if (!m_document.source() || m_document.source()->file.isEmpty()) {
        m_refusal = tr("The type can be chosen of columns that were read from a file.");
        showProblems();
        return;
    }
    std::vector<Index> columns = m_view->selectedColumns();
    if (std::ranges::find(columns, index.row()) == columns.end())
        columns = {index.row()};
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const Index column : columns)
        names.push_back(m_document.table().column(column).name());
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("type-menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillTypeMenu(*menu, m_document, names);
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
}

} // namespace gatescope
