"""`event series`: the dates of one event side by side."""

from tests.cli.shell import Shell


def test_dates_are_compared_the_latest_first(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("event", "add", "Meetup", "--on", "2026-09-08", "--purpose", "x", "--cost", "¥3,000", "--hours", "2")
    shell.say("event", "add", "Third meetup", "--on", "2026-11-10", "--purpose", "x", "--series", "meetup")
    shell.say("event", "add", "Mixer", "--on", "2026-11-11", "--no-purpose")
    shell.say("add", "%Meetup\n-> @Ann info: x", "--date", "2026-09-08")
    shell.say("event", "review", "Meetup", "--cards", "6", "--talks", "3", "--verdict", "again")
    assert shell.say("event", "series", "Third meetup") == (
        "Date        Cards  Talks  Met  Exchanges    Cost  Time  Verdict\n"
        "2026-11-10      –      –    0  –\n"
        "2026-09-08      6      3    1  →1         ¥3,000    2h  go again\n"
    )
    third, first = shell.json("event", "series", "Meetup")
    assert (third["handle"], first["handle"]) == ("Third_meetup", "Meetup")
    assert [first[key] for key in ("met", "first_met", "exchanges", "given_count", "given")] == [1, 1, 1, 1, 1.0]
    assert shell.json("event", "show", "Meetup")["dates"] == ["Third_meetup", "Meetup"]
    assert "2026-11-10" in shell.say("event", "show", "Meetup")
    assert "2026-11-10" not in shell.say("event", "show", "Mixer")
