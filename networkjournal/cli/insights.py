"""`insights`: what was learned, to reread, by goal and by person."""

from collections.abc import Iterable

from networkjournal import account
from networkjournal.account_parts import Figure, Line
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import JSON, LOOKING_BACK, Command, Context
from networkjournal.cli.name import find
from networkjournal.cli.output import Painted, terminal_width
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.account import Learned
from networkjournal.reports.insights import insights


def run(context: Context, args: Args) -> None:
    """Print the insights, under their goals, or under the people they come from."""
    goal = find(context, "goal", args.goal).id if args.goal else None
    contact = find(context, "contact", args.who).id if args.who else None
    made = insights(context.journal, goal, contact)
    if context.json:
        from networkjournal.cli.reviewed import insights as document  # only for a program

        context.out.json(document(made))
        return
    if not made.insights:
        context.out.line(_("No insight yet. Write what you learned on a line of its own: ! what you know now"))
        return
    groups = made.by_person if args.by == "person" else made.by_goal
    for number, group in enumerate(groups):
        if number:
            context.out.line()
        about = _("About no one in particular") if args.by == "person" else _("About no goal in particular")
        context.out.line(Painted(group.title or about, "heading"))
        _print(context, group.insights)
    if made.more:
        context.out.line(ngettext("and {n} older", "and {n} older", made.more).format(n=made.more))


def _print(context: Context, found: Iterable[Learned]) -> None:
    from networkjournal.cli.sections import NARROWEST, USUAL, print_lines  # draws; a program does not need it

    lines = (Line(one.on.isoformat(), (Figure(account.learned(one)),)) for one in found)
    print_lines(context.out, lines, max(terminal_width() or USUAL, NARROWEST))


COMMAND = Command(
    "insights",
    N_("What you learned, to reread."),
    run,
    options=(
        Option(("--goal",), N_("Only what is about this goal."), metavar="GOAL"),
        Option(("--who",), N_("Only what has to do with this contact."), metavar="NAME"),
        Option(("--by",), N_("Under what it is listed."), metavar="GROUP", choices=("goal", "person"), default="goal"),
        JSON,
    ),
    group=LOOKING_BACK,
    description=N_(
        "An insight is about the goals and people that its line names, or else about those that its entry names."
    ),
)
