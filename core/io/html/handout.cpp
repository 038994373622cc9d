// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/html/handout.h"

#include "core/counted.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/inspect/cell/cell.h"
#include "core/inspect/labels.h"
#include "core/inspect/run/layer_weights.h"
#include "core/inspect/run/sequence_run.h"
#include "core/io/html/html_page.h"
#include "core/io/html/page_files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

using Json = nlohmann::ordered_json;

/// The network, the sequence and the table of equations as the page's script reads them.
class HandoutData {
public:
    HandoutData(const ModelFile &model, const HandoutContent &content) : m_model(model), m_content(content) {}

    Json json() const
    {
        const NetworkOptions &network = m_model.settings.network;
        Json json = {{"formulation", formulationName(network.formulation)},
                     {"precision", m_model.precision == Precision::Float32 ? "float32" : "float64"},
                     {"hidden", network.hidden}};
        for (Index stage = 0; stage < kCellStages; ++stage)
            json["stages"].push_back(
                stageJson(stageForm(static_cast<CellStage>(stage), network.formulation, network.bias, network.held)));
        for (Index layer = 0; layer < network.layers; ++layer)
            json["layers"].push_back(layerJson(layer));
        const ParameterLayout layout(network);
        const std::span<const double> parameters(m_model.parameters);
        json["head"] = {{"weight", rowsJson(tensorView(parameters, layout.headWeight()))},
                        {"bias", columnJson(tensorView(parameters, layout.headBias()))}};
        json["x"] = rowsJson(m_content.input.transpose());
        addNames(json);
        return json;
    }

private:
    static Json stageJson(const StageForm &form)
    {
        return {{"title", form.title},          {"letter", form.letter}, {"function", form.function},
                {"meaning", form.meaning},      {"terms", form.terms},   {"innerLetter", form.innerLetter},
                {"innerTerms", form.innerTerms}};
    }

    /// As few digits as come back to the same number of the model's kind.
    Json numberJson(double value) const
    {
        if (m_model.precision == Precision::Float64)
            return value;
        std::array<char, 32> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<float>(value));
        return parseNumber({buffer.data(), end.ptr}).value_or(0.0);
    }

    template <typename Derived>
    Json columnJson(const Eigen::MatrixBase<Derived> &values) const
    {
        Json json = Json::array();
        for (Index i = 0; i < values.rows(); ++i)
            json.push_back(numberJson(static_cast<double>(values(i, 0))));
        return json;
    }

    template <typename Derived>
    Json rowsJson(const Eigen::MatrixBase<Derived> &values) const
    {
        Json rows = Json::array();
        for (Index row = 0; row < values.rows(); ++row)
            rows.push_back(columnJson(values.row(row).transpose()));
        return rows;
    }

    /// Weights by the names the equations use: "W_r", "U_n", "b_z", "d_n".
    Json layerJson(Index layer) const
    {
        const LayerWeights<double> weights(m_model.settings.network, m_model.parameters, layer);
        Json json;
        for (const Gate gate : kAllGates) {
            const char *letter = letterOf(gate);
            json[std::string("W_") + letter] = rowsJson(weights.W(gate));
            json[std::string("U_") + letter] = rowsJson(weights.U(gate));
            if (weights.hasInputBias())
                json[std::string("b_") + letter] = columnJson(weights.b(gate));
            if (weights.hasRecurrentBias())
                json[std::string("d_") + letter] = columnJson(weights.d(gate));
        }
        return json;
    }

    static Json scaleJson(const Scaler &scaler, Index index)
    {
        return index < scaler.size() ? Json{scaler.column(index).offset, scaler.column(index).scale} : Json{0.0, 1.0};
    }

    void addNames(Json &json) const
    {
        const NetworkOptions &network = m_model.settings.network;
        const Preparation preparation = m_model.preparation.value_or(Preparation{});
        for (Index i = 0; i < network.inputs; ++i) {
            json["features"].push_back(featureLabel(preparation.featureNames, i));
            json["inputScale"].push_back(scaleJson(preparation.inputScaler, i));
        }
        const bool classes = !preparation.classNames.empty();
        for (Index o = 0; o < network.outputs; ++o) {
            const auto index = static_cast<std::size_t>(o);
            json["outputs"].push_back(classes && index < preparation.classNames.size() ? preparation.classNames[index]
                                                                                       : "output " + std::to_string(o));
            const Index targets = std::max<Index>(1, static_cast<Index>(preparation.targetNames.size()));
            json["outputScale"].push_back(classes ? Json{0.0, 1.0} : scaleJson(preparation.targetScaler, o % targets));
        }
        json["target"] = targetText(json);
    }

    std::string targetText(const Json &json) const
    {
        std::string text;
        for (Index o = 0; o < m_content.target.size(); ++o) {
            const double value = m_content.target(o);
            text.append(text.empty() ? "" : ", ");
            if (m_model.settings.training.loss.kind == LossKind::CrossEntropy) {
                const auto place = static_cast<std::size_t>(value);
                return place < json["outputs"].size() ? json["outputs"][place].get<std::string>() : std::string();
            }
            const Json &scale = json["outputScale"][static_cast<std::size_t>(o)];
            text.append(fixedNumber(value * scale[1].get<double>() + scale[0].get<double>(), 4));
        }
        return text;
    }

    const ModelFile &m_model;
    const HandoutContent &m_content;
};

