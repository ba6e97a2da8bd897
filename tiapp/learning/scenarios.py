"""Scenarios: scenes, the choices between them, and whether every path comes to an end."""

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from tiapp.learning.blocks import Choice, Scenario, Scene
from tiapp.learning.checks import words_and_quote
from tiapp.learning.context import Context, is_block
from tiapp.learning.inline import WORDS_TAG
from tiapp.learning.problems import Problems, shown
from tiapp.learning.prose import prose


def scenario(element: etree.Element, context: Context) -> Scenario:
    """A scenario with its scenes; links between them are checked."""
    opening = context.opening(element)
    children = list(element)
    scenes_at = [n for n, child in enumerate(children) if is_block(child)]
    first = scenes_at[0] if scenes_at else len(children)
    intro = prose(children[:first], context)
    scenes = []
    before = len(context.problems)
    for child in children[first:]:
        if is_block(child):
            scenes.append(_scene(child, context))
        else:
            context.problems.add(
                context.line_of(child),
                "This text stands between or after the scenes.",
                "Move it into a scene, or above the first one.",
            )
    made = Scenario(opening.id, opening.title, intro, tuple(scenes), opening.line)
    if not scenes:
        context.problems.add(
            opening.line, "This scenario has no scene.", "Write at least one /// scene in it."
        )
    elif len(context.problems) == before:
        _check_paths(made, context.problems)
    return made


def _scene(element: etree.Element, context: Context) -> Scene:
    """One scene: text, then choices, or a next scene, or an end."""
    opening = context.opening(element)
    problems = context.problems
    scene_ids = {o.id for o in context.openings if o.name == "scene" and o.parent is opening.parent}
    children = list(element)
    choices: tuple[Choice, ...] = ()
    if children and children[-1].tag == "ul" and _has_choices(children[-1]):
        last = children.pop()
    else:
        last = None
    blocks = prose(children, context)
    if last is not None:
        made = (_choice(item, scene_ids, context) for item in last)
        choices = tuple(choice for choice in made if choice)
    if not blocks:
        problems.add(opening.line, "This scene has no text.", "Say what happens in it.")
    ending = opening.options.get("ending", "")
    if ending not in ("", "yes"):
        problems.add(
            opening.line, f"ending is {ending} here.", "Write ending: yes, or leave it out."
        )
    following = opening.options.get("next", "")
    ways = sum((last is not None, bool(following), bool(ending)))
    if ways == 0:
        problems.add(
            opening.line,
            f"The scene {shown(opening.title or opening.id)} leads nowhere.",
            "Give it choices, or next: with a scene's id, or ending: yes.",
        )
    elif ways > 1:
        problems.add(
            opening.line,
            f"The scene {shown(opening.title or opening.id)} goes on in two ways.",
            "Keep one of them: its choices, next: or ending: yes.",
        )
    if following and following not in scene_ids:
        _no_such_scene(following, opening.line, problems)
    return Scene(
        opening.id, opening.title, blocks, choices, following, ending == "yes", opening.line
    )


def _has_choices(element: etree.Element) -> bool:
    """True when an item of the list begins with a link to a scene."""
    return any(_scene_link(item) is not None for item in element)


def _scene_link(item: etree.Element) -> etree.Element | None:
    """The link that a choice consists of."""
    holder = item[0] if len(item) and item[0].tag == "p" else item
    if (holder.text or "").strip() or not len(holder) or holder[0].tag != "a":
        return None
    return holder[0] if holder[0].get("href", "").startswith("#") else None


def _choice(item: etree.Element, scene_ids: set[str], context: Context) -> Choice | None:
    """One choice, with the scene it leads to and what comes of it."""
    line = context.line_of(item)
    link = _scene_link(item)
    if link is None:
        context.problems.add(
            line,
            "This choice leads nowhere.",
            "Make it a link to a scene: - [What the person does](#scene-id)",
        )
        return None
    target = link.get("href", "")[1:]
    if target not in scene_ids:
        _no_such_scene(target, line, context.problems)
    if (link.tail or "").strip():
        context.problems.add(
            line, "Words stand behind this choice's link.", "Put all of its words in the [ ]."
        )
    # From here on it is not a link any more: the scene it names is no part of the module.
    link.tag = WORDS_TAG
    words, consequence = words_and_quote(item, "choice", context)
    return Choice(words.text, target, consequence) if words else None


def _no_such_scene(target: str, line: int, problems: Problems) -> None:
    problems.add(
        line,
        f"There is no scene #{shown(target)} in this scenario.",
        "Use the id of one of its scenes.",
    )


def _check_paths(made: Scenario, problems: Problems) -> None:
    """Every scene can be reached, and from every scene an end can be reached."""
    onward: dict[str, set[str]] = {scene.id: set() for scene in made.scenes}
    for scene in made.scenes:
        targets = {choice.next for choice in scene.choices} | {scene.next}
        onward[scene.id] |= targets & onward.keys()
    endings = {scene.id for scene in made.scenes if scene.ending}
    if not endings:
        problems.add(
            made.line,
            "No scene of this scenario is an end.",
            "Give the last one ending: yes, indented by four spaces below its id.",
        )
        return
    back: dict[str, set[str]] = {scene_id: set() for scene_id in onward}
    for scene_id, targets in onward.items():
        for target in targets:
            back[target].add(scene_id)
    reached = _reach({made.scenes[0].id}, onward)
    ends_well = _reach(endings, back)
    for scene in made.scenes:
        name = shown(scene.title or scene.id)
        if scene.id not in reached:
            problems.add(
                scene.line,
                f"Nobody can get to the scene {name}.",
                "Let a choice or next: lead to it, or take it away.",
            )
        elif scene.id not in ends_well and onward[scene.id]:
            problems.add(
                scene.line,
                f"From the scene {name} no path comes to an end.",
                "Let one of its choices lead on to an ending.",
            )


def _reach(start: set[str], onward: Mapping[str, set[str]]) -> set[str]:
    """All scenes one can get to from `start`."""
    reached = set(start)
    waiting = list(start)
    while waiting:
        new = onward[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return reached
