"""tiapp content check, as an author and as another program meet it."""

import json

import pytest

from tests.authoring.packs import MODULE, pack_with, spoiled, with_text
from tests.authoring.test_content_age import tell  # noqa: F401 - a fixture


def test_exit_0_when_clean_even_with_warnings(tell, tmp_path):  # noqa: F811
    code, out, _ = tell("content", "check", pack_with(tmp_path / "a"))
    assert (code, out) == (0, "Nothing to put right.\n")
    code, out, _ = tell("content", "check", pack_with(tmp_path / "b", with_text("A junkie.")))
    assert code == 0
    assert out.splitlines()[0].startswith("modules/01-a-module/module.md:")
    assert out.splitlines()[-1] == "0 to put right, 1 worth a look, 0 good to know."


def test_exit_1_when_there_is_an_error(tell, tmp_path):  # noqa: F811
    text = spoiled(("kind: settle", "kind: key"))
    code, out, _ = tell("content", "check", pack_with(tmp_path, text))
    assert code == 1
    assert "error no-settling-close" in out


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["x", "--previous", "nowhere"]])
def test_exit_2_when_it_could_not_run(tell, tmp_path, arguments):  # noqa: F811
    pack_with(tmp_path / "x")
    paths = [str(tmp_path / a) if not a.startswith("--") else a for a in arguments]
    code, out, err = tell("content", "check", *paths)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_other_programs_get_every_field(tell, tmp_path):  # noqa: F811
    more = '\n[[check_off]]\nrule = "vague-link"\nreason = "Because."\n'
    pack = pack_with(tmp_path, with_text("A junkie."), more=more)
    code, out, _ = tell("content", "check", pack, "--json")
    facts = json.loads(out)
    assert code == 0
    assert facts["clean"] is True
    [finding] = facts["findings"]
    assert finding == {
        "code": "unkind-word",
        "level": "warning",
        "file": "modules/01-a-module/module.md",
        "line": 36,
        "words": "junkie",
        "what": "“junkie” can hurt or blame.",
        "mend": "Kinder: a person who uses drugs, or a person with a drug problem.",
        "page": "docs/checks.md#unkind-word",
    }
    assert facts["turned_off"] == [
        {"rule": "vague-link", "module": "", "words": "", "reason": "Because.", "findings": 0}
    ]


def test_the_version_before_is_compared(tell, tmp_path):  # noqa: F811
    before = pack_with(tmp_path / "before")
    after = pack_with(tmp_path / "after", MODULE.replace("#what-comes-next", "#changed"))
    code, out, _ = tell("content", "check", after, "--previous", before)
    assert code == 1
    assert "error id-lost" in out


def test_what_is_turned_off_is_listed_with_its_reason(tell, tmp_path):  # noqa: F811
    more = '\n[[check_off]]\nrule = "unkind-word"\nwords = "junkie"\nreason = "It is quoted."\n'
    _, out, _ = tell("content", "check", pack_with(tmp_path, with_text("A junkie."), more=more))
    assert "turned off: unkind-word “junkie”\n    It is quoted. (1 left out)" in out
