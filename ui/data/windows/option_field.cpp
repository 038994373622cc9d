// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/option_field.h"

#include "ui/data/draft/data_draft.h"
#include "ui/look/core_words.h"
#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/form/field_list.h"
#include "ui/widgets/form/number_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace gatescope {

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

OptionField::OptionField(const DataOption &option, DataDraft &draft, FieldList &form)
    : QObject(&form), m_option(option), m_draft(draft), m_form(form)
{
    switch (option.automatic ? OptionKind::Text : option.kind) { // what may be left open is written, or left empty
    case OptionKind::Choice:
        addChoice(form);
        break;
    case OptionKind::Switch:
        addSwitch(form);
        break;
    case OptionKind::Integer:
        addNumber(form);
        break;
    case OptionKind::Columns:
        addTicks(form);
        break;
    default:
        addText(form);
        break;
    }
}

QString OptionField::tip() const
{
    return coreWords(m_option.summary) + QLatin1Char('.');
}

void OptionField::addChoice(FieldList &form)
{
    m_choice = new QComboBox(&form);
    for (const OptionChoice &choice : m_option.choices) {
        m_choice->addItem(coreWords(choice.title), plain(choice.id));
        m_choice->setItemData(m_choice->count() - 1, coreWords(choice.summary), Qt::ToolTipRole);
    }
    form.addField(plain(m_option.id), coreWords(m_option.title), m_choice, tip());
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        const std::string id = m_choice->itemData(index).toString().toStdString();
        m_draft.edit([&](DataOptions &options) { setOptionText(m_option, options, id); });
    });
}

void OptionField::addSwitch(FieldList &form)
{
    m_switch = new QCheckBox(coreWords(m_option.title), &form);
    m_switch->setToolTip(tip());
    m_switch->setAccessibleDescription(tip());
    form.addWide(m_switch, plain(m_option.id));
    connect(m_switch, &QCheckBox::clicked, this,
            [this](bool on) { m_draft.edit([&](DataOptions &options) { m_option.set(options, on); }); });
}

void OptionField::addNumber(FieldList &form)
{
    m_number = new IntegerBox(&form);
    m_number->setRange(static_cast<int>(m_option.minimum), static_cast<int>(m_option.maximum));
    m_number->setKeyboardTracking(false);
    form.addField(plain(m_option.id), coreWords(m_option.title), m_number, tip());
    connect(m_number, &QSpinBox::valueChanged, this, [this](int value) {
        m_draft.edit([&](DataOptions &options) { m_option.set(options, static_cast<std::int64_t>(value)); });
    });
}

void OptionField::addTicks(FieldList &form)
{
    auto *box = new QWidget(&form);
    auto *row = new FlowLayout(box, 10);
    row->setContentsMargins(0, 0, 0, 0);
    for (const OptionChoice &choice : m_option.choices) {
        auto *tick = new QCheckBox(coreWords(choice.id), box);
        tick->setObjectName(plain(m_option.id) + QLatin1Char('-') + plain(choice.id));
        tick->setToolTip(coreWords(choice.summary));
        tick->setAccessibleName(coreWords(m_option.title) + QStringLiteral(": ") + coreWords(choice.title));
        connect(tick, &QCheckBox::clicked, this, &OptionField::readTicks);
        row->addWidget(tick);
        m_ticks[std::string(choice.id)] = tick;
    }
    form.addField(plain(m_option.id), coreWords(m_option.title), box, tip());
}

void OptionField::addText(FieldList &form)
{
    m_text = new QLineEdit(&form);
    if (m_option.automatic)
        m_text->setPlaceholderText(tr("automatic"));
    form.addField(plain(m_option.id), coreWords(m_option.title), m_text, tip());
    connect(m_text, &QLineEdit::editingFinished, this, &OptionField::readText);
}

void OptionField::readTicks()
{
    std::vector<std::string> chosen;
    for (const OptionChoice &choice : m_option.choices) {
        if (m_ticks.at(std::string(choice.id))->isChecked())
            chosen.emplace_back(choice.id);
    }
    m_draft.edit([&](DataOptions &options) { m_option.set(options, chosen); });
}

void OptionField::readText()
{
    const std::string text = m_text->text().trimmed().toStdString();
    DataOptions options = m_draft.options();
    try {
        setOptionText(m_option, options, m_option.automatic && text.empty() ? "auto" : text);
        if (m_option.kind == OptionKind::Counts) {
            auto counts = std::get<std::vector<std::int64_t>>(m_option.get(options));
            std::ranges::sort(counts);
            counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
            m_option.set(options, counts);
        }
    } catch (const OptionError &error) {
        const Problem &problem = error.problems().front();
        m_form.setProblem(plain(m_option.id),
                          QString::fromStdString(problem.value + ": " + problem.constraint
                                                 + (problem.hint.empty() ? "" : "; " + problem.hint)));
        return;
    }
    m_text->setModified(false);
    m_form.setProblem(plain(m_option.id), {});
    m_draft.edit([&](DataOptions &draft) { draft = options; });
    show(m_draft.options(), m_text->isEnabled());
}

void OptionField::show(const DataOptions &options, bool enabled)
{
    const OptionValue value = m_option.get(options);
    enabled = enabled && m_option.relevant(options);
    if (m_choice != nullptr) {
        m_choice->setCurrentIndex(m_choice->findData(QString::fromStdString(optionText(m_option, options))));
        m_choice->setEnabled(enabled);
    } else if (m_switch != nullptr) {
        m_switch->setChecked(std::get<bool>(value));
        m_switch->setEnabled(enabled);
    } else if (m_number != nullptr) {
        const QSignalBlocker quiet(m_number);
        const auto number = std::get<std::int64_t>(value);
        m_number->setValue(static_cast<int>(number));
        m_number->setSuffix(m_option.unit != "rows" ? QString() : tr(" row(s)", nullptr, static_cast<int>(number)));
        m_number->setEnabled(enabled);
    } else if (m_text != nullptr) {
        if (!m_text->hasFocus() || !m_text->isModified())
            m_text->setText(m_option.automatic && std::holds_alternative<std::monostate>(value)
                                ? QString()
                                : QString::fromStdString(optionText(m_option, options)));
        m_text->setEnabled(enabled);
    }
    for (const auto &[id, tick] : m_ticks) {
        const auto &chosen = std::get<std::vector<std::string>>(value);
        tick->setChecked(std::ranges::find(chosen, id) != chosen.end());
        tick->setEnabled(enabled);
    }
}

} // namespace gatescope
