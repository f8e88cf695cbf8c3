"""A form: labelled fields, one below the other, saved as texts by name.

Promises that nothing typed is lost by accident (Escape asks once), that a value nobody touched comes back as it was,
and that labels of any script stand in one column. Refuses to judge values: the caller's `validate` does, and its
sentences are shown under their fields.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from networkjournal.i18n import N_, _
from networkjournal.tui.keys import named_keys
from networkjournal.tui.widgets.cycle import Cycle
from networkjournal.tui.widgets.dialog import Dialog, DialogBox
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.plain import fit, safe
from networkjournal.tui.widgets.text_input import TextInput

WIDEST_LABEL = 24
FRAME_ROWS = 5
"""Rows of the box that are not fields: its two edges, the remark (two rows at most) and the keys."""
MOST_ABOUT = 3
"""Rows of the sentence above the fields; a blank one follows."""


class Field(NamedTuple):
    """One line of a form, or several."""

    name: str
    label: str
    value: str = ""
    required: bool = False
    multiline: bool = False
    hint: str = ""
    """An example, or what the field is for; shown while it is empty."""
    choices: Sequence[tuple[str, str]] = ()
    """(value, label) pairs, where only these values can be."""


Control = LineInput | TextInput | Cycle


class FieldRow(Vertical):
    """A label, its control, and below them what is wrong with the value."""

    def __init__(self, field: Field, label_width: int, stacked: bool = False) -> None:
        """`label_width` is that of the widest label of the form; `stacked` puts a whole sentence above its control."""
        super().__init__(classes="stacked" if stacked else "")
        self.field = field
        label = f"{safe(field.label)}{'*' if field.required else ''}"
        self._label = label if stacked else fit(label, label_width)
        self._stacked = stacked
        self.control: Control
        if field.choices:
            self.control = Cycle(field.choices, field.value)
        elif field.multiline:
            self.control = TextInput(field.value, placeholder=field.hint, classes="form-lines")
        else:
            self.control = LineInput(field.value, placeholder=field.hint, select_on_focus=False)
        self._error = Static("", classes="form-error", markup=False)
        self._first = self.value_now()
        self._indent = label_width + 1

    def compose(self) -> ComposeResult:
        """Label and control side by side."""
        label = Static(Content(self._label), classes="form-label")
        if self._stacked:
            yield label
            yield self.control
        else:
            with Horizontal():
                label.styles.width = self._indent
                yield label
                yield self.control
            self._error.styles.padding = (0, 0, 0, self._indent)
        self._error.display = False
        yield self._error

    def value_now(self) -> str:
        """What the control holds."""
        return self.control.text if isinstance(self.control, TextInput) else self.control.value

    @property
    def changed(self) -> bool:
        """Whether the value is another one than at first."""
        return self.value_now() != self._first

    @property
    def value(self) -> str:
        """The value to save; untouched it is the very text that was handed in."""
        return self.value_now() if self.changed else self.field.value

    def tell(self, sentence: str) -> None:
        """Show what is wrong, or nothing."""
        self._error.update(Content(f"! {safe(sentence)}" if sentence else ""))
        self._error.display = bool(sentence)


class Form(Dialog[dict[str, str] | None]):
    """Dismissed with the values by name, or with None."""

    DEFAULT_CSS = """
    Form {
        & VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
        & FieldRow, & FieldRow > Horizontal { height: auto; }
        & .form-label { height: 1; color: $foreground; }
        & .stacked .form-label { height: auto; }
        & .stacked { margin-bottom: 1; }
        & LineInput, & TextInput, & Cycle { width: 1fr; background: $background; }
        & .form-lines { min-height: 3; max-height: 6; }
        & .form-error { height: auto; color: $overdue; }
        & #form-about { height: auto; max-height: 3; margin: 0 0 1 0; text-style: bold; }
        & #form-remark { height: auto; min-height: 1; max-height: 2; color: $waiting; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), id="form.save", show=False, priority=True,
                tooltip=N_("Save what is filled in")),
        Binding("escape", "leave", N_("Cancel"), id="form.leave", show=False,
                tooltip=N_("Leave without saving; where something was typed, press it twice")),
        Binding("tab,down", "app.focus_next", N_("Next field"), id="form.down", show=False,
                tooltip=N_("Go to the field below")),
        Binding("shift+tab,up", "app.focus_previous", N_("Field before"), id="form.up", show=False,
                tooltip=N_("Go to the field above")),
    ]  # fmt: skip

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        validate: Callable[[dict[str, str]], Mapping[str, str]] | None = None,
        *,
        focus: str = "",
        about: str = "",
        stacked: bool = False,
    ) -> None:
        """`validate` gets the values by name and gives back what is wrong by name. `focus` names the first field.

        `about` is a sentence above the fields that says what they are to be seen beside; `stacked` puts labels above
        their fields: for questions, which are whole sentences.
        """
        super().__init__()
        self._about, self._stacked = about, stacked
        self._title, self._validate, self._focus, self._fields = title, validate, focus, fields
        self._rows: list[FieldRow] = []
        self._asked: dict[str, str] | None = None

    def compose(self) -> ComposeResult:
        """The fields scroll; the remark and the keys stay."""
        width = min(max((cell_len(safe(f.label)) + f.required for f in self._fields), default=0), WIDEST_LABEL)
        # Only now: Textual's Input takes a value only where an app is running.
        self._rows = [FieldRow(field, width, self._stacked) for field in self._fields]
        with DialogBox(title=self._title):
            if self._about:
                yield Static(Content(safe(self._about)), id="form-about")
            with VerticalScroll(can_focus=False):
                yield from self._rows
            yield Static("", id="form-remark", markup=False)
            yield KeyLine(named_keys([self, self.app], ("form.save", "form.leave", "form.down", "everywhere.help")))

    def on_mount(self) -> None:
        """Begin in the first field, or the one asked for."""
        self._make_room(self.app.size.height)  # a new screen is not always told its size
        named = [row for row in self._rows if row.field.name == self._focus]
        for row in (named or self._rows)[:1]:
            row.control.focus()

    def on_resize(self, event: events.Resize) -> None:
        """What does not fit scrolls."""
        self._make_room(event.size.height)

    def _make_room(self, height: int) -> None:
        about = MOST_ABOUT + 1 if self._about else 0
        self.query_one(VerticalScroll).styles.max_height = max(height - FRAME_ROWS - about, 1)

    @on(Input.Submitted)
    @on(Cycle.Submitted)
    def _next(self, event: Input.Submitted | Cycle.Submitted) -> None:
        """Enter goes on, and saves from the last field."""
        event.stop()
        if self._rows and event.control is self._rows[-1].control:
            self.action_save()
        else:
            self.focus_next()

    @on(KeyLine.Pressed)
    async def _pressed(self, event: KeyLine.Pressed) -> None:
        event.stop()
        await self.run_action(event.action)

    @property
    def labels(self) -> dict[str, str]:
        """What the fields are called, by name."""
        return {field.name: field.label for field in self._fields}

    def action_save(self) -> None:
        """Answer with the values, unless something is wrong with them."""
        values = self._values()
        wrong = dict(self._validate(values)) if self._validate else {}
        for row in self._rows:
            if row.field.required and not row.value.strip():
                wrong.setdefault(row.field.name, _("This cannot be empty."))
        for row in self._rows:
            row.tell(wrong.pop(row.field.name, ""))
        told = [row for row in self._rows if row.query_one(".form-error").display]
        self._remark(next(iter(wrong.values()), ""))  # about no field in particular
        if told:
            told[0].control.focus()
        elif not wrong:
            self.dismiss(values)

    def action_leave(self) -> None:
        """Answer nothing; where something was typed, only the second time."""
        values = self._values()
        if self._asked == values or not any(row.changed for row in self._rows):
            self.dismiss(None)
            return
        self._asked = values
        self._remark(_("Not saved yet. Escape again throws the changes away, Ctrl+S saves them."))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Input.Changed | TextArea.Changed) -> None:
        """Going on typing takes the question back."""
        event.stop()
        if self._asked not in (None, self._values()):
            self._asked = None
            self._remark("")

    def _values(self) -> dict[str, str]:
        return {row.field.name: row.value for row in self._rows}

    def _remark(self, sentence: str) -> None:
        self.query_one("#form-remark", Static).update(Content(safe(sentence)))
