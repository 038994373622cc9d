// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/io/files/csv_writer.h"

#include <string>
#include <vector>

namespace gatescope::cli {

/// A table of predictions: its header and rows of cells, written to the file of --out or to standard output.
class PredictionTable {
public:
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    void write(const Arguments &arguments, Context &context) const
    {
        if (const auto path = arguments.optional("out")) {
            CsvWriter writer(*path);
            writer.row(header);
            for (const auto &row : rows)
                writer.row(row);
            writer.commit();
            return;
        }
        printRow(header, context);
        for (const auto &row : rows)
            printRow(row, context);
    }

private:
    static void printRow(const std::vector<std::string> &cells, Context &context)
    {
        for (std::size_t i = 0; i < cells.size(); ++i)
            context.out << (i > 0 ? "," : "") << (context.outTerminal ? printable(cells[i]) : cells[i]);
        context.out << "\n";
    }
};

/// "prediction", or "prediction.NAME" where there are several outputs.
inline std::string columnName(const std::string &kind, const std::string &output, Index outputs)
{
    return csvText(outputs == 1 ? kind : kind + "." + output);
}

/// The columns of one prediction: its own, and with an interval ".lower" and ".upper" after it.
inline void addPredictionColumns(std::vector<std::string> &header, const std::string &output, Index outputs,
                                 bool interval)
{
    const std::string name = outputs == 1 ? "prediction" : "prediction." + output;
    header.push_back(csvText(name));
    if (interval)
        header.insert(header.end(), {csvText(name + ".lower"), csvText(name + ".upper")});
}

} // namespace gatescope::cli
