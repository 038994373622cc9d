// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/settings_form.h"

#include "ui/document/document.h"
#include "ui/look/core_words.h"
#include "ui/look/icons.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/train/form/memory_need.h"
#include "ui/train/form/parameter_count.h"
#include "ui/train/form/setting_row.h"
#include "ui/train/form/sum_table.h"
#include "ui/widgets/common/problem_label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// What a class speaks of, and what else is always there.
constexpr std::array<std::string_view, 7> kFewSettings{"layers", "hidden", "formulation", "hold",
                                                       "epochs", "lr",     "seed"};

/// A hint on soft accent ground.
class HintBox : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeColors(palette()).accentSoft);
        painter.drawRoundedRect(rect(), 6, 6);
    }
};

/// Why a setting of the model has no effect, where its row stays all the same, so that nothing below it moves; else
/// empty.
QString reasonFor(const SettingInfo &setting)
{
    return setting.id == "dropout"
               ? QObject::tr("Dropout lies between layers: with one layer there is no place for it.")
               : QString();
}

} // namespace

SettingsForm::SettingsForm(Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_parameters(new SumTable(tr("Number of parameters"))),
      m_memory(new SumTable(tr("Memory that the training takes"))), m_memoryProblem(new ProblemLabel),
      m_more(new QToolButton(this)), m_others(new QLabel(this)), m_waiting(new HintBox(this)),
      m_waitingText(new QLabel(m_waiting))
{
    setObjectName(QStringLiteral("settings-form"));
    m_memory->setObjectName(QStringLiteral("memory-need"));
    m_memoryProblem->setObjectName(QStringLiteral("memory-problem"));
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(12, 6, 10, 8);
    rows->setSpacing(6);
    addRows(*rows);
    m_more->setObjectName(QStringLiteral("more-settings"));
    m_more->setToolTip(tr("Shows all settings, or the few again."));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    rows->addWidget(m_more);
    m_others->setObjectName(QStringLiteral("other-settings"));
    m_others->setWordWrap(true);
    m_others->setTextFormat(Qt::PlainText);
    rows->addWidget(m_others);
    m_memory->hide();
    rows->addSpacing(6);
    rows->addWidget(m_memory);
    rows->addWidget(m_memoryProblem);
    rows->addStretch(1);
    connect(m_more, &QToolButton::toggled, this, &SettingsForm::showRows);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto *waiting = new QVBoxLayout(m_waiting);
    waiting->setContentsMargins(10, 8, 10, 8);
    m_waitingText->setWordWrap(true);
    m_waitingText->setTextFormat(Qt::PlainText);
    waiting->addWidget(m_waitingText);
    auto *apply = new QPushButton(themedIcon(QStringLiteral("reset")), tr("Reset and apply"), m_waiting);
    apply->setObjectName(QStringLiteral("apply-settings"));
    apply->setToolTip(tr("Starts again with these settings; undo brings the present training back (R)."));
    connect(apply, &QPushButton::clicked, &document, &Document::resetToSameWeights);
    waiting->addWidget(apply);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(6);
    layout->addWidget(scroll, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(10, 0, 10, 0);
    below->addWidget(m_waiting);
    layout->addLayout(below);
    connect(&document, &Document::settingsChanged, this, &SettingsForm::showSettings);
    connect(&document, &Document::dataChanged, this, &SettingsForm::showMemory);
    connect(&document.training(), &LiveTraining::snapshotChanged, this, &SettingsForm::showWaiting);
    applyFonts();
    showSettings();
}

void SettingsForm::addRows(QBoxLayout &layout)
{
    std::string_view group;
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.group != group) {
            if (group == "Model")
                layout.addWidget(m_parameters);
            group = setting.group;
            addHeading(layout, coreWords(group));
        }
        auto *row = new SettingRow(setting, this);
        row->field()->installEventFilter(this);
        row->field()->setFocusPolicy(Qt::StrongFocus);
        connect(row, &SettingRow::edited, this, [this, row](const QString &value) { edit(*row, value); });
        layout.addWidget(row);
        m_rows.push_back(row);
    }
}

void SettingsForm::addHeading(QBoxLayout &layout, const QString &title)
{
    if (!m_headings.empty())
        layout.addSpacing(8);
    auto *heading = new QLabel(title, this);
    m_headings.push_back(heading);
    layout.addWidget(heading);
}

SettingRow *SettingsForm::row(const QString &id) const
{
    for (SettingRow *row : m_rows) {
        if (fromText(row->setting().id) == id)
            return row;
    }
    return nullptr;
}

