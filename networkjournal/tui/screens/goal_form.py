"""The form of a goal, and what comes back from it."""

from collections.abc import Mapping
from datetime import date

from networkjournal import wording
from networkjournal.capture.dates import read_date
from networkjournal.i18n import _
from networkjournal.model.goal import GOAL_STATES, Goal
from networkjournal.tui.widgets.form import Field


def goal_fields(goal: Goal) -> list[Field]:
    """The fields, filled with what is known."""
    fields = [
        Field("title", _("Goal"), goal.title, required=True, hint=_("what you want to achieve")),
        Field("handle", _("Short name"), goal.handle, hint=_("how you write it after # in texts")),
        Field("why", _("Why"), goal.why),
        Field("measure", _("Measure"), goal.measure, hint=_("how you will know: 12 new contracts")),
        Field("by", _("By when"), goal.by.isoformat() if goal.by else "", hint="2027-02-28"),
    ]
    if goal.id:
        states = tuple((state, wording.goal_state(state)) for state in GOAL_STATES)
        fields.append(Field("state", _("State"), goal.state, choices=states))
    return fields


def goal_faults(values: Mapping[str, str], today: date) -> dict[str, str]:
    """What is wrong with the values, by field."""
    by = values.get("by", "").strip()
    if by and read_date(by, today, "coming") is None:
        return {"by": _("This is no date; write it like 2027-02-28.")}
    return {}


def goal_from(goal: Goal, values: Mapping[str, str], today: date) -> Goal:
    """The goal with what was filled in."""
    by = values["by"].strip()
    return goal._replace(
        title=values["title"],
        handle=values["handle"].strip(),
        why=values["why"],
        measure=values["measure"],
        by=read_date(by, today, "coming") if by else None,
        state=next((state for state in GOAL_STATES if state == values.get("state")), goal.state),
    )
