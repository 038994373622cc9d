// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "core/sentence.h"

namespace gatescope {

bool Application::notify(QObject *receiver, QEvent *event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception &error) {
        if (!m_tell)
            throw;
        m_tell(QString::fromStdString(sentenceOf(error)));
        return true;
    }
}

} // namespace gatescope
