"""What a period asks: at most three questions, raised by what it shows, and always what comes next."""

from networkjournal.model.account import Question, Shown, questions

QUIET = Shown(given=5000, received=2000, insights=2, overdue=0)


def codes(shown: Shown) -> list[str]:
    return [asked.code for asked in questions(shown)]


def test_a_period_in_which_all_is_well_is_only_asked_what_comes_next() -> None:
    assert questions(QUIET) == (Question("next"),)


def test_each_question_has_its_reason() -> None:
    assert codes(QUIET._replace(given=0, received=0)) == ["nothing", "next"]
    assert codes(QUIET._replace(received=6000)) == ["give_back", "next"]
    assert codes(QUIET._replace(received=5000)) == ["next"]
    assert codes(QUIET._replace(overdue=1)) == ["stood_in_way", "next"]
    assert codes(QUIET._replace(over="")) == ["over", "next"]
    assert codes(QUIET._replace(aimless=True)) == ["no_goal", "next"]
    assert codes(QUIET._replace(insights=0)) == ["learned", "next"]
    assert questions(QUIET._replace(unpurposed="Mixer"))[0] == Question("no_purpose", "Mixer")
    assert questions(QUIET._replace(fruitless="Visits"))[0] == Question("came_of", "Visits")


def test_there_are_never_more_than_three() -> None:
    everything = Shown(1, 2, 0, 3, "Mixer", "Visits", "visits", True)
    assert codes(everything) == ["no_purpose", "give_back", "next"]
