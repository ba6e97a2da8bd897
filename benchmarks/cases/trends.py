"""The picture of five years of daily check-ins: drawn the first time, and again."""

from benchmarks.cases.setting import Setting
from benchmarks.child import answer, python
from benchmarks.runner import Case

FELT_MS = 50.0
"""A piece of work that takes longer is felt as a wait."""

SMOOTH_MS = 16.0
"""One frame."""

LINES, ALL_LINES = 3, 5


def cases(setting: Setting) -> list[Case]:
    """Each run is a process of its own, so that a first drawing is a first one."""
    told: dict[str, float] = {}

    def run(module: str, lines: int, wanted: str) -> float:
        found = answer(python("-m", module, str(lines)), setting.environment)
        told.update(found)
        return float(found[wanted])

    def notes() -> list[str]:
        return [
            f"read from the vault in {told['read']:.0f} ms and averaged to {told['points']:.0f} "
            f"points in {told['average']:.0f} ms, both in the worker; drawn in "
            f"{told['drawn']:.0f} ms"
        ]

    return [
        Case(
            "P17-first",
            f"1,825 check-ins x {LINES} lines averaged and drawn, with axis, names and markers",
            "bare QPainterPath of them",
            lambda: run("benchmarks.floors.bare_path", LINES, "first"),
            lambda: run("benchmarks.picture", LINES, "first"),
            1.5,
            2.0,
        ),
        Case(
            "P17-again",
            "The same drawn again",
            "one frame",
            lambda: SMOOTH_MS,
            lambda: run("benchmarks.picture", LINES, "again"),
            1.0,
            1.5,
        ),
        Case(
            "P17-all",
            f"Five years of daily check-ins, all {ALL_LINES} questions, averaged and drawn",
            "felt as a wait",
            lambda: FELT_MS,
            lambda: run("benchmarks.picture", ALL_LINES, "first"),
            1.0,
            1.5,
            notes=notes,
        ),
    ]
