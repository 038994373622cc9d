// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the program's icon as pictures. Usage: gatescope_icons ICON.svg SIZE...   writes SIZE.png into this folder
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    QSvgRenderer renderer(QString::fromLocal8Bit(argv[1]));
    for (int i = 2; i < argc; ++i) {
        const int size = QByteArray(argv[i]).toInt();
        QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        if (!renderer.isValid() || !image.save(QString::number(size) + QStringLiteral(".png"))) {
            std::fprintf(stderr, "cannot draw %s\n", argv[1]);
            return 1;
        }
    }
    return 0;
}
