from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal.errors import Invalid
from networkjournal.formats import vcard
from networkjournal.formats.records import BadRecord, ContactRecord, Reading
from networkjournal.model.contact import Contact, Labelled

CARDS = Path(__file__).parents[1] / "data" / "cards"
GOOD = ["android21", "apple", "docomo21", "folded", "google", "japanese", "v4"]


def data(name: str) -> bytes:
    return (CARDS / f"{name}.vcf").read_bytes()


def read(name: str) -> tuple[ContactRecord, ...]:
    reading = vcard.read(data(name), name)
    assert (reading.bad, reading.entries, reading.skipped) == ((), (), ())
    return reading.contacts


def contacts(name: str) -> list[Contact]:
    return [record.contact for record in read(name)]


def test_apple_s_card_is_read_whole() -> None:
    (record,) = read("apple")
    assert (record.where, record.uid) == ("card 1, line 1", "5B1C2F1E-0000-4000-8000-0000000000A1")
    assert record.contact == Contact(
        "Dr. Anna Rose Miller",
        family="Miller",
        given="Anna",
        reading="ミラー アンナ",
        aliases=("Annie", "Ann"),
        organization="Elm Care, Inc.",
        department="Home Visits",
        title="Care Manager",
        emails=(
            Labelled("anna@elm.example", "work"),
            Labelled("anna@home.example", "home"),
            Labelled("a.miller@club.example", "rowing club"),
        ),
        phones=(Labelled("+1 (555) 010-0199", "cell"), Labelled("+1 (555) 010-0100", "work fax")),
        urls=(Labelled("https://elm.example/anna?a=1,2", "homepage"),),
        addresses=(Labelled("12 Birch Lane Flat 3, Springfield, OR 97475, USA", "home"),),
        birthday="--04-15",
        notes="Met at the fair.\nLikes rowing; dislikes, well, noise. C:\\temp",
        tags=("care", "rowing"),
        extra=(
            "PRODID:-//Apple Inc.//macOS 14.4//EN",
            "N:Miller;Anna;Rose;Dr.;",
            "item2.ADR;type=HOME;type=pref:;;12 Birch Lane\\nFlat 3;Springfield;OR;97475;USA",
            "item2.X-ABADR:us",
            "item4.X-ABRELATEDNAMES;type=pref:Tom",
            "item4.X-ABLabel:_$!<Spouse>!$_",
            "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nIC"
            "IsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2Q==",
            "UID:5B1C2F1E-0000-4000-8000-0000000000A1",
            "REV:2026-05-01T10:00:00Z",
        ),
    )


def test_google_s_cards_are_read_with_organizations_and_bare_addresses() -> None:
    assert contacts("google") == [
        Contact(
            "Tom Baker",
            family="Baker",
            given="Tom",
            organization="Baker & Sons",
            title="Owner",
            emails=(Labelled("tom@baker.example", "work"),),
            phones=(Labelled("+1 555-010-0123", "cell"), Labelled("+1 555-010-0124", "shop")),
            urls=(Labelled("http://baker.example", "profile"),),
            addresses=(Labelled("Portland", "home"),),
            birthday="1980-02-29",
            notes="Bread.",
            tags=("Suppliers",),
            extra=("PHOTO:https://photos.example/tom",),
        ),
        Contact("Blue Door Bakery", organization="Blue Door Bakery"),
        Contact("orders@flour.example", emails=(Labelled("orders@flour.example"),)),
    ]


def test_a_card_of_4_0_in_two_languages_is_one_person() -> None:
    (record,) = read("v4")
    assert record.uid == "urn:uuid:00000000-0000-4000-8000-000000000004"
    assert record.contact == Contact(
        "高橋 由美",
        family="高橋",
        given="由美",
        reading="タカハシ ユミ",
        aliases=("Yumi Takahashi",),
        organization="株式会社グロース",
        department="企画部",
        title="部長",
        emails=(Labelled("yumi@growth.example", "work"), Labelled("yumi@home.example", "home")),
        phones=(Labelled("+81-90-0000-0000", "cell text"), Labelled("+81-3-0000-0000;ext=12", "home")),
        urls=(Labelled("https://growth.example/people/1,2;x"),),
        addresses=(Labelled("105-0000 東京都港区1-2-3 日本", "work"),),
        birthday="--04-12",
        notes="一行目\n二行目\n\nもう一つ",
        extra=(
            "UID:urn:uuid:00000000-0000-4000-8000-000000000004",
            "FN;ALTID=1;LANGUAGE=en:Yumi Takahashi",
            "N;ALTID=1;LANGUAGE=en:Takahashi;Yumi;;;",
            'ORG;SORT-AS="グロースハウス":株式会社グロース;企画部',
            "TITLE;LANGUAGE=en:Head of Planning",
            'ADR;TYPE=work;LABEL="東京都港区1-2-3: 5F":;;1-2-3;港区;東京都;105-0000;日本',
            "ANNIVERSARY:20090808",
            "GENDER:F",
            "PHOTO:data:image/png;base64,iVBORw0KGgo=",
            "CLIENTPIDMAP:1;urn:uuid:00000000-0000-4000-8000-0000000000ff",
        ),
    )


