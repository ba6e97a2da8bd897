"""A completion file is taken as it was saved, or refused with a reason; there is no third way."""

import json
import subprocess
from datetime import date
from pathlib import Path
from random import Random
from shutil import which

import jsonschema
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.supervision.building import DAY, SEED, completion, many_signed, signed
from tiapp.record.model import Details
from tiapp.supervision.completion_file import SIGNED_AS, Intact, check_completion_file
from tiapp.supervision.completion_reading import read_completion_file
from tiapp.supervision.refusals import LARGEST, Outcome, Refused
from tiapp.supervision.signing import Signer, installation_name

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "completion-file.schema.json").read_text("utf-8")
)


def outcome(data):
    checked = check_completion_file(data)
    if isinstance(checked, Refused):
        assert checked.reason.endswith(".") and checked.advice.endswith(".")
        return checked.outcome, checked.code
    return "intact"


def changed(how, data=None):
    """The file with something done to it as a structure, laid out as we do."""
    said = json.loads(data or signed())
    how(said)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def signed_anew(how, seed=SEED):
    """The same, signed again by whoever holds the key: only our rules can refuse it."""
    said = json.loads(signed(seed=seed))
    how(said["payload"])
    return _sign(said["payload"], seed)


def _sign(payload, seed=SEED):
    from base64 import b64encode

    canonical = json.dumps(
        payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()
    signer = Signer(seed)
    said = {
        "format": "tiapp-completion",
        "version": 1,
        "payload": payload,
        "signature": {
            "alg": "Ed25519",
            "key": b64encode(signer.public).decode(),
            "value": b64encode(signer.sign(SIGNED_AS + canonical)).decode(),
        },
    }
    return json.dumps(said, ensure_ascii=False).encode()


# --- as it was saved ----------------------------------------------------------------------


def test_what_was_saved_is_read_back_whole():
    checked = check_completion_file(signed(2))
    assert isinstance(checked, Intact)
    said = checked.payload
    assert (said.person.name, said.person.staff_number) == ("Zoë Łukasz", "00417")
    assert (said.person.team, said.person.site) == ("Housing advice", "Leith")
    assert (said.counter, said.written) == (4, DAY)
    assert [done.module_id for done in said.completions] == ["module-1", "module-2"]
    assert said.completions[0].finished == date(2026, 1, 12)
    assert checked.key == Signer(SEED).public
    assert checked.installation == installation_name(checked.key)


def test_a_file_without_completions_is_a_file():
    assert outcome(signed(0)) == "intact"


def test_the_same_summary_gives_the_same_bytes():
    assert signed(5) == signed(5)


def test_forty_completions_are_small():
    made = [completion(n, title="T" * 60, module_id="m" * 40) for n in range(40)]
    assert len(signed(completions=tuple(made))) < 16_000


def test_files_are_as_the_published_schema_says():
    validator = jsonschema.Draft202012Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    for data in (signed(0), signed(40), signed(details=Details()), *many_signed(3, 5)):
        validator.validate(json.loads(data))
    for key in SCHEMA["required"]:
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({k: v for k, v in json.loads(signed()).items() if k != key})


def test_openssl_verifies_the_signature(tmp_path):
    from base64 import b64decode

    program = which("openssl")
    if program is None:
        pytest.skip("NOT TESTED: openssl is not installed here")
    said = json.loads(signed())
    # canonical form by Python's own hand, not by ours
    canonical = json.dumps(
        said["payload"], ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()
    key = Ed25519PublicKey.from_public_bytes(b64decode(said["signature"]["key"]))
    (tmp_path / "key.pem").write_bytes(
        key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    (tmp_path / "signature").write_bytes(b64decode(said["signature"]["value"]))

    def verifies(message):
        (tmp_path / "message").write_bytes(message)
        command = [program, "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "key.pem"]
        command += ["-in", "message", "-sigfile", "signature"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode

    assert verifies(SIGNED_AS + canonical) == 0
    assert verifies(SIGNED_AS + canonical.replace(b"00417", b"00418")) != 0


def test_another_layout_of_the_same_content_is_accepted():
    said = json.loads(signed())
    backwards = {
        key: dict(reversed(said[key].items())) if isinstance(said[key], dict) else said[key]
        for key in reversed(said)
    }
    for layout in (
        json.dumps(said, indent=2).encode(),
        json.dumps(backwards, ensure_ascii=False).encode(),
        json.dumps(said, indent=1).replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + signed(),
        b"\n\n" + signed().strip(),
    ):
        assert outcome(layout) == "intact"


# --- changed ------------------------------------------------------------------------------


def test_a_changed_day_or_name_or_module_is_found():
    for old, new in ((b"2026-01-12", b"2026-01-13"), (b"00417", b"00418"), (b"dule 1", b"dule 9")):
        assert old in signed()
        assert outcome(signed().replace(old, new, 1)) == (Outcome.ALTERED, "signature")


def test_a_module_that_was_added_or_taken_out_is_found():
    extra = json.loads(signed(4))["payload"]["completions"][3]
    added = changed(lambda said: said["payload"]["completions"].append(extra))
    taken = changed(lambda said: said["payload"]["completions"].pop())
    assert outcome(added) == outcome(taken) == (Outcome.ALTERED, "signature")


def test_another_key_is_found():
    other = json.loads(signed(seed=bytes(32)))["signature"]
    assert outcome(changed(lambda said: said["signature"].update(key=other["key"]))) == (
        Outcome.ALTERED,
        "signature",
    )


def test_a_file_signed_whole_with_another_key_is_intact_and_names_another_installation():
    one, two = (check_completion_file(signed(seed=bytes([n]) * 32)) for n in (1, 2))
    assert isinstance(one, Intact) and isinstance(two, Intact)
    assert one.installation != two.installation


def test_a_signed_file_that_names_a_different_installation_is_refused():
    name = installation_name(Signer(bytes(32)).public)
    data = signed_anew(lambda payload: payload.update(installation=name))
    assert outcome(data) == (Outcome.ALTERED, "installation")


def test_a_key_that_stands_twice_is_found_even_when_the_signed_one_wins():
    data = signed().replace(b'"counter":4', b'"counter":9,"counter":4')
    assert outcome(data) == (Outcome.ALTERED, "twice")
    data = signed().replace(b'"version":1,"payload"', b'"version":2,"version":1,"payload"')
    assert outcome(data) == (Outcome.ALTERED, "twice")


def test_floats_and_what_is_no_number_are_found():
    for text in (b"4.0", b"4e0", b"NaN", b"Infinity", b"-Infinity"):
        data = signed().replace(b'"counter":4', b'"counter":' + text)
        assert outcome(data) == (Outcome.ALTERED, "float")


def test_fields_that_were_added_are_found():
    assert outcome(changed(lambda said: said.update(note="x"))) == (Outcome.ALTERED, "added")
    data = changed(lambda said: said["payload"].update(score=9))
    assert outcome(data)[0] in (Outcome.ALTERED, Outcome.DAMAGED)


def test_no_other_way_of_signing_is_taken():
    for alg in ("none", "HS256", "ed25519", ""):
        data = changed(lambda said, alg=alg: said["signature"].update(alg=alg))
        assert outcome(data) == (Outcome.ALTERED, "signature-form")


def test_a_forgery_under_a_weak_key_is_refused():
    from base64 import b64encode

    key = (1).to_bytes(32, "little")
    name = installation_name(key)
    said = json.loads(signed())
    said["payload"]["installation"] = name
    said["signature"]["key"] = b64encode(key).decode()
    said["signature"]["value"] = b64encode(key + bytes(32)).decode()
    assert outcome(json.dumps(said).encode()) == (Outcome.ALTERED, "weak-key")


def test_base64_is_taken_in_its_one_proper_form():
    value = json.loads(signed())["signature"]["value"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = value[:-3] + letters[letters.index(value[-3]) ^ 1] + "=="
    data = signed().replace(value.encode(), other.encode())
    assert outcome(data) == (Outcome.DAMAGED, "signature-form")


@pytest.mark.parametrize(
    "how",
    [
        lambda payload: payload["completions"].append(payload["completions"][0]),
        lambda payload: payload["completions"][0].update(record_id="X" * 36),
        lambda payload: payload["completions"][0].update(finished="2026-02-30"),
        lambda payload: payload["completions"][0].update(version=0),
        lambda payload: payload["completions"][0].update(version=True),
        lambda payload: payload["completions"][0].update(score=10),
        lambda payload: payload["completions"][0].pop("title"),
        lambda payload: payload["person"].update(id="../../../../etc/passwd/and-some-more"),
        lambda payload: payload["person"].update(name="N" * 301),
        lambda payload: payload["person"].update(name="line\nbreak"),
        lambda payload: payload["person"].update(name="\u202eevil"),
        lambda payload: payload["person"].update(name="a\x00b"),
        lambda payload: payload["person"].update(name=None),
        lambda payload: payload.update(counter=2**53),
        lambda payload: payload.update(completions={}),
    ],
)
def test_what_is_signed_but_breaks_the_rules_is_refused(how):
    assert outcome(signed_anew(how)) == (Outcome.DAMAGED, "content")


def test_names_of_every_script_are_taken():
    for name in ("山田 花子", "محمد", "Zoë", "🙂 Sam", "O'Brien", 'Ann "Annie" \\ Lee', ""):
        assert outcome(signed(details=Details(name))) == "intact"


def test_strange_clocks_are_taken():
    for day in (date(1970, 1, 1), date(2100, 12, 31)):
        done = (completion(1, finished_on=day),)
        assert outcome(signed(written=day, completions=done)) == "intact"


# --- not ours, or damaged -----------------------------------------------------------------


def test_a_newer_format_is_told_from_damage():
    assert outcome(changed(lambda said: said.update(version=2, more=[]))) == (
        Outcome.NEWER,
        "newer",
    )


def test_other_files_are_told_from_damaged_ones():
    assert outcome(b"")[0] == Outcome.DAMAGED
    for data in (
        b"{}",
        b"[]",
        b"null",
        b'{"format":"other"}',
        b"\x89PNG\r\n",
        b"hello",
        b"\xff\xfe",
    ):
        assert outcome(data)[0] == Outcome.NOT_OURS
    for cut in (2, 100, 400):
        assert outcome(signed()[:-cut])[0] == Outcome.DAMAGED


@pytest.mark.parametrize("deep", [b"[", b'{"a":', b'{"format":"tiapp-completion","payload":['])
def test_deep_nesting_is_refused_calmly(deep):
    assert outcome(deep * 100_000)[0] in (Outcome.NOT_OURS, Outcome.DAMAGED)


def test_every_cut_is_refused():
    whole = signed(1)
    for length in range(len(whole) - 1):
        assert outcome(whole[:length]) != "intact"


# --- on the disk --------------------------------------------------------------------------


def test_a_file_is_read_from_the_disk(tmp_path):
    (tmp_path / "a.json").write_bytes(signed())
    assert isinstance(read_completion_file(tmp_path / "a.json"), Intact)


def test_what_is_no_file_is_refused_at_once(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    for name in ("pipe.json", "folder.json", "gone.json", "missing.json", "nu\0ll.json"):
        assert isinstance(read_completion_file(f"{tmp_path}/{name}"), Refused)


def test_two_gigabytes_are_refused_without_being_read(tmp_path):
    with (tmp_path / "large.json").open("wb") as stream:
        stream.truncate(2 * 1024**3)
    checked = read_completion_file(tmp_path / "large.json")
    assert isinstance(checked, Refused) and checked.code == "large"


def test_too_much_is_refused_in_memory_too():
    assert outcome(b" " * LARGEST + signed()) == (Outcome.NOT_OURS, "large")


# --- fuzz ---------------------------------------------------------------------------------


def edited(data, random):
    """The file after one to three small accidents or attempts."""
    made = bytearray(data)
    for _ in range(random.randint(1, 3)):
        at, end = sorted(random.randrange(len(made) + 1) for _ in range(2))
        end = min(end, at + 20)
        match random.randrange(7):
            case 0:
                made[at:at] = bytes([random.randrange(256)])
            case 1:
                del made[at:end]
            case 2:
                made[at:at] = made[at:end]
            case 3 if at < len(made):
                made[at] ^= 1 << random.randrange(8)
            case 4:
                made[at:at] = random.choice(
                    [b" ", b"\n", b"\t", b'"', b",", b"{", b"}", b"0", b"\\"]
                )
            case 5 if at < len(made):
                made[at] = random.choice(b'0123456789abcdef"{}[]:, ')
            case _:
                for old, new in random.sample(SWAPS, len(SWAPS)):
                    if old in made:
                        made = bytearray(made.replace(old, new, 1))
                        break
    return bytes(made)


SWAPS = [
    (b"2026", b"2025"),
    (b'"version":1', b'"version": 1'),
    (b'"counter":4', b'"counter":04'),
    (b"informed", b"skilled"),
    (b"module-1", b"module-2"),
    (b"Leith", b"Le\\u0069th"),
    (b"Ed25519", b"none"),
    (b"\xc3\xab", b"e\xcc\x88"),
]


def test_of_twenty_thousand_edited_files_none_with_other_content_is_accepted():
    random = Random(20261122)
    originals = [signed(count) for count in (0, 1, 3)]
    contents = [json.loads(data)["payload"] for data in originals]
    accepted = 0
    for number in range(20_000):
        data = edited(originals[number % 3], random)
        if isinstance(check_completion_file(data), Intact):
            accepted += 1
            assert json.loads(data.decode("utf-8-sig"))["payload"] == contents[number % 3]
    assert accepted > 100, "edits that change nothing show that the others are refused for cause"
