"""Forms: from field to field by keyboard, checked by the caller, left without losing anything by accident."""

import pytest

from networkjournal.tui.widgets.form import Field, Form
from tests.tui.snapshot import assert_snapshot, screen_text
from tests.tui.widgets.stage import Stage

FIELDS = [
    Field("name", "氏名", required=True, hint="鈴木 花子"),
    Field("reading", "よみ"),
    Field("kind", "Direction", "r", choices=[("g", "与えた"), ("r", "受けた")]),
    Field("note", "Note [x]", "one\ntwo", multiline=True),
    Field("last", "Last"),
]
Answers = list[dict[str, str] | None]


async def filled(form: Form, *keys: str, size: tuple[int, int] = (80, 24)) -> tuple[Answers, str]:
    """What the form answered to the keys, and the screen before it closed or as it is."""
    stage = Stage()
    answers: Answers = []
    async with stage.run_test(size=size) as pilot:
        stage.push_screen(form, answers.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert stage.letters == []
        return answers, screen_text(stage)


async def test_enter_goes_on_and_saves_from_the_last_field() -> None:
    answers, _ = await filled(
        Form("New", FIELDS), *"田中", "enter", *"たなか", "enter", "left", "enter", "tab", "x", "enter"
    )
    assert answers == [{"name": "田中", "reading": "たなか", "kind": "g", "note": "one\ntwo", "last": "x"}]


async def test_arrows_and_ctrl_s_work_from_anywhere() -> None:
    answers, _ = await filled(Form("New", FIELDS), "down", "a", "up", "j", "ctrl+s")
    assert answers[0] is not None
    assert (answers[0]["name"], answers[0]["reading"]) == ("j", "a")


async def test_enter_in_a_text_of_lines_begins_a_line() -> None:
    answers, _ = await filled(Form("New", FIELDS, focus="note"), "ctrl+end", "enter", "x", "ctrl+s")
    assert answers == []
    answers, _ = await filled(Form("New", FIELDS[3:]), "enter", "x", "ctrl+s")
    assert answers == [{"note": "\nxone\ntwo", "last": ""}]


async def test_what_is_required_is_asked_for() -> None:
    answers, screen = await filled(Form("New", FIELDS, focus="last"), "ctrl+s", "z")
    assert answers == []
    assert "! This cannot be empty." in screen
    assert "氏名*          z" in screen or " z " in screen, "the focus went to the field in question"


async def test_the_caller_s_sentences_stand_under_their_fields_literally() -> None:
    def validate(values: dict[str, str]) -> dict[str, str]:
        return {"reading": "Not [kana]: {reading}".format(**values)} if values["reading"] else {}

    answers, screen = await filled(Form("New", FIELDS, validate), "a", "tab", *"[x", "ctrl+s")
    assert answers == []
    lines = screen.splitlines()
    at = next(i for i, line in enumerate(lines) if "よみ" in line)
    assert "! Not [kana]: [x" in lines[at + 1]
    answers, _ = await filled(Form("New", FIELDS, validate), "a", "tab", "x", "ctrl+s", "backspace", "ctrl+s")
    assert len(answers) == 1, "it can be put right"


async def test_an_error_about_no_field_is_shown_too() -> None:
    answers, screen = await filled(Form("New", FIELDS, lambda values: {"": "Full moon."}), "a", "ctrl+s")
    assert answers == []
    assert "Full moon." in screen


async def test_escape_leaves_an_untouched_form_at_once_and_asks_in_another() -> None:
    answers, _ = await filled(Form("New", FIELDS), "escape")
    assert answers == [None]
    answers, screen = await filled(Form("New", FIELDS), "x", "escape")
    assert answers == []
    assert "Not saved yet." in screen
    answers, _ = await filled(Form("New", FIELDS), "x", "escape", "escape")
    assert answers == [None]
    answers, screen = await filled(Form("New", FIELDS), "x", "escape", "y", "escape")
    assert answers == [], "going on typing takes the question back"


async def test_what_nobody_touched_comes_back_as_it_was() -> None:
    """Control characters are not shown, but they are not a form's to remove."""
    fields = [Field("a", "A", "x\x1by"), Field("b", "B", "1\r\n2\x07", multiline=True), Field("c", "C")]
    answers, _ = await filled(Form("Edit", fields, focus="c"), "z", "enter")
    assert answers == [{"a": "x\x1by", "b": "1\r\n2\x07", "c": "z"}]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_it_looks_so(size: tuple[int, int]) -> None:
    """Labels in one column whatever their script."""
    _, screen = await filled(Form("新しい連絡先 [b]", FIELDS), "ctrl+s", size=size)
    assert_snapshot(screen, f"form-{size[0]}x{size[1]}")


async def test_a_long_form_scrolls_to_where_one_writes() -> None:
    fields = [Field(f"f{n}", f"Field {n}") for n in range(40)]
    _, screen = await filled(Form("Long", fields), "shift+tab", "Z", size=(60, 20))
    assert "Field 39" in screen
    assert "Ctrl+S Save" in screen


async def test_the_keys_are_in_sight_though_the_form_was_never_told_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Form, "on_resize", lambda _form, _event: None)
    _, screen = await filled(Form("Long", [Field(f"f{n}", f"Field {n}") for n in range(40)]), size=(60, 20))
    assert "Ctrl+S Save" in screen
