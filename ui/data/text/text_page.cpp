// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/text/text_page.h"

#include "ui/data/draft/data_draft.h"
#include "ui/data/text/text_view.h"
#include "ui/data/text/vocabulary_view.h"
#include "ui/document/document.h"
#include "ui/document/shared/selection.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form/field_list.h"
#include "ui/widgets/form/note_list.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace gatescope {

TextPage::TextPage(Document &document, DataDraft &draft, Selection &selection, QWidget *parent)
    : FormPage(parent), m_document(document), m_draft(draft), m_formCard(new Card(tr("Windows"), this)),
      m_textCard(new Card(tr("Text"), this)), m_vocabularyCard(new Card(tr("Vocabulary"), this)), m_form(new FieldList),
      m_window(new IntegerBox), m_training(new IntegerBox), m_validation(new IntegerBox), m_counts(new QuietLabel),
      m_general(new QuietLabel({}, nullptr, LabelTone::Error)), m_notes(new NoteList),
      m_text(new TextView(draft, selection)), m_vocabulary(new VocabularyView)
{
    buildForm();
    m_textCard->setContent(m_text);
    m_textCard->header().addExport(*m_text);
    m_vocabularyCard->setContent(m_vocabulary);
    m_vocabularyCard->header().addExport(*m_vocabulary);
    for (Card *card : {m_textCard, m_vocabularyCard})
        connect(&card->header(), &CardHeader::failed, this, &TextPage::failed);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_textCard, 3);
    right->addWidget(m_vocabularyCard, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_formCard);
    row->addLayout(right, 1);
    keepForm(*row, *m_formCard, *m_formCard->findChild<ScrollPane *>(), 240, 320,
             {m_formCard, m_textCard, m_vocabularyCard});
    connect(&draft, &DataDraft::changed, this, &TextPage::showOptions);
    connect(&draft, &DataDraft::problemsChanged, this, &TextPage::showProblems);
    connect(&document, &Document::dataChanged, this, &TextPage::showOptions);
    showOptions();
}

void TextPage::buildForm()
{
    m_form->setAccessibleName(tr("Windows and split of the text"));
    m_form->addWide(m_general);
    m_form->addSection(tr("Window"));
    m_window->setRange(1, 100'000);
    m_window->setSuffix(tr(" characters"));
    m_training->setRange(1, 100);
    m_validation->setRange(0, 99);
    for (QSpinBox *box : {m_window, m_training, m_validation})
        box->setKeyboardTracking(false);
    m_form->addField(QStringLiteral("window"), tr("Length"), m_window,
                     tr("How many characters the network reads at a time; windows lie side by side: T."));
    m_form->addSection(tr("Split in order"));
    m_training->setSuffix(tr(" %"));
    m_validation->setSuffix(tr(" %"));
    m_form->addField(
        QStringLiteral("split"), tr("Training"), m_training,
        tr("The first share of the text: the network learns from it, and its characters are the vocabulary."));
    m_form->addField(QStringLiteral("split-validation"), tr("Validation"), m_validation,
                     tr("The share after it: it tells when to stop, and which weights are best."));
    m_form->addWide(m_counts);
    m_form->addSection(tr("What was done"));
    m_form->addWide(m_notes);
    m_form->addStretch();
    m_notes->setEmptyText(tr("Every character is in the vocabulary."));
    m_formCard->setContent(new ScrollPane(m_form));
    connect(m_window, &QSpinBox::valueChanged, this, [this](int characters) {
        m_draft.edit([characters](DataOptions &options) { options.window = options.stride = characters; });
    });
    connect(m_training, &QSpinBox::valueChanged, this,
            [this](int percent) { setSplit(percent / 100.0, m_draft.options().split[1]); });
    connect(m_validation, &QSpinBox::valueChanged, this,
            [this](int percent) { setSplit(m_draft.options().split[0], percent / 100.0); });
}

void TextPage::setSplit(double training, double validation)
{
    m_draft.edit([training, validation](DataOptions &options) {
        const double kept = std::min(validation, 1.0 - training);
        options.split = {training, kept, std::max(0.0, std::round((1.0 - training - kept) * 1e9) / 1e9)};
    });
}

void TextPage::showOptions()
{
    m_vocabulary->setData(m_document.data());
    const DataSource *source = m_document.source();
    if (!source || !source->characters)
        return;
    const DataOptions &options = m_draft.options();
    const QSignalBlocker quiet[] = {QSignalBlocker(m_window), QSignalBlocker(m_training), QSignalBlocker(m_validation)};
    m_window->setValue(static_cast<int>(options.window));
    m_training->setValue(static_cast<int>(std::lround(options.split[0] * 100.0)));
    m_validation->setMaximum(100 - m_training->value());
    m_validation->setValue(static_cast<int>(std::lround(options.split[1] * 100.0)));
    const auto prepared = m_document.data();
    m_counts->setText(
        prepared ? tr("Windows: %1 training · %2 validation · %3 test\nAt every character the network tells the "
                      "next one, out of %4.")
                       .arg(countText(prepared->train.size()), countText(prepared->validation.size()),
                            countText(prepared->test.size()), countText(std::ssize(prepared->classNames)))
                 : tr("No windows yet: make the length shorter."));
    m_notes->setNotes(prepared ? prepared->warnings : std::vector<std::string>(),
                      prepared ? prepared->notes : std::vector<std::string>());
    m_textCard->header().setCaption(tr("%1 · %2 characters · click to move the window")
                                        .arg(source->title, countText(std::ssize(*source->characters))));
    m_vocabularyCard->header().setCaption(
        prepared ? tr("%1 characters of the training part, and “other”").arg(std::ssize(prepared->classNames) - 1)
                 : QString());
    m_text->setCaption(m_textCard->header().caption());
    m_vocabulary->setCaption(m_vocabularyCard->header().caption());
    showProblems();
}

void TextPage::showProblems()
{
    m_form->clearProblems();
    QString general = m_document.source() && m_document.source()->characters ? m_document.dataProblem() : QString();
    for (const auto &[field, sentence] : m_draft.problems()) {
        if (!m_form->setProblem(field, sentence))
            general = sentence;
    }
    m_general->setText(general);
    m_general->setVisible(!general.isEmpty());
}

std::vector<ViewExport *> TextPage::exports()
{
    return {m_text, m_vocabulary};
}

} // namespace gatescope
