"""The forms of an event, of its plan and of its review, and what comes back from them. Why one goes is asked first."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from networkjournal import wording
from networkjournal.capture.amounts import read_hours, read_money
from networkjournal.capture.dates import read_date
from networkjournal.i18n import _
from networkjournal.model.event import VERDICTS, Event
from networkjournal.model.folding import name_key
from networkjournal.model.goal import Persona
from networkjournal.tui.widgets.form import Field

Values = Mapping[str, str]
GoalNamed = Callable[[str], str]
"""Gives the handle of the goal that goes by a name. Raises a `JournalError`."""
MOST_COUNTED = 100_000
_LINES = ("expected", "bring", "questions")
"""Lists of names and sentences: one to a line."""


def event_fields(event: Event, personas: Sequence[Persona]) -> list[Field]:
    """The fields of the plan, filled with what is known; the purpose stands first."""
    who = "\n".join(persona.who for persona in personas if persona.id in event.personas)
    people = _("one to a line: a contact, or any name")
    day = event.on.isoformat() if event.title else ""
    cost = "" if event.cost is None else wording.money(event.cost, event.currency or "")
    return [
        Field("purpose", _("Purpose"), event.purpose, hint=_("why you go: what for, whom to meet")),
        Field("title", _("Event"), event.title, required=True, hint=_("what it is called")),
        Field("on", _("Date"), day, required=True, hint="fri, 12/1, 2026-12-01"),
        Field("goals", _("Goals"), ", ".join(f"#{goal}" for goal in event.goals), hint=_("which it serves: #name")),
        Field("personas", _("To meet"), who, multiline=True, hint=_persona_hint(personas)),
        Field("expected", _("Expected"), "\n".join(event.expected), multiline=True, hint=people),
        Field("bring", _("To bring"), "\n".join(event.bring), multiline=True, hint=_("what you bring, one to a line")),
        Field(
            "questions", _("Questions"), "\n".join(event.questions), multiline=True, hint=_("one question to a line")
        ),
        Field("place", _("Place"), event.place),
        Field("cost", _("Cost"), cost, hint="¥3,000, $20"),
        Field("minutes", _("Hours"), "" if event.minutes is None else wording.minutes(event.minutes), hint="2, 1h30m"),
        Field("series", _("Series"), event.series, hint=_("where its dates have different titles")),
        Field("handle", _("Short name"), event.handle, hint=_("how you write it after % in texts")),
    ]


def _persona_hint(personas: Sequence[Persona]) -> str:
    if not personas:
        return _("nobody is described yet: `persona add`")
    return _("some words of each, one to a line")


def event_faults(event: Event, values: Values, personas: Sequence[Persona], today: date) -> dict[str, str]:
    """What is wrong with the values, by field. Goals are looked up when they are saved."""
    wrong = {}
    if values["on"].strip() and read_date(values["on"].strip(), today, "coming") is None:
        wrong["on"] = _("This is no date; write it like 2027-02-28.")
    if values["cost"].strip() and read_money(values["cost"]) is None:
        wrong["cost"] = _("This is no amount of money; write it like ¥3,000 or $20.")
    if values["minutes"].strip() and read_hours(values["minutes"]) is None:
        wrong["minutes"] = _("This is no time; write it like 2 or 1h30m.")
    for typed in _lines(values["personas"]):
        if _persona(typed, personas) is None:
            wrong["personas"] = _("Nobody to meet, or more than one, is described so: {words}").format(words=typed)
    return wrong


def event_from(event: Event, values: Values, personas: Sequence[Persona], goal: GoalNamed, today: date) -> Event:
    """The event with what was filled in; there are no faults. Raises what `goal` raises."""
    cost, currency = read_money(values["cost"]) or (None, None)
    found = (_persona(typed, personas) for typed in _lines(values["personas"]))
    lists = {name: tuple(_lines(values[name])) for name in _LINES}
    gone = tuple(number for number in event.personas if number not in {persona.id for persona in personas})
    return event._replace(
        purpose=values["purpose"].strip(),
        title=values["title"],
        on=read_date(values["on"].strip(), today, "coming") or event.on,
        goals=tuple(dict.fromkeys(goal(name) for name in _parts(values["goals"]))),
        personas=(*dict.fromkeys(persona.id for persona in found if persona), *gone),
        place=values["place"].strip(),
        cost=cost,
        currency=currency,
        minutes=read_hours(values["minutes"]),
        series=values["series"].strip(),
        handle=values["handle"].strip(),
        **lists,  # type: ignore[arg-type]
    )


def review_fields(event: Event) -> list[Field]:
    """How it went; the purpose stands above, outside the fields."""
    verdicts = (("", _("not said")), *((verdict, wording.verdict(verdict)) for verdict in VERDICTS))
    return [
        Field("outcome", _("Outcome"), event.outcome, multiline=True, hint=_("what came of it, beside the purpose")),
        Field("talks", _("Talks"), _number(event.talks), hint=_("how many conversations went somewhere")),
        Field("cards", _("Cards"), _number(event.cards), hint=_("how many business cards you brought home")),
        Field("verdict", _("Go again?"), event.verdict or "", choices=verdicts),
    ]


def review_faults(values: Values) -> dict[str, str]:
    """What is wrong with the values, by field."""
    return {
        name: _("This is no number of things; write it like 3.")
        for name in ("talks", "cards")
        if values[name].strip() and _count(values[name]) is None
    }


def reviewed(event: Event, values: Values, today: date) -> Event:
    """The event as it went; there are no faults."""
    return event._replace(
        outcome=values["outcome"].strip(),
        talks=_count(values["talks"]),
        cards=_count(values["cards"]),
        verdict=next((verdict for verdict in VERDICTS if verdict == values["verdict"]), None),
        reviewed_on=event.reviewed_on or max(today, event.on),
    )


def _number(count: int | None) -> str:
    return "" if count is None else str(count)


def _count(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) <= MOST_COUNTED else None


def _persona(typed: str, personas: Sequence[Persona]) -> Persona | None:
    """The one who is described so, or has these words or this number; `None` for nobody, and for several."""
    key = name_key(typed)
    found = [one for one in personas if name_key(one.who) == key or str(one.id) == key]
    found = found or [one for one in personas if len(key) > 1 and key in name_key(one.who)]
    return found[0] if len(found) == 1 else None


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _parts(text: str) -> list[str]:
    return [
        part.strip().lstrip("#＃") for part in text.replace("、", ",").replace("，", ",").split(",") if part.strip()
    ]
