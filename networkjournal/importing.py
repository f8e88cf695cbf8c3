"""What an import brings, in words, for the command line and the program: verdicts, reasons, what would change.

Holds no text of a person's but what it is handed, and prints and draws nothing.
"""

import re
from collections.abc import Iterable, Mapping

from networkjournal import labels
from networkjournal.formats.decisions import Decision
from networkjournal.formats.item import Item, Plan, Verdict
from networkjournal.formats.three_way import Change, Value
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.contact import Labelled
from networkjournal.model.duplicates import Reason

VERDICTS: Mapping[Verdict, str] = {
    "new": N_("new"),
    "same": N_("same"),
    "changed": N_("changed"),
    "doubtful": N_("doubtful"),
    "unreadable": N_("unreadable"),
}
"""In the order in which they are counted."""
_REASONS = {
    "no_name": N_("nothing to call the person by"),
    "truncated": N_("it has no end"),
    "undecodable": N_("it is in no known encoding"),
    "stray": N_("text that belongs to no record"),
    "bad_date": N_("there is no such day"),
    "too_large": N_("it is too large"),
    "misshapen": N_("it does not have the form of one"),
    "unreadable": N_("it cannot be opened"),
}
_LIKENESS: Mapping[Reason, str] = {
    "name": N_("the same name"),
    "reading": N_("the same reading"),
    "email": N_("the same e-mail address"),
    "phone": N_("the same telephone number"),
    "organization": N_("the same organization"),
}
_FIELDS = {
    "family": N_("Family name"),
    "given": N_("Given name"),
    "extra": N_("What has no field"),
    "minutes": N_("Minutes"),
}
_COLUMNS = {"email": "emails", "phone": "phones", "url": "urls", "address": "addresses"}
_PLACE = re.compile(r"([a-z]+) (\d+)(?:, line (\d+))?")
_LINE = N_("line {n}")
_PLACES = {
    "card": N_("card {n}"),
    "row": N_("row {n}"),
    "line": _LINE,
    "event": N_("event {n}"),
    "entry": N_("entry {n}"),
    "contact": N_("contact {n}"),
}
_DECISIONS: Mapping[Decision, str] = {
    "add": N_("another person"),
    "join": N_("the same"),
    "leave": N_("left out"),
}
_OUTLOOK: Mapping[Verdict, str] = {
    "new": N_("It will be added."),
    "same": N_("It is here already; nothing is written."),
    "changed": N_("It is here already and will be brought up to date:"),
    "doubtful": N_("You decide what becomes of it."),
    "unreadable": N_("It cannot be read, and stays out."),
}


def verdict(code: Verdict) -> str:
    """The verdict on a record."""
    return _(VERDICTS[code])


def where(place: str) -> str:
    """Where a record stands in its file, as readers tell it: "card 3, line 41". The name of a file stays as it is."""
    found = _PLACE.fullmatch(place)
    if found is None or found[1] not in _PLACES:
        return place
    told = _(_PLACES[found[1]]).format(n=found[2])
    if found[3] is None:
        return told
    return _("{place}, {line}").format(place=told, line=_(_LINE).format(n=found[3]))


def reason(code: str) -> str:
    """Why a record cannot be read."""
    return _(_REASONS.get(code, code))


def likeness(reasons: Iterable[Reason]) -> str:
    """Why two people may be one."""
    return ", ".join(_(_LIKENESS[reason]) for reason in reasons)


def field(code: str) -> str:
    """What a field of a record is called."""
    if code in _FIELDS:
        return _(_FIELDS[code])
    return labels.field(code) if labels.known(code) else code


def column(code: str) -> str:
    """What a column of a table can be said to fill."""
    return field(_COLUMNS.get(code, code)) if code != "id" else _("Number of its own")


def fields(codes: Iterable[str]) -> str:
    """What some fields are called."""
    return ", ".join(map(field, codes))


def change(one: Change) -> str:
    """What becomes of one field. Of a list, what goes and what comes."""
    return _("{field}: {value}").format(field=field(one.field), value=becomes(one))


def becomes(one: Change) -> str:
    """The same without the field's name."""
    if isinstance(one.before, str) and isinstance(one.after, str):
        told = f"{one.before} → {one.after}" if one.before else one.after
        return " ".join(told.split())
    before, after = _words(one.before), _words(one.after)
    gone = [f"− {value}" for value in before if value not in after]
    come = [f"+ {value}" for value in after if value not in before]
    return ", ".join((*gone, *come))


def value(one: Value) -> str:
    """A value of a record, in one line."""
    return ", ".join(_words(one))


def notes(item: Item) -> tuple[str, ...]:
    """What there is to say of a record besides its verdict: each change, what stays, whom it may be."""
    told = [change(one) for one in item.changes]
    if item.kept:
        told.append(stays(item))
    if item.reasons:
        told.append(_("may be someone you know: {reasons}").format(reasons=likeness(item.reasons)))
    return tuple(told)


def decision(code: Decision) -> str:
    """What was decided about a line."""
    return _(_DECISIONS[code])


def outlook(item: Item) -> str:
    """What will become of a record as it is planned now."""
    return _(_OUTLOOK[item.verdict])


def counts(of: Mapping[Verdict, int]) -> str:
    """How many records have which verdict."""
    return ", ".join(f"{verdict(code)} {of[code]}" for code in VERDICTS if of.get(code))


def progress(phase: str, done: int, whole: int) -> str:
    """How far an import is."""
    sentence = _("Comparing: {done} of {whole}") if phase == "plan" else _("Importing: {done} of {whole}")
    return sentence.format(done=f"{done:,}", whole=f"{whole:,}")


def stays(item: Item) -> str:
    """What the file says otherwise and stands here; nothing where there is none."""
    return _("stays as it is here: {fields}").format(fields=fields(item.kept)) if item.kept else ""


def brought(made: Plan, left: int) -> tuple[str, ...]:
    """What an import came to, in sentences; `left` are the records that a person left out."""
    new, changed = made.count("new") + made.count("doubtful"), made.count("changed")
    same, bad = made.count("same") - left, made.count("unreadable")
    told = (
        (new, ngettext("{n} record was added.", "{n} records were added.", new)),
        (changed, ngettext("{n} was brought up to date.", "{n} were brought up to date.", changed)),
        (same, ngettext("{n} was here already.", "{n} were here already.", same)),
        (left, ngettext("{n} was left out, as you said.", "{n} were left out, as you said.", left)),
        (bad, ngettext("{n} could not be read:", "{n} could not be read:", bad)),
    )
    return tuple(sentence.format(n=f"{n:,}") for n, sentence in told if n > 0)


def _words(value: Value) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str) else value
    words = (one.value if isinstance(one, Labelled) else str(one) for one in values)
    return tuple(" ".join(word.split()) for word in words if word)
