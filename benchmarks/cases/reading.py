"""Turning to another part."""

import statistics

from benchmarks import data
from benchmarks.cases.setting import Setting
from benchmarks.child import answer
from benchmarks.runner import Case

FELT_MS = 50.0
"""Longer than this a turn is felt as a wait. A fact about people, not about a machine."""


def cases(setting: Setting) -> list[Case]:
    """The longest shipped part, click to painted."""
    told: list[str] = []
    medians: list[float] = []

    def turns() -> float:
        module, part_id, words = data.longest_part(setting.library)
        number = module.part_number(part_id)
        first = number == 1
        part, neighbour = module.parts[number - 1], module.parts[1 if first else number - 2]
        command = setting.drive(
            "turns",
            setting.new("turns"),
            module=module.id,
            title=part.title,
            neighbour=neighbour.title,
            first="yes" if first else "no",
            note="yes" if part.note else "no",
            times="20" if setting.quick else "40",
        )
        taken = answer(command, setting.environment)["taken"]
        medians.append(statistics.median(taken))
        told[:] = [
            f"{part.title} ({module.id}): {words} words, {len(part.blocks)} blocks; "
            f"{len(taken)} turns a round, p50 {statistics.median(medians):.0f} ms"
        ]
        return percentile(taken, 95)

    return [
        Case(
            "P9",
            "Turning to the longest part, p95",
            "felt as a wait",
            lambda: FELT_MS,
            turns,
            1.0,
            1.5,
            weight=3,
            notes=lambda: told,
        )
    ]


def percentile(figures: list[float], share: int) -> float:
    """The figure that `share` per cent do not exceed."""
    return statistics.quantiles(figures, n=100, method="inclusive")[share - 1]
