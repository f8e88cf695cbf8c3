"""`action`: what is to be done and awaited, and keeping, dropping, awaiting, moving it. Each writes into its line."""

from datetime import date

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import DAILY, JSON, Command, Context, Run, read_day
from networkjournal.cli.numbered import numbered
from networkjournal.cli.output import Painted, Piece
from networkjournal.i18n import N_, _
from networkjournal.model.action import OpenAction, exchange_line
from networkjournal.model.posting import ActionState

_ENTRY_LINE = "ENTRY:LINE"
_NO_DAY = ("none", "なし")


def show_all(context: Context, args: Args) -> None:
    """Print what is open and awaited, what is due first."""
    actions = context.journal.books.actions.standing()
    if args.all:
        actions += context.journal.books.actions.closed()
    if context.json:
        context.out.json([documents.action(action, context.today) for action in actions])
    elif not actions:
        context.out.line(_('Nothing owed, nothing awaited. Declare what you will do: `add "[ ] what due:fri"`'))
    else:
        heads = (_("No."), _("State"), _("Due"), _("Action"))
        context.out.table([_row(action, context.today) for action in actions], "llll", heads)


def _row(action: OpenAction, today: date) -> tuple[Piece, ...]:
    state = wording.action_state(action.state) + (f" {action.done.isoformat()}" if action.done else "")
    due = action.due.isoformat() if action.due else ""
    return action.number, state, Painted(f"{due} !", "attention") if action.overdue(today) else due, action.words


def _marking(state: ActionState) -> Run:
    """The command that puts an action into a state and says so; it is found among those that are not in it."""

    def run(context: Context, args: Args) -> None:
        book = context.journal.books.actions
        known = book.standing() if state != "open" else (*book.standing(), *book.closed())
        action = _found(args, tuple(action for action in known if action.state != state))
        context.journal.mark_action(action, state, context.today)
        context.out.line(wording.marked(action.words, state))
        if state == "done" and (line := exchange_line(action)):
            from shlex import quote  # 1 ms, and only here: a person's words must not mean anything to the shell

            context.out.line(
                _("Was it an exchange? Write it: {command}").format(
                    command=f"networkjournal add {quote(line.rstrip())}"
                )
            )

    return run


def due(context: Context, args: Args) -> None:
    """Give an action another due date, or none."""
    action = _standing(context, args)
    _schedule(context, action, _day(args.date, context.today))


def snooze(context: Context, args: Args) -> None:
    """Move an action by a week."""
    action = _standing(context, args)
    _schedule(context, action, action.snoozed(context.today))


def _schedule(context: Context, action: OpenAction, day: date | None) -> None:
    context.journal.schedule_action(action, day)
    context.out.line(wording.scheduled(action.words, day))


def _day(text: str, today: date) -> date | None:
    if text.strip().lower() in _NO_DAY:
        return None
    try:
        return read_day(text, today, "coming")
    except ValueError:
        raise UsageError("bad_value", "DATE", text, ("due",)) from None


def _standing(context: Context, args: Args) -> OpenAction:
    return _found(args, context.journal.books.actions.standing())


def _found(args: Args, known: tuple[OpenAction, ...]) -> OpenAction:
    return numbered("action", args.get("entry:line"), known, lambda item: item.number, lambda item: item.words)


_WHICH = Argument(_ENTRY_LINE, N_("Its number in `action list`, or words that only it has."))

COMMAND = Command(
    "action",
    N_("What you will do and what you await; keep it, drop it, move it."),
    group=DAILY,
    subcommands=(
        Command(
            "list",
            N_("List what is open and awaited, what is due first."),
            show_all,
            options=(Option(("--all",), N_("What is done and dropped, too.")), JSON),
        ),
        Command("done", N_("Say that one is done."), _marking("done"), (_WHICH,)),
        Command("drop", N_("Drop one."), _marking("dropped"), (_WHICH,)),
        Command("await", N_("Await one from them."), _marking("awaiting"), (_WHICH,)),
        Command("reopen", N_("Take one up again."), _marking("open"), (_WHICH,)),
        Command(
            "due",
            N_("Give one another due date."),
            due,
            (_WHICH, Argument("DATE", N_("When it is due: fri, 来週金曜, 11/30; `none` for no day."))),
        ),
        Command("snooze", N_("Have one wait for a week, from today or from its due date."), snooze, (_WHICH,)),
    ),
    examples=(
        ("action list", N_("what stands, with its numbers")),
        ("action done 12:3", N_("writes [x] and the day into line 3 of entry 12")),
    ),
)
