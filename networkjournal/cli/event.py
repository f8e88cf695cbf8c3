"""`event`: gatherings, why one goes, and how it went. None is noted without a purpose, or the word that it has none."""

from functools import partial

from networkjournal import gatherings, wording
from networkjournal.cli import documents, event_met, event_prep, event_series, gathered
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import (
    EDITING,
    Field,
    Values,
    WrongUse,
    changed,
    chosen,
    given,
    listed,
    options,
    read_by,
    text,
    words,
    wrong,
)
from networkjournal.cli.field_values import count, day, hours
from networkjournal.cli.money import money
from networkjournal.cli.name import find
from networkjournal.cli.numbered import numbered
from networkjournal.cli.output import Painted
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.event import VERDICTS, Event
from networkjournal.reports import gatherings as reports
from networkjournal.together import insist

PHASES = ("planned", "to_review", "past")


def add(context: Context, args: Args) -> None:
    """Note an event and why one goes."""
    fields = _with_records(context, _with_cost(given(context, args, _FIELDS)))
    if bool(fields.get("purpose")) == args.no_purpose:
        raise WrongUse("--purpose", "", "no_purpose")
    if fields.get("on") is None:
        raise UsageError("missing", "--on")
    event = context.journal.add_event(Event(title=words(args.name), **fields))
    _print_saved(context, event, _("Noted for {date}: {title}; in texts: {handle}"))


def show_all(context: Context, args: Args) -> None:
    """Print the events, the newest first."""
    today = context.today
    events = [event for event in context.journal.books.events.all() if args.phase in (None, event.phase(today))]
    if context.json:
        context.out.json([documents.event(event, today) for event in events])
    elif events:
        rows = [
            (event.on.isoformat(), event.title, wording.phase(event.phase(today)), _purpose(event)) for event in events
        ]
        context.out.table(rows, "llll", (_("Date"), _("Event"), _("Phase"), _("Purpose")))
    elif args.phase:
        context.out.line(_("No event is in this phase."))
    else:
        context.out.line(_("No events yet: `event add NAME --on DATE --purpose TEXT`. No purpose, no reason to go."))


def show(context: Context, args: Args) -> None:
    """Print all there is to an event."""
    event = _found(context, args)
    if context.json:
        context.out.json(_whole(context, event))
    else:
        sheet(context.out, event.title, (*_plan(event, context), *_outcome(event)))
        _print_what_came(context, event)


def edit(context: Context, args: Args) -> None:
    """Change an event's fields; a new handle is written into every entry."""
    event = _found(context, args)
    if args.no_purpose:
        if args.purpose is not None:
            raise WrongUse("--purpose", "", "no_purpose")
        fields: Values = {"purpose": "", **given(context, args, _EDITED)}
    else:
        fields = changed(context, args, _EDITED)
        if fields.get("purpose") == "":
            raise WrongUse("--purpose", "", "no_purpose")
    if fields.get("on", event.on) is None:
        raise wrong("--on", "", "required")
    edited = event._replace(**_with_records(context, _with_cost(fields)))
    event = insist(context.journal.change_event, edited, event)
    _print_saved(context, event, _("Changed: {date} {title}; in texts: {handle}"))


def review(context: Context, args: Args) -> None:
    """Say how it went."""
    event = _found(context, args)
    fields = changed(context, args, _REVIEW)
    on = fields.pop("on", None) or max(context.today, event.on)
    if on < event.on:
        raise wrong("--on", args.on, "range")
    verb = partial(context.journal.change_event, step="event_review")
    event = insist(verb, event._replace(reviewed_on=on, **fields), event)
    if context.json:
        context.out.json(_whole(context, event))
        return
    _print_saved(context, event, _("Reviewed: {date} {title}; in texts: {handle}"))
    sheet(context.out, "", ((_("Purpose"), gatherings.purpose(event)), *_outcome(event)))
    _print_what_came(context, event)


def remove(context: Context, args: Args) -> None:
    """Take an event out of the lists."""
    event = _found(context, args)
    context.journal.remove_event(event)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=event.title))


def _found(context: Context, args: Args) -> Event:
    return context.journal.books.events.get(find(context, "event", words(args.event)).id)


def _with_cost(fields: Values) -> Values:
    """The fields with the cost parted into amount and currency."""
    if isinstance(cost := fields.get("cost"), tuple):
        fields["cost"], fields["currency"] = cost
    return fields


def _with_records(context: Context, fields: Values) -> Values:
    """The fields with goals called by their handles, and personas by their numbers."""
    if isinstance(goals := fields.get("goals"), tuple):
        fields["goals"] = tuple(dict.fromkeys(find(context, "goal", goal).handle for goal in goals))
    if isinstance(asked := fields.get("personas"), tuple):
        live = reports.personas(context.journal)
        found = (numbered("persona", words, live, lambda item: item.id, lambda item: item.who) for words in asked)
        fields["personas"] = tuple(dict.fromkeys(persona.id for persona in found))
    return fields


def _print_saved(context: Context, event: Event, sentence: str) -> None:
    if context.json:
        context.out.json(documents.event(event, context.today))
    else:
        on = event.on.isoformat()
        context.out.line(sentence.format(date=on, title=event.title, handle=f"%{event.handle}"))


