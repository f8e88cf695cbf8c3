"""Answers become an entry: the question as a heading, and below it what was answered, posted where that is meant."""

from networkjournal.capture.answers import Answer, answers_text
from networkjournal.capture.marks import lines


def marked(text: str) -> list[tuple[str, str]]:
    """The lines with a mark, without it."""
    return [(line.mark, line.text[line.start :]) for line in lines(text) if line.mark != "prose"]


def test_each_answer_stands_below_its_question_and_an_open_one_leaves_nothing() -> None:
    text = answers_text("Review", [Answer("Why?", "because\nso"), Answer("And?", "  "), Answer("Next?", "go", "[ ] ")])
    assert text == "# Review\n\n## Why?\nbecause\nso\n\n## Next?\n[ ] go"
    assert marked(text) == [("open", "go")]


def test_nothing_answered_is_no_entry() -> None:
    assert answers_text("Review", [Answer("Why?", " \n ")]) == ""


def test_a_mark_of_ones_own_stays_and_is_not_doubled() -> None:
    text = answers_text("R", [Answer("Learned?", "one\n\n= a result\n! two", "! ")])
    assert marked(text) == [("insight", "one"), ("result", "a result"), ("insight", "two")]


def test_a_code_block_in_an_answer_posts_nothing() -> None:
    assert marked(answers_text("R", [Answer("Learned?", "```\n-> @x\nplain\n```", "! ")])) == []
