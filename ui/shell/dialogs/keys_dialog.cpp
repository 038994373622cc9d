// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/keys_dialog.h"

#include "core/lesson/file/action_table.h"
#include "ui/document/shared/key_bindings.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/shell/dialogs/dialog_size.h"
#include "ui/widgets/common/problem_label.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTableWidget>
#include <QTextDocument>

#include <array>

namespace gatescope {

namespace {

/// Keys that work within a view or a workspace alone.
struct PlaceKey {
    const char *place;
    const char *keys;
    const char *what;
};

constexpr std::array kPlaceKeys = {
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "← →",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "a step back, a step on")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "Home End",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "the first step, the last")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "↑ ↓",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "another unit")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "PgUp PgDn",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "another layer")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "0",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "show everything again after zooming")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "N, Shift+N",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "the next number that explains itself, the one before")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "I",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "the view in words")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "[ ]",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "an earlier moment of the training, a later one")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In a view"), "F",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "play the training as a film")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In Inspect"), "Return",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "play the sequence")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In Inspect"), "1 2 3",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "layer, unit, products")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In Inspect"), "D",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "forward or backward")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In Inspect"), "K, Shift+K",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "pin the number, let all go")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In Inspect"), "Q, Shift+Q",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "the next question, the one before")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "In Inspect"), "S",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "the stack")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "Presenting a lesson"), "1 2 …",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "count a hand; with Shift take it back")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "Presenting a lesson"), "PgUp PgDn",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "turn pages")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "Presenting a lesson"), "N",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "notes for the teacher")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "Presenting a lesson"), ".",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "spotlight at the pointer")},
    PlaceKey{QT_TRANSLATE_NOOP("gatescope::KeysDialog", "Anywhere"), "Ctrl+1 …",
             QT_TRANSLATE_NOOP("gatescope::KeysDialog", "the workspaces")},
};

/// What a key does within a view, where it has the focus; empty: nothing.
QString placeOf(const QKeySequence &key)
{
    for (const PlaceKey &held : kPlaceKeys) {
        for (const QString &text : QString::fromUtf8(held.keys).remove(QLatin1Char(',')).split(QLatin1Char(' '))) {
            if (QKeySequence::fromString(text, QKeySequence::PortableText) == key)
                return KeysDialog::tr(held.what);
        }
    }
    return {};
}

QString whatItDoes(const QString &id)
{
    const QString text = coreWords(findAction(id.toStdString())->summary);
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace

KeysDialog::KeysDialog(KeyBindings &keys, QWidget *parent)
    : QDialog(parent), m_keys(keys), m_single(new QCheckBox(tr("Keys of one character"), this)),
      m_table(new QTableWidget(this)), m_problem(new ProblemLabel(this))
{
    setWindowTitle(tr("Keys"));
    setObjectName(QStringLiteral("keys-dialog"));
    m_single->setObjectName(QStringLiteral("single-keys"));
    m_single->setToolTip(
        tr("Letters, digits and signs press actions. Off, for whoever speaks to the computer or slips on "
           "the keyboard, only keys with Ctrl or Alt, function keys and Space do."));
    connect(m_single, &QCheckBox::toggled, this, [this](bool on) {
        m_problem->setProblem({}); // of a key that may be free now
        m_keys.setSingleKeys(on);
    });
    fill();
    connect(&m_keys, &KeyBindings::changed, this, &KeysDialog::showKeys);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *reset = buttons->addButton(tr("Standard keys"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("standard-keys"));
    reset->setToolTip(tr("Gives every action the key that it comes with."));
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_problem->setProblem({});
        m_keys.reset();
    });
    QPushButton *print = buttons->addButton(tr("Print…"), QDialogButtonBox::ActionRole);
    print->setToolTip(tr("Prints this list."));
    print->setAutoDefault(false);
    connect(print, &QPushButton::clicked, this, &KeysDialog::print);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_single);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_problem);
    rows->addWidget(buttons);
    setDialogSize(*this, {620, 560});
    showKeys();
}

