"""Facts in two columns: one column of labels, values wrapped under their own, every fact a row."""

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from networkjournal.tui.widgets.facts import LONG, Fact, Group, fact_key, fact_rows
from networkjournal.tui.widgets.rows import ListSource

CONSOLE = Console()


def rows(*groups: Group, width: int = 40) -> ListSource:
    return fact_rows(groups, width, Style.null(), CONSOLE)


def lines(source: ListSource) -> list[str]:
    return [source.draw(i, 40).plain.rstrip() for i in range(len(source))]


def fact(label: str, value: str, key: str = "k") -> Fact:
    return Fact(label, Text(value), (key,))


def test_labels_of_any_script_stand_in_one_column() -> None:
    found = lines(rows([fact("メール", "1@example.com", "1"), fact("Web", "2", "2")], [fact("Birthday", "3", "3")]))
    assert found == ["メール    1@example.com", "Web       2", "", "Birthday  3"]
    assert {cell_len(line[: line.index(value)]) for line, value in zip((found[0], found[1]), "12", strict=True)} == {10}


def test_a_value_is_wrapped_under_its_own_column() -> None:
    assert lines(rows([fact("Note", "one two three four five six", "1")], width=20)) == [
        "Note  one two three", "      four five six",
    ]  # fmt: skip


def test_groups_are_parted_by_a_line_and_empty_ones_leave_none() -> None:
    assert lines(rows([], [fact("a", "1", "1")], [], [fact("b", "2", "2")], [])) == ["a  1", "", "b  2"]
    assert len(rows([], [])) == 0


def test_a_wide_fact_takes_no_part_in_the_columns() -> None:
    found = lines(rows([Fact("", Text("a sentence that says it all"), ("s",), wide=True), fact("x", "1", "1")]))
    assert found == ["a sentence that says it all", "x  1"]


def test_every_fact_can_be_stood_on_and_its_further_lines_are_passed() -> None:
    source = rows([fact("Note", "one two three four five six", "1"), fact("", "x", "2")], width=20)
    assert [source.key(i) for i in range(len(source))] == [("1",), None, ("2",)]


def test_a_long_value_is_walked_line_by_line() -> None:
    source = rows([fact("Note", "word " * 60, "1")], width=30)
    keys = [source.key(i) for i in range(len(source))]
    assert len(keys) > LONG
    assert None not in keys
    assert len(set(keys)) == len(keys)
    assert {fact_key(key) for key in keys} == {("1",)}


def test_a_narrow_list_leaves_room_for_the_values() -> None:
    for width in (1, 8, 16, 20):
        assert lines(rows([fact("a very long label indeed", "value", "1")], width=width))


def test_the_dim_of_a_label_does_not_reach_the_value() -> None:
    source = fact_rows([[fact("Note", "value")]], 30, Style(dim=True), CONSOLE)
    text = source.draw(0, 30)
    assert text.style == ""
    assert [(span.start, span.end) for span in text.spans] == [(0, 6)]
