"""`add`: whatever is typed arrives as it was typed, and its document has every key."""

import io
import sys

import pytest

from tests.cli.shell import Shell

EXCHANGE = {
    *("line", "as", "direction", "contact", "kind", "weight", "minutes", "money", "currency", "on"),
    *("goals", "events", "strengths", "third_parties", "words"),
}
TEXT = """hello @Ann
-> @Ann intro: @Bo met 30m #clinic
[ ] call @Ann
! listen first
= a customer #clinic
-> @Nobody info: x
<> @Bo thanks"""


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Two people and a goal are known."""
    shell.say("contact", "add", "Ann")
    shell.say("contact", "add", "Bo")
    shell.say("goal", "add", "clinic")
    return shell


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Have this come from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_the_document_has_every_key_and_null_for_what_is_absent(known: Shell) -> None:
    document = known.json("add", TEXT, "--date", "2026-11-20")
    assert {"entry", "date", "text", "posted", "waiting"} <= set(document)
    assert (document["entry"], document["date"]) == (1, "2026-11-20")
    exchange, action, insight, result, settlement = document["posted"]
    assert set(exchange) >= EXCHANGE
    assert {
        key: exchange[key] for key in ("line", "as", "direction", "contact", "kind", "weight", "minutes", "on")
    } == {
        "line": 2,
        "as": "exchange",
        "direction": "given",
        "contact": "Ann",
        "kind": "introduction",
        "weight": 3.0,
        "minutes": 30,
        "on": "2026-11-20",
    }
    assert (exchange["money"], exchange["currency"], exchange["events"]) == (None, None, [])
    assert (exchange["goals"], exchange["third_parties"]) == (["clinic"], ["Bo"])
    assert (action["line"], action["as"], action["state"], action["due"]) == (3, "action", "open", None)
    assert action["contacts"] == ["Ann"]
    assert (insight["line"], insight["as"], insight["words"]) == (4, "insight", "listen first")
    assert {"goals", "contacts", "money", "currency", "words"} <= set(result)
    assert (result["line"], result["goals"], result["money"], result["currency"]) == (5, ["clinic"], None, None)
    assert settlement == {"line": 7, "as": "settlement", "contact": "Bo", "on": "2026-11-20"}
    assert document["waiting"] == [{"line": 6, "reason": "unknown", "name": "Nobody", "candidates": []}]


@pytest.mark.parametrize(
    ("value", "money", "currency"), [("¥5,000", 5000, "JPY"), ("$20.50", 2050, "USD"), ("5000円", 5000, "JPY")]
)
def test_money_is_in_minor_units(known: Shell, value: str, money: int, currency: str) -> None:
    (exchange,) = known.json("add", f"-> @Ann gift: lunch {value}")["posted"]
    assert (exchange["money"], exchange["currency"]) == (money, currency)


@pytest.mark.parametrize("text", ["-> @Ann info: x", "--json is a word", "- a bullet", "-x"])
def test_a_text_may_begin_with_a_dash(known: Shell, text: str) -> None:
    assert known.json("add", text)["text"] == text


def test_a_dash_alone_reads_standard_input(known: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "\ufeff-> @Ann info: 本\r\nsecond\n".encode())
    assert known.json("add", "-")["text"] == "-> @Ann info: 本\nsecond"


def test_bytes_that_are_no_text_are_not_refused(known: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"caf\xe9")
    assert known.json("add", "-")["text"] == "caf\ufffd"


@pytest.mark.parametrize("create", [(), ("--create",)])
def test_a_dry_run_writes_nothing(known: Shell, create: tuple[str, ...]) -> None:
    before = known.path.read_bytes()
    document = known.json("add", "-> @Nobody info: x", "--dry-run", *create)
    assert document["entry"] is None
    assert bool(document["posted"]) is bool(create), "with --create it shows what that would post"
    assert "nothing saved" in known.say("add", "-> @Nobody info: x", "--dry-run", *create)
    assert known.json("journal") == [] and len(known.json("contact", "list")) == 2
    if not create:
        assert known.path.read_bytes() == before


def test_unknown_names_wait_or_are_made(known: Shell) -> None:
    assert known.json("add", "-> @Cy info: x")["waiting"][0]["name"] == "Cy"
    assert known.json("add", "<- @Di info: x", "--create")["waiting"] == []
    assert [person["handle"] for person in known.json("contact", "list")] == ["Ann", "Bo", "Di"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yesterday: tea", "2026-11-22"),
        ("昨日： tea", "2026-11-22"),
        ("11/20: tea", "2026-11-20"),
        ("tea", "2026-11-23"),
    ],
)
def test_a_text_may_open_with_its_date(known: Shell, text: str, day: str) -> None:
    document = known.json("add", text)
    assert (document["date"], document["text"]) == (day, "tea")
