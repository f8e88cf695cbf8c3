"""The documents of what the mirror shows: findings, cadences, the day. Keys are a contract, as in `documents`.

Weights among the figures of a finding are plain numbers, times minutes, days days.
"""

from datetime import date

from networkjournal import mirror
from networkjournal.cli import documents, purposed
from networkjournal.cli.documents import Document, iso
from networkjournal.model.cadence import Rhythm
from networkjournal.model.finding import Finding
from networkjournal.reports.today import Someone, Today

_WEIGHTS = {"given", "received", "returned"}
"""Figures that are thousandths."""


def finding(found: Finding) -> Document:
    """One finding with its arithmetic and its records."""
    return {
        "code": found.code,
        "name": mirror.name_of(found.code),
        "kind": found.kind or "overall",
        "handle": found.handle or None,
        "title": found.name or None,
        "early": found.early,
        "sentence": mirror.finding(found),
        "arithmetic": mirror.arithmetic(found) or None,
        "figures": {name: documents.number(figure) if name in _WEIGHTS else figure for name, figure in found.figures},
        "evidence": [
            {"kind": one.kind, "id": one.id, "line": one.line or None, "on": iso(one.on)} for one in found.evidence
        ],
    }


def rhythm(found: Rhythm, today: date) -> Document:
    """How the silence of one contact stands to what is meant for them."""
    cadence = found.cadence
    return {
        "contact": found.handle,
        "name": found.name,
        "days": cadence.days,
        "because_of": ("contact", "persona", "tag")[cadence.rank],
        "last_on": iso(found.last),
        "silent_days": None if found.last is None else found.silent(today),
        "due_on": iso(found.due),
        "snoozed_until": iso(found.snoozed),
        "fading": found.fading(today),
    }


def today(sheet: Today) -> Document:
    """What the day asks for."""
    day = sheet.day
    return {
        "date": iso(day),
        "due": [documents.action(action, day) for action in sheet.due],
        "owed": [documents.action(action, day) for action in sheet.owed],
        "awaited": [documents.action(action, day) for action in sheet.awaited],
        "people": [_someone(someone, day) for someone in sheet.people],
        "more_people": sheet.more_people,
        "give_back": [documents.balance(account, day) for account in sheet.give_back],
        "to_give_back": sheet.to_give_back,
        "fading": [rhythm(found, day) for found in sheet.fading],
        "to_fade": sheet.to_fade,
        "events": [documents.event(event, day) for event in (*sheet.to_review, *sheet.to_prepare)],
        "to_review": [documents.event(event, day) for event in sheet.to_review],
        "unreviewed": sheet.unreviewed,
        "to_prepare": [documents.event(event, day) for event in sheet.to_prepare],
        "briefs": [
            {
                "contact": meeting.account.handle,
                "name": meeting.account.name,
                "event": meeting.event.handle,
                "balance": documents.balance(meeting.account, day),
            }
            for meeting in sheet.meetings
        ],
        "inbox": sheet.waiting,
        "summary": mirror.oneline(sheet.counts),
    }


def _someone(someone: Someone, day: date) -> Document:
    gift = someone.gift
    return {
        "contact": someone.account.handle,
        "name": someone.account.name,
        "organization": someone.account.organization or None,
        "why": list(someone.why),
        "because": mirror.why_now(someone, day),
        "suggestion": None if gift is None else purposed.suggestion(gift, day),
    }
