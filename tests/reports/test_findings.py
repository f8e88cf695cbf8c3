"""Findings over a journal: each fires with its records and its arithmetic, and stays silent where it must."""

from datetime import date, timedelta
from typing import Any

import pytest

from networkjournal import demo
from networkjournal.journal import Journal
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.finding import Finding, FindingCode
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.period import Period, period_of
from networkjournal.reports.evidence import behind
from networkjournal.reports.findings import findings, findings_about, findings_of_event

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    """So many days before."""
    return TODAY - timedelta(days=days)


@pytest.fixture
def journal() -> Journal:
    """Two people and a goal."""
    made = Journal.open(":memory:")
    for name in ("Ann", "Bob"):
        made.add_contact(Contact(name))
    made.add_goal(Goal("Visits", "visits"))
    return made


def codes(journal: Journal, period: Period | None = None) -> list[FindingCode]:
    """What is found, early ones left out."""
    return [finding.code for finding in findings(journal, TODAY, period) if not finding.early]


def only(journal: Journal, code: FindingCode, period: Period | None = None) -> Finding:
    """The one finding of this code."""
    (found,) = (finding for finding in findings(journal, TODAY, period) if finding.code == code)
    return found


def meetup(journal: Journal, days: int = 30, **fields: Any) -> Event:  # noqa: ANN401 - any of its fields
    """An event so many days ago, with a purpose."""
    return journal.add_event(Event("Meetup", ago(days), purpose="to meet Ann")._replace(**fields))


# cards only


def test_many_cards_and_nothing_after(journal: Journal) -> None:
    event = meetup(journal, cards=9)
    journal.capture("%Meetup was loud", ago(30))
    found = only(journal, "cards_only")
    assert (found.kind, found.handle, found.figure("cards"), found.figure("days")) == ("event", "Meetup", 9, 30)
    assert [(one.kind, one.on) for one in found.evidence] == [("event", ago(30)), ("entry", ago(30))]
    assert found in findings_of_event(journal, event, TODAY)


@pytest.mark.parametrize(
    "text",
    ["%Meetup again in my head", "coffee with @Ann", "[ ] write to @Ann", "-> @Ann info: a book"],
)
def test_an_entry_an_action_or_an_exchange_is_a_follow_up(journal: Journal, text: str) -> None:
    meetup(journal, cards=9)
    journal.capture("%Meetup: met @Ann", ago(30))
    journal.capture(text, ago(20))
    assert "cards_only" not in codes(journal)


def test_a_line_of_the_same_day_that_names_the_event_is_one_too(journal: Journal) -> None:
    meetup(journal, cards=9)
    journal.capture("%Meetup\n\n[ ] write to @Ann", ago(30))
    assert "cards_only" not in codes(journal)


def test_what_comes_after_the_time_is_over_is_no_follow_up(journal: Journal) -> None:
    meetup(journal, cards=9)
    journal.capture("%Meetup: met @Ann", ago(30))
    journal.capture("coffee with @Ann", ago(15))
    assert "cards_only" in codes(journal)


def test_cards_are_not_judged_before_there_was_time(journal: Journal) -> None:
    meetup(journal, days=14, cards=9)
    assert "cards_only" not in codes(journal)


def test_thresholds_are_the_person_s_own(journal: Journal) -> None:
    meetup(journal, cards=9)
    journal.thresholds = {"cards": 10}
    assert "cards_only" not in codes(journal)


# satisfied with attending


def test_nothing_came_of_having_been_there(journal: Journal) -> None:
    meetup(journal, days=3, reviewed_on=ago(2), cards=1)
    journal.capture("%Meetup: nice, met @Ann\n! people talk more than they listen", ago(3))
    found = only(journal, "attending")
    assert (found.handle, found.figure("exchanges"), found.figure("actions"), found.figure("days")) == (
        "Meetup", 0, 0, 3,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["%Meetup\n<- @Ann info: rates", "%Meetup\n[ ] read about rates"])