void SettingsForm::edit(SettingRow &row, const QString &value)
{
    Settings settings = m_document.settings();
    std::vector<Problem> problems;
    try {
        setSettingText(row.setting(), settings, value.toStdString());
        problems = m_document.setSettings(settings, tr("change %1").arg(coreWordsWithin(row.setting().title)));
    } catch (const OptionError &error) {
        problems = error.problems();
    }
    if (problems.empty()) {
        row.setProblem({});
        return;
    }
    showSettings(); // the fields go back to what is in force; the sentence stays beside its field
    for (const Problem &problem : problems) {
        SettingRow *beside = this->row(QString::fromStdString(problem.field));
        (beside ? *beside : row).setProblem(QString::fromStdString(problem.message()));
    }
    showRows();
}

void SettingsForm::showSettings()
{
    const Settings &settings = m_document.settings();
    for (SettingRow *row : m_rows)
        row->show(settings);
    showParameterCount(*m_parameters, settings.network);
    showMemory();
    showWaiting();
}

bool SettingsForm::isWhole() const
{
    return m_more->isChecked();
}

void SettingsForm::setWhole(bool whole)
{
    m_more->setChecked(whole);
}

void SettingsForm::setAllowed(const std::vector<std::string> &ids, bool canChange)
{
    m_allowed = ids;
    for (SettingRow *row : m_rows)
        row->setChangeable(canChange);
    showRows();
}

bool SettingsForm::isWanted(const SettingInfo &setting) const
{
    if (!m_allowed.empty()) // a class set-up names them
        return std::ranges::find(m_allowed, setting.id) != m_allowed.end();
    return isWhole() || std::ranges::find(kFewSettings, setting.id) != kFewSettings.end();
}

void SettingsForm::showRows()
{
    const bool all = isWhole() && m_allowed.empty();
    for (SettingRow *row : m_rows) {
        const bool relevant = row->setting().relevant(m_document.settings());
        row->setReason(relevant ? QString() : reasonFor(row->setting()));
        row->setVisible((relevant || row->hasReason()) && (isWanted(row->setting()) || row->needsALook()));
    }
    for (QLabel *heading : m_headings)
        heading->setVisible(all);
    m_memory->setVisible(all);
    m_more->setVisible(m_allowed.empty());
    m_more->setText(all ? tr("Fewer settings") : tr("More settings"));
    m_more->setIcon(all ? QIcon() : themedIcon(QStringLiteral("chevron-down")));
    showOthers();
}

void SettingsForm::showOthers()
{
    QStringList others;
    for (const SettingRow *row : m_rows) {
        const SettingInfo &setting = row->setting();
        if (row->isHidden() && setting.relevant(m_document.settings())
            && setting.get(m_document.settings()) != setting.defaultValue)
            others << tr("%1: %2").arg(coreWords(setting.title),
                                       coreWords(settingWords(setting, m_document.settings())));
    }
    m_others->setText(tr("Also set. %1").arg(others.join(QStringLiteral("; "))));
    m_others->setVisible(!others.isEmpty() && m_allowed.empty());
}

void SettingsForm::showMemory()
{
    m_memoryProblem->setProblem(showMemoryNeed(*m_memory, m_document.settings(), m_document.data().get()));
}

void SettingsForm::showWaiting()
{
    const auto snapshot = m_document.training().snapshot();
    QStringList names;
    for (SettingRow *row : m_rows) {
        const SettingInfo &setting = row->setting();
        const bool waiting = snapshot && setting.effect == SettingEffect::Reset
                             && setting.get(snapshot->settings) != setting.get(m_document.settings());
        row->setWaiting(waiting);
        if (waiting)
            names << coreWordsWithin(setting.title);
    }
    m_waiting->setVisible(!names.isEmpty());
    m_waitingText->setText(tr("Needs new weights: %1.").arg(names.join(QStringLiteral(", "))));
    showRows();
}

void SettingsForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyFonts();
    QWidget::changeEvent(event);
}

bool SettingsForm::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it changes a value only where the user has clicked into the field before.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SettingsForm::applyFonts()
{
    QFont heading = themeFont(TextRole::Caption);
    heading.setBold(true);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, themeColors(palette()).muted);
    for (QLabel *label : m_headings) {
        label->setFont(heading);
        label->setPalette(muted);
    }
    m_others->setFont(themeFont(TextRole::Caption));
    m_others->setPalette(muted);
    const int fieldWidth = QFontMetrics(themeFont(TextRole::Body)).averageCharWidth() * 20 + 30;
    int widest = fieldWidth; // all in line, and none with its words cut
    for (const SettingRow *row : m_rows)
        widest = std::max(widest, row->neededWidth());
    for (SettingRow *row : m_rows)
        row->setFieldWidth(widest);
    m_waitingText->setFont(themeFont(TextRole::Caption));
}

} // namespace gatescope
