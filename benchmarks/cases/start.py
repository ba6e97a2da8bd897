"""From starting the process to what a person sees first."""

from benchmarks.cases.setting import Setting
from benchmarks.child import ROOT, python, time_to
from benchmarks.runner import Case

BARE_WINDOW = str(ROOT / "benchmarks" / "floors" / "bare_window.py")


def cases(setting: Setting) -> list[Case]:
    """First paint, Home with its true data, and *Carry on* pressed at once."""

    def bare(mark: str) -> float:
        return time_to(mark, python(BARE_WINDOW), setting.environment)

    def first_paint() -> float:
        command = python("-m", "tiapp", "--data", str(setting.shipped.data))
        return time_to("first_paint", command, setting.environment)

    def home() -> float:
        command = setting.drive("home", setting.shipped, button="carry_on")
        return time_to("home_painted", command, setting.environment)

    def home_large() -> float:
        command = setting.drive("home", setting.large, button="start_module")
        return time_to("home_painted", command, setting.environment)

    def home_large_in_the_middle() -> float:
        command = setting.drive("home", setting.large_in_the_middle, button="carry_on")
        return time_to("home_painted", command, setting.environment)

    def carry_on() -> float:
        part = setting.shipped.part_title
        command = setting.drive("carry_on", setting.shipped, part=part)
        return time_to("part_painted", command, setting.environment)

    return [
        Case(
            "P1",
            "Start to first paint",
            "bare window",
            lambda: bare("first_paint"),
            first_paint,
            1.25,
            1.6,
        ),
        Case(
            "P2",
            "Start to Home with its data",
            "bare window",
            lambda: bare("painted"),
            home,
            1.6,
            2.0,
        ),
        Case(
            "P2-100",
            "The same, 103 modules, a module suggested",
            "bare window",
            lambda: bare("painted"),
            home_large,
            1.6,
            2.0,
        ),
        Case(
            "P2-100-middle",
            "The same, 103 modules, one to carry on",
            "bare window",
            lambda: bare("painted"),
            home_large_in_the_middle,
            1.6,
            2.0,
        ),
        Case(
            "P2-carry-on",
            "Start, Carry on at once, right part painted",
            "bare window",
            lambda: bare("painted"),
            carry_on,
            4.0,
            5.0,
        ),
    ]
