// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/cut_texts.h"

#include "tests/ui/drawn_text.h"
#include "ui/widgets/common/still_text.h"
#include "ui/widgets/drawn/painted_view.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>

namespace gatescope {

namespace {

/// A viewport whose content is longer than it: what its edge cuts can be scrolled to.
bool isScrolled(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area && area->viewport() == &widget
           && (area->verticalScrollBar()->maximum() > 0 || area->horizontalScrollBar()->maximum() > 0);
}

std::string nameOf(const QWidget &widget)
{
    std::string name;
    for (const QWidget *part = &widget; part && !part->isWindow(); part = part->parentWidget()) {
        if (!part->objectName().isEmpty() || part == &widget || !part->accessibleName().isEmpty())
            name = std::string(part->metaObject()->className())
                       .substr(11 * (std::string(part->metaObject()->className()).rfind("gatescope::", 0) == 0))
                   + "[" + (part->objectName().isEmpty() ? part->accessibleName() : part->objectName()).toStdString()
                   + "] " + name;
    }
    return name;
}

/// Digits as 0, so that a fault that comes with many numbers is one fault.
std::string kindOf(QString text)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return text.replace(digits, QStringLiteral("0")).left(60).toStdString();
}

/// What the text needs, and what there is.
std::string sizes(const DrawnText &drawn)
{
    const auto words = [](const QRectF &area) {
        return std::to_string(qRound(area.left())) + ", " + std::to_string(qRound(area.top())) + " to "
               + std::to_string(qRound(area.right())) + ", " + std::to_string(qRound(area.bottom()));
    };
    return " (covers " + words(drawn.ink) + "; seen is " + words(drawn.clip) + ")";
}

/// A widget that lies partly outside of its parent cannot be read there.
void lookAtPlace(const QWidget &widget, const CutTexts::Report &report)
{
    const QWidget *parent = widget.parentWidget();
    if (!parent || widget.isWindow() || qobject_cast<const QAbstractScrollArea *>(parent)
        || qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()) || widget.inherits("QScrollBar")
        || widget.inherits("QRubberBand"))
        return;
    if (!parent->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))
        report("outside of its parent: " + nameOf(widget) + " " + std::to_string(widget.geometry().bottom()) + " of "
               + std::to_string(parent->height()) + ", " + std::to_string(widget.geometry().right()) + " of "
               + std::to_string(parent->width()));
    const auto *label = qobject_cast<const QLabel *>(&widget);
    if (label && label->wordWrap() && !label->text().isEmpty()
        && label->heightForWidth(label->width()) > label->height() + 2)
        report("too low for its lines: \"" + kindOf(label->text()) + "\" in " + nameOf(widget));
}

/// Whether something is cut within a text. Whole parts of a line may be left out, as "a · …"; a button that asks for
/// more says "…" itself, as do what goes on, "computing …", and a range, "0 … 1".
bool isElided(const QWidget &widget, const QString &text)
{
    static const QRegularExpression sound(QStringLiteral("^… · [^…]*$|^[^…]* · …$|^\\S+ … \\S+$"));
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const auto *still = qobject_cast<const StillText *>(&widget);
    const auto *painted = qobject_cast<const PaintedView *>(&widget);
    const bool says = (button && button->text() == text) || (label && label->text() == text && text.endsWith(u" …"))
                      || (still && still->text() == text && text.endsWith(u" …"))
                      || (painted && painted->emptyText() == text);
    return text.contains(u'…') && !says && !sound.match(text).hasMatch();
}

/// Two texts of one widget that lie on each other: neither can be read.
void lookForOverlaps(const QWidget &widget, const std::vector<DrawnText> &drawn, const CutTexts::Report &report)
{
    constexpr double kTouch = 1.5; ///< letters may touch: ink is measured by the whole line
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        for (std::size_t j = i + 1; j < drawn.size(); ++j) {
            const QRectF both = drawn[i].ink & drawn[j].ink & drawn[i].clip & drawn[j].clip;
            if (both.width() > kTouch && both.height() > kTouch)
                report("on each other: \"" + kindOf(drawn[i].text) + "\" and \"" + kindOf(drawn[j].text) + "\" in "
                       + nameOf(widget));
        }
    }
}

} // namespace

void CutTexts::look(QWidget &shown, const Report &report)
{
    for (QWidget *widget : shown.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &shown || widget->size().isEmpty())
            continue;
        ++m_widgets;
        lookAtPlace(*widget, report);
        if (isScrolled(*widget) || qobject_cast<QHeaderView *>(widget->parentWidget()))
            continue;
        const std::vector<DrawnText> texts = drawnTexts(*widget);
        lookForOverlaps(*widget, texts, report);
        for (const DrawnText &drawn : texts) {
            ++m_texts;
            if (drawn.isCut())
                report("cut: \"" + kindOf(drawn.text) + "\" in " + nameOf(*widget) + sizes(drawn));
            else if (isElided(*widget, drawn.text))
                report("elided: \"" + kindOf(drawn.text) + "\" in " + nameOf(*widget));
        }
    }
}

} // namespace gatescope
