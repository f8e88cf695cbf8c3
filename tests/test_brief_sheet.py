"""The lines of a brief: in order, hidden where asked, and the ones that matter most where there is little room."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal import brief_sheet, demo
from networkjournal.brief_sheet import Line
from networkjournal.cli.brief import fitted
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.refusal import Refusal
from networkjournal.reports.brief import brief, brief_of

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    journal = Journal.open(":memory:")
    demo.make(journal, "ja")
    return journal


def told(journal: Journal, name: str) -> list[str]:
    return [f"{line.label}|{line.text}" for line in brief_sheet.lines(brief(journal, name, TODAY))]


def test_of_someone_unknown_it_says_what_is_not_known(journal: Journal) -> None:
    journal.add_contact(Contact("Ann Lee"))
    found = told(journal, "Ann Lee")
    assert "|Nothing has passed between you yet." in found
    assert "|What they need is not noted yet: that is what to ask." in found


def test_an_onlooker_is_told_nothing_of_them(journal: Journal) -> None:
    tanaka = journal.find_contact("田中太郎")
    tanaka = tanaka._replace(caution="売り込み", suspected="名簿", needs=("夜の医師",), how_met="駅で")
    journal.change_contact(tanaka)
    journal.add_refusal(Refusal("共同出資", TODAY, "早い", "田中太郎"))
    sheet = brief_of(journal, tanaka, TODAY)._replace(suggestions=())
    lines = brief_sheet.lines(sheet, lambda text, tells: "●" if tells and text else text)
    shown = " ".join(f"{line.text}{line.note}" for line in lines)
    for secret in ("田中", "タナカ", "あおば", "売り込み", "名簿", "夜の医師", "駅で", "共同出資", "夜間", "@t"):
        assert secret not in shown, secret
    assert shown.count("●") > 8


LINES = st.lists(st.builds(Line, st.integers(0, 9), st.text("あa ", max_size=120)), min_size=1, max_size=40)


@given(LINES, st.integers(20, 100), st.integers(3, 40))
def test_what_is_left_out_matters_least(lines: list[Line], cells: int, most: int) -> None:
    shown = fitted(lines, cells, most)
    assert [line for line in lines if line in shown] == [line for line in lines if line.rank == 0 or line in shown]
    kept, left = list(shown), [line for line in lines if all(line is not one for one in shown)]
    assert len(kept) + len(left) == len(lines)
    if left:
        assert max((line.rank for line in kept), default=0) <= max(line.rank for line in left)
    assert not left or min(line.rank for line in left) > 0


def test_everything_stays_where_there_is_room(journal: Journal) -> None:
    lines = brief_sheet.lines(brief(journal, "田中太郎", TODAY))
    assert fitted(lines, 80, 100) == lines


@pytest.mark.parametrize("name", ["田中太郎", "伊藤誠", "鈴木花子", "山本剛", "Anna_Miller", "佐藤健一"])
def test_every_brief_of_the_sample_fits_a_small_terminal(journal: Journal, name: str) -> None:
    """80 cells and 24 lines, the prompt below it included."""
    shown = fitted(brief_sheet.lines(brief(journal, name, TODAY)), 80, 22)
    assert len(shown) <= 22
