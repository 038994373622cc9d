// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/files/unsaved_question.h"

#include <QMessageBox>
#include <QPushButton>

namespace gatescope {

UnsavedAnswer askAboutUnsaved(const QString &what, QWidget *parent)
{
    QMessageBox box(QMessageBox::Warning, QObject::tr("Unsaved training"),
                    QObject::tr("Save the training before closing?"), QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("unsaved-question"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        QObject::tr("%1: its weights are in no file of yours yet. Without saving, the run stays on the shelf in "
                    "Compare until newer runs take its place.")
            .arg(what));
    QPushButton *save = box.addButton(QObject::tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(QObject::tr("&Don't save"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box.addButton(QObject::tr("&Cancel"), QMessageBox::RejectRole);
    save->setToolTip(QObject::tr("Saves the session to a file, then closes."));
    discard->setToolTip(QObject::tr("Closes; the run is on the shelf in Compare at the next start."));
    cancel->setToolTip(QObject::tr("Stays open and goes on."));
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    return box.clickedButton() == save      ? UnsavedAnswer::Save
           : box.clickedButton() == discard ? UnsavedAnswer::Discard
                                            : UnsavedAnswer::Cancel;
}

} // namespace gatescope
