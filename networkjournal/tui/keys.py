"""Everything in the program that has keys, in the order in which a page lists it; and how a key is written.

Whatever has bindings has its line in `PLACES`: help, the page of all keys, the palette and rebinding are made from it.
Refuses to load what it names: that is done where a whole list is wanted, and a place is a path until then, so that
opening the program costs nothing for it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from networkjournal.i18n import N_, _
from networkjournal.tui.widgets.key_line import Key

TUI = "networkjournal.tui."


class KeyPlace(NamedTuple):
    """A class with bindings."""

    title: str
    """What its group is called in help, in English; looked up when it is shown."""
    path: str
    """Module below `networkjournal.tui` and class, as in "screens.home:Home"."""
    purpose: str = ""
    """What a screen is for, in one sentence."""


PLACES = (
    KeyPlace(N_("Everywhere"), "app:NetworkJournal"),
    KeyPlace(N_("On every screen"), "screens.base:JournalScreen"),
    KeyPlace(
        N_("Home"), "screens.home:Home",
        N_("What it is all for, whom you know, what passed between you; and the bar in which you write the day."),
    ),
    KeyPlace(N_("On an action"), "screens.acting:Acting"),
    KeyPlace(N_("In lists"), "widgets.rows:Rows"),
    KeyPlace(N_("In the capture bar"), "widgets.capture_bar:CaptureText"),
    KeyPlace(N_("In the filter of the contacts"), "panes.contacts:Filter"),
    KeyPlace(
        N_("Inbox"), "screens.inbox:InboxScreen",
        N_("Lines that could not be posted yet, each with the reason; settle them one by one."),
    ),
    KeyPlace(
        N_("Find"), "screens.find:FindScreen",
        N_("Everything that has the words you type: people, goals, events and all that was written."),
    ),
    KeyPlace(
        N_("Journal"), "screens.journal:DaysScreen",
        N_("What was written day by day: pick a day in the calendar, read its entries, write another."),
    ),
    KeyPlace(
        N_("Suggestions"), "screens.suggestions:SuggestionsScreen",
        N_("What you could give to whom, and why; nothing is written before you say so."),
    ),
    KeyPlace(N_("In the calendar"), "widgets.calendar:YearCalendar"),
    KeyPlace(
        N_("Entry"), "screens.entry:EntrySheet",
        N_("One entry, and under each of its marked lines what it posted."),
    ),
    KeyPlace(
        N_("Editor"), "screens.entry_editor:EntryEditor",
        N_("Write an entry, and see what its marked lines will post; it is saved only if you say so."),
    ),
    KeyPlace(N_("In the text of an entry"), "widgets.entry_text:EntryText"),
    KeyPlace(N_("Templates"), "screens.templates:Templates", N_("Choose what to begin with.")),
    KeyPlace(
        N_("History"), "screens.history:HistoryScreen",
        N_("Every change, the newest first: what it was, and which one undo and redo come to next."),
    ),
    KeyPlace(
        N_("Review"), "screens.review:ReviewScreen",
        N_("What a period held: given and received, what it served, what came of it, and what to ask yourself."),
    ),
    KeyPlace(
        N_("Budgets"), "screens.budgets:BudgetsPage",
        N_("What time, money and trust your goals may take, and what they took."),
    ),
    KeyPlace(
        N_("Insights"), "screens.insights:InsightsPage",
        N_("What you learned, by goal and by person: a page to reread."),
    ),
    KeyPlace(
        N_("First run"), "screens.welcome:Welcome",
        N_("Three questions to begin with; each can be skipped, and every answer can be changed later."),
    ),
    KeyPlace(
        N_("Contact"), "screens.contact:ContactScreen",
        N_("Everything about one person. Each number and name can be opened with Enter."),
    ),
    KeyPlace(
        N_("Events"), "screens.events:EventsScreen",
        N_("Gatherings: what is planned, what wants a review, what is past, each with why you go."),
    ),
    KeyPlace(
        N_("Event"), "screens.event_page:EventPage",
        N_("Everything about one event: why, whom to look for, what came of it, and its other dates."),
    ),
    KeyPlace(
        N_("Preparing"), "screens.prep:PrepPage",
        N_("The sheet to read on the way to an event: why, whom to look for, who will be there, what to say and give."),
    ),
    KeyPlace(
        N_("People met"), "screens.people_met:PeopleMet",
        N_("One row a person: name, organization, one detail, next step. All of it is saved as one change."),
    ),
    KeyPlace(N_("In the grid of the people met"), "widgets.grid:Grid"),
    KeyPlace(
        N_("Me"), "screens.me:MeScreen",
        N_("What you bring, what you can give at once, what you need, and what is missing in it."),
    ),
    KeyPlace(
        N_("Self-introduction"), "screens.introduction:IntroductionScreen",
        N_("What to say of yourself in 15, 30 or 60 seconds: composed, changed by hand, copied, kept in versions."),
    ),
    KeyPlace(
        N_("Not pursued"), "screens.refusals:RefusalsPage",
        N_("What you decided not to pursue, so that it is decided once."),
    ),
    KeyPlace(N_("On the page of a strength, an offer, an ask"), "screens.own_pages:OwnPage"),
    KeyPlace(N_("Behind a number"), "screens.page:Page"),
    KeyPlace(
        N_("Goal"), "screens.aims:GoalPage",
        N_("How far you have come, what it was counted from, whom you want to meet for it and who fits."),
    ),
    KeyPlace(
        N_("Someone to meet"), "screens.aims:PersonaPage",
        N_("Whom you want to meet, in concrete words, and who of those you know fits and why."),
    ),
    KeyPlace(
        N_("Import"), "screens.importing:ImportScreen",
        N_("What files of other programs hold, line by line, and what becomes of it. You say before anything is done."),
    ),
    KeyPlace(N_("In the field for files"), "widgets.path_input:PathInput"),
    KeyPlace(
        N_("Columns"), "screens.import_columns:ColumnsDialog",
        N_("Which column of a table fills which field; it is remembered for tables with the same headings."),
    ),
    KeyPlace(N_("While something takes its time"), "screens.working:Working"),
    KeyPlace(
        N_("Duplicates"), "screens.duplicates:DuplicatesScreen",
        N_("Who may be in the journal twice, and why; nobody is merged before you say so."),
    ),
    KeyPlace(N_("On two who may be one person"), "screens.duplicates:Settling"),
    KeyPlace(
        N_("Merging"), "screens.merging:MergePage",
        N_("What would become of two records of one person. Nothing is done before you say yes."),
    ),
    KeyPlace(
        N_("Forgetting"), "screens.forgetting:ForgetPage",
        N_("What forgetting someone comes to. Nothing is done before you type their handle."),
    ),
    KeyPlace(N_("On a page"), "screens.sheet:Sheet"),
    KeyPlace(
        N_("In the dialog for writing"), "screens.compose:Compose",
        N_("Write an entry without leaving the place where you are; it is saved only if you say so."),
    ),
    KeyPlace(N_("In the question for a day"), "widgets.day_question:DayQuestion", N_("Name a day in your own words.")),
    KeyPlace(
        N_("Before an encrypted journal"), "screens.unlocking:Unlocking",
        N_("Type the passphrase; nothing of the journal is opened before it fits."),
    ),
    KeyPlace(N_("While jumping"), "screens.jump:Jump", N_("Type the letters of a label to go there.")),
    KeyPlace(N_("In a form"), "widgets.form:Form", N_("Fill in what you know; only what has a star is needed.")),
    KeyPlace(N_("In a field with a few choices"), "widgets.cycle:Cycle"),
    KeyPlace(N_("In a list of answers"), "widgets.choice:Choice", N_("Choose one answer.")),
    KeyPlace(N_("In a question"), "widgets.confirm:Confirm", N_("Answer with yes or no.")),
)  # fmt: skip
"""A new class with bindings is its own file and its line here."""

NAMES = {
    "backspace": "Backspace",
    "delete": "Del",
    "down": "↓",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "home": "Home",
    "insert": "Ins",
    "left": "←",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "right": "→",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
}


CHARACTERS = {_character_to_key(chr(code)): chr(code) for code in range(0x20, 0x7F)}
"""The names of the keys that type a character. Textual's own way back from a name knows neither / nor -."""
CODES = {character: name for name, character in CHARACTERS.items()}
"""The way back: `?` is question_mark."""


