// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/search/pattern_panel.h"

#include "ui/inspect/search/pattern_job.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/table_style.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <qcustomplot.h>

#include <algorithm>

namespace gatescope {

namespace {

constexpr DataPart kParts[] = {DataPart::Train, DataPart::Validation, DataPart::Test};

QString unitsText(const std::vector<Index> &units)
{
    QStringList texts;
    for (const Index unit : units)
        texts << QString::number(unit);
    return texts.join(QStringLiteral(", "));
}

} // namespace

PatternPanel::PatternPanel(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_job(new PatternJob(this)), m_first(new IntegerBox(this)),
      m_last(new IntegerBox(this)), m_threshold(new DecimalBox(this)), m_suggest(new QPushButton(tr("Suggest"), this)),
      m_units(new QLineEdit(this)), m_part(new QComboBox(this)), m_search(new QPushButton(tr("Search"), this)),
      m_status(new QLabel(this)), m_list(new QTreeWidget(this))
{
    setAccessibleName(tr("Pattern search"));
    addFields();
    layOut();
    const auto showText = [this] { m_list->setColumnHidden(6, !m_inspection.hasRun() || !m_inspection.data().text); };
    connect(&inspection, &Inspection::runChanged, this, showText);
    showText();
    connect(m_first, &QSpinBox::valueChanged, this, &PatternPanel::readPattern);
    connect(m_last, &QSpinBox::valueChanged, this, &PatternPanel::readPattern);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &PatternPanel::readPattern);
    connect(m_suggest, &QPushButton::clicked, this, &PatternPanel::suggest);
    connect(m_search, &QPushButton::clicked, this, &PatternPanel::search);
    connect(m_job, &PatternJob::ended, this, &PatternPanel::showMatches);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            showMatch(m_list->indexOfTopLevelItem(item));
    });
    connect(&inspection, &Inspection::runChanged, this, &PatternPanel::follow);
    connect(&inspection, &Inspection::cursorMoved, this, &PatternPanel::follow);
    follow();
}

void PatternPanel::addFields()
{
    const auto name = [](QWidget *widget, const QString &title, const QString &tip) {
        widget->setAccessibleName(title);
        widget->setToolTip(tip);
        widget->setAccessibleDescription(tip);
    };
    name(m_first, tr("First step"), tr("The first step of the range in this sequence."));
    name(m_last, tr("Last step"), tr("The last step of the range in this sequence."));
    name(m_threshold, tr("Threshold"), tr("A unit is on while its state is above this value."));
    name(m_suggest, tr("Suggest a threshold"),
         tr("Takes the value that parts the states of this layer into on and off best (Otsu)."));
    name(m_units, tr("Units of the pattern"),
         tr("The units that are on through the whole range; leave some out to search for the others."));
    name(m_part, tr("Part searched"), tr("Which part of the data is searched."));
    name(m_search, tr("Search the pattern"), tr("Finds where in the data these units are on alike, best first."));
    name(m_list, tr("Places found"), tr("Choose a place to go there."));
    m_threshold->setRange(-1.0, 1.0);
    m_threshold->setSingleStep(0.05);
    m_threshold->setDecimals(3);
    m_threshold->setValue(0.3);
    m_part->addItems({tr("training"), tr("validation"), tr("test")});
    m_list->setHeaderLabels(
        {tr("sequence"), tr("steps"), tr("score"), tr("shared"), tr("others"), tr("run"), tr("text")});
    m_list->headerItem()->setToolTip(2, tr("Units on in both ÷ units on in either, between 0 and 1."));
    m_list->headerItem()->setToolTip(3, tr("Units of the pattern that are on there too."));
    m_list->headerItem()->setToolTip(4, tr("Units on there that are not in the pattern."));
    m_list->headerItem()->setToolTip(6, tr("The characters there, with those before them."));
    m_list->headerItem()->setToolTip(5, tr("Steps through which the shared units all stay on."));
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_list->header()->setStretchLastSection(false);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // as low as that where it has to be
    m_list->setMinimumHeight(4 * QFontMetrics(font()).height());
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_status->setWordWrap(true);
    styleTree(*m_list);
}

