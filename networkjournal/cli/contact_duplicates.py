"""`contact duplicates`: who may be in the journal twice, and why."""

from networkjournal import importing
from networkjournal.cli.arguments import Args
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.i18n import N_, _, ngettext
from networkjournal.reports.duplicates import pairs


def run(context: Context, args: Args) -> None:
    """Print the pairs, the surest first."""
    found = pairs(context.journal)
    if context.json:
        context.out.json(
            [
                {
                    "contact": pair.one.handle,
                    "name": pair.one.name,
                    "other": pair.other.handle,
                    "other_name": pair.other.name,
                    "reasons": list(pair.reasons),
                }
                for pair in found
            ]
        )
        return
    rows = [(f"@{pair.one.handle}", f"@{pair.other.handle}", importing.likeness(pair.reasons)) for pair in found]
    context.out.table(rows, "lll")
    if not found:
        context.out.line(_("Nobody seems to be there twice."))
    else:
        sentence = ngettext("{n} pair may be one person.", "{n} pairs may be one person each.", len(found))
        context.out.line(sentence.format(n=len(found)), " ", _("`contact merge` makes one of two."))


COMMAND = Command(
    "duplicates",
    N_("List who may be there twice, and why."),
    run,
    options=(JSON,),
    description=N_(
        "People are compared by name, reading in any spelling, e-mail address, telephone number in any notation, and "
        "organization. Those of whom you said in the program that they are two people are left out."
    ),
)
