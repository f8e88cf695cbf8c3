"""Human capital in sentences; above all the self-introduction, which has to sound like somebody who speaks."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal import capital, demo, i18n
from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.speech import LENGTHS, seconds
from networkjournal.model.strength import STRENGTH_KINDS, Offer, Strength, StrengthKind
from networkjournal.reports.capital import Gap
from networkjournal.reports.introduction import Material, Practised, material

TODAY = date(2026, 11, 23)


def sample(lang: str) -> Journal:
    """The sample journal."""
    made = Journal.open(":memory:")
    demo.make(made, lang)
    return made


@pytest.mark.parametrize("limit", LENGTHS)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_the_sample_can_be_said_in_time(lang: str, limit: int) -> None:
    i18n.set_language(lang)
    journal = sample(lang)
    for event in journal.books.events.all():
        made = capital.introduction(material(journal, TODAY, event=event), limit)
        assert made.text and made.takes == seconds(made.text) <= limit
        if lang == "ja":
            assert len(made.text) <= 5 * limit
        else:
            assert len(made.text.split()) <= 2.5 * limit


def test_half_a_minute_in_english_reads_so() -> None:
    made = capital.introduction(material(sample("en"), TODAY), 30)
    assert made.text == (
        "I have experience in this: Home visits, fifteen years. What stands behind it: 12,000 visits in all. Right now "
        "I am working on this: Twelve new home visits in half a year. I do it to bring treatment to those who cannot "
        "come. One thing I can offer: our template for night cover, at once. I would love to talk with a care manager "
        "who lacks cover at night."
    )
    assert (made.takes, made.missing) == (29, ())


def test_half_a_minute_in_japanese_reads_so() -> None:
    i18n.set_language("ja")
    made = capital.introduction(material(sample("ja"), TODAY), 30)
    assert made.text == (
        "訪問の現場経験を15年積み重ねてきました。その裏には、延べ一万二千件の訪問があります。いまは、訪問の新規を半年で十二件に"
        "することを目指しています。夜間の連絡体制のひな形をすぐ渡せるので、お困りの方がいたら声をかけてください。"
        "夜間の対応に困っている居宅のケアマネジャーとお話しできればうれしいです。"
    )


def test_an_event_is_spoken_of_by_its_purpose() -> None:
    event = Event("Meetup", TODAY, "meetup", "to meet care managers")
    said = Material((), (), (), Goal("Visits", "visits"), event=event)
    assert capital.introduction(said, 30).text.startswith("I came here to meet care managers. ")


def test_where_there_is_nothing_it_says_nothing() -> None:
    assert capital.introduction(material(Journal.open(":memory:"), TODAY), 60) == (
        "",
        0,
        ("strength", "goal", "offer"),
    )
    assert capital.introduction(Material((), (), (Ask("time"),), persona=Persona(0, "x")), 60).text == ""


@pytest.mark.parametrize(
    ("strength", "years", "said"),
    [
        (Strength("massage", kind="skill"), None, "I am good at this: massage."),
        (Strength("massage", kind="skill"), 3, "I bring 3 years of this: massage."),
        (Strength("massage", kind="skill"), 1, "I bring 1 year of this: massage."),
        (Strength("law", kind="knowledge"), 0, "I am still learning this: law."),
        (Strength("on-site experience", kind="experience"), None, "I have this experience: on-site experience."),
        (Strength("patience", kind="character"), 20, "People know me for this: patience."),
        (Strength("話を引き出せる", kind="skill"), None, "One of my strengths: 話を引き出せる."),
    ],
)
def test_a_strength_is_said_by_its_kind_and_its_years(strength: Strength, years: int | None, said: str) -> None:
    assert capital.introduction(Material((Practised(strength, years),), (), ()), 3).text == said


WORDS = st.text(min_size=1, max_size=60).filter(str.strip)
KINDS: st.SearchStrategy[StrengthKind] = st.sampled_from(STRENGTH_KINDS)
STRENGTHS = st.builds(Strength, WORDS, st.just("x"), KINDS, st.just(""), st.lists(WORDS, max_size=2).map(tuple))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.builds(Practised, STRENGTHS, st.none() | st.integers(0, 60)), max_size=3).map(tuple),
    st.lists(st.builds(Offer, WORDS), max_size=3).map(tuple),
    st.lists(st.builds(Ask, WORDS), max_size=2).map(tuple),
    st.none() | st.builds(Goal, WORDS, st.just("g"), WORDS),
    st.sampled_from(LENGTHS),
    st.sampled_from(i18n.LANGUAGES),
)
def test_whatever_is_written_becomes_one_line_of_sentences(
    strengths: tuple[Practised, ...],
    offers: tuple[Offer, ...],
    asks: tuple[Ask, ...],
    goal: Goal | None,
    limit: int,
    lang: str,
) -> None:
    i18n.set_language(lang)
    said = Material(strengths, offers, asks, goal)
    made = capital.introduction(said, limit)
    assert bool(made.text) == bool(strengths or offers or goal)
    assert "{" not in made.text or "{" in repr(said), "every place is filled"


def test_every_gap_is_told_with_how_it_is_filled() -> None:
    for code in ("no_evidence", "no_strength", "for_nobody"):
        gap = Gap(code, "goal", 1, "Visits")
        assert "Visits" in capital.gap(gap) and capital.what_fills(gap)


@pytest.mark.parametrize(("count", "said"), [(None, ""), (0, "less than a year"), (1, "1 year"), (15, "15 years")])
def test_years_are_said(count: int | None, said: str) -> None:
    assert capital.years(count) == said
