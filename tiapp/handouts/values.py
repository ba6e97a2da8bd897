"""A module, a sheet or a template as the values that its printed page is made from."""

from tiapp.handouts.plain_values import Plain, blocks, text
from tiapp.learning.blocks import Block, Check, Text, plain
from tiapp.learning.model import Module, Part
from tiapp.learning.practice.model import AnswerKind, Beside, Question, Section, Sheet, Template

FROM_STEADY = (
    "From Steady, a companion for trauma-informed practice. Not yet reviewed by specialists."
)
HUDDLE_FOOT = (
    "A team-huddle sheet from Steady. Anyone may pass. In danger: 999. Samaritans: 116 123."
)
FIT_WORDS = ("Yes", "Partly", "Not yet", "Not relevant")
_BESIDE = {
    Beside.NOTE: "Note",
    Beside.WHO: "Who",
    Beside.DATE: "By when",
    Beside.COST: "Cost",
}


def of_module(module: Module, *, short: bool = False) -> Plain:
    """A module to read on paper, or its short route."""
    parts = [part for part in module.parts if not short or part.id in module.short_route]
    checks = [block for part in parts for block in part.blocks if isinstance(block, Check)]
    return {
        "title": module.entry.title,
        "short": short,
        "minutes": sum(part.minutes for part in parts),
        "audience": module.entry.audience,
        "outcomes": list(module.entry.outcomes),
        "reviewed": module.review.done,
        "parts": [_part(part, checks) for part in parts],
        "answers": [_answer(number, check) for number, check in enumerate(checks, 1)],
        "sources": [
            {"title": s.title, "publisher": s.publisher, "year": str(s.year or "")}
            for s in module.sources
        ],
    }


def _part(part: Part, checks: list[Check]) -> Plain:
    numbers = {check.id: number for number, check in enumerate(checks, 1)}
    made = []
    for block in part.blocks:
        values = blocks((block,))
        if isinstance(block, Check):
            values[0]["number"] = numbers[block.id]
        made += values
    note = part.note
    return {
        "title": part.title,
        "minutes": part.minutes,
        "note": blocks(note.blocks) if note else [],
        "blocks": made,
    }


def _answer(number: int, check: Check) -> Plain:
    return {
        "number": number,
        "question": _first_words(check.question),
        "options": [
            {"text": text(o.text), "fits": o.fits, "feedback": blocks(o.feedback)}
            for o in check.options
        ],
    }


def _first_words(question: tuple[Block, ...]) -> str:
    """The last sentence of a question: enough to know which it was."""
    texts: list[Text] = [block.text for block in question if hasattr(block, "text")]
    words = plain(texts[-1]).strip() if texts else ""
    return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0] + " ..."


def of_sheet(sheet: Sheet, foot: str = FROM_STEADY) -> Plain:
    """A page to pass on."""
    return {
        "title": sheet.title,
        "foot": foot,
        "opening": blocks(sheet.opening),
        "sections": [
            {"title": section.title, "blocks": blocks(section.blocks)} for section in sheet.sections
        ],
    }


def of_template(template: Template) -> Plain:
    """A blank form."""
    return {
        "title": template.title,
        "for_whom": template.for_whom,
        "about": template.about,
        "note": template.note,
        "minutes": template.minutes,
        "version": template.version,
        "wide": any(len(section.beside) > 2 or section.rows for section in template.sections),
        "sections": [_section(section) for section in template.sections],
    }


def _section(section: Section) -> Plain:
    fits = [question for question in section.questions if question.answer is AnswerKind.FIT]
    others = [question for question in section.questions if question.answer is not AnswerKind.FIT]
    as_rows = bool(section.rows)
    return {
        "title": section.title,
        "about": section.about,
        "rows": section.rows,
        "columns": [_question(question) for question in section.questions] if as_rows else [],
        "fit_words": list(FIT_WORDS),
        "fits": [] if as_rows else [_question(question) for question in fits],
        "beside": [_BESIDE[word] for word in section.beside],
        "questions": [] if as_rows else [_question(question) for question in others],
    }


def _question(question: Question) -> Plain:
    return {
        "ask": question.ask,
        "hint": question.hint,
        "answer": str(question.answer),
        "options": list(question.options),
    }