void PatternPanel::layOut()
{
    auto *range = new QHBoxLayout;
    range->addWidget(m_first);
    range->addWidget(new QLabel(tr("to"), this));
    range->addWidget(m_last);
    range->addStretch();
    auto *threshold = new QHBoxLayout;
    threshold->addWidget(m_threshold);
    threshold->addWidget(m_suggest);
    threshold->addStretch();
    auto *where = new QHBoxLayout;
    where->addWidget(m_part);
    where->addWidget(m_search);
    where->addStretch();
    for (QHBoxLayout *row : {range, threshold, where})
        row->setSpacing(6);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(4);
    form->setHorizontalSpacing(8);
    form->addRow(tr("Steps"), range);
    form->addRow(tr("On above"), threshold);
    form->addRow(tr("Units"), m_units);
    form->addRow(tr("Search"), where);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 4, 12, 8);
    rows->addLayout(form);
    rows->addWidget(m_status);
    rows->addWidget(m_list, 1);
}

void PatternPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        styleTree(*m_list);
    QWidget::changeEvent(event);
}

void PatternPanel::follow()
{
    if (m_searched.data && m_searched.data != m_inspection.sharedData())
        forget();
    setEnabled(m_inspection.hasRun());
    for (QPushButton *button : {m_suggest, m_search}) // what it does is its description, too
        button->setToolTip(m_inspection.hasRun() ? button->accessibleDescription() : m_inspection.why());
    if (!m_inspection.hasRun())
        return;
    const auto last = static_cast<int>(m_inspection.run().steps()) - 1;
    if (m_first->maximum() == last && m_last->maximum() == last) { // the training goes on: the fields are the user's
        if (m_inspection.cursor().layer != m_patternLayer)
            readPattern();
        return;
    }
    const QSignalBlocker first(m_first), second(m_last);
    m_first->setRange(0, last);
    m_last->setRange(0, last);
    setRange(std::max(0, last - 2), last);
}

/// What was found before: in other data, another part, or by other units.
void PatternPanel::forget()
{
    m_job->stop();
    m_searched = {};
    m_matches.clear();
    m_list->clear();
    m_status->clear();
}

void PatternPanel::setRange(Index first, Index last)
{
    const QSignalBlocker blocker(m_first);
    m_first->setValue(static_cast<int>(first));
    m_last->setValue(static_cast<int>(last));
    readPattern();
}

void PatternPanel::readPattern()
{
    if (!m_inspection.hasRun())
        return;
    const Index first = std::min(m_first->value(), m_last->value()), last = std::max(m_first->value(), m_last->value());
    m_patternLayer = m_inspection.cursor().layer;
    const Matrix<float> &states = m_inspection.run().layers[static_cast<std::size_t>(m_patternLayer)].h;
    const UnitPattern found = patternOf(states, first, last - first + 1, m_threshold->value());
    m_units->setText(unitsText(found.units));
    m_status->setText(found.units.empty()
                          ? tr("No unit is on through these steps: choose fewer steps or a lower threshold.")
                          : tr("Units of layer %1 that are on through these steps: %2.")
                                .arg(m_patternLayer + 1)
                                .arg(found.units.size()));
}

void PatternPanel::suggest()
{
    if (m_inspection.hasRun())
        m_threshold->setValue(
            suggestThreshold(m_inspection.run().layers[static_cast<std::size_t>(m_inspection.cursor().layer)].h));
}

UnitPattern PatternPanel::pattern() const
{
    UnitPattern pattern;
    static const QRegularExpression separator(QStringLiteral("[,;\\s]+"));
    const QStringList words = m_units->text().split(separator, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool whole = false;
        const Index unit = word.toLongLong(&whole);
        if (whole && unit >= 0 && unit < m_inspection.run().network.hidden)
            pattern.units.push_back(unit);
    }
    std::ranges::sort(pattern.units);
    pattern.units.erase(std::unique(pattern.units.begin(), pattern.units.end()), pattern.units.end());
    pattern.length = std::abs(m_last->value() - m_first->value()) + 1;
    pattern.threshold = m_threshold->value();
    return pattern;
}

bool PatternPanel::isSearching() const
{
    return m_job->isRunning();
}

