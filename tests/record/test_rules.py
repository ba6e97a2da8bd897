from tiapp.record.rules import can_finish, next_part

PARTS = ["one", "two", "three"]


def test_a_module_can_be_finished_once_every_part_was_reached_in_any_order():
    assert can_finish(PARTS, {"three", "one", "two"})


def test_a_part_not_yet_reached_keeps_a_module_open():
    assert not can_finish(PARTS, {"one", "three"})


def test_parts_of_an_earlier_version_neither_help_nor_hinder():
    assert can_finish(PARTS, {"one", "two", "three", "gone"})
    assert not can_finish(PARTS, {"one", "two", "gone"})


def test_a_module_without_parts_cannot_be_finished():
    assert not can_finish([], set())


def test_the_next_part_is_the_first_not_yet_reached():
    assert next_part(PARTS, set()) == "one"
    assert next_part(PARTS, {"one", "three"}) == "two"


def test_after_every_part_it_goes_back_to_the_first():
    assert next_part(PARTS, set(PARTS)) == "one"
