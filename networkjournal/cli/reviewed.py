"""The documents of looking back: reviews, budgets, insights. The keys are a contract, as those of `documents`."""

from datetime import date

from networkjournal import account
from networkjournal.cli.documents import Document, action, event, handles, iso, number
from networkjournal.cli.mirrored import finding
from networkjournal.model.account import Capital, EventAccount, Learned
from networkjournal.model.budget import Money, Spent, Use
from networkjournal.model.flow import GaveFirst, Relationship
from networkjournal.model.period import Period
from networkjournal.model.stretch import Stretch
from networkjournal.reports.budgets import Budgets
from networkjournal.reports.insights import InsightGroup, Insights
from networkjournal.reports.review import Review, Totals


def review(made: Review) -> Document:
    """A period's account."""
    today = made.today
    return {
        "period": period(made.period),
        "given": totals(made.given),
        "received": totals(made.received),
        "over_time": [stretch(one) for one in made.stretches],
        "gave_first": first(made.gave_first),
        "began": first(made.began),
        "relationships": [relationship(one, today) for one in made.relationships],
        "capital": [capital(one) for one in made.capital],
        "events": [attended(one, today) for one in made.events],
        "spent": spent(made.spent),
        "no_goal": spent(made.aimless),
        "budgets": [use(one) for one in made.budgets],
        "findings": [finding(one) for one in made.findings],
        "actions": {
            "declared": made.actions.declared,
            "kept": made.actions.kept,
            "dropped": made.actions.dropped,
            "open": made.actions.open,
            "awaiting": made.actions.awaiting,
            "overdue": made.actions.overdue,
            "kept_in_period": made.done,
            "latest": [action(one, today) for one in made.actions.shown],
        },
        "results": {"count": made.result_count, "latest": [learned(one) for one in made.results]},
        "insights": {"count": made.insight_count, "latest": [learned(one) for one in made.insights]},
        "questions": [{"code": asked.code, "about": asked.about or None, "question": account.question(asked)}
                      for asked in made.questions],
    }  # fmt: skip


def period(item: Period) -> Document:
    """Days, both included."""
    return {"kind": item.kind, "from": iso(item.start), "to": iso(item.end)}


def totals(item: Totals) -> Document:
    """What passed in one direction."""
    return {"times": item.times, "weight": number(item.weight), "minutes": item.minutes, "money": money(item.money)}


def money(amounts: Money) -> list[Document]:
    """Each currency by itself."""
    return [{"currency": currency, "money": amount} for currency, amount in amounts]


def stretch(item: Stretch) -> Document:
    """What passed in a part of the period."""
    return {
        "from": iso(item.start),
        "to": iso(item.end),
        "given": number(item.given),
        "received": number(item.received),
        "given_count": item.given_times,
        "received_count": item.received_times,
        "given_minutes": item.given_minutes,
        "received_minutes": item.received_minutes,
    }


def first(item: GaveFirst) -> Document:
    """In how many relationships one gave first."""
    return {"given_first": item.given, "relationships": item.relationships, "percent": item.percent}


def relationship(item: Relationship, today: date) -> Document:
    """What passed with one contact in the period."""
    return {
        "contact": item.handle,
        "name": item.name,
        "given": number(item.given),
        "received": number(item.received),
        "net": number(item.net),
        "given_count": item.given_times,
        "received_count": item.received_times,
        "first": item.first,
        "first_on": iso(item.first_on),
        "early": item.early(today),
    }


def capital(item: Capital) -> Document:
    """What flowed towards one goal; `goal` is null for what names none."""
    return {
        "goal": item.goal.handle if item.goal else None,
        "title": item.goal.title if item.goal else None,
        "human": {"insights": item.insights, "strengths": item.strengths},
        "social": {
            "people_met": item.met,
            "exchanges": item.exchanges,
            "introductions": item.introductions,
            "referrals": item.referrals,
        },
        "financial": {"results": item.results, "money": money(item.gained)},
    }


def attended(item: EventAccount, today: date) -> Document:
    """An event, with what came of it."""
    counted = {"exchanges": item.exchanges, "people": item.people, "actions": item.actions}
    return event(item.event, today) | counted


def spent(item: Spent) -> Document:
    """What was spent."""
    return {"minutes": item.minutes, "money": money(item.money), "trust": item.trust}


def use(item: Use) -> Document:
    """A budget in one of its periods, with what was spent and what is left."""
    return {
        "number": item.budget.id,
        "goal": item.budget.goal or None,
        "period": period(item.period),
        "limits": [
            {"what": measure.what, "limit": measure.limit, "spent": measure.spent, "left": measure.left,
             "over": measure.over, "currency": measure.currency}
            for measure in item.measures
        ],
        "over": item.over,
        "spent": spent(item.spent),
    }  # fmt: skip


def budgets(made: Budgets) -> Document:
    """All budgets, and for their periods what was spent in all and what of it went to no goal."""
    return {
        "budgets": [use(one) for one in made.uses],
        "periods": [{"period": period(one.period), "spent": spent(one.spent), "no_goal": spent(one.aimless)}
                    for one in made.unaimed],
    }  # fmt: skip


def learned(item: Learned) -> Document:
    """An insight or a result, with what it is about."""
    return {
        "date": iso(item.on),
        "entry": item.entry,
        "line": item.line,
        "words": item.words,
        "goals": handles(item.goals),
        "contacts": handles(item.contacts),
        "money": item.money,
        "currency": item.currency,
    }


def insights(made: Insights) -> Document:
    """Insights, the newest first, and which of them are about what: by place in the list, from 0."""
    places = {one: place for place, one in enumerate(made.insights)}

    def group(item: InsightGroup) -> Document:
        """The insights about one goal or person; null for those about none."""
        return {"handle": item.named.handle if item.named else None, "title": item.title or None,
                "insights": [places[one] for one in item.insights]}  # fmt: skip

    return {
        "count": made.all,
        "insights": [learned(one) for one in made.insights],
        "by_goal": [group(one) for one in made.by_goal],
        "by_person": [group(one) for one in made.by_person],
    }
