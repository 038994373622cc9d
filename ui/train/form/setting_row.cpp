// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/setting_row.h"

#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/train/form/number_edit.h"
#include "ui/widgets/common/problem_label.h"
#include "ui/widgets/form/number_box.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSpinBox>

#include <limits>

namespace gatescope {

SettingRow::SettingRow(const SettingInfo &setting, QWidget *parent)
    : QWidget(parent), m_setting(setting), m_label(new QLabel(coreWords(setting.title), this)),
      m_waiting(new QLabel(this)), m_field(nullptr), m_reason(new QLabel(this)), m_problem(new ProblemLabel(this))
{
    m_field = makeField();
    m_field->setObjectName(QStringLiteral("setting-") + fromText(setting.id));
    const QString effect = setting.effect == SettingEffect::Live
                               ? tr("It takes effect at once, also while training runs.")
                               : tr("It needs new weights: it takes effect at the next reset.");
    const QString tip = coreWords(setting.summary) + QLatin1Char('\n') + effect;
    m_field->setToolTip(tip);
    m_label->setToolTip(tip);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_field);
    m_field->setAccessibleName(coreWords(setting.title));
    m_field->setAccessibleDescription(tip);
    m_waiting->setToolTip(tr("Waiting for the next reset (R)."));
    m_waiting->setText(QStringLiteral("●"));
    m_waiting->setVisible(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_label, 1);
    row->addWidget(m_waiting);
    row->addWidget(m_field);
    rows->addLayout(row);
    rows->addWidget(m_reason);
    rows->addWidget(m_problem);
    m_reason->setWordWrap(true);
    m_reason->setVisible(false);
    applyFonts();
}

QWidget *SettingRow::makeField()
{
    switch (m_setting.type) {
    case SettingType::Integer:
        return m_setting.maximum <= std::numeric_limits<int>::max() ? makeInteger() : makeReal();
    case SettingType::Real:
        return makeReal();
    case SettingType::Switch:
        return makeSwitch();
    case SettingType::Choice:
        return makeChoice();
    }
    return nullptr;
}

QWidget *SettingRow::makeInteger()
{
    auto *box = new IntegerBox(this);
    box->setRange(static_cast<int>(m_setting.minimum), static_cast<int>(m_setting.maximum));
    box->setKeyboardTracking(false);
    box->setGroupSeparatorShown(false);
    if (m_setting.minimum == 0 && (m_setting.summary.find("0 means") != std::string_view::npos))
        box->setSpecialValueText(m_setting.id == "threads"      ? tr("all")
                                 : m_setting.id == "truncation" ? tr("none")
                                                                : tr("off"));
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { Q_EMIT edited(QString::number(value)); });
    m_show = [this, box](const Settings &settings) {
        const QSignalBlocker quiet(box);
        box->setValue(static_cast<int>(m_setting.get(settings)));
    };
    return box;
}

QWidget *SettingRow::makeReal()
{
    auto *edit = new NumberEdit(this);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        if (edit->isModified())
            Q_EMIT edited(edit->text().trimmed());
    });
    connect(edit, &NumberEdit::stepped, this, [this](double value) { Q_EMIT edited(QString::number(value, 'g', 6)); });
    m_show = [this, edit](const Settings &settings) {
        const QString value = fromText(settingText(m_setting, settings));
        if (value != edit->text())
            edit->setText(value);
        edit->setModified(false);
        edit->setCursorPosition(0);
    };
    return edit;
}

QWidget *SettingRow::makeSwitch()
{
    auto *box = new QCheckBox(this);
    connect(box, &QCheckBox::clicked, this,
            [this](bool on) { Q_EMIT edited(on ? QStringLiteral("on") : QStringLiteral("off")); });
    m_show = [this, box](const Settings &settings) {
        box->setChecked(m_setting.get(settings) != 0);
        box->setText(box->isChecked() ? tr("on") : tr("off"));
    };
    return box;
}

QWidget *SettingRow::makeChoice()
{
    auto *box = new QComboBox(this);
    for (const SettingChoice &choice : m_setting.choices) {
        box->addItem(coreWords(choice.title), fromText(choice.id));
        box->setItemData(box->count() - 1, coreWords(choice.summary), Qt::ToolTipRole);
    }
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::activated, this,
            [this, box](int index) { Q_EMIT edited(box->itemData(index).toString()); });
    m_show = [this, box](const Settings &settings) { box->setCurrentIndex(static_cast<int>(m_setting.get(settings))); };
    return box;
}

void SettingRow::show(const Settings &settings)
{
    m_show(settings);
    m_problem->setProblem({});
}

void SettingRow::setProblem(const QString &sentence)
{
    m_problem->setProblem(sentence);
}

void SettingRow::setWaiting(bool waiting)
{
    m_waiting->setVisible(waiting);
}

void SettingRow::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_field->setEnabled(m_changeable && reason.isEmpty());
}

bool SettingRow::hasReason() const
{
    return !m_reason->text().isEmpty();
}

void SettingRow::setChangeable(bool changeable)
{
    m_changeable = changeable;
    m_field->setEnabled(changeable && !hasReason());
}

bool SettingRow::needsALook() const
{
    return !m_waiting->isHidden() || !m_problem->isHidden();
}

void SettingRow::setFieldWidth(int width)
{
    m_field->setFixedWidth(width);
}

int SettingRow::neededWidth() const
{
    const auto *box = qobject_cast<const QComboBox *>(m_field);
    return box ? box->sizeHint().width() : 0;
}

void SettingRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyFonts();
    QWidget::changeEvent(event);
}

void SettingRow::applyFonts()
{
    QPalette accent = palette();
    accent.setColor(QPalette::WindowText, themeColors(palette()).accent);
    m_waiting->setPalette(accent);
    m_waiting->setFont(themeFont(TextRole::Caption));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, themeColors(palette()).muted);
    m_reason->setPalette(muted);
    m_reason->setFont(themeFont(TextRole::Caption));
}

} // namespace gatescope
