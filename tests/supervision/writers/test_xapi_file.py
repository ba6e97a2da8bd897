"""Statements that an independent library takes, with nothing in them that was not to leave."""

import io
import json

import pytest
from ralph.models.xapi.base.statements import BaseXapiStatement

from tests.supervision.building import DAY, PERSON_ID, summary
from tiapp.record.model import Details
from tiapp.supervision.summary import FINISHED_MEANS, PURPOSE
from tiapp.supervision.writers.about import About
from tiapp.supervision.writers.xapi_file import write_xapi


def made(given, account="00417", **how):
    out = io.BytesIO()
    rows = ((account, row) for row in given.rows())
    count = write_xapi(out, rows, About("x", DAY), **how)
    lines = out.getvalue().splitlines()
    assert count == len(lines)
    return [json.loads(line) for line in lines]


def test_a_library_that_is_not_ours_takes_every_statement():
    for said in made(summary(3)) + made(summary(1, details=Details()), account=PERSON_ID):
        BaseXapiStatement(**said)


def test_that_library_refuses_a_broken_one():
    said = made(summary(1))[0]
    for key, value in (("actor", None), ("verb", {"id": "no iri"}), ("timestamp", "noon")):
        with pytest.raises(ValueError):
            BaseXapiStatement(**(said | {key: value}))


def test_a_statement_says_who_what_and_on_which_day_at_noon():
    said = made(summary(1), home_page="https://example.org/staff")[0]
    done = summary(1).completions[0]
    assert said["id"] == done.record_id
    assert said["actor"]["account"] == {"homePage": "https://example.org/staff", "name": "00417"}
    assert said["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed"
    assert said["object"]["definition"]["type"] == "http://adlnet.gov/expapi/activities/module"
    assert said["timestamp"] == "2026-01-12T12:00:00Z"
    assert said["result"]["completion"] is True


def test_there_is_neither_mail_nor_score_nor_duration():
    text = json.dumps(made(summary(3)))
    for word in ("mbox", "score", "duration", "success", "response"):
        assert word not in text


def test_each_says_what_finished_means_and_what_it_is_for():
    for said in made(summary(2)):
        assert FINISHED_MEANS in said["result"]["extensions"].values()
        assert PURPOSE in said["context"]["extensions"].values()
