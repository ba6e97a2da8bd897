"""The forms that one person's summary can take, and how each is written from it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tiapp.supervision.summary import COLUMNS, Summary
from tiapp.supervision.writers.about import About

if TYPE_CHECKING:
    from tiapp.supervision.signing import Signer

_PERSONAL = 4
"""The first columns say who it is, and are the same in every row: a page says them once."""


class Form(StrEnum):
    """As the command line names them."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    XAPI = "xapi"
    SIGNED = "signed"

    @property
    def ending(self) -> str:
        """Of the file's name."""
        return {Form.XAPI: ".jsonl", Form.SIGNED: ".json"}.get(self, f".{self.value}")


@dataclass(frozen=True, slots=True)
class Means:
    """What some forms need besides the summary: the program's resources, and the key."""

    resources: Path
    signer: "Signer | None" = None


def about(summary: Summary) -> About:
    """What a table of it says about itself."""
    who = summary.details
    facts = (
        ("Name", who.name),
        ("Staff number", who.staff_number),
        ("Team", who.team),
        ("Site", who.site),
    )
    return About(
        title="Completion summary",
        written=summary.written,
        purpose=summary.purpose,
        facts=tuple((label, words) for label, words in facts if words),
    )


def write_form(out: BinaryIO, summary: Summary, form: Form, means: Means) -> None:
    """Write the summary. The same summary, form and key give the same bytes.

    AppError when a PDF can't be laid out.
    """
    # late: each brings a library of its own
    match form:
        case Form.CSV:
            from tiapp.supervision.writers.csv_file import write_csv

            write_csv(out, COLUMNS, summary.rows(), about(summary))
        case Form.XLSX:
            from tiapp.supervision.writers.xlsx_file import write_xlsx

            write_xlsx(out, COLUMNS, summary.rows(), about(summary))
        case Form.PDF:
            from tiapp.supervision.writers.pdf_file import make_pdf

            rows = (tuple(row[_PERSONAL:]) for row in summary.rows())
            out.write(make_pdf(means.resources, COLUMNS[_PERSONAL:], rows, about(summary)))
        case Form.XAPI:
            from tiapp.supervision.writers.xapi_file import write_xapi

            account = summary.details.staff_number or summary.person_id
            write_xapi(out, ((account, row) for row in summary.rows()), about(summary))
        case Form.SIGNED:
            if means.signer is None:
                raise ValueError("a signed file needs a key")
            from tiapp.supervision.completion_file import write_completion_file

            out.write(write_completion_file(summary, means.signer))
