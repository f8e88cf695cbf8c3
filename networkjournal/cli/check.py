"""`check`: proves that the file is sound and the ledger equals the journal."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.errors import CheckFailed
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.difference import Difference

SHOWN = 50
_RECORDS = {
    "contacts": N_("contact"), "goals": N_("goal"), "personas": N_("persona"), "strengths": N_("strength"),
    "offers": N_("offer"), "asks": N_("ask"), "events": N_("event"), "cadences": N_("cadence"),
    "budgets": N_("budget"), "self_introductions": N_("self-introduction"), "refusals": N_("refusal"),
    "dismissals": N_("suggestion"), "sources": N_("import"),
}  # fmt: skip
"""The tables of records, and what one of them is called."""


def run(context: Context, args: Args) -> None:
    """Print what was looked at; raise `CheckFailed` where something differs."""
    found = context.journal.check()
    if context.json:
        context.out.json(
            {
                "entries": found.entries,
                "contacts": found.contacts,
                "exchanges": found.exchanges,
                "waiting": found.waiting,
                "differences": [difference._asdict() for difference in found.differences],
                "sound": not found.differences,
            }
        )
    else:
        counts = (
            ngettext("{n} entry", "{n} entries", found.entries).format(n=found.entries),
            ngettext("{n} contact", "{n} contacts", found.contacts).format(n=found.contacts),
            ngettext("{n} exchange", "{n} exchanges", found.exchanges).format(n=found.exchanges),
            ngettext("{n} waiting line", "{n} waiting lines", found.waiting).format(n=found.waiting),
        )
        context.out.line(_("Looked at {counts}.").format(counts=", ".join(counts)))
        for difference in found.differences[:SHOWN]:
            context.out.line("  ", _sentence(difference))
        if not found.differences:
            context.out.line(_("The file is sound, and everything posted equals what the texts say."))
    if found.differences:
        raise CheckFailed(len(found.differences))


def _sentence(difference: Difference) -> str:
    if difference.what == "file":
        return _("the file: {detail}").format(detail=difference.detail)
    if difference.what == "saved":
        return _saved_sentence(difference)
    if difference.what == "totals":
        return _("the totals of {who} are not the sums of the exchanges").format(who=difference.detail)
    if difference.what == "names":
        return _("the names of {who} are not all known").format(who=difference.detail)
    if difference.what == "search":
        return _search_sentence(difference)
    return _("entry {entry}: {what} differ from its text").format(entry=difference.entry, what=difference.what)


def _saved_sentence(difference: Difference) -> str:
    if difference.entry is not None:
        return _("entry {entry} is not what was saved; a backup may still have it").format(entry=difference.entry)
    table, _space, row = difference.detail.partition(" ")
    if table == "steps":
        return _("change {n} in the history is not what was saved").format(n=row)
    if not row:
        return _("the tables of the file are not as the program made them")
    return _("{what} is not what was saved; a backup may still have it").format(what=f"{_(_RECORDS[table])} {row}")


def _search_sentence(difference: Difference) -> str:
    if difference.entry is not None:
        return _("entry {entry}: find does not know its text as it is; `repost` mends that").format(
            entry=difference.entry
        )
    if difference.detail:
        return _("find does not know {what} as it is; `repost` mends that").format(what=difference.detail)
    return _("the words that find goes by are not those of the journal; `repost` mends that")


COMMAND = Command(
    "check",
    N_("Prove that the file is sound and the ledger equals the journal."),
    run,
    options=(JSON,),
    group=DATA,
)
