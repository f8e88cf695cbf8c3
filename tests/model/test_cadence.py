"""Cadences: which one holds, when it is time again, and that a contact only ever moves that forward."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.cadence import Cadence, Rhythm, holding, is_fading, latest, next_due

DAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_the_nearest_cadence_holds_and_of_equals_the_shortest() -> None:
    own, persona, other = Cadence(90, contact=1), Cadence(60, persona=1), Cadence(14, persona=2)
    tag, shorter = Cadence(30, tag="a"), Cadence(7, tag="b")
    assert holding([tag, shorter, persona, own, other]) == own
    assert holding([tag, shorter, persona, other]) == other
    assert holding([tag, shorter]) == shorter
    assert holding([]) is None


def test_contact_fades_on_the_day_after_it_was_due() -> None:
    last = DAY - timedelta(days=30)
    assert not is_fading(last, 30, None, DAY)
    assert is_fading(last, 29, None, DAY)


def test_a_snooze_holds_through_its_day() -> None:
    last = DAY - timedelta(days=99)
    assert not is_fading(last, 30, DAY, DAY)
    assert is_fading(last, 30, DAY - timedelta(days=1), DAY)


def test_who_was_never_in_touch_cannot_fade() -> None:
    assert next_due(None, 30) is None
    assert not is_fading(None, 30, None, DAY)


def test_the_calendar_has_an_end() -> None:
    assert next_due(date.max, 30) == date.max


@given(st.lists(DAYS, max_size=5), DAYS, st.integers(1, 400))
def test_a_further_contact_never_moves_what_is_due_back(days: list[date], further: date, meant: int) -> None:
    before, then = next_due(latest(*days), meant), next_due(latest(*days, further), meant)
    assert then is not None
    assert before is None or then >= before


def test_a_rhythm_knows_how_long_it_is_silent() -> None:
    rhythm = Rhythm(1, "a", "A", Cadence(10, contact=1), DAY - timedelta(days=12))
    assert (rhythm.silent(DAY), rhythm.due, rhythm.fading(DAY)) == (12, DAY - timedelta(days=2), True)
    assert not rhythm._replace(snoozed=DAY).fading(DAY)
    assert rhythm._replace(last=None).silent(DAY) == 0
