"""tiapp content new, and that what it makes passes tiapp content check."""

from tests.authoring.test_content_age import tell  # noqa: F401 - a fixture


def test_a_pack_and_a_module_are_made_and_pass(tell, tmp_path):  # noqa: F811
    pack = tmp_path / "pack"
    made = tell(
        "content", "new", "pack", pack, "--title", "Our training", "--publisher", "Our council"
    )
    assert made[0] == 0
    assert str(pack) in made[1]
    code, out, _ = tell("content", "new", "module", pack, "--title", "Home visits")
    assert (code, out) == (0, f"Made {pack / 'modules' / '02-home-visits' / 'module.md'}\n")
    code, out, _ = tell("content", "check", pack)
    assert code == 0
    assert "0 to put right, 0 worth a look" in out


def test_a_title_is_asked_for_calmly(tell, tmp_path):  # noqa: F811
    code, out, err = tell("content", "new", "pack", tmp_path / "pack")
    assert (code, out) == (2, "")
    assert "--title" in err
    assert not (tmp_path / "pack").exists()
