"""Turns rows into what other programs open: CSV, sheet, PDF, xAPI statements.

Rows are plain tuples in the order of their columns and are taken one after the other, so that a
database cursor with a million of them can be written without holding them. Each writer takes
`out`, a binary file, and leaves it open; nothing here knows folders (see storage.exports).
"""
