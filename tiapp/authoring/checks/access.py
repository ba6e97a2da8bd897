"""Whether everybody can use a module: descriptions, headings, links, tables, contrast."""

import re
from collections.abc import Iterator

from tiapp.authoring.contrast import is_faint
from tiapp.authoring.findings import Found, Group, RuleBook, Severity
from tiapp.authoring.subject import ModuleText, Subject, walk
from tiapp.learning.blocks import Heading, Picture, Table, plain

LONGEST_DESCRIPTION = 250

_NO_DESCRIPTION = re.compile(
    r"(?:an? )?(?:image|picture|photo|photograph|graphic|diagram|logo|icon|screenshot)s?\W*\d*"
    r"|.*\.(?:png|jpe?g|webp)|img[\W_]*\d*|untitled.*",
    re.IGNORECASE,
)
_NO_LINK_WORDS = re.compile(
    r"(?:please )?(?:click|tap|press|see|read|find out|learn)?\s*"
    r"(?:here|this|this link|this page|link|more|read more|this site|details|page)\W*",
    re.IGNORECASE,
)

book = RuleBook(Group.ACCESS)


def _pictures(text: ModuleText) -> Iterator[Picture]:
    for part in text.module.parts:
        for block in walk(part.blocks):
            if isinstance(block, Picture):
                yield block


@book.module("picture-undescribed", Severity.NOTE)
def picture_undescribed(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A picture without a description is shown as decoration.

    People who cannot see it are not told that it is there. That is right for decoration; anything
    else needs a description between the square brackets.
    """
    for picture in _pictures(text):
        if not picture.alt.strip():
            yield Found(
                picture.line,
                picture.name,
                f"{picture.name} has no description, so it counts as decoration.",
                "If it shows something that matters, describe it: ![A desk with a chair "
                "beside it](...)",
            )


@book.module("poor-description", Severity.WARNING)
def poor_description(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A picture's description that describes nothing, or goes on too long.

    "Picture" or a file's name helps nobody. Say in one or two sentences what the picture shows
    and why it is there; what needs more than 250 letters belongs in the text.
    """
    for picture in _pictures(text):
        description = picture.alt.strip()
        if _NO_DESCRIPTION.fullmatch(description):
            what = f"“{description}” does not describe {picture.name}."
        elif len(description) > LONGEST_DESCRIPTION:
            what = f"The description of {picture.name} has {len(description)} letters."
        else:
            continue
        yield Found(
            picture.line,
            description[:60],
            what,
            "Say in a sentence or two what it shows; put the rest into the text.",
        )


@book.module("faint-picture", Severity.NOTE)
def faint_picture(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A picture whose lightest and darkest areas are nearly the same.

    Many people cannot make it out. The check compares its light and dark places and asks for 3 to
    1, as WCAG 2.2 does for graphics (1.4.11). It cannot tell what matters in a picture, so please
    look for yourself.
    """
    for picture in _pictures(text):
        path = text.file.parent / "images" / picture.name
        if is_faint(path):
            yield Found(
                picture.line,
                picture.name,
                f"{picture.name} has little contrast.",
                "Check whether people with low vision can make it out; darken its lines if not.",
            )


@book.module("heading-skipped", Severity.WARNING)
def heading_skipped(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A smaller heading without a larger one above it.

    Screen readers jump from heading to heading by level. A part's own heading is level two, so
    `###` comes next, and `####` only below one of those.
    """
    for part in text.module.parts:
        level = 2
        for block in walk(part.blocks):
            if isinstance(block, Heading):
                if block.level > level + 1:
                    yield Found(
                        block.line,
                        plain(block.text),
                        "This heading skips a level.",
                        f"Begin it with {'#' * (level + 1)}.",
                    )
                level = block.level


@book.module("vague-link", Severity.WARNING)
def vague_link(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A link whose words do not say where it leads.

    Screen readers list links by their words alone, and "here" ten times is not much of a list.
    Use words that name the page: "the housing page of Citizens Advice Scotland".
    """
    for passage in text.passages:
        for span in passage.spans:
            words = span.text.strip()
            if span.link and _NO_LINK_WORDS.fullmatch(words):
                yield Found(
                    text.line_of(f"[{words}]", passage.line),
                    words,
                    f"The link “{words}” does not say where it leads.",
                    "Use words that name the page.",
                )


@book.module("table-header-empty", Severity.WARNING)
def table_header_empty(text: ModuleText, subject: Subject) -> Iterator[Found]:
    """A column without a heading.

    Screen readers say the heading of a column before what is in a cell. Write one in every
    cell of the table's first row.
    """
    for part in text.module.parts:
        for block in walk(part.blocks):
            if isinstance(block, Table) and any(not plain(cell).strip() for cell in block.header):
                yield Found(
                    block.line,
                    " | ".join(plain(cell) for cell in block.header),
                    "A column of this table has no heading.",
                    "Write one in every cell of the first row.",
                )