def _whole(context: Context, event: Event) -> documents.Document:
    journal = context.journal
    series = reports.series(journal, event)
    waiting = tuple(person.handle for person in reports.follow_ups(journal, event))
    return gathered.whole(reports.gathered(journal, event), series, waiting, context.today)


def _print_what_came(context: Context, event: Event) -> None:
    """What came of an event that is over, with whom nothing is agreed, and how it was on other dates."""
    out, journal = context.out, context.journal
    if event.on <= context.today:
        out.line(gatherings.came(reports.gathered(journal, event)))
    for person in reports.follow_ups(journal, event):
        out.line(Painted("→ ", "attention"), gatherings.follow_up(person.name, event, context.today))
    dates = reports.compared(journal, event)
    if len(dates) > 1:
        out.line()
        event_series.series_table(out, dates)


def _purpose(event: Event) -> str | Painted:
    return event.purpose or Painted(_("no purpose"), "attention")


def _plan(event: Event, context: Context) -> tuple[tuple[str, str], ...]:
    return (
        (_("In texts"), f"%{event.handle}"),
        (_("Date"), wording.day(event.on)),
        (_("Phase"), wording.phase(event.phase(context.today))),
        (_("Place"), event.place),
        (_("Purpose"), event.purpose or _("no purpose")),
        (_("Goals"), ", ".join(f"#{goal}" for goal in event.goals)),
        (_("To meet"), "\n".join(item.who for item in reports.personas(context.journal) if item.id in event.personas)),
        (_("Expected"), ", ".join(event.expected)),
        (_("To bring"), "\n".join(event.bring)),
        (_("Questions"), "\n".join(event.questions)),
        (_("Series"), event.series),
        (_("Cost"), "" if event.cost is None else wording.money(event.cost, event.currency or "")),
        (_("Time"), "" if event.minutes is None else wording.minutes(event.minutes)),
    )


def _outcome(event: Event) -> tuple[tuple[str, str], ...]:
    return (
        (_("Reviewed"), "" if event.reviewed_on is None else event.reviewed_on.isoformat()),
        (_("Cards"), "" if event.cards is None else str(event.cards)),
        (_("Talks"), "" if event.talks is None else str(event.talks)),
        (_("Verdict"), "" if event.verdict is None else wording.verdict(event.verdict)),
        (_("Outcome"), event.outcome),
    )


_ON = read_by(day, "--on", N_("The day."), "DATE")
_REQUIRED_ON = Field(_ON.option._replace(required=True), day)
_PLAN = (
    text("--purpose", N_("Why you go.")),
    listed("--goal", N_("A goal that it serves."), "goals", "GOAL"),
    listed("--persona", N_("Somebody you want to meet there: a number or words of `persona list`."), "personas", "WHO"),
    listed("--expect", N_("Somebody expected there: a contact, or any name."), "expected", "NAME"),
    listed("--bring", N_("What you bring."), "bring"),
    listed("--question", N_("What you want to ask there."), "questions"),
    read_by(money, "--cost", N_("What it costs: ¥3,000, $20."), "MONEY"),
    read_by(hours, "--hours", N_("The time it takes: 2, 1.5, 1h30m."), "N", "minutes"),
    text("--place", N_("Where it is.")),
    text("--series", N_("What its series is called, where its dates have different titles.")),
    text("--handle", N_("What to call it in texts; made from the title without it."), metavar="WORD"),
)
_FIELDS = (_REQUIRED_ON, *_PLAN)
_EDITED = (text("--title", N_("A new title.")), _ON, *_PLAN)
_REVIEW = (
    read_by(count, "--cards", N_("How many business cards you brought home."), "N"),
    read_by(count, "--talks", N_("How many conversations went somewhere."), "N"),
    chosen("--verdict", N_("Whether you would go again."), "VERDICT", VERDICTS),
    text("--outcome", N_("What came of it, in words."), lines=True),
    read_by(day, "--on", N_("The day of the review; today without it."), "DATE"),
)
_NO_PURPOSE = Option(("--no-purpose",), N_("Say out loud that there is none; the review will say it again."))
_EVENT = Argument("EVENT", N_("The event's handle or its whole title."), "some")

COMMAND = Command(
    "event",
    N_("Gatherings: why you go, and how it went."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("Note one, and why you go."),
            add,
            (Argument("NAME", N_("What it is called."), "some"),),
            (*options(*_FIELDS), _NO_PURPOSE),
            description=N_("Either --purpose or --no-purpose has to be given: no purpose, no reason to go."),
            examples=(
                (
                    'event add "Care meetup" --on 2026-09-08 --purpose "meet care managers" --cost ¥3,000 --hours 2',
                    N_("called %Care_meetup in texts"),
                ),
            ),
        ),
        Command(
            "list",
            N_("List them, the newest first."),
            show_all,
            options=(Option(("--phase",), N_("Only events in this phase."), metavar="PHASE", choices=PHASES), JSON),
        ),
        Command("show", N_("Show one."), show, (_EVENT,), (JSON,)),
        Command("edit", N_("Change one."), edit, (_EVENT,), (*options(*_EDITED), _NO_PURPOSE), description=EDITING),
        event_prep.COMMAND,
        event_met.COMMAND,
        Command("review", N_("Say how it went."), review, (_EVENT,), options(*_REVIEW)),
        event_series.COMMAND,
        Command("remove", N_("Take one out of the lists; what was written stays."), remove, (_EVENT,)),
    ),
)
