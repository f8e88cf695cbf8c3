"""The sample journal: the balances were worked out by hand, apart from any code, and hold in each language."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from networkjournal import demo, i18n
from networkjournal.cli import documents, main
from networkjournal.demo import make
from networkjournal.formats import read_path
from networkjournal.formats.plan import apply, plan
from networkjournal.journal import Journal

EXPECTED = json.loads((Path(__file__).parent / "data" / "expected_balances.json").read_text(encoding="utf-8"))
ENGLISH = {
    "田中太郎": "Taro_Tanaka",
    "鈴木花子": "Hanako_Suzuki",
    "佐藤健一": "Kenichi_Sato",
    "高橋美咲": "Misaki_Takahashi",
    "田中次郎": "Jiro_Tanaka",
    "伊藤誠": "Makoto_Ito",
    "渡辺由美": "Yumi_Watanabe",
    "山本剛": "Tsuyoshi_Yamamoto",
    "Anna_Miller": "Anna_Miller",
    "小林さくら": "Sakura_Kobayashi",
    "中村大輔": "Daisuke_Nakamura",
    "加藤恵": "Megumi_Kato",
    "田中": "Tanaka",
    "西村": "Nishimura",
}
"""What the people of the Japanese sample are called in the English one."""


def called(name: str, lang: str) -> str:
    return ENGLISH[name] if lang == "en" else name


@pytest.fixture(params=["ja", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def journal(lang: str, tmp_path: Path) -> Iterator[Journal]:
    """A journal with the sample in it."""
    opened = Journal.open(str(tmp_path / "demo.db"))
    assert make(opened, lang) == date(2026, 11, 23)
    yield opened
    opened.close()


def test_the_balances_are_those_worked_out_by_hand(journal: Journal, lang: str) -> None:
    found = {account.handle: documents.balance(account, demo.TODAY) for account in journal.books.ledger.accounts()}
    expected: dict[str, Any] = {called(row["contact"], lang): row for row in EXPECTED["balance"]}
    assert {name: {key: document[key] for key in expected[name]} for name, document in found.items()} == {
        name: {**row, "contact": name} for name, row in expected.items()
    }


def test_the_inbox_shows_a_name_of_two_people_and_one_of_nobody(journal: Journal, lang: str) -> None:
    lines = [documents.inbox_line(line) for line in journal.inbox()]
    expected = [{**row, "name": called(row["name"], lang)} for row in EXPECTED["waiting"]]
    assert [{key: line[key] for key in expected[0]} for line in lines] == expected
    assert sorted(lines[0]["candidates"]) == sorted(called(name, lang) for name in ("田中太郎", "田中次郎"))


def test_the_file_is_sound_and_the_ledger_equals_the_texts(journal: Journal) -> None:
    assert journal.check().differences == ()


def test_every_mention_of_a_record_is_linked(journal: Journal) -> None:
    """A misspelt goal would quietly be a tag, a misspelt event or strength prose."""
    postings = journal.books.postings
    assert [(sign, *postings.unlinked(sign)) for sign in ("#", "%", "+") if list(postings.unlinked(sign))] == []
    texts = "\n".join(entry.text for entry in journal.books.entries.all())
    handles = [f"%{event.handle}" for event in journal.books.events.all()]
    handles += [f"+{strength.handle}" for strength in journal.books.strengths.all()]
    assert [handle for handle in handles if handle not in texts] == []


def test_both_languages_tell_the_same_story(tmp_path: Path) -> None:
    """Line by line: the same marks, numbers and dates, so that a fault found in one is found in the other."""
    told = []
    for number, lang in enumerate(("ja", "en")):
        opened = Journal.open(str(tmp_path / f"{number}.db"))
        make(opened, lang)
        told.append([_shape(opened, entry.id) for entry in opened.books.entries.all()])
        opened.close()
    assert told[0] == told[1]


def _shape(journal: Journal, entry: int) -> list[object]:
    """What an entry posts, without its words and names."""
    posted, waiting = journal.posted(entry)
    kept = ("line", "as", "direction", "kind", "weight", "minutes", "money", "currency", "on", "state", "due", "done")
    shapes: list[object] = [
        {
            **{key: value for key, value in document.items() if key in kept},
            **{key: len(value) for key, value in document.items() if isinstance(value, list)},
        }
        for document in map(documents.posting, posted)
    ]
    return [*shapes, *((wait.line, wait.reason) for wait in waiting)]


def test_the_records_come_with_their_facts(journal: Journal) -> None:
    books = journal.books
    counts = (len(list(book.all())) for book in (books.goals, books.personas, books.strengths, books.offers))
    assert tuple(counts) == (3, 2, 2, 2)
    assert [(event.cards, event.talks, bool(event.purpose)) for event in books.events.all()] == [
        (15, 0, False),
        (6, 3, True),
    ]


def test_importing_its_files_again_changes_nothing(journal: Journal, lang: str) -> None:
    folder = Path(demo.__file__).parent / lang
    before = (list(journal.books.contacts.every()), list(journal.books.entries.all()), journal.inbox())
    for path in (folder / "contacts.vcf", folder / "journal"):
        items = tuple(plan(journal, *read_path(str(path))))
        assert {item.verdict for item in items} == {"same"}
        apply(journal, items, path.name)
    assert (list(journal.books.contacts.every()), list(journal.books.entries.all()), journal.inbox()) == before


def test_the_language_spoken_chooses_the_sample(tmp_path: Path) -> None:
    for lang, handle in (("ja", "田中太郎"), ("en", "Taro_Tanaka")):
        i18n.set_language(lang)
        opened = Journal.open(str(tmp_path / f"{lang}.db"))
        make(opened)
        assert opened.find("contact", handle).handle == handle
        opened.close()


def test_the_commands_read_it(journal: Journal, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line says of the sample, as `--json`."""
    assert main(["--db", journal.path, "--today", demo.TODAY.isoformat(), "balance", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0]["contact"] == called("伊藤誠", lang), "the largest debt stands on top"
    assert len(found) == len(EXPECTED["balance"])


def test_the_data_lies_beside_the_code() -> None:
    """In the package, so that an installed program has its demo too."""
    folder = os.path.dirname(demo.__file__)
    for lang in i18n.LANGUAGES:
        assert os.path.isfile(os.path.join(folder, lang, "contacts.vcf"))
        assert len(os.listdir(os.path.join(folder, lang, "journal"))) == 19
