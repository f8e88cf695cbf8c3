"""Who may be one person twice, and why."""

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.duplicates import duplicates


def found(*people: Contact) -> list[tuple[str, str, tuple[str, ...]]]:
    """The pairs by name, with their reasons."""
    return [(pair.one.name, pair.other.name, pair.reasons) for pair in duplicates(people)]


def mail(address: str) -> tuple[Labelled, ...]:
    return (Labelled(address),)


def test_a_name_is_one_in_any_width_and_with_or_without_its_space() -> None:
    assert found(Contact("田中 太郎"), Contact("田中　太郎")) == [("田中 太郎", "田中　太郎", ("name",))]


def test_a_reading_in_any_spelling_tells_that_a_latin_name_is_the_same() -> None:
    tanaka = Contact("田中 太郎", reading="タナカ タロウ")
    assert found(tanaka, Contact("Taro Tanaka")) == [("田中 太郎", "Taro Tanaka", ("reading",))]
    assert found(tanaka, Contact("たなか たろう")) == [("田中 太郎", "たなか たろう", ("reading",))]


def test_two_names_in_kanji_that_sound_alike_are_two_unless_something_else_is_shared() -> None:
    nakamura = Contact("中村 愛", reading="ナカムラ アイ", organization="A")
    other = Contact("仲村 亜衣", reading="なかむら あい")
    assert found(nakamura, other) == []
    assert found(nakamura, other._replace(organization="Ａ")) == [("中村 愛", "仲村 亜衣", ("reading", "organization"))]


def test_an_address_is_enough_and_a_telephone_in_any_notation_with_something_besides() -> None:
    ann = Contact("Ann Lee", emails=mail("ann@x.example"), phones=(Labelled("+81 90-1234-5678"),), organization="X")
    assert found(ann, Contact("A. L.", emails=mail("ANN@x.example")))[0][2] == ("email",)
    assert found(ann, Contact("A. L.", phones=(Labelled("09012345678"),))) == []
    assert found(ann, Contact("A. L.", phones=(Labelled("09012345678"),), organization="x"))[0][2] == (
        "phone",
        "organization",
    )


def test_colleagues_share_an_organization_and_nothing_else() -> None:
    assert found(Contact("Ann Lee", organization="X"), Contact("Bo Ray", organization="X")) == []


def test_the_surest_come_first() -> None:
    pairs = found(
        Contact("Ann Lee"),
        Contact("Bo Ray", emails=mail("b@x.example"), organization="X"),
        Contact("Ann Lee"),
        Contact("Bo Ray", emails=mail("b@x.example"), organization="X"),
    )
    assert [reasons for _, _, reasons in pairs] == [("name", "email", "organization"), ("name",)]


def test_a_trait_that_everybody_shares_makes_no_square_of_pairs() -> None:
    everybody = [Contact(f"P {n}", emails=mail("info@x.example"), organization="X") for n in range(200)]
    assert len(found(*everybody)) == 199


_PEOPLE = st.builds(
    lambda name, reading, address, phone: Contact(
        name, reading=reading, emails=(Labelled(address),), phones=(Labelled(phone),)
    ),
    st.sampled_from(["田中 太郎", "Taro Tanaka", "Ann Lee", "アン リー"]),
    st.sampled_from(["", "タナカ タロウ", "たなか たろう"]),
    st.sampled_from(["", "a@x", "A@X"]),
    st.sampled_from(["", "090-1234-5678", "+81 90 1234 5678"]),
)


@given(st.lists(_PEOPLE, max_size=6))
def test_the_order_in_which_people_stand_changes_nobody_s_pairs(people: list[Contact]) -> None:
    numbered = [one._replace(notes=str(at)) for at, one in enumerate(people)]

    def pairs(of: list[Contact]) -> set[tuple[frozenset[str], tuple[str, ...]]]:
        return {(frozenset((pair.one.notes, pair.other.notes)), pair.reasons) for pair in duplicates(of)}

    assert pairs(numbered) == pairs(numbered[::-1])