void addControls(HtmlPage &page, const ModelFile &model, const HandoutContent &content)
{
    const Index steps = content.input.cols();
    page.heading(2, "The network, drawn out");
    page.paragraph(
        "Each box is the same cell at another step; its number is the state h of the chosen unit. Arrow keys go"
        " from box to box.",
        "quiet");
    std::string stack = "<div class=\"scroll\"><table class=\"stack\" role=\"grid\" aria-label=\"layers by steps\">";
    for (Index layer = model.settings.network.layers - 1; layer >= 0; --layer) {
        stack.append("<tr><th scope=\"row\">layer ").append(std::to_string(layer + 1)).append("</th>");
        for (Index step = 0; step < steps; ++step)
            stack.append("<td><button type=\"button\" data-layer=\"")
                .append(std::to_string(layer))
                .append("\" data-step=\"")
                .append(std::to_string(step))
                .append("\"></button></td>");
        stack.append("</tr>");
    }
    page.markup(stack.append("</table></div>"));
    page.markup("<div class=\"bar\"><button type=\"button\" id=\"back\" aria-label=\"step back\">‹</button>"
                "<label>step <input type=\"range\" id=\"step\" min=\"0\" max=\""
                + std::to_string(steps - 1)
                + "\"></label><button type=\"button\" id=\"next\" aria-label=\"next step\">›</button>"
                  "<span id=\"step-text\"></span><label>unit <select id=\"unit\">");
    std::string units;
    for (Index unit = 0; unit < model.settings.network.hidden; ++unit)
        units.append("<option>").append(std::to_string(unit)).append("</option>");
    page.markup(units + "</select></label></div>");
    page.markup("<p>Input at this step:</p><ul id=\"inputs\"></ul>");
    page.markup("<p class=\"answer\" id=\"output\" role=\"status\" aria-live=\"polite\"></p>");
    page.heading(2, "What if?");
    page.markup("<div class=\"bar\"><label>hold <select id=\"gate\"><option value=\"\">nothing</option>"
                "<option value=\"r\">the reset gate r</option><option value=\"z\">the update gate z</option></select>"
                "</label><label>of <select id=\"where\"><option value=\"all\">every unit</option>"
                "<option value=\"layer\">this layer</option><option value=\"unit\">this unit</option></select></label>"
                "<label>at <input type=\"range\" id=\"value\" min=\"0\" max=\"1\" step=\"0.01\" value=\"1\"></label>"
                "<output id=\"value-text\" for=\"value\">1.00</output>"
                "<button type=\"button\" id=\"clear\">let it go</button></div>");
    page.heading(2, "The opened cell");
    page.markup("<p id=\"words\" role=\"status\" aria-live=\"polite\"></p><div id=\"cell\"></div>");
}

