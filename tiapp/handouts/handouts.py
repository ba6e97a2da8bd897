"""Makes a document of what is there to learn and to use, and saves it where somebody wants it."""

from dataclasses import dataclass
from pathlib import Path

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.learning.library import Library
from tiapp.learning.model import Module
from tiapp.learning.practice.model import Sheet
from tiapp.storage.exports import written_beside
from tiapp.storage.file_names import safe_file_name


@dataclass(frozen=True, slots=True)
class Document:
    """A tagged PDF, and a name for its file that fits what it holds."""

    name: str
    data: bytes


class Handouts:
    """Documents from the library. Each takes a moment to lay out: ask in the worker."""

    def __init__(self, library: Library, resources: Path, clock: Clock) -> None:
        """`clock` tells the day that stands in the document."""
        self._library = library
        self._resources = resources
        self._clock = clock

    def module(self, module_id: str, *, short: bool = False) -> Document:
        """A module to read on paper, or its short route. AppError where there is none."""
        return self.of_module(self._library.module(module_id), short=short)

    def of_module(self, module: Module, *, short: bool = False) -> Document:
        """The same of a module that need not be in the library: one that is being written."""
        from tiapp.handouts.values import of_module

        if short and not module.short_route:
            raise AppError(
                "This module has no short route.",
                "It is short already. Choose the whole module instead; nothing was written.",
                code="no-short-route",
            )
        title = module.entry.title
        name = f"{title} - short route" if short else title
        return self._made("handout", of_module(module, short=short), name)

    def huddle(self, module_id: str) -> Document:
        """A module's team-huddle sheet, on one page. AppError where there is none."""
        return self.of_huddle(self._library.huddle(module_id))

    def of_huddle(self, sheet: Sheet) -> Document:
        """The same of a sheet that need not be in the library."""
        from tiapp.handouts.values import HUDDLE_FOOT, of_sheet

        return self._made("huddle", of_sheet(sheet, HUDDLE_FOOT), sheet.title)

    def sheet(self, sheet_id: str) -> Document:
        """A page to pass on. AppError where there is none."""
        from tiapp.handouts.values import of_sheet

        sheet = next((found for found in self._library.sheets() if found.id == sheet_id), None)
        if sheet is None:
            raise _not_there("sheet")
        return self._made("sheet", of_sheet(sheet), sheet.title)

    def template(self, template_id: str) -> Document:
        """A template as a blank form. AppError where there is none."""
        from tiapp.handouts.values import of_template

        found = (one for one in self._library.templates() if one.id == template_id)
        template = next(found, None)
        if template is None:
            raise _not_there("template")
        return self._made("template", of_template(template), template.title)

    def save(self, data: bytes, target: Path, *, force: bool = False) -> None:
        """Write a document there, whole. AppError when there is such a file (unless `force`)."""
        with written_beside(target, force=force) as out:
            out.write(data)

    def _made(self, layout: str, values: dict[str, object], title: str) -> Document:
        from tiapp.printing.typeset import typeset

        data = typeset(self._resources, layout, values, self._clock.today())
        return Document(f"{safe_file_name(title, 'Handout')}.pdf", data)


def _not_there(what: str) -> AppError:
    return AppError(
        f"There is no such {what} here.",
        "Its pack may have been changed or removed. Nothing was written.",
        code="not-there",
    )
