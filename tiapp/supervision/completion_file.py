"""The signed completion file: written from a summary, and read with suspicion.

    {"format":"tiapp-completion","version":1,"payload":{...},
     "signature":{"alg":"Ed25519","key":"...","value":"..."}}

Signed is `tiapp-completion-v1`, a line feed, and the payload in its canonical form (RFC 8785). All
keys here are ASCII and stand in order in the structures below, and there are no floats, so msgspec
writes just that form. docs/completion-file.schema.json describes the file for other programs, and
docs/decisions/011-completion-file.md says why it is so.
"""

import re
from binascii import Error as NotBase64
from binascii import a2b_base64, b2a_base64
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

import msgspec

from tiapp.supervision.refusals import Outcome, Refused, refused, why_unreadable
from tiapp.supervision.signing import Signer, installation_name, is_sound, verifies
from tiapp.supervision.summary import FINISHED_MEANS, Summary
from tiapp.supervision.writers.cells import plain

SIGNED_AS = b"tiapp-completion-v1\n"
"""Stands before the payload when it is signed, so that no other file's signature fits."""

_LONGEST = 300
Text = Annotated[str, msgspec.Meta(max_length=_LONGEST)]
Line = Annotated[str, msgspec.Meta(max_length=1000)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Count = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
Uuid = Annotated[str, msgspec.Meta(min_length=36, max_length=36)]


class Finished(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A module finished, as the record kept it."""

    finished: date
    level: Word
    module_id: Word
    record_id: Uuid
    title: Text
    version: Count


class Learner(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Whose it is. `id` is the person's on that installation; the rest they typed, or left out."""

    id: Annotated[str, msgspec.Meta(min_length=32, max_length=32)]
    name: Text
    site: Text
    staff_number: Text
    team: Text


class Payload(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is signed. `counter` numbers the files that an installation saved."""

    completions: tuple[Finished, ...]
    counter: Count
    finished_means: Line
    installation: Word
    person: Learner
    purpose: Line
    written: date


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    alg: Literal["Ed25519"]
    key: Annotated[str, msgspec.Meta(min_length=44, max_length=44)]
    value: Annotated[str, msgspec.Meta(min_length=88, max_length=88)]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["tiapp-completion"]
    version: Literal[1]
    payload: Payload
    signature: _Signature


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_File, strict=True)

_RECORD_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_PERSON_ID = re.compile(r"[0-9a-f]{32}")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters and marks that turn the direction of what follows."""


@dataclass(frozen=True, slots=True)
class Intact:
    """Not changed since the installation with that key wrote it. That is all it proves."""

    payload: Payload
    key: bytes

    @property
    def installation(self) -> str:
        """The name of that installation, which stands in the payload too."""
        return self.payload.installation


Checked = Intact | Refused


def write_completion_file(summary: Summary, signer: Signer) -> bytes:
    """The whole file, which any Steady accepts. The same summary and key give the same bytes."""
    payload = Payload(
        completions=tuple(
            Finished(
                finished=done.finished_on,
                level=done.level,
                module_id=done.module_id,
                record_id=done.record_id,
                title=plain(done.title)[:_LONGEST],
                version=done.version,
            )
            for done in summary.completions
        ),
        counter=summary.number,
        finished_means=FINISHED_MEANS,
        installation=installation_name(signer.public),
        person=Learner(
            id=summary.person_id,
            name=plain(summary.details.name)[:_LONGEST],
            site=plain(summary.details.site)[:_LONGEST],
            staff_number=plain(summary.details.staff_number)[:_LONGEST],
            team=plain(summary.details.team)[:_LONGEST],
        ),
        purpose=plain(summary.purpose)[:_LONGEST],
        written=summary.written,
    )
    canonical = _encoder.encode(payload)
    return _layout(canonical, signer.public, signer.sign(SIGNED_AS + canonical))


def check_completion_file(data: bytes) -> Checked:
    """What stands in the file, if nothing was changed; else what is the matter with it.

    Never raises, whatever the bytes. Quick for a file as we lay it out; one that another program
    laid out anew, with the same content, is accepted too. Deciding whether the key is a known one
    is the caller's.
    """
    try:
        file = _decoder.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return _laid_out_anew(data)
    canonical = _encoder.encode(file.payload)
    key, value = _from_base64(file.signature.key), _from_base64(file.signature.value)
    if key is None or value is None:
        return refused(Outcome.DAMAGED, "signature-form")
    if data != _layout(canonical, key, value):
        # a key that stands twice, and numbers written in another way, are seen only by who looks
        unreadable = why_unreadable(data)
        if unreadable is not None:
            return unreadable
    return _judged(file.payload, canonical, key, value)


def _laid_out_anew(data: bytes) -> Checked:
    """The same content with a byte order mark; anything else is refused, with the reason."""
    if data.startswith(b"\xef\xbb\xbf{"):
        return check_completion_file(data[3:])
    return why_unreadable(data) or refused(Outcome.DAMAGED, "content")


def _judged(payload: Payload, canonical: bytes, key: bytes, value: bytes) -> Checked:
    if not is_sound(key):
        return refused(Outcome.ALTERED, "weak-key")
    if not verifies(key, SIGNED_AS + canonical, value):
        return refused(Outcome.ALTERED, "signature")
    # signed, but not by Steady as it is: what breaks its rules is not let in
    if payload.installation != installation_name(key):
        return refused(Outcome.ALTERED, "installation")
    records = {done.record_id for done in payload.completions}
    if (
        len(records) != len(payload.completions)
        or not all(map(_RECORD_ID.fullmatch, records))
        or not _PERSON_ID.fullmatch(payload.person.id)
        or _has_unseen(canonical)
    ):
        return refused(Outcome.DAMAGED, "content")
    return Intact(payload, key)


def _has_unseen(canonical: bytes) -> bool:
    """Whether any text in it holds a control or direction character. Quick for plain ASCII."""
    if b"\\" in canonical:
        # of the backslashes that are left, those not before a quote write a control character
        left = canonical.replace(b"\\\\", b"").replace(b'\\"', b"")
        if b"\\" in left:
            return True
    if canonical.isascii():
        return b"\x7f" in canonical
    return _UNSEEN.search(canonical.decode()) is not None


def _layout(canonical: bytes, key: bytes, value: bytes) -> bytes:
    return b"".join(
        (
            b'{"format":"tiapp-completion","version":1,"payload":',
            canonical,
            b',"signature":{"alg":"Ed25519","key":"',
            b2a_base64(key, newline=False),
            b'","value":"',
            b2a_base64(value, newline=False),
            b'"}}\n',
        )
    )


def _from_base64(text: str) -> bytes | None:
    """None unless it is base64 in its one proper way of writing."""
    try:
        given = text.encode("ascii")
        found = a2b_base64(given, strict_mode=True)
    except (NotBase64, UnicodeEncodeError):
        return None
    return found if b2a_base64(found, newline=False) == given else None
