// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/windows_form.h"

#include "core/data/proposal.h"
#include "core/evaluation/part_shift.h"
#include "ui/data/draft/column_role.h"
#include "ui/data/draft/data_draft.h"
#include "ui/data/windows/leakage_tally.h"
#include "ui/data/windows/option_field.h"
#include "ui/data/windows/window_places.h"
#include "ui/document/document.h"
#include "ui/document/opponents/live_opponents.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/quiet_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace gatescope {

WindowsForm::WindowsForm(Document &document, DataDraft &draft, QWidget *parent)
    : FieldList(parent), m_document(document), m_draft(draft)
{
    setAccessibleName(tr("Windows, split and scaling"));
    m_general = addHint();
    m_general->setTone(LabelTone::Error);
    m_question = addHint();
    m_question->setObjectName(QStringLiteral("question"));
    buildTask();
    buildWindow();
    buildSplit();
    buildScaling();
    buildOrder();
    buildBaselines();
    buildLeakage();
    addStretch();
    connect(&draft, &DataDraft::changed, this, &WindowsForm::showOptions);
    connect(&draft, &DataDraft::problemsChanged, this, &WindowsForm::showProblems);
    connect(&document, &Document::dataChanged, this, &WindowsForm::showOptions);
    showOptions();
}

QuietLabel *WindowsForm::addHint()
{
    auto *hint = new QuietLabel({}, this);
    addWide(hint);
    return hint;
}

QSpinBox *WindowsForm::addNumber(const QString &id, const QString &title, const QString &unit, int least, int most,
                                 const QString &tip)
{
    auto *box = new IntegerBox(this);
    box->setRange(least, most);
    box->setSuffix(unit);
    if (unit == tr(" rows"))
        connect(box, &QSpinBox::valueChanged, box, [box](int rows) { box->setSuffix(tr(" row(s)", nullptr, rows)); });
    box->setKeyboardTracking(false);
    addField(id, title, box, tip);
    return box;
}

QCheckBox *WindowsForm::addSwitch(const QString &id, const QString &title, const QString &tip)
{
    auto *box = new QCheckBox(title, this);
    box->setToolTip(tip);
    box->setAccessibleDescription(tip);
    addWide(box, id);
    return box;
}

/// Fields for the options of a section that have none yet: a new entry of the table appears by itself.
void WindowsForm::addTableFields(std::string_view group)
{
    for (const DataOption &option : dataOptionTable()) {
        const QString id = QString::fromUtf8(option.id.data(), static_cast<qsizetype>(option.id.size()));
        if (option.group == group && option.kind != OptionKind::Natural && findChild<QWidget *>(id) == nullptr)
            m_fields.push_back(new OptionField(option, m_draft, *this));
    }
}

void WindowsForm::buildTask()
{
    m_task = new QComboBox(this);
    m_task->addItem(tr("forecast a value"));
    m_task->addItem(tr("tell a class"));
    addField(QStringLiteral("task"), tr("Task"), m_task,
             tr("Forecast numbers of the target column, or tell which of its labels applies."));
    connect(m_task, &QComboBox::activated, this, [this](int index) {
        m_draft.edit([this, index](DataOptions &options) {
            options.features = featuresInUse(m_document.table(), options);
            options.task = static_cast<TaskKind>(index);
            if (options.task == TaskKind::Classification) {
                options.horizons.resize(1);
                options.targets.resize(std::min<std::size_t>(options.targets.size(), 1));
            }
        });
    });
}

void WindowsForm::buildWindow()
{
    addSection(tr("Window"));
    m_window = addNumber(QStringLiteral("window"), tr("Length"), tr(" rows"), 1, 1'000'000,
                         tr("How many rows the network reads before it answers: T."));
    connect(m_window, &QSpinBox::valueChanged, this,
            [this](int rows) { m_draft.edit([rows](DataOptions &options) { options.window = rows; }); });
    addTableFields("Window");
    m_proposal = addHint();
    m_proposal->setObjectName(QStringLiteral("proposal"));
    m_useProposal = new QPushButton(tr("Use what is proposed"), this);
    m_useProposal->setToolTip(tr("Sets all that the sentence above says, at once. It can be undone."));
    addWide(m_useProposal, QStringLiteral("use-proposal"));
    connect(m_useProposal, &QPushButton::clicked, this, [this] {
        m_draft.edit([this](DataOptions &options) { options = proposeOptions(m_document.table(), options).options; });
    });
    m_counts = addHint();
    m_counts->setObjectName(QStringLiteral("window-counts"));
}

