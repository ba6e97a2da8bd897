"""The module on the desk as PDF: the whole of it, its short route, its team-huddle sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tiapp.authoring.workshop import TextFile, has_huddle, huddle_of, module_of
from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.authoring.ask_place import AskPlace
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.save_pdf import Paper, PdfSaver
from tiapp.learning.model import Module

if TYPE_CHECKING:
    from tiapp.learning.practice.model import Sheet


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """What makes documents of a module that is being written, and saves them."""

    saver: PdfSaver
    whole: "Callable[[Module], Paper]"
    short: "Callable[[Module], Paper]"
    huddle: "Callable[[Sheet], Paper]"


class PaperTools(QObject):
    """Belongs to the Author page, and asks in its place for questions."""

    def __init__(self, paper: DraftPaper, worker: Worker, place: AskPlace) -> None:
        super().__init__(place)
        self._paper = paper
        self._worker = worker
        self._place = place

    def ask(self, file: TextFile | None, root: Path) -> None:
        """Offers what there is of the module in this file, as it was last saved."""
        if file is None or not file.is_module:
            self._place.tell(
                self.tr("This file is not a page"),
                [self.tr("Choose a module in the list of files first.")],
            )
            return
        self._worker.run(
            self,
            lambda: (module_of(file.path, root), has_huddle(file.path)),
            lambda found: self._offer(file.path, root, *found),
            failed=self._place.tell_error,
        )

    def _offer(self, path: Path, root: Path, module: Module, huddle: bool) -> None:
        paper = self._paper
        box = AskBox(self.tr("Save as PDF"), "draft_paper_box")
        box.say(self.tr("{title}, as it is saved now.").format(title=module.entry.title))
        self._button(
            box,
            self.tr("Save the whole module"),
            "draft_whole",
            lambda: paper.whole(module_of(path, root)),
        )
        if module.short_route:
            self._button(
                box,
                self.tr("Save the short route"),
                "draft_short",
                lambda: paper.short(module_of(path, root)),
            )
        if huddle:
            self._button(
                box,
                self.tr("Save the huddle sheet"),
                "draft_huddle",
                lambda: paper.huddle(huddle_of(path)),
            )
        box.leave(self.tr("Close"))
        self._place.put(box)

    def _button(self, box: AskBox, words: str, name: str, make: Callable[[], Paper]) -> None:
        button = box.offer(words, name, lambda: self._paper.saver.ask(button, make))
