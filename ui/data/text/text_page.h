// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form/form_page.h"

#include <vector>

class QSpinBox;

namespace gatescope {

class Card;
class DataDraft;
class Document;
class FieldList;
class NoteList;
class QuietLabel;
class Selection;
class TextView;
class ViewExport;
class VocabularyView;

/// How a text becomes sequences: window and split beside the text itself, its vocabulary, and what was done.
class TextPage : public FormPage {
    Q_OBJECT

public:
    TextPage(Document &document, DataDraft &draft, Selection &selection, QWidget *parent = nullptr);

    std::vector<ViewExport *> exports();

Q_SIGNALS:
    void failed(const QString &message);

protected:
private:
    void buildForm();
    void setSplit(double training, double validation);
    void showOptions();
    void showProblems();

    Document &m_document;
    DataDraft &m_draft;
    Card *m_formCard, *m_textCard, *m_vocabularyCard;
    FieldList *m_form;
    QSpinBox *m_window, *m_training, *m_validation;
    QuietLabel *m_counts, *m_general;
    NoteList *m_notes;
    TextView *m_text;
    VocabularyView *m_vocabulary;
};

} // namespace gatescope