def key_label(key: str) -> str:
    """A key as it stands on the keyboard: `ctrl+n` is Ctrl+N, `question_mark` is ?."""
    *modifiers, last = key.strip().split("+")
    shown = NAMES.get(last) or CHARACTERS.get(last, last)
    if last not in NAMES and (modifiers or (last[:1] == "f" and last[1:].isdigit())):
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def types_a_character(key: str) -> bool:
    """Is this a key that a text takes for itself, and that an input method may keep for itself?"""
    return key.strip() in CHARACTERS or len(key.strip()) == 1


def bindings_of(kind: type[Any]) -> list[Binding]:
    """The bindings that a class itself declares."""
    return [binding for binding in vars(kind).get("BINDINGS", ()) if isinstance(binding, Binding)]


def keys_of(binding: Binding, rebound: Mapping[str, str]) -> list[str]:
    """The keys of a binding as they are in force: those of the configuration, or else the usual ones."""
    keys = rebound.get(binding.id or "", "") or binding.key
    return [CODES.get(key.strip(), key.strip()) for key in keys.split(",") if key.strip()]


def rebound_in(node: DOMNode) -> Mapping[str, str]:
    """What the configuration says about keys: a binding's id -> its keys."""
    rebound: Mapping[str, str] = getattr(node.app, "rebound", {})
    return rebound


