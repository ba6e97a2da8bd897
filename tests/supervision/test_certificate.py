"""A certificate says what was finished and claims nothing more."""

import io
import subprocess
from datetime import date
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from tests.supervision.building import DAY, completion
from tiapp.supervision.certificate import certifiable, make_certificate

RESOURCES = Path(__file__).parents[2] / "resources"
PATHWAY = ("new-staff", "For new staff", ("module-1", "module-2"))


def text_of(made, tmp_path):
    if which("pdftotext") is None:
        pytest.skip("NOT TESTED: pdftotext (poppler-utils) is not installed here")
    (tmp_path / "a.pdf").write_bytes(made)
    command = ["pdftotext", "-layout", "a.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def test_a_module_gets_one_with_its_latest_completion(tmp_path):
    again = completion(3, module_id="module-1", title="Made-up module 1")
    (found,) = certifiable([completion(1), again], [])
    assert found.completions == (again,)
    made = make_certificate(RESOURCES, "Zoë Łukasz", found, DAY)
    said = text_of(made, tmp_path)
    assert "Zoë Łukasz finished the module Made-up module 1 on 26 January 2026." in said
    assert again.record_id in said
    assert "not an accreditation" in said and "not a test of competence" in said


def test_a_pathway_gets_one_when_all_of_it_is_finished(tmp_path):
    assert [c.is_pathway for c in certifiable([completion(1)], [PATHWAY])] == [False]
    whole, *modules = certifiable([completion(1), completion(2)], [PATHWAY])
    assert whole.is_pathway and len(modules) == 2
    assert whole.finished_on == date(2026, 1, 19)
    said = text_of(make_certificate(RESOURCES, "", whole, DAY), tmp_path)
    assert "finished the pathway For new staff on 19 January 2026." in said
    assert "Made-up module 1" in said and "Made-up module 2" in said


def test_it_is_tagged_and_one_page():
    (found,) = certifiable([completion(1)], [])
    made = make_certificate(RESOURCES, "Zoë", found, DAY)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert document.open_metadata()["pdfuaid:part"] == "1"
        assert len(document.pages) == 1
    assert made == make_certificate(RESOURCES, "Zoë", found, DAY)
