// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <optional>

class QWidget;

namespace gatescope {

/// A page of the glossary. Its first sentence is the tooltip of what it explains: both come from the same place.
struct HelpPage {
    QString id;
    QString title;
    QString summary; ///< one sentence
    QString body;    ///< Markdown; may be empty

    QString markdown() const;
};

/// The glossary: a page a symbol, control and view. What stands in one of the program's tables (quantities, settings)
/// has title and first sentence from there, and more out of resources/help/ID.md where there is such a file; all other
/// pages are files with title and summary in their head.
class HelpPages {
public:
    /// @param resources  the program's resources folder
    explicit HelpPages(const std::filesystem::path &resources) : m_folder(resources / "help") {}

    /// The page that leads to all the others.
    static const QString kContents;

    /// nullopt when nothing explains this id
    std::optional<HelpPage> page(const QString &id) const;
    /// What a widget is explained by: the nearest of itself and what it lies in that has an id. Settings are
    /// "setting-ID", views their exported name, workspaces their id; others say it in the property "help".
    static QString idOf(const QWidget *widget);

private:
    HelpPage contents() const;
    /// In the language of the screen where there is such a file: help/de/ID.md.
    QString fileOf(const QString &id) const;

    std::filesystem::path m_folder;
};

} // namespace gatescope
