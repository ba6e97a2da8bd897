"""Tools for who writes content: checks, reading age, packing, installing. Knows no person.

Nothing here knows Qt or a database. Start with check.py; every rule has a page in docs/checks/.
"""
