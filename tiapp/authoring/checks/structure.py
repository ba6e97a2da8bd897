"""Whether a pack holds together: it reads, its minutes are true, nothing lies about."""

from collections.abc import Iterator

from tiapp.authoring.belonging import stray_files
from tiapp.authoring.findings import Found, Group, RuleBook, Severity
from tiapp.authoring.subject import ModuleText, Subject
from tiapp.learning.blocks import Check, Plan, Reflect, Scenario

LONGEST_PART = 8
LONG_MODULE = 20
LONGEST_SHORT_ROUTE = 10
MINUTES_OFF = 0.15
FEW_MINUTES = 1

book = RuleBook(Group.STRUCTURE)


@book.pack("does-not-read", Severity.ERROR)
def does_not_read(subject: Subject) -> Iterator[Found]:
    """A file that Steady cannot read.

    Learners do not see a module with such a mistake, though all the others open. It may be a slip
    in the top of the file, a block without an end, an id used twice, a link to a part that is
    not there, a check without an answer that fits or without feedback, outcomes that are
    missing, a scene that nobody gets to or that never comes to an end. The message says what,
    where, and how to put it right; the table "What the messages mean" in content/AUTHORING.md says
    more.
    """
    for problem in (*subject.opened.problems, *subject.choices.problems):
        yield Found(problem.line, "", problem.what, problem.mend, problem.file)


@book.module("minutes-far-off", Severity.WARNING)
def minutes_far_off(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """The minutes at the top of a module do not fit its length.

    People plan their day by them. The parts are counted at 150 words a minute, one minute for each
    question, reflection and plan and three for a scenario; more than 15 in 100 away
    from that, and more than one minute, is reported. Change `minutes`, or the text.
    """
    entry = text.module.entry
    counted = sum(part.minutes for part in text.module.parts)
    if abs(counted - entry.minutes) > max(MINUTES_OFF * entry.minutes, FEW_MINUTES):
        yield Found(
            text.line_of_key("minutes"),
            str(entry.minutes),
            f"The module says {entry.minutes} minutes, but its parts add up to {counted}.",
            f"Write minutes = {counted}, or make the text shorter or longer.",
        )


@book.module("part-too-long", Severity.WARNING)
def part_too_long(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A part of more than eight minutes.

    People read between two phone calls, and a part is what they can finish in one go. Divide it in
    two, each with an end of its own.
    """
    for part in text.module.parts:
        if part.minutes > LONGEST_PART:
            yield Found(
                part.line,
                part.title,
                f"This part takes {part.minutes} minutes; {LONGEST_PART} is the most.",
                "Divide it into two parts, or shorten it.",
            )


@book.module("nothing-but-questions", Severity.WARNING)
def nothing_but_questions(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A part that is made of questions alone.

    Everything that asks something may be skipped, and anyone who skips it here is left with an
    empty page. Put a few sentences around it that stand on their own.
    """
    for part in text.module.parts:
        if all(isinstance(block, Check | Scenario | Reflect | Plan) for block in part.blocks):
            yield Found(
                part.line,
                part.title,
                "This part has nothing but questions.",
                "Write a few sentences that stand on their own.",
            )


@book.module("short-route", Severity.WARNING)
def short_route(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A long module without a short route, or a short route that is not short.

    A module of more than 20 minutes needs a way through of at most ten, for people with little
    time: `short_route` names its parts.
    """
    module = text.module
    minutes = {part.id: part.minutes for part in module.parts}
    taken = sum(minutes[part_id] for part_id in module.short_route)
    line = text.line_of_key("short_route", 2) if module.short_route else text.line_of_key("minutes")
    if module.entry.minutes > LONG_MODULE and not module.short_route:
        yield Found(
            line,
            str(module.entry.minutes),
            f"This module takes {module.entry.minutes} minutes and has no short route.",
            "Name a few parts, ten minutes at most in all: short_route = [...]",
        )
    elif taken > LONGEST_SHORT_ROUTE:
        yield Found(
            line,
            ", ".join(module.short_route),
            f"The short route takes {taken} minutes; {LONGEST_SHORT_ROUTE} is the most.",
            "Take a part out of it.",
        )


@book.module("no-sources", Severity.WARNING)
def no_sources(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A module that does not say where its facts come from.

    Learners can ask "says who?" and find the answer in the module. Add a `[[sources]]` group
    for each source, with what it was used for.
    """
    if not text.module.sources:
        yield Found(
            1,
            "",
            "This module names no source.",
            "Add a [[sources]] group for each, with its title, publisher, year and used_for.",
        )
    for number, source in enumerate(text.module.sources, 1):
        if not source.used_for:
            yield Found(
                text.line_of_source(source.title),
                source.title,
                f"Source {number} does not say what it was used for.",
                'Add a line: used_for = "..."',
            )


@book.module("change-not-told", Severity.WARNING)
def change_not_told(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A version with no `[[changes]]` group to describe it.

    People who have read an earlier version are shown what is new. Add a group for the version, in
    words for learners.
    """
    version = text.module.entry.version
    if all(change.version != version for change in text.module.changes):
        yield Found(
            text.line_of_key("version"),
            str(version),
            f"Nothing says what changed in version {version}.",
            f'Add at the end of the top: [[changes]], version = {version}, what = "..."',
        )


@book.pack("stray-file", Severity.WARNING)
def stray_file(subject: Subject) -> Iterator[Found]:
    """A file that does not belong in a pack.

    It is left out when the pack is made. A pack holds pack.toml, glossary.toml, support.toml,
    and in each module's folder module.md, huddle.md and a folder images with PNG, JPEG or WebP
    pictures. Folders that begin with "_" or "." are left alone, so drafts may stay in them.
    """
    if subject.opened.whole:
        for path in stray_files(subject.opened.root):
            yield Found(
                0,
                path.name,
                "This file does not belong in a pack and is left out when the pack is made.",
                "Remove it, or move it to a folder whose name begins with _.",
                path,
            )
