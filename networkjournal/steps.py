"""The steps of history in words: what `undo` will say it took back, when a step was made, and through what.

What exactly a step changed is said in `changes.py`.
"""

from contextlib import suppress
from datetime import date, datetime

from networkjournal.i18n import N_, _
from networkjournal.model.width import clip
from networkjournal.store.history import Step

SHOWN = 80
"""So many cells of a subject are shown; the words of an action may be long."""
_NAMES = {
    "capture": N_("wrote an entry of {subject}"),
    "entry_edit": N_("changed the entry of {subject}"),
    "entry_remove": N_("removed the entry of {subject}"),
    "settle": N_("settled line {subject} of the inbox"),
    "action_done": N_("kept: {subject}"),
    "action_dropped": N_("dropped: {subject}"),
    "action_awaiting": N_("awaits: {subject}"),
    "action_open": N_("took up again: {subject}"),
    "action_due": N_("moved: {subject} to {other}"),
    "action_undated": N_("no longer due: {subject}"),
    "contact_add": N_("added {subject}"),
    "contact_edit": N_("changed {subject}"),
    "contact_rename": N_("renamed {subject} to {other}"),
    "contact_remove": N_("removed {subject}"),
    "contact_archive": N_("archived {subject}"),
    "contact_unarchive": N_("took {subject} out of the archive"),
    "contact_merge": N_("merged {subject} into {other}"),
    "forget": N_("forgot someone"),
    "goal_add": N_("stated the goal {subject}"),
    "goal_edit": N_("changed the goal {subject}"),
    "goal_remove": N_("removed the goal {subject}"),
    "persona_add": N_("described whom to meet: {subject}"),
    "persona_edit": N_("changed whom to meet: {subject}"),
    "persona_remove": N_("removed whom to meet: {subject}"),
    "strength_add": N_("noted the strength {subject}"),
    "strength_edit": N_("changed the strength {subject}"),
    "strength_remove": N_("removed the strength {subject}"),
    "offer_add": N_("noted the offer {subject}"),
    "offer_edit": N_("changed the offer {subject}"),
    "offer_remove": N_("removed the offer {subject}"),
    "event_add": N_("noted the event {subject}"),
    "event_edit": N_("changed the event {subject}"),
    "event_review": N_("reviewed the event {subject}"),
    "event_remove": N_("removed the event {subject}"),
    "event_met": N_("noted whom one met at {subject}"),
    "event_asked": N_("asked for the review of {subject}"),
    "ask_add": N_("noted the ask {subject}"),
    "ask_edit": N_("changed the ask {subject}"),
    "ask_remove": N_("removed the ask {subject}"),
    "cadence_set": N_("set how often to be in touch: {subject}"),
    "cadence_remove": N_("set no longer how often to be in touch: {subject}"),
    "contact_snooze": N_("let {subject} be silent for a while"),
    "contact_wake": N_("minds the silence of {subject} again"),
    "budget_set": N_("set a budget {subject}"),
    "budget_remove": N_("removed a budget {subject}"),
    "introduction_keep": N_("kept a self-introduction of {subject} seconds"),
    "introduction_remove": N_("removed the self-introduction of {subject}"),
    "refusal_add": N_("decided not to pursue: {subject}"),
    "refusal_edit": N_("changed what is not pursued: {subject}"),
    "refusal_remove": N_("removed from what is not pursued: {subject}"),
    "suggestion_dismiss": N_("set aside the suggestion: {subject}"),
    "suggestion_allow": N_("allowed the suggestion again: {subject}"),
    "duplicate_dismiss": N_("noted as two people: {subject} and {other}"),
    "import": N_("imported {subject}"),
    "rescue": N_("saved from {subject}"),
    "repost": N_("posted the whole journal again"),
    "undo": N_("took back: {subject}"),
    "redo": N_("did again: {subject}"),
}

_THROUGH = {"cli": N_("command"), "tui": N_("program"), "import": N_("import")}
_OPEN = (
    "capture",
    "entry_",
    "settle",
    "goal_",
    "strength_",
    "event_",
    "offer_",
    "ask_",
    "budget_",
    "introduction_",
    "import",
    "repost",
)
"""What the names of steps begin with whose subject tells nobody's name: a day, a number, one's own goals."""


def step_name(step: Step) -> str:
    """Say what a step did. A step of a newer version is called by its code.

    A step between two names has both in its subject, parted by a tab.
    """
    if step.of:
        return _(_NAMES[step.name]).format(subject=step_name(step._replace(name=step.of, of="")))
    subject, other = (clip(part, SHOWN) for part in step.subject.partition("\t")[::2])
    whole = " → ".join(filter(None, (subject, other)))
    if step.name not in _NAMES:
        return f"{step.name} {whole}"
    sentence = _(_NAMES[step.name])
    if "{other}" in sentence:
        return sentence.format(subject=subject, other=other)
    return sentence.format(subject=whole)


def names_people(step: Step) -> bool:
    """Whether the step's subject may tell who somebody is, so that a shared screen must not show it."""
    return not (step.of or step.name).startswith(_OPEN)


def through(step: Step) -> str:
    """What a step was made with."""
    return _(_THROUGH[step.source]) if step.source in _THROUGH else step.source


def when(step: Step, today: date) -> tuple[str, str]:
    """When a step was made: the day, as one speaks of it, and the time, both where the reader is."""
    at = datetime.fromisoformat(step.at)
    with suppress(ValueError, OverflowError):  # at the ends of the calendar, and in a zone that there cannot be
        at = at.astimezone()
    told = {0: _("today"), 1: _("yesterday")}.get((today - at.date()).days, at.date().isoformat())
    return told, f"{at:%H:%M}"


def taken_back(step: Step | None) -> str:
    """Say what `undo` did; `None` where there was nothing to undo."""
    return _("Taken back: {step}").format(step=step_name(step)) if step else _("There is nothing to take back.")


def done_again(step: Step | None) -> str:
    """Say what `redo` did; `None` where there was nothing to redo."""
    return _("Done again: {step}").format(step=step_name(step)) if step else _("There is nothing to do again.")