void WindowsForm::buildSplit()
{
    addSection(tr("Split in time"));
    m_training = addNumber(QStringLiteral("split"), tr("Training"), tr(" %"), 1, 100,
                           tr("The first share of the rows: the network learns from it."));
    m_validation = addNumber(QStringLiteral("split-validation"), tr("Validation"), tr(" %"), 0, 99,
                             tr("The share after it: it tells when to stop, and which weights are best."));
    connect(m_training, &QSpinBox::valueChanged, this,
            [this](int percent) { setSplit(percent / 100.0, m_draft.options().split[1]); });
    connect(m_validation, &QSpinBox::valueChanged, this,
            [this](int percent) { setSplit(m_draft.options().split[0], percent / 100.0); });
    m_parts = addHint();
    m_shift = addHint();
    m_shift->setObjectName(QStringLiteral("shift"));
    m_shift->setTone(LabelTone::Warning);
    m_predictChange = new QPushButton(tr("Predict the change"), this);
    m_predictChange->setToolTip(
        tr("The network then learns the target's change since the window's last row. It can be undone."));
    addWide(m_predictChange, QStringLiteral("predict-change"));
    connect(m_predictChange, &QPushButton::clicked, this,
            [this] { m_draft.edit([](DataOptions &options) { options.predict = TargetForm::Change; }); });
    addTableFields("Split in time");
}

void WindowsForm::buildScaling()
{
    addSection(tr("Scaling"));
    addTableFields("Scaling");
    m_scaleHint = addHint();
    m_scaleHint->setObjectName(QStringLiteral("scale-hint"));
}

void WindowsForm::buildOrder()
{
    addSection(tr("Order"));
    addTableFields("Order");
}

void WindowsForm::buildBaselines()
{
    addSection(tr("Baselines"));
    addTableFields("Baselines");
    m_season = addHint();
    m_season->setObjectName(QStringLiteral("season-found"));
    connect(&m_document.training().opponents(), &LiveOpponents::measured, this, &WindowsForm::showSeason);
}

/// The season that the naive forecasts go by, and where it comes from.
void WindowsForm::showSeason()
{
    const auto opponents = m_document.training().opponents().all();
    const bool asked = opponents && m_draft.options().task == TaskKind::Regression && !m_draft.isPending();
    m_season->setVisible(asked);
    if (!asked)
        return;
    const Season &season = opponents->season();
    m_season->setText(season.rows > 0            ? tr("In force: %1.").arg(coreSentence(season.text()))
                      : m_draft.options().season ? tr("None is taken.")
                                                 : tr("None was found in the training part; say one if you know it."));
}

void WindowsForm::buildLeakage()
{
    addSection(tr("Mistakes worth seeing"));
    m_leakHint = addHint();
    m_leakHint->setText(
        tr("Each lets the future leak into training. The validation loss can then look far better than it is, or "
           "hardly change: either way it is worth nothing."));
    m_scaleOnAll = addSwitch(QStringLiteral("leak-scale"), tr("Fit the scaling on all rows"),
                             tr("A mistake on purpose: the scaling then knows the mean and spread of the future."));
    m_shuffle =
        addSwitch(QStringLiteral("leak-shuffle"), tr("Shuffle windows before the split"),
                  tr("A mistake on purpose: validation windows then overlap with windows the network has learnt."));
    connect(m_scaleOnAll, &QCheckBox::clicked, this,
            [this](bool on) { m_draft.edit([on](DataOptions &options) { options.scaleOnAllRows = on; }); });
    connect(m_shuffle, &QCheckBox::clicked, this,
            [this](bool on) { m_draft.edit([on](DataOptions &options) { options.shuffleBeforeSplit = on; }); });
    addWide(new LeakageTally(m_document.shelf(), this));
    paintMistakesRed();
}

void WindowsForm::changeEvent(QEvent *event)
{
    FieldList::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shuffle)
        paintMistakesRed();
}

void WindowsForm::paintMistakesRed()
{
    QPalette red;
    red.setColor(QPalette::WindowText, themeColors(palette()).error);
    m_scaleOnAll->setPalette(red);
    m_shuffle->setPalette(red);
}

void WindowsForm::setSplit(double training, double validation)
{
    m_draft.edit([training, validation](DataOptions &options) {
        const double kept = std::min(validation, 1.0 - training);
        options.split = {training, kept, std::max(0.0, std::round((1.0 - training - kept) * 1e9) / 1e9)};
    });
}

