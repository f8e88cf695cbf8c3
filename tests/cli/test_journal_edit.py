"""Changing an entry in one's own editor while others write: nobody is written over, and what was typed stays."""

import json
from pathlib import Path

import pytest

from networkjournal.model.entry import Entry
from networkjournal.tui.draft import drafts_left
from tests.cli.shell import Shell

OTHER = "import sys; from networkjournal.cli import main; main(['--db', sys.argv[1], *sys.argv[2:]])"


def meanwhile(shell: Shell, monkeypatch: pytest.MonkeyPatch, mine: str, theirs: str | None, *more: str) -> list[str]:
    """Have the editor write `mine` while another window writes `theirs`, or removes the entry; gives what it is shown.

    When it opens again, it writes `more`.
    """
    seen: list[str] = []
    written = [mine, *more]

    def edit(text: str, _environment: object, _journal: str = "") -> str:
        seen.append(text)
        if len(seen) == 1:
            from networkjournal.journal import Journal

            other = Journal.open(str(shell.path))
            if theirs is None:
                other.remove_entry(1)
            else:
                other.edit_entry(other.entry(1)._replace(text=theirs))
            other.close()
        return written[len(seen) - 1]

    monkeypatch.setattr("networkjournal.cli.editing.edit", edit)
    return seen


def text(shell: Shell) -> str:
    return str(shell.json("journal")[0]["text"])


def left(shell: Shell) -> list[tuple[str, Entry]]:
    found = drafts_left(str(shell.path), "entry")
    return [(d.text, Entry(d.about.entry, d.about.day, d.about.base)) for d in found]  # type: ignore[arg-type]


def asked(monkeypatch: pytest.MonkeyPatch, answer: int | None) -> None:
    monkeypatch.setattr("networkjournal.cli.command.Context.interactive", True)
    monkeypatch.setattr("networkjournal.cli.question.choose", lambda _question, _candidates: answer)


@pytest.mark.parametrize(
    ("answer", "more", "stands"),
    [(0, (), "mine"), (1, (), "theirs"), (2, ("both of them",), "both of them")],
    ids=["mine", "theirs", "both"],
)
def test_whoever_sits_there_is_asked_which_one_is_to_stay(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: int, more: tuple[str, ...], stands: str
) -> None:
    shell.say("add", "as it was")
    seen = meanwhile(shell, monkeypatch, "mine", "theirs", *more)
    asked(monkeypatch, answer)
    told = shell("journal", "edit", "1")
    assert told.status == 0 and "theirs" in told.err
    assert text(shell) == stands
    assert seen[1:] == (["theirs\nmine"] if more else [])
    assert left(shell) == []


def test_without_an_answer_the_text_is_kept_as_a_draft(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("add", "as it was")
    meanwhile(shell, monkeypatch, "mine", "theirs")
    asked(monkeypatch, None)
    told = shell("journal", "edit", "1")
    assert told.status == 1 and "changed elsewhere" in told.err and "kept as a draft" in told.err
    assert text(shell) == "theirs"
    assert left(shell) == [("mine", Entry(1, "2026-11-23", "as it was"))]  # type: ignore[arg-type]


def test_where_nobody_can_be_asked_the_text_is_kept(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("add", "as it was")
    meanwhile(shell, monkeypatch, "mine", "theirs")
    assert shell("journal", "edit", "1").status == 1
    assert text(shell) == "theirs"
    assert [draft for draft, _about in left(shell)] == ["mine"]


def test_what_was_removed_meanwhile_is_kept_as_a_draft(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("add", "as it was")
    meanwhile(shell, monkeypatch, "mine", None)
    told = shell("journal", "edit", "1")
    assert told.status == 1 and "there is no entry 1" in told.err
    assert [draft for draft, _about in left(shell)] == ["mine"]


def test_a_text_from_the_editor_that_cannot_be_saved_is_kept(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The journal may be a damaged file by then, or the disk full."""
    shell.path.write_bytes(b"x" * 5000)
    monkeypatch.setattr("networkjournal.cli.command.Context.interactive", True)
    monkeypatch.setattr("networkjournal.cli.editing.edit", lambda _text, _environment, _journal: "a whole page")
    told = shell("add")
    assert told.status == 3 and "kept as a draft" in told.err
    assert left(shell) == [("a whole page", Entry(0, "2026-11-23", ""))]  # type: ignore[arg-type]


def test_two_commands_on_one_contact_lose_nothing(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each says one field; between reading and writing the other one was quicker."""
    from networkjournal.journal import Journal

    shell.say("contact", "add", "Ann Lee")
    change, first = Journal.change_contact, [True]

    def slow(self: Journal, contact: object, seen: object = None) -> object:
        if first.pop():
            first.append(False)
            other = Journal.open(str(shell.path))
            person = other.find_contact("Ann Lee")
            change(other, person._replace(organization="Elsewhere", title="Doctor", name="Ann Leigh"))
            other.close()
        first.append(False)
        return change(self, contact, seen)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "change_contact", slow)
    shell.say("contact", "edit", "Ann Lee", "--title", "Nurse", "--note", "met twice")
    (found,) = json.loads(shell.say("contact", "list", "--json"))
    assert (found["name"], found["organization"], found["title"], found["notes"]) == (
        "Ann Leigh", "Elsewhere", "Nurse", "met twice",
    )  # fmt: skip
