"""What a roll-up is about: which people, which modules, which days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Date, bindparam, text
from sqlalchemy.sql.elements import TextClause


@dataclass(frozen=True, slots=True)
class Scope:
    """Empty means all. Days are those on which something was finished, both included."""

    site: str | None = None
    team: str | None = None
    module_id: str | None = None
    pathway: str | None = None
    since: date | None = None
    until: date | None = None

    def question(self) -> tuple[Any, ...]:
        """What a kept answer depends on."""
        days = (self.since, self.until)
        said = tuple(day.isoformat() if day else None for day in days)
        return (self.site, self.team, self.module_id, self.pathway, *said)


@dataclass(frozen=True, slots=True)
class Validity:
    """For how many months a completion holds: by module, and for all others. 0 is for good."""

    months: int = 0
    by_module: Mapping[str, int] | None = None

    def of(self, module_id: str) -> int:
        """The months for that module."""
        return (self.by_module or {}).get(module_id, self.months)

    def question(self) -> tuple[Any, ...]:
        """What a kept answer depends on."""
        return (self.months, sorted((self.by_module or {}).items()))


def months_before(day: date, months: int) -> date:
    """The same day of the month so long ago; the month's last day where there is no such day."""
    return _moved(day, -months)


def months_after(day: date, months: int) -> date:
    """The same day of the month so much later."""
    return _moved(day, months)


def refresh_from(finished: date, months: int) -> date:
    """The first day on which a completion no longer holds, by the rule of `still_holds_from`."""
    day = months_after(finished, months)
    while day < date.max and months_before(day, months) <= finished:
        day += timedelta(days=1)
    return day


def _moved(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


class Statement:
    """SQL with its values: names are ours, values never become part of the text."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def value(self, value: Any) -> str:
        """A place for a value."""
        name = f"v{len(self._values)}"
        self._values[name] = value
        return f":{name}"

    def people(self, scope: Scope, table: str = "p") -> str:
        """The condition on people, beginning with AND; empty for all."""
        parts = [
            f" AND {table}.{column} = {self.value(wanted)}"
            for column, wanted in (
                ("site", scope.site), ("team", scope.team), ("pathway", scope.pathway),
            )
            if wanted is not None
        ]  # fmt: skip
        return "".join(parts)

    def done(self, scope: Scope) -> str:
        """The condition on completions `c` of modules `t`, beginning with WHERE; empty for all."""
        parts = []
        if scope.module_id is not None:
            parts.append(f"t.module_id = {self.value(scope.module_id)}")
        if scope.since is not None:
            parts.append(f"c.finished_on >= {self.value(scope.since)}")
        if scope.until is not None:
            parts.append(f"c.finished_on <= {self.value(scope.until)}")
        return f" WHERE {' AND '.join(parts)}" if parts else ""

    def still_holds_from(self, validity: Validity, today: date) -> str:
        """The day from which a completion of module `e.module_id` still holds, as SQL."""
        usual = months_before(today, validity.months) if validity.months else date.min
        if not validity.by_module:
            return self.value(usual)
        cases = "".join(
            f" WHEN {self.value(module)} THEN "
            f"{self.value(months_before(today, months) if months else date.min)}"
            for module, months in sorted(validity.by_module.items())
        )
        return f"CASE e.module_id{cases} ELSE {self.value(usual)} END"

    def ready(self, sql: str) -> TextClause:
        """The whole, to be executed."""
        bound = [
            bindparam(name, value, type_=Date()) if isinstance(value, date)
            else bindparam(name, value)
            for name, value in self._values.items()
        ]  # fmt: skip
        return text(sql).bindparams(*bound)
