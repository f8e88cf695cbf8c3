"""The first run: what this is in two sentences, then three questions, one at a time, each of which can be skipped.

Promises that an answer is in the file when the next question stands there, as a change that can be taken back like any
other, and that nothing is asked twice. Refuses to insist: a vague answer is told so once, kindly, and kept if wanted.
"""

from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from networkjournal.complaint import error as complaint
from networkjournal.errors import JournalError
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.goal import Goal, Persona, vague
from networkjournal.model.strength import Offer
from networkjournal.tui.keys import named_keys
from networkjournal.tui.outcome import DEMO
from networkjournal.tui.widgets.key_line import Key, KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.whole_glyphs import WholeGlyphs

WIDEST = 70
"""Cells of a line of text at most: longer ones are hard to read."""
LOW = 20
"""Below so many rows the page goes without its margins."""


class Question(NamedTuple):
    """One question."""

    asks: str
    reason: str
    """Why it is asked, in a sentence of the method."""
    example: str


QUESTIONS = (
    Question(
        N_("What do you want to achieve?"),
        N_("Connections are a means. Say what they are for, so that you can tell when you got there."),
        N_("e.g. ten new customers by next spring"),
    ),
    Question(
        N_("Whom do you want to meet for it?"),
        N_("In words by which you would recognise them, and others could introduce you."),
        N_("e.g. a care manager who lacks cover at night"),
    ),
    Question(
        N_("What can you offer at once?"),
        N_("Give first: something you know, have, or can do for others without preparing."),
        N_("e.g. half an hour on what goes wrong in home visits"),
    ),
)
GOAL, PERSONA, OFFER = range(3)
VAGUE = N_("Almost anybody fits that, so nobody comes to mind. What do they do, what do they need? Enter keeps it.")


