"""Running text: an element's words as spans, by an allow-list."""

import re
import xml.etree.ElementTree as etree
from dataclasses import replace
from urllib.parse import urlsplit

from tiapp.learning.blocks import Span, Text
from tiapp.learning.context import Context, unescaped
from tiapp.learning.problems import shown

WORDS_TAG = "steady-words"
"""The tag of what was a link and is only words now. The Markdown parser never makes it."""

_SPACE = re.compile(r"[ \n]+")
_MAIL = re.compile(r"mailto:[^\s@:/?&]+@[^\s@:/?&]+")


def text_of(element: etree.Element, context: Context) -> Text:
    """The words of an element with their styles. What cannot be shown becomes a problem."""
    spans: list[Span] = []
    _collect(element, Span(""), spans, context)
    return tidy(spans)


def tidy(spans: list[Span]) -> Text:
    """Join neighbours of one style, make each run of spaces one, trim both ends."""
    joined: list[Span] = []
    for span in spans:
        text = _SPACE.sub(" ", span.text)
        last = joined[-1] if joined else None
        if text.startswith(" ") and (last is None or last.text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        if last is not None and replace(last, text="") == replace(span, text=""):
            joined[-1] = replace(last, text=last.text + text)
        else:
            joined.append(replace(span, text=text))
    while joined and not joined[-1].text.rstrip(" "):
        joined.pop()
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
    return tuple(joined)


def _collect(element: etree.Element, style: Span, spans: list[Span], context: Context) -> None:
    """Add an element's text, and that of what it holds, in `style`."""
    if element.text:
        text = unescaped(element.text) if element.tag == "code" else element.text
        spans.append(replace(style, text=text))
    for child in element:
        inner = _style(child, style, context)
        if inner is not None:
            _collect(child, inner, spans, context)
        if child.tail:
            spans.append(replace(style, text=child.tail))


def _style(child: etree.Element, style: Span, context: Context) -> Span | None:
    """The style inside a child, or None when it is not to be shown at all."""
    match child.tag:
        case "strong":
            return replace(style, strong=True)
        case "em":
            return replace(style, emphasis=True)
        case "code":
            return replace(style, code=True)
        case tag if tag == WORDS_TAG:
            return style
        case "a":
            return replace(style, link=_link(child, context))
        case "img":
            context.problems.add(
                context.line_of_address(child),
                f"The picture {shown(child.get('src', ''))} stands among words.",
                "Put it on a line of its own, with an empty line above and below.",
            )
        case _:
            context.problems.add(
                context.line_of(child),
                f"Steady cannot show {shown(str(child.tag))} here.",
                "Use plain words, **bold**, *emphasis* or a link.",
            )
    return None


def _link(element: etree.Element, context: Context) -> str:
    """Where a link goes, or nothing and a problem."""
    target = element.get("href", "")
    if target.startswith("#"):
        if target[1:] in context.part_ids:
            return target
        context.problems.add(
            context.line_of_address(element),
            f"There is no part {shown(target)} in this module.",
            "Use the id of one of its parts.",
        )
    elif not is_outside_link(target):
        context.problems.add(
            context.line_of_address(element),
            f"The link {shown(target) or 'without an address'} cannot be opened from here.",
            "Links begin with https://, mailto: or #, the last with the id of a part.",
        )
    else:
        return target
    return ""


def is_outside_link(target: str) -> bool:
    """True for an https: or mailto: address that means what it seems to."""
    if not target.isprintable() or " " in target or "\\" in target or len(target) > 2000:
        return False
    if target.startswith("mailto:"):
        return _MAIL.fullmatch(target) is not None
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return (
        target.startswith("https://") and "." in (parts.hostname or "") and "@" not in parts.netloc
    )
