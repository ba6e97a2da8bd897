"""What an entry answers: choosing a prompt, another one, and the steps of a guided reflection."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tiapp.gui.kit.page import Page
from tiapp.gui.private.reflect_at_hand import AtHand
from tiapp.gui.private.reflect_choose import ChoosePrompt
from tiapp.gui.private.reflect_guided import model_of, with_step
from tiapp.learning.practice.model import GuidedModel, Prompts
from tiapp.private.journal_model import Asked, Entry


class Asking(QObject):
    """Prompts are read once, when the page is made.

    Signals:
        begin_wanted(Asked, GuidedModel | None): a prompt was chosen while no entry was open.
    """

    begin_wanted = Signal(object, object)

    def __init__(
        self,
        at_hand: AtHand,
        page: Page,
    ) -> None:
        super().__init__(page)
        self._at = at_hand
        self._prompts = Prompts()
        self._guided: tuple[GuidedModel, ...] = ()

    def read(self, prompts: Callable[[], tuple[Prompts, tuple[GuidedModel, ...]]]) -> None:
        """Fetches what there is to choose from."""
        self._at.worker.run(self, prompts, self._keep)

    def model_of(self, entry: Entry) -> GuidedModel | None:
        """The guided reflection that the entry follows, if any."""
        return model_of(entry.asked.id, self._guided) if entry.asked else None

    def choose(self) -> None:
        """Shows all prompts."""
        view = ChoosePrompt(self._prompts, self._guided)
        view.chosen.connect(self._on_chosen)
        view.left.connect(self._at.panes.back)
        self._at.panes.show_passing(view)

    def another(self) -> None:
        """The next prompt; after the last comes the first."""
        prompts = self._prompts.prompts
        asked = self._at.view.prompt.asked
        if not prompts or asked is None:
            self.choose()
            return
        ids = [prompt.id for prompt in prompts]
        at = ids.index(asked.id) + 1 if asked.id in ids else 0
        prompt = prompts[at % len(prompts)]
        self._at.view.prompt.ask(Asked(prompt.text, id=prompt.id))

    def go_to_step(self, step: int) -> None:
        """Goes to a step of the guided reflection: its heading is written if it is not there."""
        view = self._at.view
        model = view.prompt.model
        if model is None or not 0 <= step < len(model.steps):
            return
        body, place = with_step(view.editor.words(), model, step)
        view.editor.put(body, place)
        view.prompt.show_step(step)
        view.editor.setFocus()

    def _keep(self, read: tuple[Prompts, tuple[GuidedModel, ...]]) -> None:
        self._prompts, self._guided = read

    def _on_chosen(self, asked: Asked, model: GuidedModel | None) -> None:
        if self._at.entry() is None:
            self.begin_wanted.emit(asked, model)
            return
        self._at.panes.back()
        self._at.view.prompt.ask(asked, model)
        if model is not None:
            self.go_to_step(0)
        self._at.view.editor.setFocus()
