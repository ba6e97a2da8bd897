"""The glossary of a pack: words explained."""

from pathlib import Path

from tiapp.learning.model import Term
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml


def read_glossary(path: Path, problems: Problems) -> tuple[Term, ...]:
    """The terms of a glossary.toml, in its order. A term that cannot be read is left out."""
    top = open_toml(path, problems)
    if top is None:
        return ()
    top.only(("term",))
    terms: dict[str, Term] = {}
    for table in top.tables("term"):
        table.only(("name", "meaning", "also"))
        term = Term(
            table.text("name", required=True, most=200),
            table.text("meaning", required=True),
            table.texts("also"),
        )
        key = term.name.casefold()
        if key in terms:
            table.fault("name", f"{term.name} is explained twice.", "Keep one of them.")
        elif term.name and term.meaning:
            terms[key] = term
    return tuple(terms.values())


def merged(glossaries: list[tuple[Term, ...]]) -> tuple[Term, ...]:
    """One glossary of several, by the alphabet. The first explanation of a word stays."""
    terms: dict[str, Term] = {}
    for glossary in glossaries:
        for term in glossary:
            terms.setdefault(term.name.casefold(), term)
    return tuple(terms[name] for name in sorted(terms))