def test_an_exchange_or_an_action_came_of_it(journal: Journal, text: str) -> None:
    meetup(journal, reviewed_on=ago(2))
    journal.capture(text, ago(30))
    assert "attending" not in codes(journal)


def test_what_passed_soon_after_with_someone_met_there_came_of_it(journal: Journal) -> None:
    meetup(journal, reviewed_on=ago(2))
    journal.capture("%Meetup: met @Ann", ago(30))
    journal.capture("-> @Ann info: a book", ago(20))
    assert "attending" not in codes(journal)


def test_an_event_ahead_is_not_looked_back_at(journal: Journal) -> None:
    meetup(journal, days=-3)
    meetup(journal, days=5)
    assert "attending" not in codes(journal), "nor one that is over but neither reviewed nor two weeks old"


# referral, then silence


def test_a_referral_was_received_and_nothing_returned(journal: Journal) -> None:
    journal.capture("-> @Ann info: a book", ago(200))
    journal.capture("<- @Ann intro: someone\n<- @Ann referral: a patient", ago(100))
    journal.capture("<- @Ann info: later", ago(10))
    found = only(journal, "referral_silence")
    assert found.figures == (("referrals", 2), ("received", 8000), ("returned", 0), ("days", 100))
    assert [(one.kind, one.line, one.on) for one in found.evidence] == [
        ("entry", 2, ago(100)), ("entry", 1, ago(100)),
    ]  # fmt: skip
    assert not found.early
    assert findings_about(journal, 1, TODAY) == tuple(f for f in findings(journal, TODAY) if f.id == 1)


def test_something_was_given_since(journal: Journal) -> None:
    journal.capture("<- @Ann intro: someone\n<- @Ann info: a\n<- @Ann info: b", ago(100))
    journal.capture("-> @Ann thanks", ago(5))
    assert "referral_silence" not in codes(journal)


def test_there_is_still_time_to_return_something(journal: Journal) -> None:
    journal.capture("<- @Ann intro: someone\n<- @Ann info: a\n<- @Ann info: b", ago(60))
    assert "referral_silence" not in codes(journal)


def test_information_is_no_referral_and_a_settlement_ends_it(journal: Journal) -> None:
    journal.capture("<- @Ann info: a\n<- @Ann info: b\n<- @Ann info: c", ago(100))
    journal.capture("<- @Bob intro: a\n<- @Bob intro: b\n<- @Bob intro: c\n<> @Bob", ago(100))
    assert "referral_silence" not in codes(journal)


# only taking


def test_far_more_was_received_than_given(journal: Journal) -> None:
    journal.capture("<- @Ann info: a *3\n<- @Ann info: b *3\n-> @Ann info: c *2", ago(50))
    found = findings(journal, TODAY)[0]
    assert (found.code, found.kind, found.handle) == ("only_taking", "contact", "Ann")
    assert found.figures == (("received", 6000), ("given", 2000), ("received_count", 2), ("given_count", 1))
    assert len(found.evidence) == 3


def test_twice_as_much_is_not_far_more(journal: Journal) -> None:
    journal.capture("<- @Ann info: a *2\n<- @Ann info: b *2\n-> @Ann info: c *2", ago(50))
    assert "only_taking" not in codes(journal)


def test_one_gift_is_no_taking(journal: Journal) -> None:
    journal.capture("<- @Ann info: a *9\n-> @Ann info: b *1\n-> @Ann info: c *1", ago(50))
    assert "only_taking" not in codes(journal)


def test_an_early_relationship_gets_no_verdict(journal: Journal) -> None:
    journal.capture("<- @Ann info: a\n<- @Ann info: b", ago(50))
    found = [finding for finding in findings(journal, TODAY) if finding.kind == "contact"]
    assert [(finding.code, finding.early) for finding in found] == [("only_taking", True)]


