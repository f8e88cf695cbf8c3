"""An error in one line, in the reader's language: what went wrong, where, and what to do.

Holds no text of a person's beyond the value they just typed, and of that only so much as fits a line.
"""

from networkjournal.errors import (
    Ambiguous,
    ChangedElsewhere,
    CheckFailed,
    FileTrouble,
    Invalid,
    JournalError,
    NotFound,
    Sealed,
)  # fmt: skip
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.harmless import harmless
from networkjournal.model.width import clip

SHOWN = 120
"""How many cells of what was typed are repeated; enough for most paths."""

_CONCEPTS = {
    "action": N_("action"),
    "contact": N_("contact"),
    "goal": N_("goal"),
    "persona": N_("persona"),
    "strength": N_("strength"),
    "offer": N_("offer"),
    "suggestion": N_("suggestion"),
    "event": N_("event"),
    "entry": N_("entry"),
    "cadence": N_("cadence"),
    "ask": N_("ask"),
    "refusal": N_("refusal"),
    "introduction": N_("self-introduction"),
}
_FILE = {
    "damaged": N_("{path} is damaged ({detail}). Nothing was written to it; restore a backup."),
    "newer": N_("{path} was written by a newer networkjournal. Nothing was changed; update the program."),
    "locked": N_("{path} is being written by another program that does not let go. Nothing was saved; try again."),
    "read_only": N_("{path} cannot be written: it or its folder is read-only. Nothing was saved."),
    "not_a_journal": N_("{path} is not a networkjournal file. Nothing was changed; name another with --db."),
    "missing": N_("{path} is not there."),
    "full": N_("The disk, or your share of it, is full: nothing was saved in {path}. Make room and try again."),
    "unwritable": N_("{path} cannot be opened or written ({detail}). Nothing was saved."),
    "moved": N_(
        "{path} was removed, renamed or replaced while it was open. Nothing was saved: put it back, or leave and open "
        "it again."
    ),
    "doubtful": N_(
        "{path}: the disk failed in the last moment ({detail}). What was to be saved is there, but a power cut may "
        "take it back: look at it, and make a `backup` elsewhere."
    ),
}
_SEALED = {
    "locked": N_("{path} is encrypted: its passphrase is needed, typed at a terminal or read with --passphrase-file."),
    "wrong": N_("This passphrase does not open {path}."),
    "no_cipher": N_("{path}: encryption needs an extra: pip install 'networkjournal[encrypt]'"),
    "command_failed": N_("{path} is encrypted, and the configured passphrase_command printed no passphrase."),
}
_FIELDS = {
    "action": N_("action"),
    "ask": N_("ask"),
    "budget": N_("budget"),
    "config": N_("configuration"),
    "contact": N_("contact"),
    "entry": N_("entry"),
    "event": N_("event"),
    "file": N_("file"),
    "goal": N_("goal"),
    "handle": N_("short name"),
    "introduction": N_("self-introduction"),
    "name": N_("name"),
    "number": N_("inbox line"),
    "step": N_("change"),
    "offer": N_("offer"),
    "passphrase": N_("passphrase"),
    "people": N_("whom you met"),
    "persona": N_("persona"),
    "refusal": N_("refusal"),
    "strength": N_("strength"),
    "text": N_("text"),
    "title": N_("title"),
    "what": N_("what you offer"),
    "who": N_("whom to meet"),
}
"""What errors call the fields they speak of; an option is called as it is typed."""
_OTHERWISE = N_("{field}: {value} cannot be taken ({reason})")
_INVALID = {
    "empty": N_("{field} is empty; nothing was changed"),
    "taken": N_("{field} {value} belongs to another record; nothing was changed"),
    "missing": N_("there is no {field} {value}"),
    "gone": N_("this {field} is no longer in the journal"),
    "stale": N_("this {field} was changed elsewhere meanwhile; nothing was written"),
    "unfit": N_("this {field} cannot be changed by itself; edit its entry"),
    "not_unknown": N_("no contact can be made for this line; say who is meant with --as"),
    "date": N_("{field}: {value} is no date"),
    "number": N_("{field}: {value} is no number"),
    "range": N_("{field}: {value} is out of range"),
    "money": N_("{field}: {value} is no amount of money (¥5,000, $20, €15)"),
    "choice": N_("{field}: {value} is none of the choices"),
    "required": N_("{field} is required"),
    "undecodable": N_("{field}: the text is in no known encoding"),
    "unreadable": N_("{field}: {value} cannot be read"),
    "none_planned": N_("no event is planned: `event add NAME --on DATE --purpose TEXT`"),
    "no_purpose": N_("why do you go? say it with --purpose, or say --no-purpose out loud"),
    "failed": N_("{field}: {value} ended with an error; nothing was saved"),
    "bad_record": N_("{field} cannot be read ({value}); nothing was imported. --skip-bad leaves it out"),
    "bad_records": N_(
        "{field} cannot be read ({value}), nor can others; nothing was imported. --skip-bad leaves them out"
    ),
    "unmapped": N_(
        "the columns of this table are not known: say which is the name with --map name=COLUMN (columns: {value})"
    ),
    "unknown_column": N_("{field}: there is no column {value}"),
    "unknown_field": N_("{field}: {value} is no field that a column can fill"),
    "newer_document": N_("{value} is no document of this program, or one of a newer version; nothing was imported"),
    "not_json": N_("{field}: {value} is no JSON"),
    "too_large": N_("{field}: {value} is too large"),
    "not_toml": N_("this is not TOML: {value}"),
    "unknown_setting": N_("there is no setting {field}"),
    "not_a_table": N_("{field} has to be a table"),
    "not_a_text": N_("{field} has to be a text"),
    "not_words": N_("{field} has to be a list of words"),
    "unknown_binding": N_("there is no {field}; the nearest is {value}"),
    "unknown_key": N_("{field}: {value} is no key"),
    "key_taken": N_("{field}: {value} is taken already"),
    "not_a_weight": N_("{field} has to be a weight above 0, at most 100"),
    "span": N_("{field}: {value} is no span of days (30d, 6w, 3 months)"),
    "one_target": N_("say exactly one: a contact, --tag or --persona"),
    "apart": N_("{field} does not go with {value}; nothing was written"),
    "one_of": N_("say one of them, not several; nothing was changed"),
    "not_a_threshold": N_("{field} has to be a number from 1 on, and none too large"),
    "said_twice": N_("{field} is said twice"),
    "needs_folder": N_("say the folder with --to; nothing was written"),
    "too_many": N_("{value} has more lines or records than one file may; nothing was imported"),
    "too_many_bad": N_("most of {value} cannot be read; is it in another format? Nothing was imported"),
    "unknown_format": N_("{value} is in no format that can be read"),
    "same": N_("{value} cannot be merged with itself; nothing was changed"),
    "unasked": N_("forgetting {value} cannot be undone: say {field}; nothing was changed"),
    "nothing_to_say": N_(
        "there is nothing to say yet: put a strength, an offer or a goal into words first "
        "(strength add, offer add, goal add)"
    ),
    "occupied": N_("{value} is another file; nothing was written. --force writes over it"),
    "unwritable": N_("{field}: {value} cannot be written"),
    "differs": N_("{field}: that was not the same twice; nothing was changed"),
    "no_keyring": N_("{field}: no system keyring can be used (pip install keyring); nothing was changed"),
    "not_encrypted": N_("{value} is not encrypted; nothing was changed"),
    "nothing": N_("nothing to do: say what to change"),
}