class Welcome(WholeGlyphs, Screen[None]):
    """Asks, saves and goes away; dismissed when there is nothing more to ask."""

    DEFAULT_CSS = f"""
    Welcome {{
        align: center middle; background: $background;
        & #welcome-page {{ width: {WIDEST + 4}; max-width: 100%; height: auto; padding: 0 2; }}
        & Static {{ height: auto; }}
        & #welcome-name {{ color: $accent; text-style: bold; }}
        & #welcome-answers {{ color: $dim; text-wrap: nowrap; text-overflow: ellipsis; }}
        & #welcome-question {{ text-style: bold; }}
        & #welcome-reason {{ color: $dim; }}
        & #welcome-remark {{ height: 2; color: $waiting; }}
        & #welcome-demo {{ offset-x: -1; margin-bottom: 1; }}
        & .gap {{ margin-bottom: 1; }}
        &.low .gap {{ margin-bottom: 0; }}
        & LineInput, & LineInput:focus {{ background: $panel; padding: 0 1; }}
        & #welcome-keys {{ dock: bottom; }}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "skip", N_("Skip"), id="welcome.skip", tooltip=N_("Go on without an answer")),
        Binding("up,shift+tab,f10", "back", N_("Back"), id="welcome.back", tooltip=N_("To the question before")),
        Binding("f9", "demo", N_("Look at a sample journal first"), id="welcome.demo",
                tooltip=N_("Open a sample journal, in a file that is thrown away")),
    ]  # fmt: skip

    def __init__(self, journal: Journal) -> None:
        """`journal` is the open one, in which nothing was ever written."""
        super().__init__()
        self.journal = journal
        self._at = GOAL
        self._typed = [""] * len(QUESTIONS)
        self._goal: Goal | None = None
        self._persona: Persona | None = None
        self._offer: Offer | None = None
        self._vague = ""
        """The answer that was called vague; given once more, it is kept."""

    def compose(self) -> ComposeResult:
        """One column in the middle, and the keys below."""
        with Vertical(id="welcome-page"):
            yield Static(Content("networkjournal"), id="welcome-name", classes="gap")
            yield Static(
                Content(
                    _(
                        "A private journal for meeting people on purpose: it starts from what you want to achieve, and "
                        "shows what you gave and received. Everything stays in one file on this computer."
                    )
                ),
                classes="gap",
            )
            yield KeyLine(id="welcome-demo")
            yield Static("", id="welcome-answers")
            yield Static("", id="welcome-question")
            yield Static("", id="welcome-reason", classes="gap")
            yield LineInput(id="welcome-answer", select_on_focus=False)
            yield Static("", id="welcome-remark")
        yield KeyLine(id="welcome-keys")

    def on_mount(self) -> None:
        """Ask the first question."""
        self._ask()

    def on_resize(self, event: events.Resize) -> None:
        """On a low screen the gaps go before anything that is said."""
        self.set_class(event.size.height < LOW, "low")

    # asking

    def _ask(self) -> None:
        question = QUESTIONS[self._at]
        number = _("{n} of {of}").format(n=self._at + 1, of=len(QUESTIONS))
        self.query_one("#welcome-question", Static).update(
            Content.assemble((_(question.asks), "bold"), "  ", (number, "not bold dim"))
        )
        self.query_one("#welcome-reason", Static).update(Content(_(question.reason)))
        answers = self.query_one("#welcome-answers", Static)
        answers.update(Content("\n".join(self._answers())))
        answers.display = bool(self._answers())
        sample = self.query_one("#welcome-demo", KeyLine)
        sample.show(self._named("welcome.demo"))
        sample.display = self._at == GOAL
        field = self.query_one(LineInput)
        field.placeholder, field.value = _(question.example), self._typed[self._at]
        field.cursor_position = len(field.value)
        field.focus()
        self._remark("")
        self.query_one("#welcome-keys", KeyLine).show(self._keys())

    def _answers(self) -> list[str]:
        """What was answered before this question."""
        kept = (self._goal and self._goal.title, self._persona and self._persona.who)
        said = [f"✓ {_(QUESTIONS[n].asks)} {safe(answer)}" for n, answer in enumerate(kept[: self._at]) if answer]
        return [*said, ""] if said else []

    def _keys(self) -> list[Key]:
        saves = Key("Enter", _("save and begin") if self._at == OFFER else _("save and go on"), "next")
        return [saves, *self._named("welcome.skip", "welcome.back", "everywhere.quit")]

    def _named(self, *ids: str) -> list[Key]:
        """Bindings with the keys in force."""
        return named_keys(self.query_one(LineInput).ancestors_with_self, ids)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no way back from the first question, and from there alone to the sample."""
        if action in ("back", "demo"):
            return (self._at == GOAL) == (action == "demo")
        return super().check_action(action, parameters)

    def _remark(self, sentence: str) -> None:
        self.query_one("#welcome-remark", Static).update(Content(safe(sentence)))

    # answering

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed[self._at] = event.value

    def action_next(self) -> None:
        """Save what was answered and go on; an empty field is no answer."""
        text = " ".join(self.query_one(LineInput).value.split())
        if self._at == PERSONA and vague(text) and self._vague != text:
            self._vague = text
            self._remark(_(VAGUE))
            return
        try:
            (self._keep_goal, self._keep_persona, self._keep_offer)[self._at](text)
        except JournalError as error:
            self._remark(complaint(error))
            return
        self.action_skip()

    def action_skip(self) -> None:
        """Go on; what was saved stays, what was only typed is found again on the way back."""
        self._go(1)

    def action_back(self) -> None:
        """Go back to the question before, where its answer can be changed."""
        self._go(-1)

    def _go(self, step: int) -> None:
        """Whom to meet is asked for a goal only."""
        self._at += step
        if self._at == PERSONA and self._goal is None:
            self._at += step
        if self._at < len(QUESTIONS):
            self._ask()
        else:
            self.dismiss(None)

    def action_demo(self) -> None:
        """Leave for the sample journal; the questions come again afterwards."""
        self.app.exit(DEMO)

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        event.stop()
        await self.app.run_action(event.action, self.app if event.action == "quit" else self)

    # saving: an answer given anew changes what was saved, an emptied one takes it back

    def _keep_goal(self, text: str) -> None:
        known = self._goal
        if known is None:
            self._goal = self.journal.add_goal(Goal(text)) if text else None
        elif not text:
            self._keep_persona("")
            self.journal.remove_goal(known)
            self._goal = None
        elif text != known.title:
            self._goal = self.journal.change_goal(known._replace(title=text, handle=""))

    def _keep_persona(self, text: str) -> None:
        known = self._persona
        if known is None:
            goal = self._goal
            self._persona = self.journal.add_persona(Persona(goal.id, text)) if text and goal else None
        elif not text:
            self.journal.remove_persona(known)
            self._persona = None
        elif text != known.who:
            self._persona = self.journal.change_persona(known._replace(who=text))

    def _keep_offer(self, text: str) -> None:
        known = self._offer
        if known is None:
            self._offer = self.journal.add_offer(Offer(text)) if text else None
