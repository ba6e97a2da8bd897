"""The lines at the top of a module: what it is, for whom, where its facts come from."""

from dataclasses import dataclass
from datetime import date

from tiapp.learning.model import Change, Level, Review, Source
from tiapp.learning.problems import Problems, shown
from tiapp.learning.toml_values import Lines, Table, parse

KNOWN = (
    "id",
    "title",
    "version",
    "level",
    "minutes",
    "topics",
    "audience",
    "outcomes",
    "short_route",
    "checked_against_sources",
    "language",
    "reviewed_by",
    "sources",
    "changes",
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A module's front matter, checked."""

    id: str
    title: str
    version: int
    level: Level
    minutes: int
    topics: tuple[str, ...]
    audience: str
    outcomes: tuple[str, ...]
    short_route: tuple[str, ...]
    language: str
    checked_against_sources: date | None
    review: Review
    sources: tuple[Source, ...]
    changes: tuple[Change, ...]


def read_front_matter(text: str, problems: Problems) -> FrontMatter | None:
    """The values of the front matter (which begins on line 2), or None and problems."""
    values = parse(text, problems, first_line=2)
    if values is None:
        return None
    top = Table(values, problems, Lines(text, 2))
    before = len(problems)
    top.only(KNOWN)
    level = _level(top)
    version = top.number("version", 1, 100_000)
    minutes = top.number("minutes", 1, 600)
    made = FrontMatter(
        id=top.id(),
        title=top.text("title", required=True, most=200),
        version=version or 1,
        level=level,
        minutes=minutes or 1,
        topics=top.texts("topics"),
        audience=top.text("audience"),
        outcomes=top.texts("outcomes", required=True),
        short_route=top.texts("short_route"),
        language=top.text("language", most=20) or "en",
        checked_against_sources=top.day("checked_against_sources"),
        review=_review(top.table("reviewed_by")),
        sources=tuple(_source(table) for table in top.tables("sources")),
        changes=tuple(_change(table) for table in top.tables("changes")),
    )
    return made if len(problems) == before else None


def _level(top: Table) -> Level:
    value = top.text("level", required=True)
    if value in list(Level):
        return Level(value)
    if value:
        top.fault("level", f"There is no level {shown(value)}.", f"There are {', '.join(Level)}.")
    return Level.INFORMED


def _review(table: Table) -> Review:
    table.only(("specialist", "lived_experience"))
    return Review(table.text("specialist"), table.text("lived_experience"))


def _source(table: Table) -> Source:
    table.only(("title", "publisher", "year", "used_for"))
    return Source(
        title=table.text("title", required=True),
        publisher=table.text("publisher"),
        year=table.number("year", 1000, 3000) if table.has("year") else None,
        used_for=table.text("used_for"),
    )


def _change(table: Table) -> Change:
    table.only(("version", "what"))
    return Change(table.number("version", 1, 100_000) or 1, table.text("what", required=True))
