"""`contact merge NAME --into NAME`: makes one contact of two records of one person."""

from networkjournal import previews
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find_contact
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.merge import Merge


def run(context: Context, args: Args) -> None:
    """Merge, or with `--dry-run` say what merging would do."""
    absorbed, kept = find_contact(context, words(args.contact)), find_contact(context, args.into)
    labels = previews.field_labels()
    plan = context.journal.merge_plan(kept, absorbed, labels)
    if not args.dry_run:
        context.journal.merge_contacts(kept, absorbed, labels)
    if context.json:
        context.out.json(_document(plan, done=not args.dry_run))
    elif args.dry_run:
        _print(context, plan)
    else:
        names = {"absorbed": absorbed.name, "kept": kept.name, "handle": f"@{kept.handle}"}
        context.out.line(
            _("Merged {absorbed} into {kept}; in texts: {handle}. `undo` parts them again.").format(**names)
        )


def _print(context: Context, plan: Merge) -> None:
    out = context.out
    title = _("{absorbed} would go into {kept}").format(absorbed=plan.absorbed.name, kept=plan.kept.name)
    sheet(out, title, ((_("In texts"), f"@{plan.kept.handle}"), *previews.added(plan)))
    for sentence in previews.merge_counts(plan):
        out.line(sentence)
    out.table(previews.merge_balances(plan), "ll")


def _document(plan: Merge, done: bool) -> documents.Document:
    kept, absorbed = plan.before
    return {
        "merged": done,
        "absorbed": plan.absorbed.handle,
        "into": plan.kept.handle,
        "contact": documents.contact(plan.merged),
        "entries": plan.entries,
        "exchanges": plan.exchanges,
        "waiting": plan.waiting,
        "balances": {name: documents.sums(account) for name, account in
                     (("into", kept), ("absorbed", absorbed), ("after", plan.after))},
    }  # fmt: skip


COMMAND = Command(
    "merge",
    N_("Make one contact of two records of one person."),
    run,
    (Argument("CONTACT", N_("The one whose record goes into the other."), "some"),),
    (
        Option(("--into",), N_("The one who stays, and keeps the name."), metavar="CONTACT", required=True),
        Option(("--dry-run",), N_("Say what it would do; change nothing.")),
        JSON,
    ),
    description=N_(
        "Lists are united and empty fields filled. Names become further names; a value that differs is noted under the "
        "one who stays. Every entry that mentions the one mentions the other. `undo` parts them again."
    ),
    examples=(("contact merge Suzuki --into 鈴木一郎 --dry-run", N_("see first what it would do")),),
)
