"""`ledger`: one account, oldest first, with the running balance."""

from tests.cli.shell import Shell


def test_the_balance_runs_and_starts_again_at_a_settlement(shell: Shell) -> None:
    """The settlement's own day is settled with it: what is dated on it no longer counts."""
    shell.say("contact", "add", "Ann")
    for day, text in (
        ("2026-11-12", "<- @Ann intro: second 30m ¥500"),
        ("2026-11-11", "-> @Ann info: first"),
        ("2026-11-13", "-> @Ann help: same day\n<> @Ann even"),
        ("2026-11-14", "-> @Ann info: after"),
    ):
        shell.say("add", text, "--date", day)
    document = shell.json("ledger", "ann")
    register = document["register"]
    assert [(row["as"], row["words"], row["balance"], row["counts"]) for row in register] == [
        ("exchange", "first", 1.0, False),
        ("exchange", "second", -2.0, False),
        ("exchange", "same day", 0.0, False),
        ("settlement", "", 0.0, False),
        ("exchange", "after", 1.0, True),
    ]
    assert (register[1]["minutes"], register[1]["money"], register[1]["currency"]) == (30, 500, "JPY")
    assert (register[0]["minutes"], register[0]["money"], register[3]["weight"]) == (None, None, None)
    assert (document["contact"], document["balance"]["net"], document["balance"]["given_count"]) == ("Ann", 1.0, 1)
    printed = shell.say("ledger", "Ann")
    assert printed.index("first") < printed.index("second") < printed.index("even from here") < printed.index("after")


def test_an_account_without_exchanges_is_empty_and_nobody_is_told(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    assert shell.json("ledger", "Ann")["register"] == []
    assert "Bo" in shell.refused("ledger", "Bo")


def test_without_a_name_it_is_everybodys_of_some_days(shell: Shell) -> None:
    for name in ("Ann", "Bo"):
        shell.say("contact", "add", name)
    shell.say("add", "-> @Ann info: first\n<- @Bo help: second 30m ¥500 #none", "--date", "2026-10-11")
    shell.say("add", "<> @Ann even", "--date", "2026-10-12")
    shell.say("add", "-> @Bo info: later")
    document = shell.json("ledger", "--period", "month", "--before")
    assert (document["from"], document["to"]) == ("2026-10-01", "2026-10-31")
    assert [(one["contact"], one["direction"], one["words"]) for one in document["exchanges"]] == [
        ("Ann", "given", "first"),
        ("Bo", "received", "second"),
    ]
    assert [(one["contact"], one["on"], one["net"]) for one in document["settlements"]] == [("Ann", "2026-10-12", 1.0)]
    assert "later" in shell.say("ledger", "--from", "2026-11-01") and "later" not in shell.say(
        "ledger", "--period", "week", "--before"
    )
    assert shell.say("ledger", "--from", "2026-10-01", "--to", "2026-10-31", "--markdown").count("\n| 2026-") == 3
    assert [row["words"] for row in shell.json("ledger", "Bo", "--from", "2026-11-01")["register"]] == ["later"]
    assert shell("ledger").status == shell("ledger", "--to", "2026-01-01").status == 2


def test_a_register_as_markdown(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("add", "-> @Ann info: *first*")
    assert "| → | information | \\*first\\* |" in shell.say("ledger", "Ann", "--markdown")
