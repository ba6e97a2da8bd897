"""New keys: asked about once, decided by a person, then quiet."""

from tests.supervision.team.people import CALLUM, ISLA, Somebody, done
from tests.supervision.team.test_importing import completions, take, troubles
from tiapp.supervision.team.model import Trouble
from tiapp.supervision.team.scope import Scope


def with_a_second_computer(team, share):
    """Isla's file from another computer, after the first is known."""
    take(team, share(ISLA.file(done("safety"))))
    return share(ISLA.at("second").file(done("trust")))


def test_a_new_key_is_shown_once_and_its_file_waits(team, share):
    folder = with_a_second_computer(team, share)
    report = take(team, folder)
    assert troubles(report) == [Trouble.NEW_KEY]
    assert (report.waiting, report.taken) == (1, 0)
    assert completions(team) == 1
    again = take(team, folder)
    assert (troubles(again), again.waiting) == ([], 1)
    (question,) = team.key_questions()
    assert (question.name, question.files, len(question.known)) == ("Isla Reid", 1, 1)
    assert question.installation not in question.known


def test_accepting_a_key_takes_in_what_waited_even_when_the_folder_is_gone(team, share):
    folder = with_a_second_computer(team, share)
    take(team, folder)
    (folder / "file-00001.json").unlink()
    assert team.accept_keys(team.key_questions()) == 1
    assert completions(team) == 2
    assert team.key_questions() == ()
    later = take(team, share(ISLA.at("second").file(done("choice"), counter=2)))
    assert (later.taken, troubles(later)) == (1, [])


def test_accepted_files_are_here_already_the_next_time(team, share):
    folder = with_a_second_computer(team, share)
    take(team, folder)
    team.accept_keys(team.key_questions())
    assert take(team, folder).unchanged == 1


def test_refusing_a_key_keeps_its_files_out_quietly(team, share):
    folder = with_a_second_computer(team, share)
    take(team, folder)
    team.refuse_keys(team.key_questions())
    again = take(team, folder)
    assert (troubles(again), again.refused_key, again.taken) == ([], 1, 0)
    assert again.all_well
    assert (completions(team), team.key_questions()) == (1, ())


def test_several_keys_of_one_person_in_one_folder_ask_once_each(team, share):
    files = [ISLA.at(f"desk {n}").file(done("safety", record=str(n))) for n in range(4)]
    report = take(team, share(*files, *(ISLA.at("desk 2").file(done("trust"), counter=2),)))
    assert troubles(report) == [Trouble.NEW_KEY] * 3
    assert len(team.key_questions()) == 3
    team.accept_keys(team.key_questions())
    (line,) = team.people(Scope())
    assert line.completions == 5


def test_a_forged_file_under_a_colleagues_number_changes_nothing_before_a_decision(team, share):
    take(team, share(ISLA.file(done("safety"))))
    forged = Somebody("Isla Reid", "1001", "Elsewhere", "Nowhere", computer="thief")
    take(team, share(forged.file(done("trust"))))
    (line,) = team.people(Scope())
    assert (line.team, line.completions) == ("Housing", 1)


def test_a_key_of_one_person_is_not_the_key_of_another(team, share):
    take(team, share(ISLA.file(done("safety")), CALLUM.file(done("safety"))))
    posing = Somebody("Callum Singh", "1002")
    report = take(team, share(posing.file(done("trust"), signed_by=ISLA, counter=2)))
    assert troubles(report) == [Trouble.NEW_KEY]


def test_deciding_about_a_key_twice_changes_nothing(team, share):
    take(team, with_a_second_computer(team, share))
    questions = team.key_questions()
    team.accept_keys(questions)
    team.refuse_keys(questions)
    assert team.accept_keys(questions) == 0
    assert completions(team) == 2
