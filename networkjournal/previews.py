"""What merging and forgetting someone come to, in words, for the command line and the program: asked before it is done.

Promises to show all that a merge adds to the one who stays. Prints and draws nothing.
"""

from collections.abc import Iterator, Mapping

from networkjournal import labels, wording
from networkjournal.i18n import _, ngettext
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.forgetting import Forgetting
from networkjournal.model.merge import JOINED, NOTED, Merge

_SHOWN = (
    *("name", "reading", "aliases", "organization", "department", "title", "emails", "phones", "urls", "addresses"),
    *("birthday", "how_met", "introduced_by", "needs", "can_give", "asks", "caution", "aims", "suspected", "knows"),
    *("withheld", "notes", "tags"),
)
"""What a merge may add to, in the order of a contact's sheet."""


def field_labels() -> Mapping[str, str]:
    """What a merge calls the fields whose differing values it notes, in the reader's language."""
    return {field: labels.field(field) for field in NOTED}


def added(plan: Merge) -> tuple[tuple[str, str], ...]:
    """Pairs of a field's label and what a merge adds to it, one for each value."""
    return tuple((labels.field(field), text) for field in _SHOWN for text in _new(plan.kept, plan.merged, field))


def _new(kept: Contact, merged: Contact, field: str) -> Iterator[str]:
    before, after = getattr(kept, field), getattr(merged, field)
    if field in JOINED:
        yield from after[len(before) :].strip("\n").split("\n") if after != before else ()
    elif isinstance(after, tuple):
        known = {_text(value) for value in before}
        yield from (_text(value) for value in after if _text(value) not in known)
    elif after != before:
        yield after


def _text(value: str | Labelled) -> str:
    return value if isinstance(value, str) else value.value


def merge_counts(plan: Merge) -> tuple[str, ...]:
    """What else a merge does: entries that are written anew, exchanges that move, lines that wait no longer."""
    sentences = (
        (plan.entries, ngettext("{n} entry is written anew.", "{n} entries are written anew.", plan.entries)),
        (plan.exchanges, ngettext("{n} exchange moves.", "{n} exchanges move.", plan.exchanges)),
        (
            plan.waiting,
            ngettext("{n} line waits no longer.", "{n} lines wait no longer.", plan.waiting),
        ),
    )
    return tuple(sentence.format(n=count) for count, sentence in sentences if count)


def merge_balances(plan: Merge) -> tuple[tuple[str, str], ...]:
    """Pairs of a name and a balance: of the two as they are, and of the one they will be."""
    kept, absorbed = plan.before
    whole = _("{name} then").format(name=plan.kept.name)
    return ((plan.kept.name, _sums(kept)), (plan.absorbed.name, _sums(absorbed)), (whole, _sums(plan.after)))


def _sums(account: Account) -> str:
    if account.state == "none":
        return wording.state(account.state)
    return _("given {given}, received {received}: {state}").format(
        given=wording.weight(account.given),
        received=wording.weight(account.received),
        state=wording.state(account.state),
    )


def forgetting(plan: Forgetting) -> tuple[str, ...]:
    """What forgetting someone takes out, and what it cannot."""
    counted = (
        (plan.entries, ngettext("{n} entry changes.", "{n} entries change.", plan.entries)),
        (
            plan.lines,
            ngettext(
                "{n} line about nobody else is taken out whole.",
                "{n} lines about nobody else are taken out whole.",
                plan.lines,
            ),
        ),
        (
            plan.mentions,
            ngettext("In {n} other place the name becomes …", "In {n} other places the name becomes …", plan.mentions),
        ),
        (
            plan.records,
            ngettext(
                "{n} other record (contacts, goals, events) has the name in it; there it becomes …",
                "{n} other records (contacts, goals, events) have the name in them; there it becomes …",
                plan.records,
            ),
        ),
        (
            plan.left,
            ngettext(
                "{n} line has the family or given name alone, which may be anybody's: it stays.",
                "{n} lines have the family or given name alone, which may be anybody's: they stay.",
                plan.left,
            ),
        ),
    )
    said = [sentence.format(n=count) for count, sentence in counted if count]
    if plan.copies:
        beside = _("Beside the journal lie copies that are not touched: {files}")
        said.append(beside.format(files=", ".join(plan.copies)))
    return tuple(said)
