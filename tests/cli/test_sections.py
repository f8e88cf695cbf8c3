"""Printing an account: words wrap under their label, and a bar stands behind the last of them."""

import pytest

from networkjournal.account_parts import Figure, Line
from networkjournal.cli.output import Out
from networkjournal.cli.sections import print_lines
from networkjournal.model.width import width


def test_a_bar_stands_behind_the_words_and_not_among_them(capsys: pytest.CaptureFixture[str]) -> None:
    out = Out({})
    print_lines(out, [Line("Spent", (Figure("4 h 30 min"), Figure("¥7,000"), Figure("2 introductions")), (1, 2))], 40)
    out.flush()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 and all(width(line) <= 40 for line in lines)
    assert lines[0].startswith("Spent  4 h 30 min") and not {"█", "░"} & set(lines[0])
    assert lines[1].split("  ")[-1] == "█████░░░░░"
