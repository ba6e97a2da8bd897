"""How the steps of a guided reflection stand in an entry: as headings, in plain sight.

So the entry stays one text that any program can read, and a step is left out by leaving it empty.
"""

from tiapp.learning.practice.model import GuidedModel
from tiapp.private.journal_model import GUIDED


def model_of(prompt_id: str, models: tuple[GuidedModel, ...]) -> GuidedModel | None:
    """The guided reflection that an entry follows, if there is one of that id."""
    if not prompt_id.startswith(GUIDED):
        return None
    return next((m for m in models if m.id == prompt_id.removeprefix(GUIDED)), None)


def heading(model: GuidedModel, step: int) -> str:
    """The line that begins a step's words."""
    return f"## {model.steps[step].title}"


def with_step(body: str, model: GuidedModel, step: int) -> tuple[str, int]:
    """The body with that step's heading in it, and where its words end.

    A heading that is there already is kept; a new one comes at the end.
    """
    lines = body.split("\n")
    wanted = heading(model, step)
    if wanted not in (line.strip() for line in lines):
        kept = body.rstrip()
        body = f"{kept}\n\n{wanted}\n\n" if kept else f"{wanted}\n\n"
        return body, len(body)
    number = next(n for n, line in enumerate(lines) if line.strip() == wanted)
    others = {heading(model, other) for other in range(len(model.steps)) if other != step}
    end = number + 1
    while end < len(lines) and lines[end].strip() not in others:
        end += 1
    while end > number + 1 and not lines[end - 1].strip():
        end -= 1
    if end == number + 1:
        # nothing is written there yet: two lines of room
        lines[end:end] = ["", ""] if end >= len(lines) or lines[end].strip() else [""]
        end += 1
        return "\n".join(lines), len("\n".join(lines[: end + 1]))
    return body, len("\n".join(lines[:end]))


def step_at(body: str, model: GuidedModel) -> int:
    """The last step that has a heading: where somebody who comes back goes on."""
    lines = {line.strip() for line in body.split("\n")}
    there = [n for n in range(len(model.steps)) if heading(model, n) in lines]
    return there[-1] if there else 0
