"""Answers to questions as the text of an entry: each question as a heading over what was answered.

Promises that nothing answered is lost and that a line with a mark of its own keeps it. Refuses to know any question.
"""

from collections.abc import Iterable

from networkjournal.capture.marks import lines
from networkjournal.lean import NamedTuple


class Answer(NamedTuple):
    """What was answered."""

    question: str
    """As it was asked."""
    text: str
    mark: str = ""
    """What each line of the answer is posted as (`! `, `[ ] `); empty: prose, unless the line says otherwise."""


def answers_text(heading: str, answers: Iterable[Answer]) -> str:
    """The text of the entry; empty where nothing was answered."""
    said = [f"## {answer.question}\n{_marked(answer)}" for answer in answers if answer.text.strip()]
    return "\n\n".join([f"# {heading}", *said]) if said else ""


def _marked(answer: Answer) -> str:
    text = "\n".join(line.rstrip() for line in answer.text.strip().split("\n"))
    return "\n".join(
        f"{answer.mark}{line.text.lstrip()}" if answer.mark and line.mark == "prose" and not line.fenced
        and line.text.strip() else line.text
        for line in lines(text)
    )  # fmt: skip
