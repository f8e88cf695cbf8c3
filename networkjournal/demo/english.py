"""The records of the English sample journal."""

from datetime import date

from networkjournal.demo.sample import Review, Sample
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength

SAMPLE = Sample(
    goals=(
        Goal(
            "Twelve new home visits in half a year",
            "visits",
            "to bring treatment to those who cannot come",
            "12 new contracts",
            date(2027, 2, 28),
        ),
        Goal(
            "Learn how care offices are run",
            "learning",
            "to speak of people's troubles in their own words",
            by=date(2026, 12, 31),
        ),
        Goal("Find partners for a records app", "app", "to write less and visit more"),
    ),
    personas=(
        Persona(0, "a care manager who lacks cover at night", ("care",), ("care manager",), goal="visits"),
        Persona(0, "a developer or product manager who knows care on site", ("IT", "care"), goal="app"),
    ),
    strengths=(
        Strength("Home visits, fifteen years", "field_experience", "experience", "2011-04", ("12,000 visits in all",)),
        Strength("Care insurance law", "care_insurance", "knowledge", "2026-09"),
    ),
    offers=(
        Offer("our template for night cover, at once", "field_experience", ("nights", "care managers")),
        Offer("thirty minutes on what goes wrong in home visits", "field_experience", ("IT",), 30),
    ),
    events=(
        Event(
            "Care meetup",
            date(2026, 9, 8),
            "care_meetup",
            purpose="to meet care managers who struggle with nights",
            goals=("visits",),
            cost=3000,
            currency="JPY",
            minutes=120,
        ),
        Event("Business mixer", date(2026, 11, 2), "mixer", cost=5000, currency="JPY", minutes=180),
    ),
    reviews=(
        Review("care_meetup", date(2026, 9, 9), cards=6, talks=3, verdict="again"),
        Review("mixer", date(2026, 11, 3), cards=15, talks=0),
    ),
)
