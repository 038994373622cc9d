<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::ClipHistogram</name>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsCard</name>
    <message numerus="yes">
        <source>%1 column(s)</source>
        <translation>
            <numerusform>%1 column</numerusform>
            <numerusform>%1 columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsModel</name>
    <message numerus="yes">
        <source>%1 word(s)</source>
        <translation>
            <numerusform>%1 word</numerusform>
            <numerusform>%1 words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::ColumnsPage</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 missing cell(s), marked</source>
        <translation>
            <numerusform>%1 missing cell, marked</numerusform>
            <numerusform>%1 missing cells, marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::Document</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is open, trained for %n epoch(s).</source>
        <translation>
            <numerusform>%1 is open, trained for %n epoch.</numerusform>
            <numerusform>%1 is open, trained for %n epochs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::DocumentFile</name>
    <message numerus="yes">
        <source>%1 is saved: the weights after %n epoch(s) and all it takes to go on training.</source>
        <translation>
            <numerusform>%1 is saved: the weights after %n epoch and all it takes to go on training.</numerusform>
            <numerusform>%1 is saved: the weights after %n epochs and all it takes to go on training.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::FileActions</name>
    <message numerus="yes">
        <source>%1, %n epoch(s)</source>
        <translation>
            <numerusform>%1, %n epoch</numerusform>
            <numerusform>%1, %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::OptionButton</name>
    <message numerus="yes">
        <source>%n hand(s)</source>
        <translation>
            <numerusform>%n hand</numerusform>
            <numerusform>%n hands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::OptionField</name>
    <message numerus="yes">
        <source> row(s)</source>
        <translation>
            <numerusform> row</numerusform>
            <numerusform> rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::ShelfCard</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatescope::WindowsForm</name>
    <message numerus="yes">
        <source> row(s)</source>
        <translation>
            <numerusform> row</numerusform>
            <numerusform> rows</numerusform>
        </translation>
    </message>
</context>
</TS>
