"""Two contacts made one: nothing is lost, nothing is there twice."""

import pytest

from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.merge import JOINED, NOTED, merged

KEPT = Contact("鈴木 一郎", "鈴木一郎", "鈴木", "一郎", "スズキ イチロウ", id=1)
OTHER = Contact("Suzuki", "Suzuki", id=2)


def test_lists_are_united_in_order_and_folded_doubles_left_out() -> None:
    made = merged(
        KEPT._replace(tags=("介護", "ＩＴ"), needs=("採用",)), OTHER._replace(tags=("it", "医師"), needs=("採用",))
    )
    assert (made.tags, made.needs) == (("介護", "ＩＴ", "医師"), ("採用",))


def test_labelled_values_are_once_each_and_keep_a_label_that_one_of_them_has() -> None:
    made = merged(
        KEPT._replace(phones=(Labelled("090-1"), Labelled("090-2", "cell"))),
        OTHER._replace(phones=(Labelled("090-2", "work"), Labelled("090-1", "home"), Labelled("090-3", "fax"))),
    )
    assert made.phones == (Labelled("090-1", "home"), Labelled("090-2", "cell"), Labelled("090-3", "fax"))


def test_empty_fields_are_filled() -> None:
    full = OTHER._replace(
        organization="さくら", department="営業", title="部長", birthday="--02-28", how_met="会", introduced_by="田中",
        caution="早口", notes="背が高い", reading="スズキ", family="鈴木", given="一",
    )  # fmt: skip
    made = merged(Contact("X", "X", id=1), full)
    fields = (*NOTED, *JOINED, "reading", "family", "given")
    assert {field: getattr(made, field) for field in fields} == {field: getattr(full, field) for field in fields}


@pytest.mark.parametrize("field", NOTED)
def test_a_value_that_differs_becomes_a_line_of_the_notes(field: str) -> None:
    made = merged(KEPT._replace(**{field: "one", "notes": "first"}), OTHER._replace(**{field: "two"}))  # type: ignore[arg-type]
    assert (getattr(made, field), made.notes) == ("one", f"first\n{field}: two")
    same = merged(KEPT._replace(**{field: "one"}), OTHER._replace(**{field: "ＯＮＥ"}))  # type: ignore[arg-type]
    assert same.notes == ""


@pytest.mark.parametrize("field", JOINED)
def test_texts_follow_one_another(field: str) -> None:
    """A caution is not for the notes: it is shown only when asked for."""
    made = merged(KEPT._replace(**{field: "a\nb"}), OTHER._replace(**{field: "c"}))  # type: ignore[arg-type]
    assert getattr(made, field) == "a\nb\nc"
    assert getattr(merged(made, OTHER._replace(**{field: "c"})), field) == "a\nb\nc"  # type: ignore[arg-type]


def test_names_that_find_the_absorbed_one_become_aliases() -> None:
    other = Contact("山田 花子", "hana_y", "山田", "花子", "ヤマダ ハナコ", ("はなちゃん", "鈴木一郎"), id=2)
    made = merged(KEPT, other)
    assert made.aliases == ("山田 花子", "hana y", "はなちゃん", "ヤマダ ハナコ")
    assert (made.name, made.family, made.given, made.reading) == ("鈴木 一郎", "鈴木", "一郎", "スズキ イチロウ")


def test_a_name_that_is_no_alias_yet_is_written_once() -> None:
    assert merged(KEPT, Contact("鈴木一郎", "鈴木一郎_2", id=2)).aliases == ("鈴木一郎 2",)
    assert merged(KEPT, Contact("鈴木 一郎", "鈴木_一郎", id=2)).aliases == ()


def test_parts_of_a_name_that_the_name_does_not_tell_are_kept() -> None:
    assert merged(KEPT, Contact("先生", "先生", "山田", "花子", id=2)).aliases == ("先生", "山田 花子")
