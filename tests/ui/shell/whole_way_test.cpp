// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a CSV to saved weights without one call into the program: only buttons, fields, dialogs and keys.
#include "tests/ui/window_fixture.h"

#include "core/io/model/model_file.h"
#include "ui/inspect/cell/cell_card.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/predict/predict_workspace.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

namespace gatescope {

class WholeWay : public WindowTest {
protected:
    /// Types a path into the next file dialog and presses Return there.
    void answerFileDialog(const QString &path)
    {
        connectLater([path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            auto *name = dialog ? dialog->findChild<QLineEdit *>() : nullptr;
            if (!name)
                return false;
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
            return true;
        });
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        // A dialog that has gone leaves no window active where there is no window manager.
        window->activateWindow();
        ASSERT_TRUE(waitFor([this] { return window->isActiveWindow(); }));
        QTest::keyClick(window->windowHandle(), static_cast<Qt::Key>(key), modifiers);
    }

    template <typename Field>
    void setField(const char *name, int value)
    {
        auto *field = child<Field>(name);
        ASSERT_NE(field, nullptr) << name;
        field->setFocus();
        field->setValue(value);
        QTest::keyClick(field, Qt::Key_Return);
    }

    QString waveCsv(int rows) const
    {
        QByteArray csv = "time,wave\n";
        for (int i = 0; i < rows; ++i)
            csv += QByteArray::number(i) + ',' + QByteArray::number(std::sin(0.3 * i), 'g', 8) + '\n';
        return file(QStringLiteral("wave.csv"), csv);
    }

private:
    static void connectLater(const std::function<bool()> &answer)
    {
        QTimer::singleShot(20, qApp, [answer] {
            if (!answer())
                connectLater(answer);
        });
    }
};

TEST_F(WholeWay, OpensTrainsPausesStepsInspectsAndSaves)
{
    document->openDefault();
    show({1400, 900});

    press(Qt::Key_1, Qt::ControlModifier);
    answerFileDialog(waveCsv(200));
    QTest::mouseClick(child<QPushButton>("open-file"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] { return document->title() == "wave.csv" && !document->opening().isBusy(); }));
    setField<QSpinBox>("window", 12);
    ASSERT_TRUE(waitFor([this] { return document->dataOptions().window == 12; }));

    press(Qt::Key_2, Qt::ControlModifier);
    setField<QSpinBox>("setting-hidden", 5);
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->settings.network.hidden == 5; }));
    child<QSlider>("speed")->setValue(4); // slow enough that the run cannot end by itself
    QTest::mouseClick(child<QPushButton>("transport-run"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] { return document->training().history().batches() >= 2; }));
    QTest::mouseClick(child<QPushButton>("transport-run"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] { return state() == SessionState::Paused; }));
    const std::int64_t trained = document->training().snapshot()->step;
    QTest::mouseClick(child<QPushButton>("transport-batch"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return document->training().snapshot()->step == trained + 1; }));

    press(Qt::Key_3, Qt::ControlModifier);
    auto &inspect = dynamic_cast<InspectWorkspace &>(*window->currentWorkspace());
    const Index step = selection->step();
    press(Qt::Key_Right);
    EXPECT_EQ(selection->step(), step + 1);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    EXPECT_EQ(selection->step(), step - 1);
    InspectView &cell = inspect.cell().view();
    cell.grab();
    for (const char *stage : {"r", "z", "n", "h'"}) {
        const Spot *residual = cell.spot(QStringLiteral("residual of %1").arg(stage));
        ASSERT_NE(residual, nullptr) << stage;
        EXPECT_LT(std::abs(QString(residual->value).replace(QChar(0x2212), '-').toDouble()), 1e-6) << stage;
    }

    press(Qt::Key_4, Qt::ControlModifier);
    const auto &predict = dynamic_cast<PredictWorkspace &>(*window->currentWorkspace());
    EXPECT_TRUE(waitFor([&] { return predict.isSettled() && predict.view().hasForecasts(); }));

    const QString path = folder.filePath(QStringLiteral("trained.safetensors"));
    answerFileDialog(path);
    press(Qt::Key_S, Qt::ControlModifier);
    const ModelFile model = loadModel(path.toStdString());
    EXPECT_EQ(model.step, trained + 1);
    EXPECT_EQ(model.settings.network.hidden, 5);
    EXPECT_EQ(model.parametersAs<float>(), document->training().snapshot()->parameters);
}

} // namespace gatescope
