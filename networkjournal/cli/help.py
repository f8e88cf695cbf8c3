"""The help of the command line, and the same as Markdown: both are made from the commands' declarations.

Promises that every option and argument that can be read is shown. Refuses to be loaded unless help is asked for.
"""

from collections.abc import Iterable, Sequence

from networkjournal.cli.arguments import Argument, Option
from networkjournal.cli.command import EVERYWHERE, GLOBAL, GROUPS, Command
from networkjournal.cli.output import terminal_width, wrapped
from networkjournal.i18n import N_, _
from networkjournal.model.width import pad, width

PROGRAM = "networkjournal"
WIDEST = 100
"""Cells of a line of help on a wider terminal: longer lines are hard to read."""
TERM_COLUMN = 30
"""Cells that the left column takes at most; a longer term stands on a line of its own."""

ABOUT = N_("A private journal for people who network on purpose. Without a command, the program opens.")
OPTIONS, ARGUMENTS, COMMANDS, EXAMPLES = N_("Options"), N_("Arguments"), N_("Commands"), N_("Examples")
GLOBAL_OPTIONS = N_("Options of every command")

Section = tuple[str, Sequence[tuple[str, str]]]
"""A title, and pairs of a term and what it means."""


def overview(commands: Iterable[Command]) -> str:
    """The overall help: the commands in their groups, a line each."""
    listed = tuple(commands)
    options, command = _("OPTIONS"), _("COMMAND")
    usage = _("Usage: {line}").format(line=f"{PROGRAM} [{options}] [{command} …]")
    sections = [*_grouped(listed), (_(OPTIONS), _options(GLOBAL))]
    more = _("{line} tells more about a command.").format(line=f"{PROGRAM} {command} --help")
    return "\n".join([usage, "", *wrapped(_(ABOUT), _line_width()), "", *_definitions(sections), more, ""])


def of_command(command: Command, path: str) -> str:
    """The help of one command; `path` is how it is called: "event add"."""
    usage = [_("Usage: {line}").format(line=line) for line in usage_lines(command, path)]
    lines = [*usage, "", *_about(command, _line_width()), *_definitions(_sections(command)), *_example_lines(command)]
    return "\n".join(lines).rstrip() + "\n"


def usage_lines(command: Command, path: str) -> list[str]:
    """How the command is written: by itself, and with one of its own commands."""
    start, options = f"{PROGRAM} {path}", _usage_options(command.options)
    lines = []
    if command.run is not None:
        lines.append(" ".join([start, *options, *map(argument_term, command.arguments)]))
    if command.subcommands:
        lines.append(f"{start} {'|'.join(sub.name for sub in command.subcommands)} …")
    return lines


def _usage_options(options: Sequence[Option]) -> list[str]:
    """The required options are spelled out, the others summed up."""
    spelled = [option_term(option) for option in options if option.required]
    others = _("OPTIONS")
    return [*spelled, *([f"[{others}]"] if len(spelled) < len(options) else [])]


def option_term(option: Option) -> str:
    """An option as its help shows it: `--kind a|b`, `-h, --help`."""
    names = ", ".join(sorted(option.names, key=len))
    value = "|".join(option.choices) or option.metavar
    return f"{names} {value}" if option.metavar else names


def argument_term(argument: Argument) -> str:
    """An argument as a usage line shows it: `NAME`, `[NAME]`, `NAME…`, `[NAME…]`."""
    name = "|".join(argument.choices) or argument.name
    many = f"{name}…" if argument.arity in ("rest", "some") else name
    return f"[{many}]" if argument.arity in ("rest", "optional") else many


def _about(command: Command, cells: int) -> list[str]:
    lines = [*wrapped(_sentence(command.summary), cells), ""]
    if command.description:
        lines += [*wrapped(_(command.description), cells), ""]
    return lines


def _sections(command: Command) -> list[Section]:
    sections: list[Section] = [
        (_(ARGUMENTS), [(argument_term(argument), _(argument.help)) for argument in command.arguments]),
        (_(COMMANDS), [(sub.name, _(sub.summary)) for sub in command.subcommands]),
        (_(OPTIONS), _options(command.options)),
        (_(GLOBAL_OPTIONS), _options(GLOBAL)),
    ]
    return [section for section in sections if section[1]]