def test_japanese_cards_come_with_readings_and_the_family_name_first() -> None:
    assert contacts("japanese") == [
        Contact(
            "田中 太郎",
            family="田中",
            given="太郎",
            reading="たなか たろう",
            organization="医療法人あおば会",
            department="居宅介護支援事業所 第一係",
            phones=(Labelled("０３－００００－０００１", "work"),),
            addresses=(Labelled("100-0001 東京都千代田区1-1 あおばビル3F", "work"),),
            birthday="1975-04-05",
            extra=(
                "N:田中;太郎;;;様",
                "ORG:医療法人あおば会;居宅介護支援事業所;第一係",
                "ADR;TYPE=WORK:;あおばビル3F;1-1;千代田区;東京都;100-0001;",
            ),
        ),
        Contact(
            "鈴木 花子",
            family="鈴木",
            given="花子",
            reading="スズキ ハナコ",
            aliases=("はなちゃん",),
            birthday="昭和五十年の春",
        ),
        Contact("アンナ・ミラー", family="ミラー", given="アンナ", extra=("SORT-STRING:Miller",)),
        Contact("𠮷田 葛\U000e0100子", family="𠮷田", given="葛\U000e0100子", reading="ヨシダ"),
        Contact(
            "グロース株式会社",
            organization="グロース株式会社",
            extra=("X-ABShowAs:COMPANY", "X-PHONETIC-ORG:グロース"),
        ),
    ]


def test_folds_inside_characters_are_undone() -> None:
    assert contacts("folded") == [
        Contact("伊藤 誠", family="伊藤", given="誠", notes="勉強会で話し方を教わった。次は事例を持って行く。")
    ]


def test_an_android_card_of_2_1_is_read() -> None:
    assert contacts("android21") == [
        Contact(
            "山本 剛",
            family="山本",
            given="剛",
            reading="ヤマモト ツヨシ",
            emails=(Labelled("tsuyoshi@home.example", "home"),),
            phones=(Labelled("09000000002", "cell"), Labelled("0300000002", "work fax")),
            notes="one\ntwo; C:\\new",
            extra=("PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgH",),
        )
    ]


def test_an_old_telephone_s_card_in_shift_jis_is_read() -> None:
    assert contacts("docomo21") == [
        Contact(
            "渡辺 由美",
            family="渡辺",
            given="由美",
            reading="ワタナベ ユミ",
            organization="ソフト会",
            phones=(Labelled("0300000003"),),
            notes="表示する",
        )
    ]


