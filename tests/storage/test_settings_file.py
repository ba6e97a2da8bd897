import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiapp.core.settings import (
    LINE_SPACINGS,
    READING_WIDTHS,
    TEXT_SIZES,
    Installation,
    Motion,
    Settings,
    Theme,
)
from tiapp.storage.settings_file import (
    read_installation,
    read_settings,
    write_installation,
    write_settings,
)

any_settings = st.builds(
    Settings,
    theme=st.sampled_from(Theme),
    text_size=st.sampled_from(TEXT_SIZES),
    reading_width=st.sampled_from(READING_WIDTHS),
    line_spacing=st.sampled_from(LINE_SPACINGS),
    letter_spacing=st.sampled_from((0, 4, 8)),
    motion=st.sampled_from(Motion),
    hide_screen_by_shift=st.booleans(),
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.toml"


def test_without_a_file_the_defaults_hold_and_none_is_made(file):
    assert read_settings(file) == (Settings(), None)
    assert not file.exists()


@given(settings=any_settings)
def test_what_is_saved_comes_back(tmp_path_factory, settings):
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    write_settings(file, settings)

    assert read_settings(file) == (settings, None)


@given(
    st.builds(
        Installation,
        shared_computer=st.none() | st.booleans(),
        last_person=st.text(),
        window=st.text(),
    )
)
def test_any_text_survives_being_saved(tmp_path_factory, installation):
    file = tmp_path_factory.mktemp("installation") / "installation.toml"
    write_installation(file, installation)

    assert read_installation(file) == (installation, None)


def test_an_unanswered_question_is_left_out_of_the_file(file):
    write_installation(file, Installation(shared_computer=True))
    write_installation(file, Installation(shared_computer=None, last_person="x"))

    assert "shared_computer" not in file.read_text()
    assert read_installation(file)[0].shared_computer is None


@pytest.mark.parametrize(
    "line",
    [
        "text_size = 1000",
        "text_size = -1",
        "text_size = true",
        'text_size = "big"',
        "text_size = [100]",
        'theme = "sepia"',
        "theme = 1",
        "hide_screen_by_shift = 1",
        'hide_screen_by_shift = "yes"',
        "line_spacing = nan",
        "letter_spacing = 5",
    ],
)
def test_one_odd_value_falls_back_alone(file, line):
    file.write_text(f'{line}\nmotion = "reduced"\n')

    assert read_settings(file) == (Settings(motion=Motion.REDUCED), None)


def test_keys_of_a_newer_version_are_kept(file):
    file.write_text('sound = "off"\n"odd key" = [1, 2.5]\nsince = 2026-01-02\ntheme = "dark"\n')

    settings, notice = read_settings(file)
    write_settings(file, replace(settings, text_size=150))

    assert notice is None
    assert settings == Settings(theme=Theme.DARK)
    after = tomllib.loads(file.read_text())
    assert after["sound"] == "off"
    assert after["odd key"] == [1, 2.5]
    assert str(after["since"]) == "2026-01-02"
    assert after["text_size"] == 150


@pytest.mark.parametrize(
    "damage",
    [
        b"theme = ",
        b"\xff\xfe\x00theme",
        b"\x00" * 100,
        b"a = 1\n" * 20000,
        b"[" * 60000,
        b"x = " + b"[" * 5000,
        b'theme = "dark"\ntheme = "light"',
    ],
)
def test_a_damaged_file_is_kept_aside_and_the_defaults_hold(file, damage):
    file.write_bytes(damage)

    settings, notice = read_settings(file)

    assert settings == Settings()
    assert notice is not None
    assert notice.code == "settings-damaged"
    assert "settings.toml.damaged" in notice.advice
    assert file.with_name("settings.toml.damaged").read_bytes() == damage
    assert read_settings(file) == (Settings(), None)


def test_saving_over_a_damaged_file_keeps_it_too(file):
    file.write_bytes(b"theme = ")

    write_settings(file, Settings(theme=Theme.DARK))

    assert file.with_name("settings.toml.damaged").read_bytes() == b"theme = "
    assert read_settings(file) == (Settings(theme=Theme.DARK), None)


def test_a_file_saved_by_a_windows_editor_is_read(file):
    file.write_bytes(b'\xef\xbb\xbftheme = "dark"\r\ntext_size = 125\r\n')

    assert read_settings(file) == (Settings(theme=Theme.DARK, text_size=125), None)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_make_reading_fail(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    file.write_bytes(data)

    assert isinstance(read_settings(file)[0], Settings)
    assert isinstance(read_installation(file)[0], Installation)
