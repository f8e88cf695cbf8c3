"""The form of a budget, and what comes back from it."""

from collections.abc import Mapping, Sequence
from datetime import date

from networkjournal import wording
from networkjournal.capture.values import find_values
from networkjournal.i18n import _
from networkjournal.model.budget import Budget
from networkjournal.model.goal import Goal
from networkjournal.model.period import PERIODS, period_kind
from networkjournal.model.width import narrow
from networkjournal.tui.widgets.form import Field

MOST = 100_000


def budget_fields(budget: Budget, goals: Sequence[Goal]) -> list[Field]:
    """The fields, filled with what is set."""
    known = [("", _("Everything")), *((goal.handle, goal.title) for goal in goals)]
    periods = tuple((kind, wording.period(kind)) for kind in PERIODS)
    money = "" if budget.money is None else wording.money(budget.money, budget.currency or "")
    return [
        Field("goal", _("Goal"), budget.goal, choices=known),
        Field("period", _("Each"), budget.period, choices=periods),
        Field("time", _("Time"), "" if budget.minutes is None else wording.minutes(budget.minutes), hint="8h, 1h30m"),
        Field("money", _("Money"), money, hint="¥10,000, $50"),
        Field("trust", _("Vouched for"), "" if budget.trust is None else str(budget.trust),
              hint=_("how many introductions and referrals")),
    ]  # fmt: skip


def budget_faults(values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the values, by field."""
    faults = {}
    if values["time"].strip() and read_minutes(values["time"]) is None:
        faults["time"] = _("This is no time; write it like 1h30m.")
    if values["money"].strip() and read_money(values["money"]) is None:
        faults["money"] = _("This is no amount of money; write it like ¥5,000.")
    if values["trust"].strip() and read_count(values["trust"]) is None:
        faults["trust"] = _("This is no number.")
    if not any(values[name].strip() for name in ("time", "money", "trust")):
        faults["time"] = _("Say how much of one of these it may take.")
    return faults


def budget_from(values: Mapping[str, str]) -> Budget:
    """The budget that was filled in."""
    money, currency = read_money(values["money"]) or (None, None)
    return Budget(
        period_kind(values["period"]),
        values["goal"],
        read_minutes(values["time"]),
        money,
        currency,
        read_count(values["trust"]),
    )


def read_minutes(text: str) -> int | None:
    """A time as the capture language has it; a bare number is hours."""
    plain = narrow(text.strip())
    try:
        hours = float(plain)
    except ValueError:
        found = find_values(plain, date.min, ("minutes",)).values
        return found[0].number if found and (found[0].start, found[0].end) == (0, len(plain)) else None
    return round(hours * 60) if 0 <= hours * 60 <= MOST else None


def read_money(text: str) -> tuple[int, str | None] | None:
    """An amount of money as the capture language has it."""
    plain = narrow(text.strip())
    found = find_values(plain, date.min, ("money",)).values
    if not found or (found[0].start, found[0].end) != (0, len(plain)):
        return None
    return found[0].number, found[0].currency


def read_count(text: str) -> int | None:
    """A whole number."""
    plain = narrow(text.strip())
    return int(plain) if plain.isdecimal() and len(plain) <= 6 and int(plain) <= MOST else None
