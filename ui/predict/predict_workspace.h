// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/workspace.h"
#include "ui/predict/forecast/predict_view.h"

#include <QElapsedTimer>

class QBoxLayout;

namespace gatescope {

class BacktestCard;
class ConfusionCard;
class Document;
class FileLoader;
class ForecastCard;
class LagCard;
class PredictControls;
class ResidualCard;
class ScoreCard;
class SegmentBar;
class TextScoresCard;
class VerdictCard;

/// What the network predicts, beside the truth and beside the naive forecasts: over the rows and beyond their end, in
/// scores and sentences, in residuals, and further and further ahead. Computed beside the screen, only while it is
/// looked at, and rarely while training runs.
class PredictWorkspace final : public Workspace {
    Q_OBJECT

public:
    explicit PredictWorkspace(Document &document, QWidget *parent = nullptr);
    ~PredictWorkspace() override;

    /// Predicts the rows of another file with the same columns; a message says what is wrong with it.
    void applyTo(const QString &path);
    /// Back to the open data.
    void showOpenData();
    /// Saves what is shown. False, with a message, when it failed.
    bool savePredictionsTo(const QString &path);

    const PredictView &view() const { return m_view; }
    bool isBusy() const { return m_engine.isBusy() || m_wait.isActive() || m_loader; }

    void bindActions(Actions &actions) override;
    std::vector<ViewExport *> exports() override;
    void keepView(SessionView &view) const override;
    void showView(const SessionView &view) override;
    bool isSettled() const override { return !isBusy(); }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectAll();
    void dataChanged();
    void snapshotChanged();
    void requestSoon();
    void requestNow();
    std::shared_ptr<const PreparedData<float>> shownData() const;
    void finishOther();
    void proposeFreeRun();
    void offerBacktest();
    void showAnswer();
    void makeChange(const OptionChange &change);
    void showCards();
    void chooseOther();
    void chooseSave();

    Document &m_document;
    ForecastEngine m_engine;
    PredictView m_view;
    PredictControls *m_controls;
    ForecastCard *m_forecast;
    VerdictCard *m_verdicts;
    ScoreCard *m_scores;
    ResidualCard *m_residuals;
    LagCard *m_lags;
    ConfusionCard *m_confusion;
    BacktestCard *m_backtest;
    SegmentBar *m_pages;
    TextScoresCard *m_text; ///< in place of all the others where a text is open
    QBoxLayout *m_below;    ///< the cards under the forecast
    QTimer m_wait;          ///< until the next computation may begin
    QElapsedTimer m_since;
    std::shared_ptr<const PreparedData<float>> m_other; ///< rows of another file
    QString m_otherName;
    std::unique_ptr<FileLoader> m_loader;
    QTimer m_loaderLook;
    std::shared_ptr<const Snapshot> m_used; ///< whose weights were asked for last
};

} // namespace gatescope
