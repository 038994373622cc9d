// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/dialog_size.h"

#include "ui/look/theme.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace gatescope {

namespace {

constexpr QSize kFrame(40, 60); ///< of the screen, left to the window's frame and the desktop's bars

/// Keeps a dialog as high as its lines are at its width.
class WrappedHeight : public QObject {
public:
    explicit WrappedHeight(QDialog &dialog) : QObject(&dialog), m_dialog(dialog) { dialog.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == &m_dialog && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
            keep();
        return false;
    }
    void keep()
    {
        const QLayout *layout = m_dialog.layout();
        const int least = layout->totalMinimumSize().height();
        m_dialog.setMinimumHeight(layout->hasHeightForWidth()
                                      ? std::max(least, layout->totalMinimumHeightForWidth(m_dialog.width()))
                                      : least);
    }

private:
    QDialog &m_dialog;
};

} // namespace

void setDialogSize(QDialog &dialog, const QSize &usual)
{
    const QSize wanted(qRound(atTextSize(usual.width())), qRound(atTextSize(usual.height())));
    dialog.resize(wanted.boundedTo(dialog.screen()->availableSize() - kFrame));
    (new WrappedHeight(dialog))->keep();
}

} // namespace gatescope
