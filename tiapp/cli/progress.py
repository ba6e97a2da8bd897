"""tiapp progress: how far somebody is, and what they have finished."""

import argparse
from typing import TYPE_CHECKING, Any

from tiapp.cli.answers import answer, answer_json, say
from tiapp.cli.folders import services_of, whose
from tiapp.cli.parsing import CalmParser, Commands, add_command

if TYPE_CHECKING:
    from tiapp.learning.model import ModuleEntry
    from tiapp.record.model import Completion, ModuleProgress
    from tiapp.storage.paths import Paths
    from tiapp.storage.people import Person


def add(commands: "Commands[CalmParser]") -> None:
    """Make the command known."""
    parser = add_command(commands, "progress", "show how far you are", json=True)
    parser.set_defaults(run=_progress)


def _progress(chosen: argparse.Namespace, paths: "Paths") -> int:
    services = services_of(paths)
    person = whose(services, getattr(chosen, "person", None))
    states: dict[str, ModuleProgress] = {}
    completions: tuple[Completion, ...] = ()
    if person is not None:
        mine = services.for_person(person)
        states = mine.progress.states()
        completions = mine.progress.completions()
        mine.close()
    entries = services.library.entries()
    lines = [_progress_facts(entry, states.get(entry.id)) for entry in entries]
    lines += _gone(states, completions, {entry.id for entry in entries})
    for notice in services.take_notices():
        say(str(notice))
    if chosen.json:
        who = {"id": person.id, "name": person.name} if person is not None else None
        done = [_completion_facts(c) for c in completions]
        answer_json({"person": who, "modules": lines, "completions": done})
    else:
        answer(_progress_lines(person, lines, completions))
    return 0


def _progress_facts(entry: "ModuleEntry", state: "ModuleProgress | None") -> dict[str, Any]:
    from tiapp.record.model import ModuleProgress, ModuleState

    state = state or ModuleProgress(entry.id, ModuleState.NOT_STARTED)
    return {
        "id": entry.id,
        "title": entry.title,
        "state": str(state.state),
        "reached": min(state.reached, len(entry.parts)),
        "parts": len(entry.parts),
        "finished_on": state.finished_on.isoformat() if state.finished_on else None,
    }


def _gone(
    states: "dict[str, ModuleProgress]", completions: "tuple[Completion, ...]", known: set[str]
) -> list[dict[str, Any]]:
    """Modules that were begun and are no longer in the library: what was done stays."""
    titles = {completion.module_id: completion.title for completion in completions}
    return [
        {
            "id": state.module_id,
            "title": titles.get(state.module_id, state.module_id),
            "state": str(state.state),
            "reached": state.reached,
            "parts": None,
            "finished_on": state.finished_on.isoformat() if state.finished_on else None,
        }
        for state in states.values()
        if state.module_id not in known
    ]


def _completion_facts(completion: "Completion") -> dict[str, Any]:
    return {
        "record_id": completion.record_id,
        "module_id": completion.module_id,
        "title": completion.title,
        "version": completion.version,
        "level": completion.level,
        "finished_on": completion.finished_on.isoformat(),
    }


def _progress_lines(
    person: "Person | None", modules: list[dict[str, Any]], completions: "tuple[Completion, ...]"
) -> list[str]:
    lines: list[str] = []
    if person is None:
        lines.append("Nobody has begun here yet.")
    elif person.name:
        lines.append(f"Progress of {person.name}")
    for module in modules:
        if module["state"] == "finished":
            how = f"finished on {module['finished_on']}"
        elif module["state"] == "started":
            of = f" of {module['parts']}" if module["parts"] else ""
            how = f"{module['reached']}{of} parts reached"
            if module["finished_on"]:
                how += f"; finished before, on {module['finished_on']}"
        else:
            how = "not started"
        lines.append(f"  {module['title']}: {how}")
    if completions:
        lines.append("Finished:")
    for done in completions:
        lines.append(f"  {done.finished_on}  {done.title}, version {done.version}, {done.level}")
    return lines
