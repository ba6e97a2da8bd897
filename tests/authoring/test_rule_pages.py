"""Every rule has its page, and the page in docs is the one that the rules make."""

from pathlib import Path

import pytest

from tiapp.authoring.checks import RULES
from tiapp.authoring.rule_pages import explanation, page

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_in_docs_is_what_the_rules_say():
    assert PAGE.read_text("utf-8") == page(), "run: python tools/check_pages.py"


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_says_what_it_finds_and_what_to_do(rule):
    assert f"\n### {rule.code}\n" in page()
    first, _, rest = rule.explanation.partition("\n\n")
    assert first.endswith(".")
    assert len(rest.split()) >= 8
    assert explanation(rule.code) == rule.explanation


def test_a_code_that_is_none_has_no_page():
    assert explanation("nothing-of-the-kind") == ""
