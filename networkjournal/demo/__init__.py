"""The sample journal: three months of somebody's networking, the same in each language, made up from end to end.

Promises the same records, texts and balances each time. Refuses to write anywhere but in the journal it is handed.
"""

import os
from datetime import date

from networkjournal.demo.sample import Review, Sample
from networkjournal.formats import read_path
from networkjournal.formats.plan import apply, plan
from networkjournal.i18n import LANGUAGES, language
from networkjournal.journal import Journal

TODAY = date(2026, 11, 23)
"""The day for which the sample was written: a Monday, three days after its last entry."""


def make(journal: Journal, lang: str | None = None) -> date:
    """Write the sample into an empty journal, in `lang` or the language spoken; gives the day to take for today."""
    chosen = lang if lang in LANGUAGES else language()
    sample, folder = _sample(chosen), os.path.join(os.path.dirname(__file__), chosen)
    _import(journal, os.path.join(folder, "contacts.vcf"))
    _add_records(journal, sample)
    _import(journal, os.path.join(folder, "journal"))
    for review in sample.reviews:
        _review(journal, review)
    return TODAY


def _review(journal: Journal, review: Review) -> None:
    event = journal.books.events.get(journal.find("event", review.event).id)
    event = event._replace(reviewed_on=review.on, cards=review.cards, talks=review.talks, verdict=review.verdict)
    journal.change_event(event, "event_review")


def _sample(lang: str) -> Sample:
    if lang == "ja":
        from networkjournal.demo.japanese import SAMPLE
    else:
        from networkjournal.demo.english import SAMPLE
    return SAMPLE


def _import(journal: Journal, path: str) -> None:
    known, reading = read_path(path)
    apply(journal, tuple(plan(journal, known, reading)), os.path.basename(path))


def _add_records(journal: Journal, sample: Sample) -> None:
    for goal in sample.goals:
        journal.add_goal(goal)
    for persona in sample.personas:
        goal_id = journal.find("goal", persona.goal).id
        journal.add_persona(persona._replace(goal_id=goal_id))
    for strength in sample.strengths:
        journal.add_strength(strength)
    for offer in sample.offers:
        journal.add_offer(offer)
    for event in sample.events:
        journal.add_event(event)
