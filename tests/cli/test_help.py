"""The help: made from the declarations, aligned in both languages."""

from collections.abc import Callable

import pytest

from networkjournal.cli import help as pages
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DAILY, JSON, PEOPLE, Command, Context
from networkjournal.model.width import width


def nothing(context: Context, args: Args) -> None:
    """Run as a command."""


PURPOSE = Option(("--purpose",), "Why you go.", metavar="TEXT", required=True)
KINDS = Option(("--kind",), "Only these.", metavar="KIND", choices=("given", "received"), repeatable=True)
ADD = Command("add", "Add an event", nothing, (Argument("NAME", "What it is called."),), (PURPOSE, KINDS, JSON))
EVENT = Command("event", "Work with events", group=PEOPLE, subcommands=(ADD, Command("list", "List", nothing)))
SAY = Command(
    "add",
    "Save an entry",
    nothing,
    (Argument("TEXT", arity="rest"),),
    group=DAILY,
    description="It can be *anything*.\n\nNothing is refused.",
    examples=(("add '-> @鈴木 …'", "Something given."),),
)


def test_the_overview_groups_the_commands_in_the_order_of_the_groups() -> None:
    lines = pages.overview((EVENT, SAY)).splitlines()
    assert lines[0] == "Usage: networkjournal [OPTIONS] [COMMAND …]"
    assert lines.index("Every day") < lines.index("People") < lines.index("Options")
    assert "  add           Save an entry" in lines
    assert "  event         Work with events" in lines
    assert "  -h, --help    Show this help and stop." in lines


def test_a_command_shows_all_that_it_reads() -> None:
    assert pages.of_command(ADD, "event add").split("\nOptions of every command")[0] == (
        "Usage: networkjournal event add --purpose TEXT [OPTIONS] NAME\n"
        "\n"
        "Add an event.\n"
        "\n"
        "Arguments\n"
        "  NAME                   What it is called.\n"
        "\n"
        "Options\n"
        "  --purpose TEXT         Why you go.\n"
        "  --kind given|received  Only these. Can be given several times.\n"
        "  --json                 Print the same facts as JSON, for a program.\n"
    )


def test_a_command_shows_its_own_commands_and_examples() -> None:
    assert "Usage: networkjournal event add|list …\n" in pages.of_command(EVENT, "event")
    shown = pages.of_command(SAY, "add")
    assert "It can be *anything*.\n\nNothing is refused.\n" in shown
    assert shown.endswith("Examples\n  networkjournal add '-> @鈴木 …'\n      Something given.\n")


@pytest.mark.parametrize(("arity", "shown"), [("required", "X"), ("optional", "[X]"), ("rest", "[X…]"), ("some", "X…")])
def test_a_usage_line_shows_how_many_words_an_argument_takes(arity: str, shown: str) -> None:
    assert pages.argument_term(Argument("X", arity=arity)) == shown  # type: ignore[arg-type]


def test_columns_line_up_by_cells_and_lines_keep_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Japanese takes two cells a character, and breaks anywhere."""
    monkeypatch.setattr(pages, "terminal_width", lambda: 50)
    told = "会の参加目的を書きます。目的のない会には、行く理由がありません。"
    options = (Option(("--purpose",), told, metavar="目的"), Option(("--on",), told, metavar="日"))
    lines = pages.of_command(Command("x", "x", nothing, options=options), "x").splitlines()
    first, *rest = lines[lines.index("Options") + 1 : lines.index("Options of every command") - 1]
    assert first.startswith("  --purpose 目的  会の") and rest[0].startswith(" " * 18)
    assert any(line.startswith("  --on 日         会の") for line in rest)
    assert max(map(width, [first, *rest])) <= 50


@pytest.mark.parametrize("page", [lambda: pages.overview((EVENT, SAY)), lambda: pages.of_command(ADD, "event add")])
@pytest.mark.parametrize("cells", [20, 60, 80, 200])
def test_help_is_readable_at_any_width(page: Callable[[], str], cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "terminal_width", lambda: cells)
    lines = page().splitlines()
    assert not any(line != line.rstrip() for line in lines)
    assert max(map(width, lines)) <= pages.WIDEST


def test_markdown_has_a_heading_for_each_command_and_escapes_signs() -> None:
    document = pages.markdown((EVENT, SAY))
    assert [line for line in document.splitlines() if line.startswith("#")] == [
        "# Commands",
        "## Options of every command",
        "## Every day",
        "### `add`",
        "## People",
        "### `event`",
        "#### `event add`",
        "#### `event list`",
    ]
    assert r"It can be \*anything\*." in document
    assert "- `--purpose TEXT`: Why you go.\n" in document
    assert "```\nnetworkjournal event add --purpose TEXT [OPTIONS] NAME\n```" in document
