"""Who fits a persona: a role must be there, a field alone does not do, and each match says why."""

from networkjournal.model.contact import Contact
from networkjournal.model.folding import fold
from networkjournal.model.goal import Persona
from networkjournal.model.matching import Reason, match, parts, sought

NIGHTS = Persona(1, "夜間の対応に困っている居宅のケアマネジャー", ("介護",), ("ケアマネ",))
TANAKA = Contact(
    "田中",
    organization="あおば居宅介護支援事業所",
    title="管理者・ケアマネジャー",
    tags=("介護", "ケアマネ"),
    notes="夜間に相談できる医療職を探している。",
)
NURSE = Contact("鈴木", organization="さくら訪問看護", title="所長", tags=("介護", "訪問看護"))
ANNA = Contact("Anna", title="Product Manager", tags=("介護", "IT"))


def score(persona: Persona, contact: Contact) -> int:
    found = match(sought(persona), parts(contact))
    return found.score if found else 0


def test_a_match_says_which_words_of_which_field() -> None:
    found = match(sought(NIGHTS), parts(TANAKA))
    assert found is not None
    assert found.reasons == (
        Reason("role", "tags", "ケアマネ"),
        Reason("field", "tags", "介護"),
        Reason("who", "notes", "夜間"),
        Reason("who", "organization", "居宅"),
    )


def test_a_field_alone_does_not_do_where_the_role_says_more() -> None:
    assert not score(NIGHTS, NURSE)
    assert not score(NIGHTS._replace(roles=()), NURSE)  # the description says who it is


def test_a_field_does_where_nothing_more_is_said() -> None:
    assert score(Persona(1, "介護の人", ("介護",)), NURSE)


def test_a_role_needs_the_field_or_something_else_beside_it() -> None:
    boss = Persona(1, "経営をする人", ("介護",), ("代表",))
    assert score(boss, Contact("a", title="代表", organization="介護のあおば"))
    assert not score(boss, Contact("b", title="代表", organization="ミサキデザイン"))
    assert score(boss._replace(fields=()), Contact("b", title="代表"))


def test_of_several_fields_all_are_needed_or_more_words() -> None:
    app = Persona(1, "a developer or product manager who knows care on site", ("IT", "care"))
    assert score(app, Contact("a", tags=("care", "IT")))
    assert not score(app, Contact("b", title="Nurse", tags=("care",)))
    assert score(app, Contact("c", title="Product Manager", tags=("IT",)))
    assert not score(app, Contact("d", title="Care Manager", tags=("care",)))


def test_without_fields_and_roles_half_of_the_description_is_needed() -> None:
    plain = Persona(1, "a care manager who lacks cover at night")
    assert score(plain, Contact("a", title="Care manager", notes="nobody to call at night"))
    assert not score(plain, Contact("b", title="Product Manager", tags=("care",)))


def test_whoever_has_the_trouble_comes_first() -> None:
    plain = TANAKA._replace(notes="", organization="")
    assert score(NIGHTS, TANAKA) > score(NIGHTS, plain) > 0


def test_a_description_of_nobody_matches_nobody() -> None:
    assert not score(Persona(1, "誰でもいい"), TANAKA)
    assert not score(Persona(1, "anybody"), ANNA)


def test_nothing_known_matches_nothing() -> None:
    assert not score(NIGHTS, Contact("x"))


def test_whoever_fits_passes_the_quick_look() -> None:
    for persona, contact in (
        (NIGHTS, TANAKA),
        (Persona(1, "x", ("IT", "介護")), ANNA),
        (Persona(1, "y", ("介護",)), NURSE),
    ):
        known = fold("\n".join(map(str, contact))).replace("ー", "")
        assert match(sought(persona), parts(contact))
        assert all(any(piece in known for piece in pieces) for pieces in sought(persona).seeds)