def test_over_all_relationships_together(journal: Journal) -> None:
    journal.capture("<- @Ann info: a *3\n<- @Bob info: b *3\n-> @Ann info: c *1\n-> @Bob info: d *1", ago(50))
    found = next(finding for finding in findings(journal, TODAY) if not finding.kind)
    assert found.code == "only_taking"
    assert found.figures == (("received", 6000), ("given", 2000), ("received_count", 2), ("given_count", 2))


def test_within_a_period_only_its_days_count(journal: Journal) -> None:
    journal.capture("-> @Ann info: a *9", ago(60))
    journal.capture("<- @Ann info: b *1\n<- @Ann info: c *1", ago(1))
    month = period_of("month", TODAY)
    found = [finding for finding in findings(journal, TODAY, month) if finding.code == "only_taking"]
    assert [finding.kind for finding in found] == ["contact", ""]
    assert found[0].figure("received") == 2000 and len(found[0].evidence) == 2
    assert "only_taking" not in codes(journal), "over all the time much more was given"
    assert "only_taking" not in codes(journal, month.before())


# no purpose, vague persona


def test_an_event_without_a_purpose(journal: Journal) -> None:
    meetup(journal, days=-3, purpose="", minutes=180)
    found = only(journal, "no_purpose")
    assert (found.handle, found.figures, found.evidence[0].kind) == ("Meetup", (("minutes", 180),), "event")


def test_a_purpose_is_enough_and_another_period_is_not_asked(journal: Journal) -> None:
    meetup(journal)
    assert "no_purpose" not in codes(journal)
    meetup(journal, days=200, purpose="")
    assert "no_purpose" not in codes(journal, period_of("month", TODAY))


def test_a_persona_that_fits_anybody(journal: Journal) -> None:
    persona = journal.add_persona(Persona(1, "anybody"))
    found = only(journal, "vague_persona")
    assert (found.kind, found.id, found.name, found.evidence[0].id) == ("persona", persona.id, "anybody", persona.id)


def test_a_concrete_persona_and_one_of_a_goal_that_was_reached(journal: Journal) -> None:
    journal.add_persona(Persona(1, "a care manager who lacks cover at night"))
    goal = journal.add_goal(Goal("Done", "done", state="reached"))
    journal.add_persona(Persona(goal.id, "anybody"))
    assert "vague_persona" not in codes(journal)


# scattered


def test_most_time_went_to_no_goal(journal: Journal) -> None:
    meetup(journal, days=20, minutes=120)
    journal.capture("-> @Ann time: talk 1h\n-> @Ann time: talk 2h #visits", ago(10))
    journal.capture("-> @Ann time: talk 30m", ago(9))
    found = only(journal, "scattered")
    assert found.figures == (("without", 210), ("total", 330), ("percent", 63))
    assert [(one.kind, one.line) for one in found.evidence] == [("event", 0), ("entry", 1), ("entry", 1)]


def test_half_is_not_most_and_a_little_tells_nothing(journal: Journal) -> None:
    journal.capture("-> @Ann time: talk 2h #visits\n-> @Ann time: talk 2h", ago(10))
    assert "scattered" not in codes(journal)
    week = Period("span", ago(3), TODAY)
    journal.capture("-> @Ann time: talk 1h", ago(2))
    assert "scattered" not in codes(journal, week)


def test_an_event_for_a_goal_is_not_scattered(journal: Journal) -> None:
    meetup(journal, days=20, minutes=600, goals=("visits",))
    journal.capture("-> @Ann time: talk 2h", ago(10))
    assert "scattered" not in codes(journal)


# one-sided giving


def test_much_was_given_for_long_and_nothing_came_back(journal: Journal) -> None:
    journal.capture("-> @Ann info: a\n-> @Ann info: b", ago(180))
    journal.capture("-> @Ann info: c\n-> @Ann info: d\n-> @Ann info: e", ago(10))
    found = only(journal, "one_sided")
    assert (found.handle, found.figure("given"), found.figure("given_count"), found.figure("days")) == (
        "Ann", 5000, 5, 180,
    )  # fmt: skip
    assert len(found.evidence) == 5