void KeysDialog::fill()
{
    const QStringList ids = m_keys.ids();
    m_table->setColumnCount(2);
    m_table->setRowCount(static_cast<int>(ids.size() + std::ssize(kPlaceKeys)));
    m_table->setHorizontalHeaderLabels({tr("What it does"), tr("Key")});
    m_table->setAccessibleName(tr("Keys"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, qRound(atTextSize(200)));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setTabKeyNavigation(false);
    int row = 0;
    for (const QString &id : ids) {
        m_table->setItem(row, 0, new QTableWidgetItem(whatItDoes(id)));
        auto *edit = new QKeySequenceEdit(m_table);
        edit->setObjectName(QStringLiteral("key-") + id);
        edit->setAccessibleName(whatItDoes(id));
        edit->setToolTip(tr("Click, then press the key that is to do this; Backspace takes the key away."));
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, id, edit] { change(id, *edit); });
        m_table->setCellWidget(row++, 1, edit);
        m_edits[id] = edit;
    }
    for (const PlaceKey &key : kPlaceKeys) {
        m_table->setItem(row, 0, new QTableWidgetItem(QStringLiteral("%1: %2").arg(tr(key.place), tr(key.what))));
        m_table->setItem(row++, 1, new QTableWidgetItem(QString::fromUtf8(key.keys)));
    }
    m_table->setShowGrid(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 18);
}

void KeysDialog::showKeys()
{
    m_single->setChecked(m_keys.singleKeys());
    for (auto [id, edit] : m_edits.asKeyValueRange())
        edit->setKeySequence(m_keys.action(id)->shortcut());
}

void KeysDialog::change(const QString &id, QKeySequenceEdit &edit)
{
    QKeySequence wanted = edit.keySequence().isEmpty() ? QKeySequence() : QKeySequence(edit.keySequence()[0]);
    if (wanted == QKeySequence(Qt::Key_Backspace) || wanted == QKeySequence(Qt::Key_Delete))
        wanted = {};
    if (wanted == m_keys.action(id)->shortcut())
        return showKeys();
    QString holder = wanted.isEmpty() ? QString() : placeOf(wanted);
    if (holder.isEmpty())
        holder = m_keys.set(id, wanted);
    for (const QString &other : m_keys.ids()) { // as this list calls it, where it can be given another one
        if (!holder.isEmpty() && other != id && m_keys.action(other)->shortcuts().contains(wanted))
            holder = whatItDoes(other);
    }
    m_problem->setProblem(holder.isEmpty() ? QString()
                                           : tr("%1 is the key of “%2” already: give that another one first.")
                                                 .arg(wanted.toString(QKeySequence::NativeText), holder));
    showKeys();
}

QString KeysDialog::html() const
{
    QString rows;
    for (const QString &id : m_keys.ids()) {
        QStringList keys;
        for (const QKeySequence &key : m_keys.action(id)->shortcuts())
            keys << key.toString(QKeySequence::NativeText).toHtmlEscaped();
        if (!keys.isEmpty())
            rows += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>")
                        .arg(whatItDoes(id).toHtmlEscaped(), keys.join(QStringLiteral(", ")));
    }
    for (const PlaceKey &key : kPlaceKeys)
        rows += QStringLiteral("<tr><td>%1: %2</td><td>%3</td></tr>")
                    .arg(tr(key.place), tr(key.what), QString::fromUtf8(key.keys));
    return QStringLiteral("<h2>GateScope: %1</h2><table cellpadding=\"3\">%2</table>").arg(windowTitle(), rows);
}

void KeysDialog::print()
{
    QPrinter printer;
    if (QPrintDialog(&printer, this).exec() != QDialog::Accepted)
        return;
    QTextDocument document;
    document.setHtml(html());
    document.print(&printer);
}

} // namespace gatescope