def declared(nodes: Iterable[DOMNode]) -> Iterator[tuple[DOMNode, KeyPlace, Binding]]:
    """The bindings of these nodes, each with the node it acts on and the place whose class declares it."""
    for node in nodes:
        for kind in type(node).__mro__:
            place = place_of(kind)
            if place is not None:
                yield from ((node, place, binding) for binding in bindings_of(kind))
            if not vars(kind).get("_inherit_bindings", True):  # a dialog has none of the keys of full screens
                break


def named_keys(nodes: Sequence[DOMNode], ids: Iterable[str]) -> list[Key]:
    """Bindings by their ids for a line of keys: each with the first of its keys that works for whoever types, or not.

    `nodes` are what a key goes through, from what has the focus up to the app.
    """
    typing = isinstance(nodes[0], Input | TextArea)
    known = {binding.id: (node, binding) for node, _place, binding in declared(nodes)}
    keys = []
    for node, binding in (known[id] for id in ids if id in known):
        usable = [key for key in keys_of(binding, rebound_in(node)) if not (typing and types_a_character(key))]
        if usable and node.check_action(binding.action.partition("(")[0], ()) is not False:
            keep = binding.id == "everywhere.help" or binding.action == "leave"
            keys.append(Key(key_label(usable[0]), _(binding.description), binding.action, keep))
    return keys


def load(place: KeyPlace) -> type[Any]:
    """The class of a place."""
    module, _, name = place.path.partition(":")
    kind: type[Any] = getattr(import_module(TUI + module), name)
    return kind


@cache
def by_path() -> dict[str, KeyPlace]:
    """The places by the path of their class."""
    return {place.path: place for place in PLACES}


def place_of(kind: type[Any]) -> KeyPlace | None:
    """The place of a class, if it is one."""
    return by_path().get(f"{kind.__module__.removeprefix(TUI)}:{kind.__qualname__}")


def all_bindings() -> Iterator[tuple[KeyPlace, Binding]]:
    """Every binding of the program with its place. Loads everything there is."""
    for place in PLACES:
        for binding in bindings_of(load(place)):
            yield place, binding
