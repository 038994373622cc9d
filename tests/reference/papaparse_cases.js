// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes those of PapaParse's own test cases as JSON that ask how text splits into cells:
//   node papaparse_cases.js test-cases.js > papaparse.json
// Left out: what is no question of splitting (previews, callbacks, typing, transforms), and delimiters or escapes of
// several characters, which GateScope does not have. Empty rows are left out on both sides.
'use strict';
const fs = require('fs');
const vm = require('vm');

const known = new Set(['delimiter', 'newline', 'quoteChar', 'comments', 'header', 'skipEmptyLines', 'fastMode']);

function isAboutSplitting(test) {
    const config = test.config || {};
    return typeof test.input === 'string' && test.expected && Array.isArray(test.expected.data)
        && Object.keys(config).every((key) => known.has(key))
        && (config.delimiter === undefined || (typeof config.delimiter === 'string' && config.delimiter.length === 1))
        && config.delimiter !== '\n' && config.skipEmptyLines !== 'greedy'
        && test.expected.data.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'));
}

function convert(test) {
    const config = test.config || {};
    const comments = config.comments === true ? '#' : typeof config.comments === 'string' ? config.comments : '';
    return {
        description: test.description,
        input: test.input,
        delimiter: config.delimiter || '', // empty: to be guessed
        quote: config.quoteChar || '"',
        comment: comments,
        header: config.header === true,
        rows: test.expected.data.filter((row) => row.length !== 1 || row[0].trim() !== ''),
        unclosed: (test.expected.errors || []).some((error) => error.code === 'MissingQuotes'),
    };
}

// The file defines its tables before it runs them; nothing of it is run beyond that.
const context = { chai: { assert: {} }, document: { getElementById: () => ({ src: '' }) }, console, setTimeout,
    describe() {}, it() {} };
vm.createContext(context);
try {
    vm.runInContext(fs.readFileSync(process.argv[2], 'utf8'), context);
} catch (error) {
    if (!context.PARSE_TESTS)
        throw error;
}
const cases = { core: context.CORE_PARSER_TESTS, parse: context.PARSE_TESTS };
for (const name of Object.keys(cases))
    cases[name] = cases[name].filter(isAboutSplitting).map(convert);
process.stdout.write(JSON.stringify(cases, null, 1) + '\n');
