"""Previews and saves one person's completion summary. What was previewed is what is written."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.record.model import Completion, Details
from tiapp.record.sharing import Sharing
from tiapp.storage.exports import written_beside
from tiapp.storage.file_names import safe_file_name
from tiapp.storage.people import Person
from tiapp.supervision.certificate import Certifiable, certifiable, make_certificate
from tiapp.supervision.forms import Form, Means, about, write_form
from tiapp.supervision.own_file import OwnFile, read_own_file
from tiapp.supervision.profiles import Profile
from tiapp.supervision.summary import ALWAYS, PURPOSE, Period, Summary, chosen

Pathways = Callable[[], list[tuple[str, str, tuple[str, ...]]]]
"""Id, title and module ids of each."""


class Export:
    """One person's way to hand on what they finished. Holds nothing of anybody else's.

    Every method may raise AppError as the record's do, and what was saved before stays.
    """

    def __init__(
        self,
        person: Callable[[], Person],
        completions: Callable[[], tuple[Completion, ...]],
        sharing: Sharing,
        clock: Clock,
        resources: Path,
        *,
        purpose: Callable[[], str] = str,
        pathways: Pathways = list,
    ) -> None:
        """`purpose` gives the organisation's own line, empty for the usual one."""
        self._person = person
        self._completions = completions
        self._sharing = sharing
        self._clock = clock
        self._resources = resources
        self._purpose = purpose
        self._pathways = pathways

    def details(self) -> Details:
        """How the person stands in it: by the name they are shown under, unless they said more."""
        kept = self._sharing.details()
        return kept if kept.name else replace(kept, name=self._person().name)

    def keep_details(self, details: Details) -> Details:
        """Keep how the person wants to stand in it, and return how they now do."""
        self._sharing.keep_details(details)
        return self.details()

    def completions(self) -> tuple[Completion, ...]:
        """All there is to choose from, oldest first."""
        return chosen(self._completions(), ALWAYS)

    def preview(self, period: Period = ALWAYS, modules: frozenset[str] | None = None) -> Summary:
        """What will be written, before anything is."""
        return Summary(
            person_id=self._person().id,
            details=self.details(),
            completions=chosen(self._completions(), period, modules),
            written=self._clock.today(),
            number=self._sharing.next_number(),
            purpose=self._purpose() or PURPOSE,
        )

    def save(self, summary: Summary, form: Form, target: Path, *, force: bool = False) -> None:
        """Write just that summary; whole, and on the disk, when this returns.

        A signed file is given the next number, which is the one previewed unless another file was
        signed meanwhile. AppError when there is such a file already (unless `force`), or it can't
        be written; then nothing was.
        """
        with written_beside(target, force=force) as out:
            signer = None
            if form is Form.SIGNED:
                from tiapp.supervision.signing import Signer

                seed, number = self._sharing.take_number()
                signer, summary = Signer(seed), replace(summary, number=number)
            write_form(out, summary, form, Means(self._resources, signer))

    def save_for_system(
        self, summary: Summary, profile: Profile, target: Path, *, force: bool = False
    ) -> None:
        """Write the summary as another system wants it. AppError as for `save`."""
        from tiapp.supervision.writers.profile_file import write_profile

        with written_beside(target, force=force) as out:
            write_profile(out, profile, summary.rows(), about(summary))

    def installation(self) -> str:
        """The name by which a signed file's reader tells this installation from others.

        Empty before the first signed file: only then is there a key.
        """
        from tiapp.supervision.signing import Signer, installation_name

        seed = self._sharing.seed()
        return installation_name(Signer(seed).public) if seed else ""

    def suggested_name(self, summary: Summary, form: Form, folder: Path | None = None) -> str:
        """A name for the file that is not taken in that folder."""
        who = summary.details
        stem = safe_file_name(
            f"Completion summary {who.name[:24]} {who.staff_number[:12]} {summary.written}",
            "Completion summary",
        )
        return _free(folder, stem, form.ending)

    def team_folder(self) -> Path | None:
        """Where they saved for their team the last time, if it is still there."""
        kept = self._sharing.folder()
        try:
            return Path(kept) if kept and Path(kept).is_dir() else None
        except OSError:
            return None

    def save_for_team(self, summary: Summary, folder: Path) -> Path:
        """Write a signed file of that summary there, remember the folder, and return the file."""
        target = folder / self.suggested_name(summary, Form.SIGNED, folder)
        self.save(summary, Form.SIGNED, target)
        self._sharing.keep_folder(str(folder))
        return target

    def certifiable(self) -> tuple[Certifiable, ...]:
        """What a certificate can be made for."""
        return certifiable(self._completions(), self._pathways())

    def save_certificate(self, what: Certifiable, target: Path, *, force: bool = False) -> None:
        """Write a certificate."""
        made = self.certificate(what)
        with written_beside(target, force=force) as out:
            out.write(made)

    def certificate(self, what: Certifiable) -> bytes:
        """A certificate as it would be written."""
        return make_certificate(self._resources, self.details().name, what, self._clock.today())

    def certificate_name(self, what: Certifiable, folder: Path | None = None) -> str:
        """A name for it that is not taken in that folder."""
        return _free(folder, safe_file_name(f"Certificate {what.title}", "Certificate"), ".pdf")

    def look_at_own(self, file: Path) -> OwnFile:
        """What stands in a file from another computer. AppError when it is not intact."""
        known = frozenset(done.record_id for done in self._completions())
        return read_own_file(file, self._person().id, self.details(), known)

    def add_own(self, own: OwnFile) -> int:
        """Take its completions in, and return how many were new. The person has decided."""
        return self._sharing.add_from_elsewhere(own.completions)

    def as_bytes(self, summary: Summary, form: Form) -> bytes:
        """The file as `save` would write it, without writing or numbering anything."""
        from tiapp.supervision.signing import Signer

        out = io.BytesIO()
        seed = self._sharing.seed() if form is Form.SIGNED else None
        if form is Form.SIGNED and seed is None:
            raise AppError(
                "There is no signing key yet.",
                "It is made when the first signed file is saved.",
                code="no-key",
            )
        write_form(out, summary, form, Means(self._resources, Signer(seed) if seed else None))
        return out.getvalue()


def period_of(since: date | None, until: date | None) -> Period:
    """From one day to another. AppError when they are the wrong way round."""
    if since is not None and until is not None and since > until:
        raise AppError(
            "The period ends before it starts.",
            "Nothing was changed. Choose an end date that is not before the start date.",
            code="period",
        )
    return Period(since, until)


def _free(folder: Path | None, stem: str, ending: str) -> str:
    name, number = f"{stem}{ending}", 1
    while folder is not None and (folder / name).exists():
        number += 1
        name = f"{stem} {number}{ending}"
    return name
