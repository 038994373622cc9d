// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_reader.h"
#include "core/error.h"

#include <chrono>
#include <iostream>

/// Reads a CSV once and prints one line of JSON: seconds, rows, columns, and bytes the table takes.
int main(int count, char **arguments)
{
    if (count != 2) {
        std::cerr << "usage: gatescope_csv_worker FILE\n";
        return 2;
    }
    try {
        const auto begin = std::chrono::steady_clock::now();
        const gatescope::CsvResult result = gatescope::readCsv(arguments[1]);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        std::cout << "{\"seconds\": " << seconds.count() << ", \"rows\": " << result.table.rows()
                  << ", \"columns\": " << result.table.columns().size()
                  << ", \"table_bytes\": " << result.table.byteSize() << "}\n";
    } catch (const gatescope::Error &error) {
        std::cerr << "error: " << error.what() << '\n';
        return error.exitCode();
    }
    return 0;
}
