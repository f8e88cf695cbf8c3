"""Completion in the shell: `networkjournal completion bash|zsh|fish` prints a script made from the declarations.

Promises the names of commands, options and choices. Refuses to look into the journal: a key press in the shell must
cost nothing, and names of people do not belong in a shell's files.
"""

from collections.abc import Iterable, Iterator

from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DATA, EVERYWHERE, Command, Context, load_all
from networkjournal.i18n import N_
from networkjournal.lean import NamedTuple

PROGRAMS = ("networkjournal", "nj")
SHELLS = ("bash", "zsh", "fish")


class Place(NamedTuple):
    """What can follow on a command line, after the command `path`; "" is the start."""

    path: str
    words: tuple[str, ...]
    """Names of commands and choices of the first argument."""
    options: tuple[str, ...]


def places(commands: Iterable[Command]) -> Iterator[Place]:
    """Every place of the command line, the start first."""
    listed = tuple(commands)
    yield Place("", tuple(command.name for command in listed), _names(()))
    for command in listed:
        yield from _places(command, "")


def _places(command: Command, parent: str) -> Iterator[Place]:
    path = f"{parent} {command.name}".strip()
    choices = command.arguments[0].choices if command.arguments else ()
    yield Place(path, (*(sub.name for sub in command.subcommands), *choices), _names(command.options))
    for sub in command.subcommands:
        yield from _places(sub, path)


def _names(options: Iterable[Option]) -> tuple[str, ...]:
    """The long names; `-h` is as quickly typed as completed."""
    return tuple(name for option in (*options, *EVERYWHERE) for name in option.names if name.startswith("--"))


def bash(commands: Iterable[Command]) -> str:
    """A completion script for bash."""
    listed = tuple(places(commands))
    return f"""\
_networkjournal() {{
  local at="" words="" word place
  for ((place = 1; place < COMP_CWORD; place++)); do
    word="${{at:+$at }}${{COMP_WORDS[place]}}"
    case "$word" in
      {_paths(listed, "|")}) at="$word" ;;
    esac
  done
  case "$at" in
{_cases(listed, '    "{path}") words="{words}" ;;')}
  esac
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}")
}}
complete -o default -F _networkjournal {" ".join(PROGRAMS)}
"""


def zsh(commands: Iterable[Command]) -> str:
    """A completion script for zsh, to be sourced after `compinit` or to lie in the `fpath` as `_networkjournal`."""
    listed = tuple(places(commands))
    return f"""\
#compdef {" ".join(PROGRAMS)}
_networkjournal() {{
  local at="" word place
  for ((place = 2; place < CURRENT; place++)); do
    word="${{at:+$at }}${{words[place]}}"
    case "$word" in
      {_paths(listed, "|")}) at="$word" ;;
    esac
  done
  case "$at" in
{_cases(listed, '    "{path}") compadd -- {words} || _files ;;')}
  esac
}}
if [[ "$funcstack[1]" = _networkjournal ]]; then
  _networkjournal "$@"
else
  compdef _networkjournal {" ".join(PROGRAMS)}
fi
"""


def fish(commands: Iterable[Command]) -> str:
    """A completion script for fish."""
    listed = tuple(places(commands))
    offered = "\n".join(f"complete -c {program} -a '(__networkjournal_words)'" for program in PROGRAMS)
    return f"""\
function __networkjournal_words
  set -l at ""
  for token in (commandline -opc)[2..-1]
    set -l word (string trim -- "$at $token")
    switch $word
      case {_paths(listed, " ")}
        set at $word
    end
  end
  switch "$at"
{_cases(listed, "    case '{path}'{newline}      string split ' ' -- '{words}'")}
  end
end
{offered}
"""


def _paths(listed: Iterable[Place], between: str) -> str:
    """The names of all commands, each quoted for a pattern."""
    return between.join(f'"{place.path}"' for place in listed if place.path)


def _cases(listed: Iterable[Place], form: str) -> str:
    """A case for every place; `form` is how the shell writes one."""
    return "\n".join(
        form.format(path=place.path, words=" ".join((*place.words, *place.options)), newline="\n") for place in listed
    )


def run(context: Context, args: Args) -> None:
    """Print the script of the shell that was asked for."""
    script = {"bash": bash, "zsh": zsh, "fish": fish}[args.shell]
    context.out.document(script(load_all(context.commands)))


COMMAND = Command(
    name="completion",
    summary=N_("Print the script that completes commands and options in your shell"),
    group=DATA,
    run=run,
    arguments=(Argument("SHELL", N_("The shell to print it for."), choices=SHELLS),),
    examples=(
        (
            "completion bash > ~/.local/share/bash-completion/completions/networkjournal",
            N_("For bash, from the next shell on."),
        ),
        ("completion fish > ~/.config/fish/completions/networkjournal.fish", N_("For fish.")),
    ),
)
