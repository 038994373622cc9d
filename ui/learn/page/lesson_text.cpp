// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/lesson_text.h"

#include "core/lesson/file/lesson_words.h"
#include "ui/learn/page/link_hint.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"

#include <QFileInfo>
#include <QHelpEvent>
#include <QImageReader>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kLargestPicture = 4000; ///< pixels a side
constexpr int kLeastWidth = 60;
const QString kOurs = QStringLiteral("do:");

/// A stretch of text that is a link.
struct Anchor {
    int begin = 0, end = 0;
    QString target;
};

std::vector<Anchor> anchorsOf(const QTextDocument &document)
{
    std::vector<Anchor> anchors;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().isAnchor())
                continue;
            const QString target = fragment.charFormat().anchorHref();
            const int begin = fragment.position(), end = begin + fragment.length();
            if (!anchors.empty() && anchors.back().end == begin && anchors.back().target == target)
                anchors.back().end = end;
            else
                anchors.push_back({begin, end, target});
        }
    }
    return anchors;
}

} // namespace

LessonTextView::LessonTextView(const QString &markdown, const std::filesystem::path &folder, bool trusted,
                               QWidget *parent)
    : QTextBrowser(parent), m_markdown(markdown), m_folder(folder), m_trusted(trusted)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setAccessibleName(tr("Text of the lesson"));
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const auto link = linkOf(url.toString()))
            Q_EMIT followed(*link);
    });
    connect(this, qOverload<const QUrl &>(&QTextBrowser::highlighted), this, [this](const QUrl &url) {
        const auto link = linkOf(url.toString());
        Q_EMIT hinted(link ? linkHint(link->steps) : QString());
    });
    fill();
}

void LessonTextView::fill()
{
    m_filling = true;
    const QFont font = themeFont(TextRole::Body);
    setFont(font);
    document()->setDefaultFont(font);
    document()->setMarkdown(m_markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                            | QTextDocument::MarkdownNoHTML);
    disarmLinks();
    setFocusPolicy(std::ranges::any_of(anchorsOf(*document()),
                                       [this](const Anchor &anchor) { return linkOf(anchor.target).has_value(); })
                       ? Qt::StrongFocus
                       : Qt::ClickFocus);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat spaced;
    spaced.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(spaced);
    m_filling = false;
    m_heights.clear();
    updateGeometry();
}

/// Ours become links in the accent's colour; all others become the text they are, with where they lead behind it.
void LessonTextView::disarmLinks()
{
    std::vector<Anchor> anchors = anchorsOf(*document());
    const QColor accent = themeColors(palette()).accent;
    for (auto anchor = anchors.rbegin(); anchor != anchors.rend(); ++anchor) {
        QTextCursor cursor(document());
        cursor.setPosition(anchor->begin);
        cursor.setPosition(anchor->end, QTextCursor::KeepAnchor);
        const bool acts = linkOf(anchor->target).has_value();
        QTextCharFormat format;
        format.setForeground(acts ? accent : palette().color(QPalette::Text));
        format.setFontUnderline(acts);
        if (acts) {
            cursor.mergeCharFormat(format);
            continue;
        }
        const QString label = cursor.selectedText();
        QTextCharFormat plain = cursor.charFormat();
        plain.clearProperty(QTextFormat::IsAnchor);
        plain.clearProperty(QTextFormat::AnchorHref);
        plain.setForeground(palette().color(QPalette::Text));
        plain.setFontUnderline(false);
        cursor.insertText(label == anchor->target ? label : QStringLiteral("%1 (%2)").arg(label, anchor->target),
                          plain);
    }
}

std::optional<DoLink> LessonTextView::linkOf(const QString &target) const
{
    if (!m_trusted || !target.startsWith(kOurs))
        return std::nullopt;
    bool sound = true;
    DoLink link;
    link.steps = parseLink(target.mid(kOurs.size()).toStdString(), [&sound](const std::string &) { sound = false; });
    if (!sound || link.steps.empty())
        return std::nullopt;
    for (const Anchor &anchor : anchorsOf(*document())) {
        if (anchor.target == target)
            link.label = document()->toPlainText().mid(anchor.begin, anchor.end - anchor.begin).toStdString();
    }
    return link;
}

QVariant LessonTextView::loadResource(int type, const QUrl &name)
{
    const QString file = name.toString();
    if (type != QTextDocument::ImageResource || file.isEmpty() || file.startsWith(QLatin1Char('.'))
        || file.contains(QLatin1Char('/')) || file.contains(QLatin1Char('\\')) || file.contains(QLatin1Char(':')))
        return {};
    const QString path = QString::fromStdString((m_folder / file.toStdString()).string());
    if (!QFileInfo(path).isFile() || QFileInfo(path).isSymLink())
        return {};
    QImageReader reader(path);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kLargestPicture || size.height() > kLargestPicture)
        return {};
    const int room = std::max(120, viewport()->width() - 4);
    if (size.width() > room)
        reader.setScaledSize(size.scaled(room, size.height(), Qt::KeepAspectRatio));
    return reader.read();
}

/// The layout asks before it gives a width: a scroll bar that comes beside the page narrows the text in the same turn.
int LessonTextView::heightForWidth(int width) const
{
    if (const auto known = m_heights.find(width); known != m_heights.end())
        return known->second;
    QTextDocument &text = *document();
    const double before = text.textWidth();
    text.setTextWidth(std::max(kLeastWidth, width));
    const int height = static_cast<int>(std::ceil(text.size().height())) + 2;
    text.setTextWidth(before);
    m_heights[width] = height;
    return height;
}

QSize LessonTextView::sizeHint() const
{
    constexpr int kWidth = 240;
    return {kWidth, heightForWidth(kWidth)};
}

QSize LessonTextView::minimumSizeHint() const
{
    return {kLeastWidth, fontMetrics().height()};
}

void LessonTextView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (!m_filling && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        fill();
}

bool LessonTextView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto link = linkOf(anchorAt(help->pos())))
            QToolTip::showText(help->globalPos(), linkHint(link->steps), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void LessonTextView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, not its pieces
}

} // namespace gatescope