def test_a_bad_card_is_told_and_the_next_one_read() -> None:
    reading = vcard.read(data("broken"), "broken.vcf")
    assert [(record.where, record.contact) for record in reading.contacts] == [
        ("card 1, line 3", Contact("First Good")),
        (
            "card 4, line 14",
            Contact(
                "With Garbage",
                emails=(Labelled("open@quote.example", "home"),),
                extra=("no colon at all", ": no name", "X Y:space in name", '"unclosed;TYPE="x:quote'),
            ),
        ),
        (
            "card 5, line 24",
            Contact(
                "Boss",
                phones=(Labelled("1"),),
                extra=("AGENT:BEGIN:VCARD\\nVERSION:2.1\\nFN:Assistant\\nEND:VCARD\\n",),
            ),
        ),
        ("card 6, line 34", Contact("Lower Case")),
    ]
    assert reading.bad == (
        BadRecord("line 1", "stray", "this came before"),
        BadRecord("card 2, line 7", "truncated", "FN:Never Ended"),
        BadRecord("card 3, line 10", "no_name", "TEL:+1 555 010 0000"),
        BadRecord("line 23", "stray", "END:VCARD"),
        BadRecord("card 7, line 38", "truncated", "FN:Cut Off"),
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp932"])
def test_a_file_may_be_in_other_encodings(encoding: str) -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:表示 太郎\r\nEND:VCARD\r\n"
    assert vcard.recognise(text.encode(encoding))
    assert vcard.read(text.encode(encoding), "x").contacts[0].contact == Contact("表示 太郎")


def test_a_card_in_no_known_encoding_does_not_spoil_the_file() -> None:
    bad = b"BEGIN:VCARD\nFN:\xff\xff\x81\nEND:VCARD\n"
    reading = vcard.read(bad + b"BEGIN:VCARD\nFN:a\nEND:VCARD\n", "x")
    assert reading.bad == (BadRecord("card 1, line 1", "undecodable"),)
    assert [record.contact.name for record in reading.contacts] == ["a"]
    with pytest.raises(Invalid) as caught:
        vcard.read(bad, "x.vcf")
    assert (caught.value.reason, caught.value.value, caught.value.where) == ("undecodable", "", "x.vcf")


def test_a_photo_of_ten_megabytes_survives() -> None:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 2_500_000
    folded = vcard.write([Contact("a", extra=(photo,))])
    assert vcard.read(folded.encode(), "x").contacts[0].contact.extra == (photo,)


def test_folding_line_ends_and_revision_do_not_change_the_digest_but_a_word_does() -> None:
    def digest(text: str) -> str:
        return vcard.read(f"BEGIN:VCARD\n{text}END:VCARD\n".encode(), "x").contacts[0].digest

    same = {digest("FN:Anna\n"), digest("FN:An\n na\n"), digest("FN:Anna\r\n"), digest("REV:1\nFN:Anna\nPRODID:x\n")}
    assert len(same) == 1
    assert digest("FN:Anne\n") not in same


@pytest.mark.parametrize("name", [*GOOD, "broken"])
def test_cards_are_recognised_by_content(name: str) -> None:
    assert vcard.recognise(data(name))


@pytest.mark.parametrize(
    "other", [b"", b"First Name,Last Name\n", b"BEGIN:VCALENDAR\n", b"x\n" * 20 + b"BEGIN:VCARD", b"\xff\xfea"]
)
def test_other_content_is_not_taken_for_cards(other: bytes) -> None:
    assert not vcard.recognise(other)


BOMBS = {
    "folds": b"NOTE:x\n" + b" \n" * 200_000,
    "line": b"NOTE:" + b"x" * 5_000_000,
    "semicolons": b"N:" + b";" * 200_000,
    "escapes": b"N:" + b"\\;" * 200_000,
    "backslashes": b"NOTE:" + b"\\" * 200_001,
    "parameters": b"X" + b";A=1" * 100_000 + b":v",
    "quotes": b'X;"' + b'a"' * 100_000 + b":v",
    "soft breaks": b"X;QUOTED-PRINTABLE:" + b"=\n=" * 100_000,
    "groups": b"".join(b"item%d.TEL:1\nitem%d.X-ABLabel:q\n" % (n, n) for n in range(5_000)),
    "names": "FN:{0}\nN:{0};{0}".format("田 " * 50_000).encode(),
    "birthday": b"BDAY:1990-" + b" " * 200_000,
    "charsets": b"".join(b"X;CHARSET=x%d:\xe7\x94\xb0\n" % n for n in range(5_000)),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_what_is_made_to_be_slow_is_read_like_anything_else(bomb: str) -> None:
    # A quadratic reader would take minutes here, so that this test would not come back.
    card = b"BEGIN:VCARD\nFN:Anna\n" + BOMBS[bomb] + b"\nEND:VCARD\n"
    reading = vcard.read(card, "x")
    assert [record.contact.name for record in reading.contacts] == ["Anna"]


BITS = st.sampled_from([b"\r\n", b'"', b"\\", b"=\n", b"BEGIN:VCARD\n", b"END:VCARD\n"])


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from([*GOOD, "broken"]).map(data),
    st.lists(
        st.tuples(
            st.floats(0, 1, exclude_max=True),
            st.integers(0, 12),
            st.one_of(st.binary(max_size=4), BITS),
        ),
        max_size=8,
    ),
)
def test_a_damaged_file_gives_records_and_reasons_never_a_crash(
    whole: bytes, cuts: list[tuple[float, int, bytes]]
) -> None:
    for place, gone, new in cuts:
        at = int(place * len(whole))
        whole = whole[:at] + new + whole[at + gone :]
    vcard.recognise(whole)
    try:
        reading = vcard.read(whole, "x")
    except Invalid as refused:
        assert refused.reason == "undecodable"
        return
    assert isinstance(reading, Reading)
    assert all(record.contact.name for record in reading.contacts)
    # What was read can be written, and is then read without complaint.
    again = vcard.read(vcard.write([record.contact for record in reading.contacts]).encode(), "x")
    assert (len(again.contacts), again.bad) == (len(reading.contacts), ())


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("name", GOOD)
def test_a_card_that_was_read_is_the_same_after_a_way_through_either_version(name: str, version: vcard.Version) -> None:
    before = contacts(name)
    after = [record.contact for record in vcard.read(vcard.write(before, version).encode(), "x").contacts]
    assert [c._replace(extra=()) for c in after] == [c._replace(extra=()) for c in before]
    # Lines that stand for a field go where the field goes, so their order may differ.
    assert [sorted(c.extra) for c in after] == [sorted(c.extra) for c in before]