def _grouped(commands: Sequence[Command]) -> list[Section]:
    """The commands by group, in the order of the groups; what is in none of them comes last."""
    groups = [*GROUPS, *sorted({command.group for command in commands} - set(GROUPS))]
    sections = [
        (_(group) if group else _(COMMANDS), [(c.name, _(c.summary)) for c in commands if c.group == group])
        for group in groups
    ]
    return [section for section in sections if section[1]]


def _options(options: Iterable[Option]) -> list[tuple[str, str]]:
    return [(option_term(option), _option_help(option)) for option in options]


def _option_help(option: Option) -> str:
    told = _(option.help)
    return _("{help} Can be given several times.").format(help=told) if option.repeatable else told


def _examples(command: Command) -> list[tuple[str, str]]:
    return [(f"{PROGRAM} {line}", _(told)) for line, told in command.examples]


def _example_lines(command: Command) -> list[str]:
    """The examples, each with what it does below it: a command line is too long for a column."""
    cells = max(_line_width() - 6, 20)
    lines = [_(EXAMPLES)] if command.examples else []
    for line, told in _examples(command):
        lines += [f"  {line}", *(f"      {part}" for part in wrapped(told, cells))]
    return lines


def _definitions(sections: Iterable[Section]) -> list[str]:
    """The sections with their terms in one column, and what they mean in another."""
    listed = list(sections)
    short = [size for _title, rows in listed for term, _told in rows if (size := width(term)) <= TERM_COLUMN]
    column = max(short, default=0)
    lines = []
    for title, rows in listed:
        lines += [title, *(line for term, told in rows for line in _definition(term, told, column)), ""]
    return lines


def _definition(term: str, told: str, column: int) -> list[str]:
    hanging = " " * (column + 4)
    meaning = wrapped(told, max(_line_width() - len(hanging), 20))
    if width(term) > column:
        return [f"  {term}", *((hanging + line).rstrip() for line in meaning)]
    first, *further = meaning
    return [f"  {pad(term, column)}  {first}".rstrip(), *(hanging + line for line in further)]


def _line_width() -> int:
    return min(terminal_width() or 80, WIDEST)


def _sentence(summary: str) -> str:
    """A summary, which stands in lists without a full stop, as a sentence by itself."""
    told = _(summary)
    return told if not told or told[-1] in ".。" else _("{summary}.").format(summary=told)


def markdown(commands: Iterable[Command]) -> str:
    """All commands as one Markdown document, in the language spoken now."""
    listed = tuple(commands)
    parts = [f"# {_('Commands')}", _(ABOUT), f"## {_(GLOBAL_OPTIONS)}", _markdown_list(_options(EVERYWHERE))]
    for title, rows in _grouped(listed):
        names = {name for name, _summary in rows}
        parts.append(f"## {title}")
        parts += [part for command in listed if command.name in names for part in _markdown_command(command, "", 3)]
    return "\n\n".join(parts) + "\n"


def _markdown_command(command: Command, parent: str, level: int) -> list[str]:
    path = f"{parent} {command.name}".strip()
    usage = "\n".join(usage_lines(command, path))
    parts = [f"{'#' * level} `{path}`", _markdown_text(_sentence(command.summary))]
    if command.description:
        parts.append(_markdown_text(_(command.description)))
    parts.append(f"```\n{usage}\n```")
    arguments = [(argument_term(argument), _(argument.help)) for argument in command.arguments if argument.help]
    parts += [_markdown_list(rows) for rows in (arguments, _options(command.options)) if rows]
    if command.examples:
        parts += [f"{_(EXAMPLES)}:", _markdown_list(_examples(command))]
    for sub in command.subcommands:
        parts += _markdown_command(sub, path, level + 1)
    return parts


def _markdown_list(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- `{term}`: {_markdown_text(told)}" if told else f"- `{term}`" for term, told in rows)


def _markdown_text(text: str) -> str:
    """A sentence whose signs stand for themselves."""
    return "".join("\\" + character if character in "\\`*_[]<>" else character for character in text)
