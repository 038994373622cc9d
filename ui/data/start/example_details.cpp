// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/start/example_details.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include "ui/data/draft/column_role.h"
#include "ui/data/start/example_card.h"
#include "ui/data/windows/window_places.h"
#include "ui/document/document.h"
#include "ui/look/quantity.h"
#include "ui/widgets/form/field_list.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>

namespace gatescope {

namespace {

constexpr int kPictureHeight = 110;

QString shapeText(const Table &table, const DataOptions &options)
{
    return ExampleDetails::tr("%1 rows. %2")
        .arg(countText(table.rows()), questionSentence(options, featuresInUse(table, options), {}));
}

} // namespace

ExampleDetails::ExampleDetails(Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_summary(new QLabel(this)), m_origin(new QuietLabel({}, this)),
      m_shape(new QuietLabel({}, this)), m_pictureSpace(new QWidget(this)), m_optionsPlace(new QVBoxLayout),
      m_open(new QPushButton(tr("Open it"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 2, 12, 12);
    column->setSpacing(8);
    m_pictureSpace->setFixedHeight(kPictureHeight);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_open->setToolTip(tr("Takes the place of the data that is open now; undo brings that back."));
    m_open->setObjectName(QStringLiteral("open-example"));
    connect(m_open, &QPushButton::clicked, this, &ExampleDetails::open);
    column->addWidget(m_pictureSpace);
    column->addWidget(m_summary);
    column->addWidget(m_shape);
    column->addLayout(m_optionsPlace);
    column->addWidget(m_open);
    column->addWidget(m_origin);
    column->addStretch(1);
}

void ExampleDetails::setExample(const Example &example)
{
    m_example = example;
    m_summary->setText(example.summary);
    m_origin->setText(example.origin);
    m_open->setText(tr("Open “%1”").arg(example.title));
    makeOptions();
    makePicture();
}

void ExampleDetails::makeOptions()
{
    delete m_options;
    m_options = nullptr;
    m_seed = nullptr;
    if (!m_example.task)
        return;
    m_options = new FieldList(this);
    m_options->layout()->setContentsMargins(0, 0, 0, 0);
    for (const TaskOption &option : m_example.task->options) {
        const QString unit = option.unit.empty() ? QString() : QLatin1Char(' ') + coreWords(option.unit);
        const QString tip =
            tr("%1 of the series, from %2 to %3.").arg(coreWords(option.title)).arg(option.minimum).arg(option.maximum);
        auto *box = new DecimalBox(m_options);
        box->setDecimals(option.whole ? 0 : 3);
        box->setRange(option.minimum, option.maximum);
        box->setSingleStep(option.whole ? 1.0 : 0.05);
        box->setValue(option.byDefault);
        box->setSuffix(unit.size() > 8 ? QString() : unit);
        box->setKeyboardTracking(false);
        m_options->addField(fromText(option.id), coreWords(option.title), box, tip);
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExampleDetails::makePicture);
    }
    m_seed = new IntegerBox(m_options);
    m_seed->setRange(0, 1'000'000);
    m_options->addField(QStringLiteral("seed"), tr("Seed"), m_seed,
                        tr("Another number makes another series of the same kind."));
    connect(m_seed, &QSpinBox::valueChanged, this, &ExampleDetails::makePicture);
    m_optionsPlace->addWidget(m_options);
}

std::map<std::string, double> ExampleDetails::optionValues() const
{
    std::map<std::string, double> values;
    for (const TaskOption &option : m_example.task->options)
        values[std::string(option.id)] = m_options->findChild<QDoubleSpinBox *>(fromText(option.id))->value();
    return values;
}

void ExampleDetails::makePicture()
{
    m_picture = {};
    try {
        if (m_example.dataset && m_example.dataset->isText()) {
            m_picture = examplePicture(m_example);
            m_shape->setText(
                tr("A text: from each character, tell the next one. The picture is the length of its first "
                   "lines."));
        } else if (m_example.dataset) {
            const Table table = readCsv(m_example.dataset->file, m_example.dataset->csv).table;
            m_picture = examplePicture(table, m_example.dataset->options, table.rows());
            m_shape->setText(shapeText(table, m_example.dataset->options));
        } else if (m_example.task) {
            const GeneratedData generated =
                generateTask(m_example.task->id, optionValues(), static_cast<std::uint64_t>(m_seed->value()));
            m_picture = examplePicture(generated);
            m_shape->setText(shapeText(generated.table, generated.options));
        }
    } catch (const Error &error) {
        m_shape->setText(QString::fromStdString(error.what()));
    }
    update();
}

void ExampleDetails::open()
{
    if (m_example.dataset) {
        m_document.opening().openBundled(*m_example.dataset);
    } else if (m_example.task) {
        try {
            m_document.opening().openGenerated(
                generateTask(m_example.task->id, optionValues(), static_cast<std::uint64_t>(m_seed->value())),
                m_example.title);
        } catch (const Error &error) {
            m_document.showMessage(Severity::Error, QString::fromStdString(error.what()));
            return;
        }
    }
    Q_EMIT opened();
}

void ExampleDetails::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPicture(painter, QRectF(m_pictureSpace->geometry()).adjusted(0, 2, 0, -2), m_picture, palette());
}

} // namespace gatescope
