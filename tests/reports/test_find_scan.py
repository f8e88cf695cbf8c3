"""Finding gives what a look through every text would give, over random texts and queries in both languages.

The look through is written anew here, from what was put in: it asks neither the index nor the book of mentions.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.folding import fold
from networkjournal.model.goal import Goal
from networkjournal.reports.find import find
from networkjournal.store import scopes, searched, seeking
from tests.copies import copied

DAY = date(2026, 11, 20)
WORDS = (
    "訪問",
    "看護",
    "訪問看護",
    "夜",
    "の",
    "ノート",
    "night",
    "nights",
    "shift",
    "Care",
    "12件",
    "，",
    "ｶｻﾝ",
    "𠮷",
)
PEOPLE = ("鈴木花子", "田中太郎", "Anna Miller")
NOTES = ("訪問看護の夜\nnight shift", "Care ノート 12件", "夜の訪問 nights")
KINDS = ("紹介", "情報", "gift")
SHAPES = ("{}", "-> @{who} {kind}: {}", "! {}", "= {} #在宅", "[ ] @{who} {}", "@{who} さんと {}", "%交流会 {} #在宅")


class Written(NamedTuple):
    """An entry, and what is known of it without asking anybody."""

    id: int
    day: date
    lines: tuple[str, ...]
    shapes: frozenset[str]
    people: frozenset[str]
    kinds: frozenset[str]


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A line's shape, whom it names, its kind and its words."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    between = draw(st.sampled_from(("", " ", "　")))
    pick = draw(st.tuples(*map(st.sampled_from, (SHAPES, PEOPLE, KINDS))))
    return (*pick, between.join(words))


ENTRIES = st.lists(st.tuples(st.integers(0, 5), st.lists(lines(), min_size=1, max_size=3)), min_size=1, max_size=8)
TERMS = st.lists(
    st.one_of(
        st.sampled_from((*WORDS, "ny", "n", "問看", "問", "カサン", "nigh*", "件", "花子", "->")),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map("".join),
    ),
    max_size=3,
)
FILTERS = st.lists(
    st.sampled_from(
        (
            *(f'who:"{name}"' for name in PEOPLE), "誰:suzuki", "goal:在宅", "目的:在宅", "event:交流会", "会:交流",
            "kind:insight", "種類:成果報告", "kind:actions", "kind:exchange", "kind:紹介", "kind:gift", "kind:entry",
            "from:2026-11-18", "to:2026-11-18", "まで:昨日", "from:2026-11", "to:2025",
        )
    ),
    max_size=2,
)  # fmt: skip


@copied
def empty(path: str) -> Journal:
    """A journal that knows some people, and nothing written yet."""
    journal = Journal.open(path)
    for name, notes in zip(PEOPLE, NOTES, strict=True):
        journal.add_contact(Contact(name, reading="スズキ ハナコ" if "鈴木" in name else "", notes=notes))
    journal.add_goal(Goal("在宅を増やす", "在宅"))
    journal.add_event(Event("交流会", DAY, purpose="会う"))
    return journal


def made(journal: Journal, entries: list[tuple[int, list[tuple[str, str, str, str]]]]) -> list[Written]:
    """Write entries, and tell what they hold."""
    found = []
    for back, parts in entries:
        text = "\n".join(shape.format(words, who=f"[{who}]", kind=kind) for shape, who, kind, words in parts)
        entry = journal.capture(text, DAY - timedelta(back)).entry
        assert entry is not None
        shapes = frozenset(shape for shape, *_rest in parts)
        people = frozenset(who for shape, who, *_rest in parts if "{who}" in shape)
        kinds = frozenset(kind for shape, _who, kind, _words in parts if "{kind}" in shape)
        found.append(Written(entry.id, entry.day, tuple(entry.text.split("\n")), shapes, people, kinds))
    return found


def has(line: str, word: str) -> bool:
    """Whether a line has a word: a Latin one where a word begins, others anywhere."""
    folded, wanted = fold(line), fold(word)

    def latin(char: str) -> bool:
        return char.isascii() and char.isalnum()

    places = range(len(folded) - len(wanted) + 1)
    return any(
        folded.startswith(wanted, at) and not (at and latin(folded[at - 1]) and latin(folded[at])) for at in places
    )


def parts(term: str) -> list[str]:
    """The words of a term as it was typed; a phrase is one."""
    return [term.strip('"')] if term.startswith('"') else [word.rstrip("*") or word for word in fold(term).split()]


def fits(lines: tuple[str, ...], term: str) -> bool:
    """Whether a text has a term that was typed."""
    return all(any(has(line, word) for line in lines) for word in parts(term))


def within(entry: Written, typed: str) -> bool:
    """Whether an entry is where a filter says."""
    key, _colon, value = typed.replace('"', "").partition(":")
    if key in ("who", "誰"):
        return ("鈴木花子" if value == "suzuki" else value) in entry.people
    if key in ("goal", "目的"):
        return any("#在宅" in shape for shape in entry.shapes)
    if key in ("event", "会"):
        return any("%" in shape for shape in entry.shapes)
    if key in ("from",):
        return entry.day >= {"2026-11-18": date(2026, 11, 18), "2026-11": date(2026, 11, 1)}[value]
    if key in ("to", "まで"):
        last = {"2026-11-18": date(2026, 11, 18), "昨日": DAY - timedelta(1), "2025": date(2025, 12, 31)}
        return entry.day <= last[value]
    beginning = {"insight": "!", "成果報告": "=", "actions": "[ ]", "exchange": "->", "entry": ""}
    if value in beginning:
        return any(shape.startswith(beginning[value]) for shape in entry.shapes)
    return value in entry.kinds


Typed = list[tuple[list[str], list[str]]]


def compared(entries: list[tuple[int, list[tuple[str, str, str, str]]]], asked: Typed) -> None:
    """Find, look through, and hold one against the other."""
    journal = empty()
    written = made(journal, entries)
    newest = sorted(written, key=lambda entry: (entry.day, entry.id), reverse=True)
    by_id = {entry.id: entry for entry in written}
    for terms, filters in asked:
        expected = [
            entry.id
            for entry in newest
            if all(fits(entry.lines, term) for term in terms) and all(within(entry, typed) for typed in filters)
        ]
        found = find(journal, " ".join((*filters, *terms)), 100, DAY).hits
        hits = [hit for hit in found if hit.kind == "entry"]
        assert [hit.id for hit in hits] == (expected if terms or filters else [])
        for hit in hits:
            assert hit.day == by_id[hit.id].day
            assert any(f"{hit.before}{hit.match}{hit.after}".replace("…", "") in line for line in by_id[hit.id].lines)
            assert not terms or any(has(hit.match, part) for term in terms for part in parts(term))
        best = find(journal, " ".join((*terms, *filters)), 100, DAY, best=True).hits
        assert sorted(hit.id for hit in best if hit.kind == "entry") == sorted(hit.id for hit in hits)
        if terms and not filters:
            people = {
                number
                for number, (name, notes) in enumerate(zip(PEOPLE, NOTES, strict=True), 1)
                if all(fits((name, *notes.split("\n")), term) for term in terms)
            }
            assert {hit.id for hit in found if hit.kind == "contact"} == people
    journal.close()


QUERIES = st.lists(st.tuples(TERMS, FILTERS), min_size=4, max_size=8)


@settings(max_examples=20)
@given(ENTRIES, QUERIES)
def test_what_is_found_is_what_a_look_through_everything_finds(
    entries: list[tuple[int, list[tuple[str, str, str, str]]]], asked: Typed
) -> None:
    compared(entries, asked)


@settings(max_examples=20)
@given(ENTRIES, QUERIES)
def test_it_is_so_beyond_the_newest_and_where_somebody_is_in_every_entry(
    entries: list[tuple[int, list[tuple[str, str, str, str]]]], asked: Typed
) -> None:
    """What holds at a hundred thousand entries, with the borders where they are reached by eight."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seeking, "NEWEST", 2)
        patch.setattr(seeking, "FREQUENT", 1)
        patch.setattr(scopes, "FEW", 1)
        compared(entries, asked)


@pytest.mark.parametrize(
    "typed", ["from:2026-11-18 to:2026-11-19", "to:2026-11-18", "夜 to:2026-11-18", "from:2026-11-19"]
)
def test_a_day_with_more_entries_than_numbers_is_found_whole(typed: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (seeking, searched):
            patch.setattr(module, "A_DAY", 2)
        patch.setattr("networkjournal.store.search.A_DAY", 2)
        journal = Journal.open(":memory:")
        for back in (0, 2, 2, 2, 1, 2, 3):
            journal.capture("夜", DAY - timedelta(back))
        found = {hit.id for hit in find(journal, typed).hits}
    expected = {"from:2026-11-18 to:2026-11-19": {2, 3, 4, 5, 6}, "from:2026-11-19": {1, 5}}
    assert found == expected.get(typed, {2, 3, 4, 6, 7})
