// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/error.h"

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

namespace {

/// The most memory this program has had so far. (What getrusage() tells begins with the peak of the caller.)
long peakBytes()
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6)) * 1024;
    }
    return 0;
}

} // namespace

/// Reads a CSV once and prints one line of JSON: seconds, rows, columns, bytes the table takes and the peak of memory.
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
                  << ", \"table_bytes\": " << result.table.byteSize() << ", \"peak_bytes\": " << peakBytes() << "}\n";
    } catch (const gatescope::Error &error) {
        std::cerr << "error: " << error.what() << '\n';
        return error.exitCode();
    }
    return 0;
}
