"""A made-up situation to try: scenes, choices, what comes of them, and always a way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import HeadingLabel, Label, Muted, SmallTitle
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.prompt_cards import first_words
from tiapp.gui.learning.stage import Stage, column_of
from tiapp.learning.blocks import Choice, Scenario, Scene, plain


class ScenarioCard(Card):
    """Walks through the scenes. The way so far lives in memory and goes with the card."""

    def __init__(
        self, block: Scenario, context: BlockContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"scenario_{block.id}", parent)
        self._scenario = block
        self._context = context
        self._path: list[tuple[Scene, Choice | None]] = [(block.scenes[0], None)]
        name = self.tr("Scenario: {title}").format(title=block.title)
        self.setAccessibleName(name)
        self.column.setSpacing(12)
        self.title = SmallTitle(name)
        self.add(self.title)
        self._stage = Stage()
        self.add(self._stage)
        self._draw()

    # --- Drawing -------------------------------------------------------------------------

    def _draw(self) -> None:
        """Shows the last scene of the way so far, with what led to it."""
        scene, choice = self._path[-1]
        holder, column = column_of(12)
        if len(self._path) == 1:
            self._context.put(column, self._scenario.intro)
        self._consequence: CalloutBox | None = None
        if choice is not None:
            self._consequence = self._build_consequence(choice)
            column.addWidget(self._consequence)
        self.scene_title = HeadingLabel(scene.title or self.tr("What happens next"), 4)
        self.scene_title.setObjectName("scene_title")
        self.scene_title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(self.scene_title)
        self._context.put(column, scene.blocks)
        for number, option in enumerate(scene.choices, start=1):
            button = ChoiceButton(plain(option.text), f"choice_{number}")
            button.clicked.connect(lambda _=False, taken=option: self._take(taken))
            column.addWidget(button)
        if not scene.choices and scene.next:
            onward = buttons.secondary(self.tr("Carry on with the scene"), "scenario_next")
            onward.clicked.connect(self._go_on)
            column.addWidget(_row(onward))
        if self._is_end(scene):
            column.addWidget(self._build_ending())
        column.addSpacing(8)
        column.addWidget(self._build_ways(scene))
        self._stage.put(holder)

    def _build_consequence(self, choice: Choice) -> CalloutBox:
        box = CalloutBox("example", self.tr("What happened"))
        box.setObjectName("consequence")
        box.add(Muted(self.tr("You chose: {choice}").format(choice=plain(choice.text))))
        self._context.put(box.column, choice.consequence)
        return box

    def _build_ending(self) -> QWidget:
        box = CalloutBox("key", self.tr("What would you take from this?"))
        box.setObjectName("scenario_ending")
        box.add(Label(self.tr("Think it over. Steady keeps nothing you think or say here.")))
        return box

    def _build_ways(self, scene: Scene) -> QWidget:
        ways = []
        if len(self._path) > 1:
            back = buttons.secondary(self.tr("Go back and choose again"), "scenario_back")
            back.clicked.connect(self._go_back)
            again = buttons.secondary(self.tr("Start again"), "scenario_again")
            again.clicked.connect(self._start_again)
            ways = [back, again]
        if not self._is_end(scene):
            skip = buttons.secondary(self.tr("Skip this scenario"), "scenario_skip")
            skip.clicked.connect(self._skip)
            ways.append(skip)
        return _row(*ways)

    @staticmethod
    def _is_end(scene: Scene) -> bool:
        return scene.ending or not (scene.choices or scene.next)

    # --- What the person does ------------------------------------------------------------

    def _take(self, choice: Choice) -> None:
        self._path.append((self._scenario.scene(choice.next), choice))
        self._redraw()

    def _go_on(self) -> None:
        self._path.append((self._scenario.scene(self._path[-1][0].next), None))
        self._redraw()

    def _go_back(self) -> None:
        """Back to the last scene that offered a choice."""
        self._path.pop()
        while len(self._path) > 1 and not self._path[-1][0].choices:
            self._path.pop()
        self._redraw(say=False)

    def _start_again(self) -> None:
        del self._path[1:]
        self._redraw(say=False)

    def _redraw(self, *, say: bool = True) -> None:
        self._draw()
        choice = self._path[-1][1]
        if say and choice is not None:
            announce(self, first_words(choice.consequence))
        self._context.changed(self._consequence or self.title)
        self.scene_title.setFocus()

    def _skip(self) -> None:
        holder, column = column_of(12)
        column.addWidget(Muted(self.tr("Skipped. That is fine, and nobody is told.")))
        back = buttons.secondary(self.tr("Try it after all"), "scenario_unskip")
        back.clicked.connect(self._start_again)
        column.addWidget(_row(back))
        self._stage.put(holder)
        announce(self, self.tr("Scenario skipped"))
        self._context.changed(self.title)
        back.setFocus()


def _row(*widgets: QWidget) -> FlowRow:
    row = FlowRow()
    for widget in widgets:
        row.add(widget)
    return row
