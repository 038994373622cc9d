// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

class QWidget;

namespace gatescope {

/// Looks for what cannot be read in a window or a dialog as it stands: texts and numbers that are cut, widgets that lie
/// outside of their parents, labels that are too low for their lines.
class CutTexts {
public:
    using Report = std::function<void(const std::string &what)>;

    void look(QWidget &shown, const Report &report);

    int widgets() const { return m_widgets; } ///< looked at so far
    int texts() const { return m_texts; }

private:
    int m_widgets = 0, m_texts = 0;
};

} // namespace gatescope