/// "r = σ(+0.41 − 0.06) = ____": the result is what is asked for.
std::string withBlank(const OpenStage &stage, Index unit)
{
    const std::string equation = equationWithNumbers(stage, unit);
    return equation.substr(0, equation.find(" = ", stage.form.letter.size() + 3)) + " = ______________";
}

void addWorksheet(HtmlPage &page, const OpenCell &cell, const HandoutContent &content)
{
    page.markup("<section class=\"sheet\">");
    page.heading(2, "Worksheet");
    page.paragraph("Layer 1, step " + std::to_string(cell.step)
                   + ", unit 0. Compute what is missing; σ(a) = 1 / (1 + e⁻ᵃ).");
    std::vector<std::string> tasks;
    for (const OpenStage &stage : cell.stages)
        tasks.push_back(stage.form.equation() + ":   " + withBlank(stage, 0));
    tasks.emplace_back("How many percent of its old state does the unit keep? ______________");
    for (const HandoutQuestion &question : content.questions) {
        std::string text = question.question;
        for (const std::string &option : question.options)
            text.append("  ☐ ").append(option);
        tasks.push_back(text + (question.options.empty() ? "  ______________" : ""));
    }
    page.list(tasks, true);
    page.markup("</section>");
}

void addAnswers(HtmlPage &page, const OpenCell &cell, const HandoutContent &content)
{
    page.markup("<section class=\"sheet\">");
    page.heading(2, "Answers");
    std::vector<std::string> answers;
    for (const OpenStage &stage : cell.stages)
        answers.push_back(equationWithNumbers(stage, 0));
    const double z = cell.stage(CellStage::Update).stored(0);
    const double kept = cell.network.formulation == Formulation::ResetAfter ? z : 1.0 - z;
    answers.push_back(percent(kept));
    for (const HandoutQuestion &question : content.questions)
        answers.push_back(question.answer + ". " + question.because);
    page.list(answers, true);
    page.markup("</section>");
}

} // namespace

std::string handoutPage(const ModelFile &model, const HandoutContent &content)
{
    const NetworkOptions &network = model.settings.network;
    const Trace<double> trace = runSequence<double>(network, model.parameters, content.input);
    const OpenCell cell = openCell<double>(trace, model.parameters, 0, trace.steps() - 1);
    HtmlPage page(content.title.empty() ? "A GRU network, opened" : content.title);
    page.heading(1, content.title.empty() ? "A GRU network, opened" : content.title);
    page.paragraph("A network of " + counted(network.layers, "layer") + " of " + std::to_string(network.hidden)
                       + " units, formulation " + std::string(formulationName(network.formulation)) + ", "
                       + std::to_string(network.parameterCount()) + " learned numbers. Sequence "
                       + std::to_string(content.sequence) + " of " + content.source + ", "
                       + std::to_string(trace.steps()) + " steps.",
                   "quiet");
    addControls(page, model, content);
    addWorksheet(page, cell, content);
    addAnswers(page, cell, content);
    page.paragraph("Made by GateScope. Everything on this page is computed on this page.", "quiet");
    page.data("network", HandoutData(model, content).json().dump(-1, ' ', false, Json::error_handler_t::replace));
    page.script(handoutScript());
    std::string text = page.text();
    if (text.size() > kLargestHandout)
        throw DataError("the hand-out would have " + std::to_string(text.size()) + " bytes, a page may have "
                        + std::to_string(kLargestHandout)
                        + "; train a smaller network for it, such as 1 layer of 8 units");
    return text;
}

} // namespace gatescope
