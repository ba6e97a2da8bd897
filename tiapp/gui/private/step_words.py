"""What a step says of itself, in whole sentences."""

from PySide6.QtCore import QCoreApplication

from tiapp.gui.kit.dates import long_date
from tiapp.private.plan_model import Step, StepState


def heading(step: Step) -> str:
    """What the person means to do; with no such words, what it is for."""
    return " ".join((step.wording.then.strip() or step.wording.when).split())


def state_words(step: Step) -> str:
    """Where it is, in words. There is no late."""
    tr = QCoreApplication.translate
    day = long_date(step.closed_on) if step.closed_on is not None else ""
    if step.state is StepState.DONE:
        return tr("StepWords", "Done on {day}").format(day=day)
    if step.state is StepState.LET_GO:
        return tr("StepWords", "Let go on {day}").format(day=day)
    if step.wording.on is not None:
        return tr("StepWords", "For {day}").format(day=long_date(step.wording.on))
    return tr("StepWords", "No day chosen")


def more_words(step: Step) -> list[str]:
    """The lines below: the if, the first move, when to come back, and what helped."""
    tr = QCoreApplication.translate
    lines = []
    if step.wording.when.strip() and step.wording.then.strip():
        lines.append(tr("StepWords", "If or when: {words}").format(words=step.wording.when))
    if step.wording.first_move:
        lines.append(
            tr("StepWords", "First small move: {move}").format(move=step.wording.first_move)
        )
    if step.open and step.wording.come_back_on is not None:
        day = long_date(step.wording.come_back_on)
        lines.append(tr("StepWords", "Come back to it: {day}").format(day=day))
    if step.helped:
        lines.append(tr("StepWords", "What helped: {words}").format(words=step.helped))
    return lines