void WindowsForm::showOptions()
{
    const DataOptions &options = m_draft.options();
    const auto prepared = m_document.data();
    const QSignalBlocker quiet[] = {QSignalBlocker(m_window), QSignalBlocker(m_training), QSignalBlocker(m_validation)};
    const bool tensors = m_document.source() && m_document.source()->tensors;
    setEnabled(m_document.source() != nullptr);
    for (QWidget *field :
         {static_cast<QWidget *>(m_window), static_cast<QWidget *>(m_scaleOnAll), static_cast<QWidget *>(m_shuffle)})
        field->setEnabled(!tensors);
    for (OptionField *field : m_fields)
        field->show(options, !tensors || field->option().id == "scale");
    m_task->setCurrentIndex(static_cast<int>(options.task));
    m_window->setValue(static_cast<int>(options.window));
    m_window->setSuffix(tr(" row(s)", nullptr, m_window->value()));
    m_training->setValue(static_cast<int>(std::lround(options.split[0] * 100.0)));
    m_validation->setMaximum(100 - m_training->value());
    m_validation->setValue(static_cast<int>(std::lround(options.split[1] * 100.0)));
    m_scaleOnAll->setChecked(options.scaleOnAllRows);
    m_shuffle->setChecked(options.shuffleBeforeSplit);
    const bool leaks = options.scaleOnAllRows || options.shuffleBeforeSplit;
    m_leakHint->setTone(leaks ? LabelTone::Error : LabelTone::Muted);
    const std::vector<double> none;
    m_question->setText(!m_document.source() ? tr("Nothing is open yet.")
                        : tensors            ? tr("Sequences as the file holds them: no windows are cut.")
                                             : questionSentence(options, featuresInUse(m_document.table(), options),
                                                     prepared ? prepared->times : none));
    showProposal(tensors);
    showShift();
    showSeason();
    showProblems();
}

void WindowsForm::showProposal(bool tensors)
{
    const DataProposal proposal =
        m_document.source() && !tensors ? proposeOptions(m_document.table(), m_draft.options()) : DataProposal{};
    const bool offered = !proposal.reason.empty() && proposal.options != m_draft.options();
    m_proposal->setText(tr("A proposal from the columns. %1.").arg(coreSentence(proposal.reason)));
    m_proposal->setVisible(offered);
    m_useProposal->setVisible(offered);
}

/// Offers to predict changes where the validation part is unlike the training part.
void WindowsForm::showShift()
{
    const auto prepared = m_document.data();
    const std::optional<PartShift> shift =
        prepared && m_draft.options().predict == TargetForm::Value ? partShift(*prepared) : std::nullopt;
    const bool offered = shift && shift->isUnlike();
    m_shift->setVisible(offered);
    m_predictChange->setVisible(offered);
    if (offered)
        m_shift->setText(
            tr("The validation part is unlike the training part: %1 % of its targets lie outside the range "
               "seen in training, and its mean is %2 standard deviations %3. The change since the last row "
               "often carries over better than the value.")
                .arg(shift->outside * 100.0, 0, 'f', 0)
                .arg(std::abs(shift->meansApart), 0, 'f', 1)
                .arg(shift->meansApart < 0.0 ? tr("lower") : tr("higher")));
}

void WindowsForm::showCounts()
{
    const auto prepared = m_document.data();
    const DataOptions &options = m_draft.options();
    if (!prepared) {
        m_counts->setText(m_document.source() ? tr("No windows yet.") : QString());
        m_parts->setText({});
        m_scaleHint->setText({});
        return;
    }
    const QString pending = m_draft.isPending() ? tr(" (counting …)") : QString();
    QString counts = tr("Windows: %1 training · %2 validation · %3 test%4")
                         .arg(countText(prepared->train.size()), countText(prepared->validation.size()),
                              countText(prepared->test.size()), pending);
    if (!prepared->classCounts.empty()) {
        QStringList classes;
        for (std::size_t c = 0; c < std::min<std::size_t>(prepared->classCounts.size(), 8); ++c)
            classes << tr("%1 %2").arg(countText(prepared->classCounts[c]), plainText(prepared->classNames[c], 20));
        counts += tr("\nClasses by rows: %1%2")
                      .arg(classes.join(QStringLiteral(" · ")),
                           prepared->classCounts.size() > 8 ? QStringLiteral(" …") : QString());
    }
    m_counts->setText(counts);
    const auto &rows = prepared->partRows;
    m_parts->setText((options.lookBack == LookBack::All ? tr("Test: the last %1 %. No target crosses a border.")
                                                        : tr("Test: the last %1 %. No window crosses a border."))
                         .arg(std::lround(options.split[2] * 100.0)));
    m_scaleHint->setTone(options.scaleOnAllRows ? LabelTone::Error : LabelTone::Muted);
    m_scaleHint->setText(options.scale == ScaleKind::None ? tr("Values are read as they are.")
                         : options.scaleOnAllRows ? tr("Fitted on all rows: the inputs already tell of the future.")
                         : rows[1] > 0 ? tr("Fitted on the %1 rows of the training part only.").arg(countText(rows[1]))
                                       : tr("Fitted on the training part only."));
}

void WindowsForm::showProblems()
{
    clearProblems();
    QString general;
    for (const auto &[field, sentence] : m_draft.problems()) {
        if (setProblem(field, sentence))
            continue;
        general += (general.isEmpty() ? QString() : QStringLiteral("\n")) + sentence;
    }
    m_general->setText(general);
    m_general->setVisible(!general.isEmpty());
    showCounts();
}

} // namespace gatescope
