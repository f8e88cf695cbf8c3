"""What somebody could be given: reasons that stand in what is known of them, and no others."""

from networkjournal.model.contact import Contact
from networkjournal.model.giving import (
    Giving,
    Why,
    alike,
    answers,
    has,
    known,
    lines_about,
    offered,
    together,
    touches,
    wishes,
)
from networkjournal.model.strength import Offer
from networkjournal.model.words import words

TEMPLATE = Offer("夜間の連絡体制のひな形をすぐ渡せる", audience=("夜間", "ケアマネ"))
NOTE = "在宅の利用者が増え、夜間に相談できる医療職を探している"


def answer(offer: Offer, contact: Contact, *lines: str) -> Giving | None:
    person = known(contact, lines)
    return answers(offered(offer), person, together(person))


def test_an_offer_answers_a_note_and_says_which() -> None:
    found = answer(TEMPLATE, Contact("田中", notes=f"{NOTE}。", tags=("ケアマネ",)))
    assert found is not None
    assert found.because == (Why("notes", "夜間", NOTE), Why("tags", "ケアマネ"))


def test_a_need_weighs_more_than_a_card() -> None:
    need = answer(TEMPLATE, Contact("a", needs=("夜間の連絡",)))
    card = answer(TEMPLATE, Contact("b", tags=("ケアマネ",)))
    assert need and card and need.score > card.score


def test_the_name_of_an_organization_alone_is_no_reason() -> None:
    assert answer(TEMPLATE, Contact("a", organization="夜間クリニック")) is None


def test_one_word_of_the_offer_in_passing_is_no_reason() -> None:
    assert answer(Offer("home visits"), Contact("a", notes="works from home")) is None
    assert answer(Offer("home visits"), Contact("a", notes="asks about visits at home"))


def test_what_an_entry_says_of_them_counts() -> None:
    found = answer(TEMPLATE, Contact("a"), "夜間のことで困っているらしい")
    assert found and found.because[0].field == "entries"


def test_only_lines_that_may_tell_of_them_are_taken() -> None:
    text = "@鈴木花子 さんは夜間に困っている #在宅\n-> @鈴木花子 情報: 夜間\n[ ] @鈴木花子 に送る\n@田中 は別\n"
    text += "! @[鈴木花子] は早い"
    assert list(lines_about(text, "鈴木花子")) == ["さんは夜間に困っている", "! は早い"]


def test_needs_and_notes_that_look_for_something_are_wishes() -> None:
    contact = Contact("a", needs=("税理士",), notes=f"{NOTE}。背が高い。")
    assert [(wish.field, wish.head.shown) for wish in wishes(contact)] == [("needs", "税理士"), ("notes", "医療職")]
    english = Contact("b", notes="Tall. More clients, looks for clinicians to call at night.")
    assert [wish.head.shown for wish in wishes(english)] == ["clinicians"]


def test_whoever_has_the_thing_itself_answers_a_wish() -> None:
    (wish,) = wishes(Contact("a", needs=("税理士を探している",)))
    found = has(wish, Contact("b", title="税理士", organization="税理士事務所"))
    assert found and found.because == (Why("title", "税理士"),)
    assert has(wish, Contact("c", organization="税理士会館")) is None
    assert has(wish, Contact("d", title="弁護士")) is None


def test_more_than_half_of_the_words_are_the_same_thing() -> None:
    wanted = words(TEMPLATE.what)
    assert alike(wanted, "在宅の夜間連絡体制のひな形を渡した")
    assert not alike(wanted, "夜間対応表")
    assert not alike(words("する"), "する")


def test_what_one_will_not_share_touches_an_offer_of_it() -> None:
    assert touches("夜間の体制は話さない", TEMPLATE.what)
    assert not touches("料金", TEMPLATE.what)
