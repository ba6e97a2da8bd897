"""Whether a module is safe to meet: notes before hard things, a gentle end, kind words."""

import re
from collections import Counter
from collections.abc import Iterator

from tiapp.authoring.findings import Found, Group, RuleBook, Severity
from tiapp.authoring.passages import Passage
from tiapp.authoring.subject import ModuleText, PartText, Subject, walk
from tiapp.authoring.word_lists import kinder, themes, unkind_words
from tiapp.learning.blocks import Callout, CalloutKind, Scenario, plain

_MADE_UP = re.compile(r"made[ -]up|invented|fiction|imagin|not a real|no real", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:a |this |these )?(?:true stor(?:y|ies)|real stor(?:y|ies)|real-life stor(?:y|ies)"
    r"|based on (?:a )?(?:true|real)|really happened"
    r"|(?:told|written) in (?:her|his|their) own words"
    r"|(?:names?|details) (?:have|has) been changed"
    r"|a real (?:person|case|client|patient|tenant))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)[‘'][^'’]{1,80}[’'](?!\w)")
# These say something; a box around them says what it is that they say.
_SAID_BY_OTHERS = ("slip", "choice")

book = RuleBook(Group.CARE)


@book.module("theme-without-note", Severity.ERROR)
def theme_without_note(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A part touches a hard theme and has no content note.

    Some people would rather know beforehand, and some would rather read a summary. Begin the
    part with a content note that names the theme and describes nothing, and with a summary.
    Heavy themes, such as suicide or sexual violence, need a note at their first mention;
    others, such as violence or loss, when a part keeps coming back to them. The list is in
    tiapp/authoring/data/hard_themes.toml.
    """
    for part in text.parts:
        if part.part.note is None and (found := _themes_in(part)):
            name, words, passage = found
            yield Found(
                text.line_of(words, passage.line),
                words,
                f"This part touches {name} and has no content note.",
                "Begin it with a content note and a summary, or leave this subject out here.",
            )


def _themes_in(part: PartText) -> tuple[str, str, Passage] | None:
    """The first theme that needs a note: its name, the words, and where they stand."""
    counts: Counter[str] = Counter()
    for words, passage in part.hard:
        for theme in themes():
            if theme.pattern.fullmatch(words):
                counts[theme.name] += 1
                if counts[theme.name] >= theme.mentions:
                    return theme.name, words, passage
    return None


@book.module("note-without-title", Severity.WARNING)
def note_without_title(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A content note without a title.

    A screen reader reads the title first, and it is what tells people that there is a choice.
    Write one, such as "Before you read on". (Steady does not accept a note without a summary.)
    """
    for part in text.module.parts:
        if part.note and not part.note.title:
            yield Found(
                part.note.line,
                "",
                "This content note has no title.",
                "Write it like this: //// content-note | Before you read on",
            )


@book.module("ends-on-hardest", Severity.WARNING)
def ends_on_hardest(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A module ends on the part with the most hard words.

    People who close the window there carry it into their next call. Let something steadier come
    after it: what helps, what can be done, a plan.
    """
    if len(text.parts) < 2:
        return
    weights = [_weight(part) for part in text.parts]
    last = text.parts[-1].part
    if weights[-1] > 0 and weights[-1] > max(weights[:-1]) and last.note:
        yield Found(
            last.line,
            last.title,
            "The module ends on its hardest part.",
            "Move it earlier, or follow it with a steadier part.",
        )


def _weight(part: PartText) -> float:
    """How often hard themes are named, for the length of the part."""
    words = sum(len(sentence.words) for sentence in part.sentences)
    return len(part.hard) / max(words, 50)


@book.module("no-settling-close", Severity.ERROR)
def no_settling_close(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """The last part has no gentle close.

    Put a callout of the kind `settle` into the last part: something ordinary to look at or to
    do, and where support is. The closing page shows it.
    """
    last = text.module.parts[-1]
    kinds = [block.kind for block in walk(last.blocks) if isinstance(block, Callout)]
    if CalloutKind.SETTLE not in kinds:
        yield Found(
            last.line,
            last.title,
            "The module has no gentle close in its last part.",
            "Add a callout with kind: settle there.",
        )


@book.module("unkind-word", Severity.WARNING)
def unkind_word(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A word that labels or blames, where a kinder one says the same.

    Say what a person does or has lived through, not what they are. Words in quotation marks,
    answers that do not fit and choices in a scenario are left alone: people may need to meet a
    word in order to choose another. The list, with kinder words, is in
    tiapp/authoring/data/kinder_words.toml.
    """
    near = unkind_words().among(text.whole)
    for passage in text.passages if near else ():
        if passage.shown_as in _SAID_BY_OTHERS:
            continue
        for match in unkind_words().find(_without_quoted(passage), near):
            words = match.group()
            yield Found(
                text.line_of(words, passage.line),
                words,
                f"“{words}” can hurt or blame.",
                f"Kinder: {kinder(words)}.",
            )


@book.also_pack("unkind-word")
def unkind_word_elsewhere(subject: Subject) -> Iterator[Found]:
    """The same in sheets, prompts, exercises and forms."""
    near = unkind_words().among("\n".join(other.text for other in subject.others))
    for other in subject.others:
        for match in unkind_words().find(_QUOTED.sub(_blank, other.text), near):
            words = match.group()
            yield Found(
                other.line,
                words,
                f"“{words}” can hurt or blame.",
                f"Kinder: {kinder(words)}.",
                other.file,
            )


def _without_quoted(passage: Passage) -> str:
    """The text without what somebody says or has written: in quotation marks or in italics."""
    spans = passage.spans
    text = "".join(" " * len(s.text) if s.emphasis else s.text for s in spans) or passage.text
    return _QUOTED.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@book.module("testimony-as-real", Severity.WARNING)
def testimony_as_real(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """Words that say that a story really happened.

    Stories in modules are made up, and saying otherwise would be untrue and might point at
    someone. If it is a person's own account, given for this and agreed in writing, turn this rule
    off here with that as the reason.
    """
    if not _CLAIMED.search(text.whole):
        return
    for passage in text.passages:
        if passage.shown_as not in _SAID_BY_OTHERS:
            for match in _CLAIMED.finditer(_without_quoted(passage)):
                yield Found(
                    text.line_of(match.group(), passage.line),
                    match.group(),
                    "This says that a story is real.",
                    "Say that it is made up, or leave the words out.",
                )


@book.module("scenario-not-said-made-up", Severity.WARNING)
def scenario_not_said_made_up(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A scenario that does not say that its people are made up.

    People may wonder whether it is about them or about someone they know. Say so in the
    sentence that sets the scene.
    """
    for part in text.module.parts:
        for block in part.blocks:
            if isinstance(block, Scenario) and not _MADE_UP.search(_intro(block)):
                yield Found(
                    block.line,
                    block.title or block.id,
                    "This scenario does not say that its people are made up.",
                    "Say so before the first scene: The people in it are made up.",
                )


def _intro(scenario: Scenario) -> str:
    texts = [plain(block.text) for block in walk(scenario.intro) if hasattr(block, "text")]
    return " ".join([scenario.title, *texts])
