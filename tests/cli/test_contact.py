"""`contact`: what is given is kept, what is shown is everything, and a new name stands in every entry."""

import pytest

from networkjournal.cli.contact import COMMAND
from networkjournal.model.contact import Contact
from tests.cli.shell import Shell

FULL = [
    *(
        "--handle",
        "hanako",
        "--reading",
        "ヤマダ ハナコ",
        "--family",
        "山田",
        "--given",
        "花子",
        "--alias",
        "はなちゃん",
    ),
    *("--org", "さくら", "--department", "営業", "--title", "部長", "--email", "a@b.example", "--email", "c@d.example"),
    *("--phone", "090-0000-0000", "--url", "https://b.example/", "--address", "東京都", "--birthday", "--02-29"),
    *("--met", "交流会", "--introduced-by", "鈴木", "--need", "採用", "--can-give", "場所"),
    *("--ask", "紹介", "--caution", "早口"),
    *("--aims", "提携", "--suspected", "引き抜き", "--knows", "相場", "--withheld", "料金表"),
    *("--note", "一行目\n二行目", "--tag", "介護", "--tag", "IT"),
]
DOCUMENT = {
    "handle": "hanako",
    "name": "山田 花子",
    "family": "山田",
    "given": "花子",
    "reading": "ヤマダ ハナコ",
    "aliases": ["はなちゃん"],
    "organization": "さくら",
    "department": "営業",
    "title": "部長",
    "emails": ["a@b.example", "c@d.example"],
    "phones": ["090-0000-0000"],
    "urls": ["https://b.example/"],
    "addresses": ["東京都"],
    "birthday": "--02-29",
    "how_met": "交流会",
    "introduced_by": "鈴木一郎",
    "needs": ["採用"],
    "can_give": ["場所"],
    "asks": ["紹介"],
    "caution": "早口",
    "aims": "提携",
    "suspected": "引き抜き",
    "knows": "相場",
    "withheld": "料金表",
    "notes": "一行目\n二行目",
    "tags": ["介護", "IT"],
    "archived": False,
}


def test_every_field_can_be_given_and_is_shown(shell: Shell) -> None:
    shell.say("contact", "add", "鈴木 一郎")
    assert shell.json("contact", "add", "山田 花子", *FULL) == DOCUMENT
    assert shell.json("contact", "show", "ハナコ") == DOCUMENT
    shown = shell.say("contact", "show", "hanako")
    for value in (value for value in DOCUMENT.values() if value is not False):
        for text in value if isinstance(value, list) else str(value).split("\n"):
            assert text in shown


def test_every_field_of_the_model_has_an_option() -> None:
    """A new field that nobody can fill would be forgotten; `extra` is for what imports cannot place.

    Archiving and letting someone be silent are verbs of their own.
    """
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    own = set(Contact._fields) - {"id", "extra", "archived", "snoozed_until"}
    assert own == {option.key for option in edit.options} - {"json"}


def test_adding_says_how_they_are_called_in_texts(shell: Shell) -> None:
    assert shell.say("contact", "add", "Anna", "Miller") == "Added Anna Miller; in texts: @Anna_Miller\n"
    assert (
        shell.say("contact", "add", "Anna Miller") == "Added another Anna Miller; in texts this one is @Anna_Miller_2\n"
    )
    assert shell.say("contact", "add", "Anna Miller", "--handle", "am") == "Added Anna Miller; in texts: @am\n"


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "contact add" in shell.say("contact", "list")
    assert shell.json("contact", "list") == []


def test_the_list_goes_by_reading_and_can_be_narrowed(shell: Shell) -> None:
    shell.say("contact", "add", "田中 太郎", "--reading", "タナカ タロウ", "--org", "あおば居宅", "--tag", "介護")
    shell.say("contact", "add", "伊藤 誠", "--reading", "イトウ マコト", "--tag", "医師", "--tag", "介護")
    assert shell.say("contact", "list") == (
        "Name       Reading        Organization  Tags\n"
        "伊藤 誠    イトウ マコト                医師, 介護\n"
        "田中 太郎  タナカ タロウ  あおば居宅    介護\n"
    )

    def listed(*options: str) -> list[str]:
        return [document["handle"] for document in shell.json("contact", "list", *options)]

    assert listed("--tag", "介護") == ["伊藤誠", "田中太郎"]
    assert listed("--tag", "介護", "--tag", "医師") == ["伊藤誠"]
    assert listed("--org", "アオバ") == ["田中太郎"], "kana are folded as everywhere"
    assert shell.say("contact", "list", "--tag", "nothing") == "No contact is so.\n"


def test_a_new_name_brings_a_new_handle_into_every_entry(shell: Shell) -> None:
    shell.say("contact", "add", "鈴木 花子")
    shell.say("add", "-> @鈴木花子 情報: 本", "--date", "2026-11-20")
    assert "@佐藤花子" in shell.say("contact", "edit", "鈴木花子", "--name", "佐藤 花子")
    (entry,) = shell.json("journal")
    assert entry["text"] == "-> @佐藤花子 情報: 本"
    assert (shell.json("contact", "show", "佐藤")["family"], shell("contact", "show", "鈴木").status) == ("佐藤", 1)
    assert shell.json("balance")[0]["given"] == 1.0
    shell.say("check")


def test_an_edit_changes_what_is_given_replaces_lists_and_empties(shell: Shell) -> None:
    shell.say("contact", "add", "鈴木 一郎")
    shell.say("contact", "add", "山田 花子", *FULL)
    changed = shell.json(
        "contact", "edit", "hanako", "--tag", "行政", "--email", "", "--caution", "", "--org", " もみじ \n 会 "
    )
    assert changed == DOCUMENT | {"tags": ["行政"], "emails": [], "caution": None, "organization": "もみじ 会"}


def test_who_brought_them_may_be_unknown_and_is_then_kept_in_words(shell: Shell) -> None:
    assert shell.json("contact", "add", "Bo", "--introduced-by", "a neighbour")["introduced_by"] == "a neighbour"


def test_a_removed_contact_comes_back(shell: Shell) -> None:
    shell.say("contact", "add", "Bo")
    assert shell.say("contact", "remove", "bo") == "Removed Bo; `undo` brings it back.\n"
    assert shell.json("contact", "list") == []
    shell.say("undo")
    assert [document["name"] for document in shell.json("contact", "list")] == ["Bo"]


@pytest.mark.parametrize(
    ("birthday", "kept"), [("１９７９-02-28", "1979-02-28"), ("around  new year", "around new year")]
)
def test_a_birthday_is_a_day_or_words(birthday: str, kept: str, shell: Shell) -> None:
    assert shell.json("contact", "add", "Bo", "--birthday", birthday)["birthday"] == kept


@pytest.mark.parametrize("birthday", ["1979-02-30", "--02-30", "--13-01"])
def test_a_day_that_never_was_is_no_birthday(birthday: str, shell: Shell) -> None:
    shell.say("contact", "add", "Bo")
    assert "--birthday" in shell.refused("contact", "edit", "Bo", "--birthday", birthday)


def test_labels_of_an_import_are_kept_when_the_list_is_replaced(shell: Shell) -> None:
    card = shell.path.with_name("card.vcf")
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nTEL;TYPE=CELL:1234\nEND:VCARD\n", encoding="utf-8")
    shell.say("import", str(card))
    shell.say("contact", "edit", "Bo", "--phone", "1234", "--phone", "5678")
    shown = shell.say("contact", "show", "Bo")
    assert "1234 (cell)" in shown and "5678\n" in shown
