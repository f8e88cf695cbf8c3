import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal.formats import vcard
from networkjournal.formats.vcard_write import Version, write
from networkjournal.model.contact import CAUTIONS, Contact, Labelled

TEXT = st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=30).map(str.strip)
LINE = st.text(alphabet=st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=20).map(str.strip)
SAID = LINE.filter(bool)
NAMES = st.one_of(LINE, st.sampled_from(["田中", "太郎", "Miller", "アンナ"]))
TYPES = st.sampled_from(["", "work", "work fax", "home", "cell", "自宅", "pref", "voice", "work work", "a;b,c"])
LABELS = st.one_of(TYPES, LINE.map(str.lower).map(str.strip))
READINGS = st.lists(SAID.filter(lambda word: word.split() == [word]), max_size=3).map(" ".join)
BIRTHDAYS = st.one_of(
    LINE,
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: "-" + day.isoformat()[4:]),
    st.sampled_from(["19960415", "--0415", "1604-04-15", "1996-02-30"]),
)
EXTRAS = st.one_of(
    TEXT,
    st.builds("X-{}:{}".format, st.sampled_from(["A", "B;TYPE=x", 'C;D="a:b"', "ABSHOWAS"]), LINE),
    st.sampled_from(
        [
            "BEGIN:VCARD",
            "END:VCARD",
            "VERSION:2.1",
            "AGENT:",
            "TITLE:x",
            "TITLE:",
            "N:a;b;c",
            "FN:x",
            "ORG:x;y;z",
            "BDAY:19990101",
            "TEL:1",
            "NOTE:x",
            "CATEGORIES:x",
            "UID:1",
            "UID:",
            "SORT-STRING:たなか",
            "SORT-STRING:Tanaka",
            "SOUND;X-IRMC-N:ﾀﾅｶ",
            "X-PHONETIC-LAST-NAME:x",
            "X-NETWORKJOURNAL-CAUTION:x",
            "X-NETWORKJOURNAL-EXTRA:x",
            "item1.X-ABLabel:x",
            "item7.X-OTHER:x",
            "X-Q;ENCODING=QUOTED-PRINTABLE:=41",
            "X-Q;CHARSET=SHIFT_JIS:x",
            "item9.EMAIL;X-A=b:x",
        ]
    ),
)


def labelled(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Labelled, ...]]:
    return st.lists(st.builds(Labelled, values, LABELS), max_size=3).map(tuple)


def several(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=3, unique=True).map(tuple)


CONTACTS = st.builds(
    Contact,
    SAID,
    handle=SAID,
    family=NAMES,
    given=NAMES,
    reading=READINGS,
    aliases=several(SAID),
    organization=LINE,
    department=LINE,
    title=LINE,
    emails=labelled(SAID.filter(lambda text: not text.lower().startswith("mailto:"))),
    phones=labelled(SAID.filter(lambda text: not text.lower().startswith("tel:")) | st.just("+81-3-0000-0000")),
    urls=labelled(LINE.map("https://a.example/{}".format).map(str.strip)),
    addresses=labelled(TEXT.filter(bool)),
    birthday=BIRTHDAYS,
    how_met=TEXT,
    introduced_by=LINE,
    needs=several(TEXT.filter(bool)),
    can_give=several(TEXT.filter(bool)),
    asks=several(TEXT.filter(bool)),
    caution=TEXT,
    aims=TEXT,
    suspected=TEXT,
    knows=TEXT,
    withheld=TEXT,
    notes=TEXT,
    tags=several(SAID.filter(lambda tag: tag.removeprefix("* ") != "myContacts")),
    extra=several(EXTRAS),
    archived=st.just(False),
    snoozed_until=st.just(None),
    id=st.just(0),
)
VERSIONS: st.SearchStrategy[Version] = st.sampled_from(["3.0", "4.0"])


def read(text: str) -> list[Contact]:
    reading = vcard.read(text.encode(), "x")
    assert reading.bad == ()
    return [record.contact for record in reading.contacts]


@settings(deadline=None, max_examples=300)
@given(st.lists(CONTACTS, max_size=2), VERSIONS)
def test_everything_comes_back_when_all_is_let_out(contacts: list[Contact], version: Version) -> None:
    assert read(write(contacts, version, private=True)) == contacts


