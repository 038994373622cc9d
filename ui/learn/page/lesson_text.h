// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

#include <QTextBrowser>

#include <map>

namespace gatescope {

/// A piece of a lesson's prose, as high as it is long. Links that act are links; everything else that a foreign file
/// may hold is text: HTML stands as it was written, links to the web or to files show where they lead and lead nowhere.
/// Pictures come out of the lesson's folder alone.
class LessonTextView : public QTextBrowser {
    Q_OBJECT

public:
    /// @param trusted  whether its links may act: not those of a lesson with problems
    LessonTextView(const QString &markdown, const std::filesystem::path &folder, bool trusted,
                   QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    /// Whether it has links that act; a text without is passed by the keys.
    bool hasLinks() const { return focusPolicy() != Qt::ClickFocus; }
    bool hasHeightForWidth() const override { return true; }

Q_SIGNALS:
    void followed(const gatescope::DoLink &link);
    /// What the link under the pointer or the focus will do; empty: none.
    void hinted(const QString &words);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill();
    void disarmLinks();
    std::optional<DoLink> linkOf(const QString &target) const;

    QString m_markdown;
    std::filesystem::path m_folder;
    bool m_trusted;
    bool m_filling = false;
    mutable std::map<int, int> m_heights; ///< by width, in pixels
};

} // namespace gatescope
