"""Texts that act on a careless terminal, and a journal that has them in every field of every record.

Each is followed by a word of its own, so that one can tell which of them came through.
"""

import re
from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.budget import Budget
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.refusal import Refusal
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.strength import Offer, Strength

CORPUS = {
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "clipboard, ended otherwise": "\x1b]52;p;b3duZWQ=\x1b\\",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\",
    "clear": "\x1b[2J\x1b[H",
    "scroll-back": "\x1b[3J",
    "reset": "\x1bc",
    "other screen": "\x1b[?1049h",
    "colour": "\x1b[31;5m",
    "hidden": "\x1b[8m",
    "answer": "\x1b[c\x1b[6n\x1bP+q\x1b\\",
    "keys": "\x1b[?1000h\x1b[>4;2m",
    "eight bits": "\x9b2J\x9d0;owned\x9c\x90",
    "back": "safe\b\b\b\bevil",
    "line again": "first\rsecond",
    "bell": "\x07\x0e\x0f\x05",
    "delete": "\x7f",
    "up": "\x0b\x0c",
    "around": "\u202eevil\u202c\u2066\u2069\u200f\u061c",
    "lines": "\u2028\u2029\x85",
    "markup": "[bold red]x[/] [@click=app.quit]y[/]",
    "wide": "e" + "\u0301" * 60 + "\U000e0041\u200b",
}
"""What it tries -> the text."""
HOSTILE = " ".join(f"{text}{name.title().replace(' ', '')}" for name, text in CORPUS.items())
_MARKS = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
ACTS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_MARKS}]|\r(?!\n)")
"""What may not reach a terminal from a text; lines may end, as a terminal ends them."""
DAY = date(2026, 11, 23)


def hostile_journal(path: str, text: str = HOSTILE) -> Journal:
    """A journal in which every text that a person can write is this one."""
    made = Journal.open(path)
    labelled = (Labelled(text, text),)
    goal = made.add_goal(Goal(text, "goal", text, text))
    made.add_persona(Persona(goal.id, text, (text,), (text,), text, text, text))
    made.add_strength(Strength(text, "strength", since=text, evidence=(text,)))
    made.add_offer(Offer(text, "strength", (text,), 30))
    made.add_ask(Ask(text, (text,), "goal"))
    made.keep_self_introduction(SelfIntroduction(text, 30, "goal", 1, on=DAY))
    made.add_event(
        Event(text, DAY, "event", text, text, ("goal",), cost=3, currency="JPY", outcome=text, personas=(1,),
              expected=(text,), bring=(text,), questions=(text,), series=text)
    )  # fmt: skip
    for handle in ("x", "y"):
        made.add_contact(
            Contact(
                text, handle, text, text, text, (text,), text, text, text, labelled, labelled, labelled, labelled, text,
                text, text, (text,), (text,), (text,), text, text, (text,), aims=text, suspected=text, knows=text,
                withheld=text,
            )
        )  # fmt: skip
    made.add_refusal(Refusal(text, DAY, text, "x"))
    made.set_cadence(Cadence(1, contact=1))
    made.set_cadence(Cadence(9, tag=text))
    made.set_budget(Budget("month", "goal", 600, 100, "JPY", 2))
    made.dismiss("offer:1:1", text)
    line = text.replace("\n", " ").replace("\r", " ")
    made.capture(
        f"{text}\n<- @x info: {line}\n-> @y intro: {line} 20m #goal\n[ ] @x {line} due:11/20\n[<] @y {line}\n! {line}\n"
        f"= {line} #goal\n%event {line}\n<- @{line}\n-> {line}",
        date(2026, 11, 1),
    )
    contact = made.books.contacts.get(2)
    made.change_contact(contact._replace(handle="z"))
    made.undo()
    return made
