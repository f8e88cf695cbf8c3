import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.errors import Invalid
from networkjournal.formats import vcard_lines
from networkjournal.formats.vcard_lines import RawCard, Stray, content_lines, mark, raw_cards


def unfolded(data: bytes) -> list[bytes]:
    return [line for _, line in content_lines(data)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_lines_end_in_every_known_way(end: bytes) -> None:
    assert unfolded(end.join([b"A:1", b" 2", b"B:3", b""])) == [b"A:12", b"B:3"]


def test_a_fold_inside_a_character_is_undone_before_decoding() -> None:
    name = "FN:田中".encode()
    assert unfolded(name[:4] + b"\r\n " + name[4:5] + b"\r\n\t" + name[5:]) == [name]


def test_only_the_one_marking_space_goes() -> None:
    assert unfolded(b"NOTE:a\n  b\n \n c") == [b"NOTE:a bc"]


def test_each_line_knows_where_it_began() -> None:
    assert list(content_lines(b"\nA:1\n 2\n\nB:3\n")) == [(2, b"A:12"), (5, b"B:3")]


def test_soft_breaks_join_quoted_printable_lines_only() -> None:
    assert unfolded(b"N;ENCODING=QUOTED-PRINTABLE:=41=\n=42\nX:1=\nY:2") == [
        b"N;ENCODING=QUOTED-PRINTABLE:=41=42",
        b"X:1=",
        b"Y:2",
    ]


def test_a_soft_break_never_swallows_the_end_of_the_card() -> None:
    assert unfolded(b"N;QUOTED-PRINTABLE:=41=\nEND:VCARD") == [b"N;QUOTED-PRINTABLE:=41=", b"END:VCARD"]


def test_base64_of_2_1_runs_on_without_indent_until_a_property() -> None:
    assert unfolded(b"PHOTO;BASE64:/9j/\nAAAA\n\nTEL:1") == [b"PHOTO;BASE64:/9j/AAAA", b"TEL:1"]


def test_marks_are_found_in_any_case_and_with_spaces() -> None:
    assert [mark(line) for line in (b"begin:VCard", b" END:VCARD ", b"BEGIN:VCALENDAR", b"x" * 10**6)] == [
        "begin",
        "end",
        "",
        "",
    ]


def test_a_begin_inside_a_card_means_that_an_end_is_missing() -> None:
    cards = list(raw_cards(b"BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD\nBEGIN:VCARD\nFN:c"))
    assert cards == [
        RawCard(1, 1, (b"FN:a",), False),
        RawCard(2, 3, (b"FN:b",), True),
        RawCard(3, 6, (b"FN:c",), False),
    ]


def test_an_agent_s_card_belongs_to_the_card_around_it() -> None:
    inner = b"AGENT:\nBEGIN:VCARD\nFN:b\nEND:VCARD\n"
    (card,) = raw_cards(b"BEGIN:VCARD\n" + inner + b"FN:a\nEND:VCARD\n")
    assert isinstance(card, RawCard) and card.lines == (*inner.splitlines(), b"FN:a")


def test_a_run_of_lines_outside_is_told_once() -> None:
    data = b"x\ny\n \nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\nz\n"
    assert [item for item in raw_cards(data) if isinstance(item, Stray)] == [Stray(1, b"x"), Stray(6, b"END:VCARD")]


def test_a_hundred_thousand_folds_and_nestings_are_one_line_and_one_card() -> None:
    assert unfolded(b"NOTE:" + b"\n x" * 100_000) == [b"NOTE:" + b"x" * 100_000]
    deep = b"BEGIN:VCARD\nAGENT:\n" * 50_000 + b"END:VCARD\n" * 50_000
    assert len(list(raw_cards(deep))) == 1


PIECES = st.sampled_from([b"BEGIN:VCARD", b"END:VCARD", b"AGENT:", b" x", b"FN:a", b"", b"N;QUOTED-PRINTABLE:=", b"q"])


@given(st.lists(PIECES, max_size=30))
def test_every_byte_but_marks_and_folds_is_in_a_card_or_outside_one(pieces: list[bytes]) -> None:
    items = list(raw_cards(b"\n".join(pieces)))
    cards = [item for item in items if isinstance(item, RawCard)]
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    assert [item.line for item in items] == sorted(item.line for item in items)
    assert sum(line.count(b"a") for card in cards for line in card.lines) <= pieces.count(b"FN:a")


@given(st.text(st.sampled_from("ab:\r\n "), max_size=40), st.integers(1, 8))
def test_lines_are_the_same_in_whatever_pieces_the_file_is_looked_at(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        whole = list(content_lines(text.encode()))
        patch.setattr(vcard_lines, "_CHUNK", size)
        assert list(content_lines(text.encode())) == whole


def test_a_line_or_a_card_without_end_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_lines, "LONGEST_LINE", 100)
    monkeypatch.setattr(vcard_lines, "MOST_LINES", 10)
    monkeypatch.setattr(vcard_lines, "_CHUNK", 50)
    ((_, line),) = content_lines(b"NOTE:" + b"\n 123456789" * 100)
    assert 100 < len(line) < 300
    (card,) = raw_cards(b"BEGIN:VCARD\n" + b"X:1\n" * 100 + b"END:VCARD\n")
    assert isinstance(card, RawCard) and len(card.lines) == 11


def test_a_file_of_more_lines_than_there_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard_lines, "MOST_PHYSICAL", 5)
    with pytest.raises(Invalid) as caught:
        list(content_lines(b"X:1\n" * 6))
    assert caught.value.reason == "too_many"