def error(problem: JournalError) -> str:
    """Say an error in one line."""
    if isinstance(problem, NotFound):
        return _not_found(problem)
    if isinstance(problem, Ambiguous):
        listed = "; ".join(f"{handle} ({detail})" if detail else handle for handle, detail in problem.candidates)
        return _("{name} may be: {candidates}").format(name=_shown(problem.name), candidates=listed)
    if isinstance(problem, FileTrouble):
        return _(_FILE[problem.reason]).format(path=problem.path, detail=problem.detail)
    if isinstance(problem, ChangedElsewhere):
        sentence = _INVALID["stale"]
        return _(sentence).format(field=_(_CONCEPTS[problem.concept]))
    if isinstance(problem, Sealed):
        return _(_SEALED[problem.reason]).format(path=problem.path)
    if isinstance(problem, CheckFailed):
        count = problem.differences
        return ngettext("{n} difference found", "{n} differences found", count).format(n=count)
    if isinstance(problem, Invalid):
        field = _(_FIELDS[problem.field]) if problem.field in _FIELDS else problem.field
        sentence = _(_INVALID.get(problem.reason, _OTHERWISE)).format(
            field=field, value=_shown(problem.value), reason=problem.reason
        )
        return f"{problem.where}: {sentence}" if problem.where else sentence
    return str(problem)


def _not_found(problem: NotFound) -> str:
    concept = _(_CONCEPTS.get(problem.concept, problem.concept))
    if problem.nearest:
        return _("There is no {concept} called {name}. Nearest: {nearest}").format(
            concept=concept, name=_shown(problem.name), nearest=", ".join(problem.nearest)
        )
    return _("There is no {concept} called {name}.").format(concept=concept, name=_shown(problem.name))


def _shown(typed: str) -> str:
    """What was typed, fit to be repeated in one line: of a long text only the beginning."""
    return clip(harmless(typed[: 4 * SHOWN], keep_newlines=False), SHOWN)