@settings(deadline=None)
@given(CONTACTS, VERSIONS)
def test_what_is_private_stays_here_unless_asked_for(contact: Contact, version: Version) -> None:
    minded: dict[str, Any] = dict.fromkeys(CAUTIONS, "")
    assert read(write([contact], version)) == [
        contact._replace(handle="", how_met="", introduced_by="", needs=(), can_give=(), asks=(), **minded)
    ]


@settings(deadline=None)
@given(CONTACTS, VERSIONS)
def test_every_line_is_short_and_ends_as_the_standard_says(contact: Contact, version: Version) -> None:
    text = write([contact], version)
    assert text.endswith("END:VCARD\r\n")
    assert not re.search("\r(?!\n)|(?<!\r)\n", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_words_of_caution_are_not_in_the_text() -> None:
    contact = Contact(
        "Anna",
        handle="Anna_2",
        how_met="MET",
        needs=("NEEDS",),
        can_give=("GIVES",),
        asks=("ASKS",),
        caution="CAUTION",
        aims="AIMS",
        suspected="SUSPECTED",
        knows="KNOWS",
        withheld="WITHHELD",
    )
    assert write([contact]) == "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:Anna\r\nEND:VCARD\r\n"


def test_version_3_0_is_what_address_books_read() -> None:
    contact = Contact(
        "田中 太郎",
        family="田中",
        given="太郎",
        reading="タナカ タロウ",
        organization="あおば会",
        department="営業",
        emails=(Labelled("a@b.example", "work"),),
        phones=(Labelled("+819000000000", "cell"), Labelled("1", "受付")),
        addresses=(Labelled("東京都, 港区", "home"),),
        birthday="--04-15",
    )
    assert write([contact], "3.0").splitlines() == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:田中;太郎;;;",
        "FN:田中 太郎",
        "X-PHONETIC-LAST-NAME:タナカ",
        "X-PHONETIC-FIRST-NAME:タロウ",
        "ORG:あおば会;営業",
        "EMAIL;TYPE=WORK:a@b.example",
        "TEL;TYPE=CELL:+819000000000",
        "item3.TEL:1",
        "item3.X-ABLabel:受付",
        "ADR;TYPE=HOME:;;東京都\\, 港区;;;;",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15",
        "END:VCARD",
    ]


def test_version_4_0_has_its_own_telephone_and_birthday() -> None:
    lines = write([Contact("a", phones=(Labelled("+1-555", "work"),), birthday="1996-04-15")], "4.0").splitlines()
    assert lines[2:-1] == ["FN:a", "TEL;VALUE=uri;TYPE=work:tel:+1-555", "BDAY:19960415"]


def test_a_kept_line_goes_out_for_its_field_while_it_says_the_same() -> None:
    line = "item1.ADR;TYPE=HOME:;;12 Birch Lane;Springfield;;;"
    address = Labelled("12 Birch Lane, Springfield", "home")
    contact = Contact("a", addresses=(address,), extra=(line, "item1.X-ABADR:us"))
    assert write([contact]).splitlines()[4:-1] == [line, "item1.X-ABADR:us"]


def test_a_kept_line_whose_field_was_changed_since_is_wrapped_and_not_read_as_a_second_value() -> None:
    line = "ADR;TYPE=HOME:;;12 Birch Lane;Springfield;;;"
    contact = Contact("a", addresses=(Labelled("1 Elm Street", "home"),), extra=(line,))
    assert "X-NETWORKJOURNAL-EXTRA:ADR" in write([contact])
    assert read(write([contact])) == [contact]


@pytest.mark.parametrize("line", ["FN:Other", "END:VCARD", "a\r\nEND:VCARD", "TEL:1", " folded:x"])
def test_no_kept_line_can_pass_itself_off_as_something_else(line: str) -> None:
    (contact,) = read(write([Contact("a", extra=(line,))]))
    assert (contact.name, contact.phones, len(contact.extra)) == ("a", (), 1)


def test_a_new_group_never_takes_the_name_of_a_kept_one() -> None:
    contact = Contact("a", phones=(Labelled("1", "shop"),), extra=("item1.X-ABDATE:x", "item1.X-ABLabel:y"))
    assert "item2.TEL:1" in write([contact])
