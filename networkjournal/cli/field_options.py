"""The options that fill a record's fields, the same for `add` and `edit`: an empty value empties, a list replaces.

Promises that a value which cannot be read changes nothing and is told with the option's name. Refuses to know a record:
a command says which of its fields an option fills.
"""

from collections.abc import Callable, Iterable, Sequence

from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import JSON, Context
from networkjournal.errors import Invalid
from networkjournal.i18n import N_
from networkjournal.lean import Any, NamedTuple

EDITING = N_('Only what is given changes. A list is replaced by the values given; an empty value ("") empties a field.')
"""The description of every `edit`."""


class WrongUse(Invalid):
    """An option was given a value it cannot take, or left out where it is needed; worded like any other bad value."""

    exit_code = 2


Values = dict[str, Any]
"""Values of a record's fields by name, ready for `_replace`."""
Read = Callable[[str, str, Context], object]
"""Makes a value of an option's name and what was typed, which may be empty. Raises a `JournalError`."""


class Field(NamedTuple):
    """One field of a record: the option that fills it (its `key` names the field) and how it is read."""

    option: Option
    read: Read | None = None
    """None: a text."""
    lines: bool = False
    """Whether a text keeps its line breaks; otherwise it becomes one line."""


def text(name: str, help: str, field: str = "", *, metavar: str = "TEXT", lines: bool = False) -> Field:
    """Give a field that is a text."""
    return Field(Option((name,), help, metavar=metavar, name=field), lines=lines)


def listed(name: str, help: str, field: str, metavar: str = "TEXT") -> Field:
    """Give a field that is a list of texts."""
    return Field(Option((name,), help, metavar=metavar, repeatable=True, name=field))


def chosen(name: str, help: str, metavar: str, choices: Sequence[str]) -> Field:
    """Give a field that is one of a few words."""
    return Field(Option((name,), help, metavar=metavar, choices=tuple(choices)))


def read_by(read: Read, name: str, help: str, metavar: str, field: str = "") -> Field:
    """Give a field whose value is read in its own way."""
    return Field(Option((name,), help, metavar=metavar, name=field), read)


def options(*fields: Field) -> tuple[Option, ...]:
    """Give the options of the fields, and `--json`, for a command's declaration."""
    return (*(field.option for field in fields), JSON)


def given(context: Context, args: Args, fields: Iterable[Field]) -> Values:
    """Give the fields that were given. Raises a `JournalError` for a bad value."""
    return {
        field.option.key: _value(context, field, value)
        for field in fields
        if (value := args.get(field.option.key)) not in (None, ())
    }


def changed(context: Context, args: Args, fields: Iterable[Field]) -> Values:
    """Give what an `edit` changes. Raises `WrongUse` when that is nothing."""
    found = given(context, args, fields)
    if not found:
        raise WrongUse("", "", "nothing")
    return found


def _value(context: Context, field: Field, value: str | tuple[str, ...]) -> object:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(line for typed in value if (line := one_line(typed))))
    if field.read is not None:
        return field.read(field.option.names[0], value.strip(), context)
    return value.strip() if field.lines else one_line(value)


def one_line(typed: str) -> str:
    """Give a text without line breaks and with single spaces."""
    return " ".join(typed.split())


def words(typed: Iterable[str]) -> str:
    """Give a name that was typed as one word or several."""
    return one_line(" ".join(typed))


def wrong(name: str, value: str, reason: str) -> WrongUse:
    """Give the error for an option's bad value; of a long one only the beginning is repeated."""
    from networkjournal.cli.usage import shown  # only after a mistake

    return WrongUse(name, shown(value), reason)
