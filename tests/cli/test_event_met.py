"""`event met`: people noted in one step, from options and from standard input."""

import io

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def meetup(shell: Shell) -> Shell:
    shell.say("contact", "add", "Ann Lee", "--org", "Aoba")
    shell.say("event", "add", "Meetup", "--on", "2026-11-20", "--purpose", "to meet a manager")
    return shell


def test_people_are_noted_with_their_steps(meetup: Shell) -> None:
    ann, bob = "ann lee;; likes tea; call her", "Bob; CareTech"
    said = meetup.say("event", "met", "Meetup", "--person", ann, "--person", bob)
    assert said == (
        "Meetup: 2 people noted · 1 new contact · 1 next step\n"
        "Name                  Detail     Next step\n"
        "Ann Lee  known: Aoba  likes tea  call her\n"
        "Bob      new\n"
    )
    text = "%Meetup\n@Ann_Lee likes tea\n[ ] @Ann_Lee call her due:2026-11-23\n@Bob"
    assert meetup.json("journal")[0]["text"] == text
    assert meetup.json("contact", "show", "Bob")["how_met"] == "Meetup"
    assert [action["due"] for action in meetup.json("action", "list")] == ["2026-11-23"]
    meetup.say("undo")
    assert meetup.json("journal") == [] and len(meetup.json("contact", "list")) == 1


def test_the_document_says_who_is_new_and_what_comes_next(meetup: Shell) -> None:
    told = meetup.json("event", "met", "Meetup", "--person", "Bob;CareTech;knows IT;write", "--due", "11/30")
    assert told["event"] == "Meetup" and told["entry"] == 1 and told["date"] == "2026-11-20"
    assert told["people"] == [
        {
            "contact": "Bob",
            "name": "Bob",
            "organization": "CareTech",
            "new": True,
            "detail": "knows IT",
            "next_step": "@Bob write",
            "due": "2026-11-30",
        }
    ]
    assert told["waiting"] == [] and len(told["posted"]) == 1


def test_a_rehearsal_saves_nothing(meetup: Shell) -> None:
    before = meetup.path.read_bytes()
    told = meetup.json("event", "met", "Meetup", "--person", "Bob", "--dry-run")
    assert told["entry"] is None and told["people"][0]["new"] is True
    assert "Preview, nothing saved" in meetup.say("event", "met", "Meetup", "--person", "Bob", "--dry-run")
    assert meetup.json("contact", "list")[0]["handle"] == "Ann_Lee" and meetup.json("journal") == []
    assert len(before) > 0


def test_standard_input_has_a_person_a_line(meetup: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Bob\tCareTech\tknows IT\tcall\n\nAnn Lee; ; likes tea\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    told = meetup.json("event", "met", "Meetup", "-")
    assert [(person["contact"], person["detail"]) for person in told["people"]] == [
        ("Bob", "knows IT"),
        ("Ann_Lee", "likes tea"),
    ]


def test_bad_rows_change_nothing(meetup: Shell) -> None:
    meetup.say("contact", "add", "Ann Smith")
    assert "may be" in meetup.refused("event", "met", "Meetup", "--person", "Bob", "--person", "Ann")
    assert "2: name is empty" in meetup.refused("event", "met", "Meetup", "--person", "Bob", "--person", "; x")
    assert "empty" in meetup.refused("event", "met", "Meetup", "--person", ";;")
    assert "no event" in meetup.refused("event", "met", "Mixer", "--person", "Bob")
    assert meetup.json("event", "met", "Meetup", "--person", "+Ann; X")["people"][0]["contact"] == "Ann"


def test_people_without_a_next_step_are_suggested_by_the_review(meetup: Shell) -> None:
    meetup.say("event", "met", "Meetup", "--person", "Bob", "--person", "Ann Lee;;;call")
    said = meetup.say("event", "review", "Meetup", "--talks", "2", "--verdict", "again", "--outcome", "one good talk")
    word = "Bob: no next step yet. A word by 2026-11-23 Mon keeps it alive."
    for text in ("to meet a manager", "one good talk", word, "2 people met"):
        assert text in said, text
    assert "Ann" not in said
    told = meetup.json("event", "show", "Meetup")
    assert told["follow_ups"] == [{"contact": "Bob", "by": "2026-11-23"}]
    assert (told["met"], told["first_met"]) == (2, 2)
