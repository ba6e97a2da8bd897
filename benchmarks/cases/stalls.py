"""How long anything keeps the main thread, while a person uses every page."""

from collections.abc import Callable
from typing import Any

from benchmarks import data
from benchmarks.cases.setting import Setting
from benchmarks.child import answer
from benchmarks.runner import Case

STALL_MS = 100.0
"""From an action to its visible answer; later, people think nothing has happened."""

SHOWN = 5


def cases(setting: Setting) -> list[Case]:
    """A walk through a whole module, and a tour of every page."""

    def module() -> str:
        return data.longest_module(setting.library).id

    def walk() -> dict[str, Any]:
        read = data.longest_module(setting.library)
        parts = str(len(read.parts))
        command = setting.drive("walk", setting.new("walk"), module=read.id, parts=parts)
        return answer(command, setting.environment)

    def tour() -> dict[str, Any]:
        command = setting.drive("tour", setting.new("tour"), module=module(), beat="yes")
        return answer(command, setting.environment)

    return [
        _case("P11-walk", "Worst stall, walk through a whole module", walk),
        _case("P11-tour", "Worst stall, tour of every page", tour),
    ]


def _case(case_id: str, what: str, run: Callable[[], dict[str, Any]]) -> Case:
    seen: list[dict[str, Any]] = []

    def worst() -> float:
        found = run()
        seen.append(found)
        return float(max(found["worst"] - found["idle"], 0.1))

    def notes() -> list[str]:
        idle = max(found["idle"] for found in seen)
        gaps = sorted((gap for found in seen for gap in found["gaps"]), key=lambda g: -g["late"])
        over_50 = sum(gap["late"] > 50 for gap in gaps) / len(seen)
        lines = [f"idle lateness {idle:.1f} ms; {over_50:.1f} stalls over 50 ms a round"]
        told: set[str] = set()
        for gap in gaps:
            if gap["during"] not in told and len(told) < SHOWN:
                told.add(gap["during"])
                where = f" ({gap['where']})" if gap["where"] else ""
                lines.append(f"{gap['late']:.0f} ms: {gap['during']}{where}")
        return lines

    return Case(
        case_id,
        what,
        "answer is late",
        lambda: STALL_MS,
        worst,
        1.0,
        2.0,
        weight=3,
        notes=notes,
    )