void PatternPanel::search()
{
    if (!m_inspection.hasRun())
        return;
    const UnitPattern wanted = pattern();
    if (wanted.units.empty()) {
        m_status->setText(
            tr("Name at least one unit, by its number between 0 and %1.").arg(m_inspection.run().network.hidden - 1));
        return;
    }
    const DataPart part = kParts[m_part->currentIndex()];
    if (m_inspection.data().part(part).size() == 0) {
        m_status->setText(tr("There are no %1 sequences: search another part.").arg(partName(part)));
        return;
    }
    forget();
    m_searched = {m_inspection.sharedData(), part, m_inspection.cursor().layer, wanted.length};
    m_status->setText(tr("Searching …"));
    const std::span<const float> parameters = m_inspection.parameters();
    m_job->start(m_inspection.run().network, {parameters.begin(), parameters.end()}, m_searched.data, part,
                 m_searched.layer, wanted);
}

void PatternPanel::showMatches(const std::vector<PatternMatch> &matches, const QString &problem)
{
    m_matches = matches;
    m_list->clear();
    for (const PatternMatch &match : matches) {
        auto *item = new QTreeWidgetItem(
            m_list, {QString::number(match.sequence),
                     QStringLiteral("%1–%2").arg(match.first).arg(match.first + m_searched.length - 1),
                     fixedText(match.score, 2), QString::number(match.sharedUnits), QString::number(match.otherUnits),
                     QString::number(match.runLength)});
        if (m_searched.data->text) {
            item->setText(6, textAround(match));
            item->setFont(6, QFontDatabase::systemFont(QFontDatabase::FixedFont));
        }
        for (int column = 0; column < 6; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_status->setText(!problem.isEmpty() ? problem
                      : matches.empty()
                          ? tr("These units are on alike nowhere in this part.")
                          : tr("Places found: %1, best first; the arrow keys go through them.").arg(matches.size()));
}

QString PatternPanel::textAround(const PatternMatch &match) const
{
    constexpr Index kBefore = 12;
    const PreparedData<float> &prepared = *m_searched.data;
    const SequenceSet<float> &set = prepared.part(m_searched.part);
    const Index start = static_cast<Index>(set.start(match.sequence)) + match.first;
    QString text;
    for (Index place = std::max<Index>(start - kBefore, 0); place < start + m_searched.length; ++place) {
        if (place == start)
            text += QLatin1Char('[');
        text += characterMark(prepared.classNames[static_cast<std::size_t>(prepared.targetValues(0, place))]);
    }
    return text + QLatin1Char(']');
}

void PatternPanel::showMatch(int row)
{
    if (row < 0 || row >= static_cast<int>(m_matches.size()) || !m_inspection.hasRun())
        return;
    const PatternMatch &match = m_matches[static_cast<std::size_t>(row)];
    const std::int64_t sequence = sequenceAt(m_inspection.data(), {m_searched.part, match.sequence});
    m_inspection.selection().setCursor({sequence, m_searched.layer, match.first, m_inspection.cursor().unit});
}

QString PatternPanel::exportCaption() const
{
    return m_inspection.hasRun() ? tr("units %1 above %2 · %3")
                                       .arg(m_units->text(), fixedText(m_threshold->value(), 2), m_inspection.caption())
                                 : QString();
}

void PatternPanel::paintContent(QCPPainter &painter, const QSize &size)
{
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(themeColors(palette()).text);
    const double line = QFontMetricsF(painter.font()).height() + 2;
    const double wide = size.width() / 6.0;
    double y = 0;
    for (int row = -1; row < m_list->topLevelItemCount() && y + line < size.height(); ++row, y += line) {
        const QTreeWidgetItem *item = row < 0 ? m_list->headerItem() : m_list->topLevelItem(row);
        for (int column = 0; column < 6; ++column)
            painter.drawText(QRectF(column * wide, y, wide - 10, line), Qt::AlignRight | Qt::AlignVCenter,
                             item->text(column));
    }
}

QString PatternPanel::csv() const
{
    QString text = QStringLiteral("sequence,first_step,score,shared_units,other_units,run_length\n");
    for (const PatternMatch &match : m_matches)
        text += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                    .arg(match.sequence)
                    .arg(match.first)
                    .arg(csvNumber(match.score))
                    .arg(match.sharedUnits)
                    .arg(match.otherUnits)
                    .arg(match.runLength);
    return text;
}

} // namespace gatescope
