"""tiapp content handout, as it is met on the command line."""

import pytest

from tiapp import cli


@pytest.fixture
def tell(tmp_path, capsys):
    def run(*arguments):
        code = cli.run(["--data", str(tmp_path / "data"), "content", "handout", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize(
    "arguments",
    [
        ("starting-safely",),
        ("five-principles", "--short"),
        ("five-principles", "--huddle"),
        ("policy-lens",),
        ("what-is-trauma-informed",),
    ],
    ids=" ".join,
)
def test_each_kind_is_written(tell, tmp_path, arguments):
    target = tmp_path / "out.pdf"
    code, out, err = tell(*arguments, "--out", str(target))
    assert (code, err) == (0, "")
    assert str(target) in out
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_file_that_is_there_stays_unless_forced(tell, tmp_path):
    target = tmp_path / "out.pdf"
    target.write_text("mine")
    code, _, err = tell("policy-lens", "--out", str(target))
    assert code == 2
    assert "already" in err
    assert target.read_text() == "mine"
    assert tell("policy-lens", "--out", str(target), "--force")[0] == 0
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("arguments", [("nowhere",), ("policy-lens", "--huddle")], ids=" ".join)
def test_an_unknown_name_is_told_what_there_is(tell, tmp_path, arguments):
    code, out, err = tell(*arguments, "--out", str(tmp_path / "out.pdf"))
    assert (code, out) == (2, "")
    assert "policy-lens" in err
    assert not (tmp_path / "out.pdf").exists()


def test_short_and_huddle_are_one_or_the_other(tell, tmp_path):
    code, _, err = tell("five-principles", "--short", "--huddle", "--out", str(tmp_path / "a.pdf"))
    assert code == 2
    assert "Nothing was changed" in err
