"""What Monica notes under a person, as lines of the capture language: each kind its own function.

Promises marked lines only where something was given, received or is to be done; refuses to know where they stand.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from networkjournal.formats.asked import Asked
from networkjournal.formats.loose_json import day, items, table, text

_SIGNS = {"JPY": "¥", "USD": "$", "EUR": "€"}


class Dated(NamedTuple):
    """A text to become an entry."""

    text: str
    """Empty for what says nothing."""
    on: date | None = None
    key: str = ""
    where: str = ""


def one_line(*parts: str) -> str:
    """The parts in one line, parted by spaces."""
    return " ".join(" ".join(parts).split())


def mention(name: str) -> str:
    """The person as a text names them, whoever else is known."""
    return f"@[{name.replace('[', '').replace(']', '')}]"


def money(amount: object, currency: object) -> str:
    """An amount as the capture language reads it; in another currency, words."""
    number = text(amount).replace(",", "").replace(" ", "")
    if not number.replace(".", "", 1).isdecimal() or not number.strip("0."):
        return ""
    code = text(currency) or text(table(currency).get("iso"))
    whole, _, part = number.partition(".")
    if code not in _SIGNS:
        return one_line(number, code)
    if code == "JPY" or not part.strip("0"):
        return _SIGNS[code] + whole
    return f"{_SIGNS[code]}{whole}.{part[:2].ljust(2, '0')}"


def _debt(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    """A loan: what I owe was received, what they owe was given; one that is settled went back as well."""
    sum_ = money(about.get("amount"), about.get("currency"))
    words = one_line(f"{mention(name)} money:", sum_, text(about.get("reason")))
    there, back = ("<-", "->") if about.get("in_debt") in (True, "yes") else ("->", "<-")
    lines = [f"{there} {words}"]
    if text(about.get("status")) == "complete":
        lines.append(f"{back} {words}")
    return Dated("\n".join(lines))


def _gift(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    words = one_line(text(about.get("name")), money(about.get("amount"), about.get("currency")),
                     text(about.get("comment")), text(about.get("url")))  # fmt: skip
    status = text(about.get("status"))
    if status in ("offered", "given"):
        line = f"-> {mention(name)} gift: {words}"
    elif status == "received":
        line = f"<- {mention(name)} gift: {words}"
    else:
        line = f"[ ] {mention(name)} gift: {words}"
    return Dated(line, day(about.get("date")))


def _task(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    words = one_line(text(about.get("title")), text(about.get("description")))
    done = day(about.get("completed_at"))
    if about.get("completed") not in (True, 1):
        return Dated(f"[ ] {mention(name)} {words}")
    return Dated(one_line(f"[x] {mention(name)} {words}", f"done:{done.isoformat()}" if done else ""))


def _call(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    way = "←" if about.get("contact_called") in (True, 1) else "→"
    return Dated(f"☎ {way} {mention(name)} {text(about.get('content'))}".strip(), day(about.get("called_at")))


def _note(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    body = text(about.get("body"))
    return Dated(f"{mention(name)} {body}" if body else "")


def _conversation(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    lines = [f"✉ {mention(name)}"]
    for message in items(about.get("messages")):
        said = table(table(message).get("properties")) or table(message)
        way = "→" if said.get("written_by_me") in (True, 1) else "←"
        lines.append(f"✉ {way} {one_line(text(said.get('content')))}")
    return Dated("\n".join(lines), day(about.get("happened_at")))


def _life_event(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    words = one_line(text(about.get("name")), text(about.get("note")))
    return Dated(f"{mention(name)} {words}" if words else "", day(about.get("happened_at")))


def _reminder(name: str, about: Mapping[str, Any], asked: Asked) -> Dated:
    """One that is still to come, once; what recurs is kept with the person."""
    on = day(about.get("initial_date"))
    once = text(about.get("frequency_type")) == "one_time" and about.get("inactive") not in (True, 1)
    if not once or on is None or asked.today is None or on < asked.today:
        return Dated("")
    return Dated(one_line(f"[ ] {mention(name)}", text(about.get("title")), f"due:{on.isoformat()}"))


LINES: Mapping[str, Callable[[str, Mapping[str, Any], Asked], Dated]] = {
    "debt": _debt,
    "gift": _gift,
    "task": _task,
    "call": _call,
    "note": _note,
    "conversation": _conversation,
    "life_event": _life_event,
    "reminder": _reminder,
}
"""What becomes of each kind of value under a person."""