def test_aims_that_are_known_or_something_that_came_back(journal: Journal) -> None:
    ann, _bob = journal.books.contacts.all()
    journal.change_contact(ann._replace(aims="to find a partner"))
    for name in ("Ann", "Bob"):
        journal.capture("\n".join(f"-> @{name} info: {word}" for word in "abcde"), ago(200))
    journal.capture("<- @Bob thanks", ago(100))
    assert "one_sided" not in codes(journal)


def test_what_was_given_before_a_settlement_is_even(journal: Journal) -> None:
    journal.capture("\n".join(f"-> @Ann info: {word}" for word in "abcde") + "\n<> @Ann", ago(300))
    journal.capture("\n".join(f"-> @Ann info: {word}" for word in "fghij"), ago(170))
    assert "one_sided" not in codes(journal), "five times again, but not for so long"


def test_one_sided_so_far_is_too_early(journal: Journal) -> None:
    journal.capture("-> @Ann info: a\n-> @Ann info: b", ago(200))
    found = only(journal, "one_sided")
    assert found.early
    assert codes(journal) == []


# fading


def test_silent_for_longer_than_meant(journal: Journal) -> None:
    journal.capture("-> @Ann info: a", ago(40))
    journal.set_cadence(Cadence(30, contact=1))
    found = only(journal, "fading")
    assert (found.handle, found.figures, found.early) == ("Ann", (("days", 40), ("cadence", 30)), False)
    assert [(one.kind, one.on) for one in found.evidence] == [("entry", ago(40))]
    assert [finding.code for finding in findings_about(journal, 1, TODAY)] == ["fading"]


def test_within_the_cadence_or_snoozed(journal: Journal) -> None:
    journal.capture("-> @Ann info: a\n-> @Bob info: b", ago(40))
    journal.set_cadence(Cadence(40, contact=1))
    journal.set_cadence(Cadence(30, contact=2))
    journal.snooze(2, TODAY)
    assert "fading" not in codes(journal)
    assert "fading" not in [finding.code for finding in findings_about(journal, 2, TODAY)]


# all together


def test_who_is_archived_or_removed_is_not_spoken_of(journal: Journal) -> None:
    journal.capture("<- @Ann intro: a\n<- @Ann intro: b\n<- @Ann intro: c", ago(100))
    journal.capture("-> @Bob info: a *9\n-> @Bob info: b *9\n-> @Bob info: c *9", ago(100))
    assert {"referral_silence", "only_taking"} <= set(codes(journal))
    journal.archive_contact(journal.books.contacts.get(1), True)
    assert codes(journal) == []


def test_an_empty_journal_has_nothing_to_say() -> None:
    assert findings(Journal.open(":memory:"), TODAY) == ()


SAMPLE = {
    "ja": ("異業種交流会", "伊藤誠", "山本剛", "ケア交流会"),
    "en": ("mixer", "Makoto_Ito", "Tsuyoshi_Yamamoto", "care_meetup"),
}


@pytest.mark.parametrize("language", SAMPLE)
def test_the_sample_journal_shows_what_it_is_made_to_show(language: str) -> None:
    mixer, taker, one_way, meeting = SAMPLE[language]
    made = Journal.open(":memory:")
    demo.make(made, language)

    found = findings(made, TODAY)
    about = {(finding.code, finding.handle) for finding in found if not finding.early}

    assert {(code, mixer) for code in ("no_purpose", "cards_only", "attending")} <= about
    assert {("only_taking", taker), ("referral_silence", taker)} <= about
    assert not any(handle == meeting for _code, handle in about)
    assert [(f.code, f.early) for f in found if f.handle == one_way] == [("one_sided", True)]
    for finding in found:
        records = behind(made, finding)
        assert records.length == len(finding.evidence) > 0
        assert len(records.read(0, 99)) == records.length
