// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace gatescope {

class FlowLayout;
class StillText;
class ViewExport;

/// Title, caption and small buttons over a view; the caption gives way (with an ellipsis) before the
/// buttons do, and controls that have no room beside the title go below it.
class CardHeader : public QWidget {
    Q_OBJECT

public:
    explicit CardHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    const QString &title() const { return m_title; }
    /// Stands in where there is no room for the whole title.
    void setShortTitle(const QString &title);
    /// Which epoch, step and sequence the view shows, parts joined by " · ", the most telling one last: where there is
    /// no room for all of it the first ones are left out.
    /// @param mark  what must never be missing, such as "batch 40" for an earlier moment: stands in where not even the
    ///              last part has room, and the title gives way to it
    void setCaption(const QString &caption, const QString &mark = {});
    QString caption() const { return m_caption; }
    /// Adds a control between the caption and the buttons.
    void addTool(QWidget *tool);
    /// Adds a small button at the right end.
    QToolButton *addButton(const QString &icon, const QString &name, const QString &tip);
    /// Adds the save button with its menu: picture, vector picture, document, numbers, copy.
    QToolButton *addExport(ViewExport &view);
    /// Adds the button "more" and returns its empty menu.
    QMenu *addMore(const QString &tip);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Something could not be done; the sentence says what and the way out.
    void failed(const QString &message);

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void applyFonts();
    void placeTools();
    /// The caption gives way first, then the title, last its mark.
    void elide();
    static QSize laidOut(QWidget &widget);
    QString fittingCaption(int room) const;

    QString m_title;
    QString m_shortTitle;
    QLabel *m_titleLabel;
    StillText *m_captionText;
    QBoxLayout *m_tools;
    QBoxLayout *m_buttons;
    FlowLayout *m_lower; ///< the tools, where there is no room for them beside the title
    std::vector<QWidget *> m_allTools;
    bool m_toolsBelow = false;
    QString m_caption;
    QString m_mark;
};

/// A calm rounded panel on the quiet ground: a header and one content widget.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    CardHeader &header() { return *m_header; }
    const CardHeader &header() const { return *m_header; }
    void setContent(QWidget *content);
    /// A card is high enough for what it holds, and for so many lines of text.
    void setLeastLines(int lines);
    QSize minimumSizeHint() const override;

    /// Draws the face and the border of a card; also for widgets that are cards without being a Card.
    static void paintFace(QPainter &painter, const QRect &rect, const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CardHeader *m_header;
    QBoxLayout *m_layout;
    int m_leastLines = 0;
};

} // namespace gatescope
