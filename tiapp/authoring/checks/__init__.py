"""Every rule there is. A file a group; each rule is a function whose docstring is its page."""

from tiapp.authoring.checks import access, care, freshness, ids, structure, words
from tiapp.authoring.findings import Rule

RULES: tuple[Rule, ...] = (
    *structure.book.rules,
    *ids.book.rules,
    *care.book.rules,
    *words.book.rules,
    *access.book.rules,
    *freshness.book.rules,
)

CODES = frozenset(rule.code for rule in RULES)
