"""What is done once: laying out for a size, styling what opens, and nothing for what is covered."""

from collections import Counter
from collections.abc import Iterator

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widget import Widget

from networkjournal.tui.app import NetworkJournal
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.home import Home
from networkjournal.tui.widgets.form import Form
from networkjournal.tui.widgets.frame import Frame
from tests.tui.desk import TODAY, desk, journal
from tests.tui.snapshot import screen_text


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often a screen was laid out for a size, by its name, and how often a widget was styled."""
    counted: Counter[str] = Counter()
    laid_out, styled = Screen._screen_resized, Stylesheet.apply

    def lay_out(self: Screen[object], *args: object) -> None:
        counted[type(self).__name__] += 1
        laid_out(self, *args)  # type: ignore[arg-type]

    def style(self: Stylesheet, node: Widget, **how: object) -> None:
        counted[f"{type(node).__name__}'s style"] += 1
        styled(self, node, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Screen, "_screen_resized", lay_out)
    monkeypatch.setattr(Stylesheet, "apply", style)
    yield counted


async def test_a_new_size_is_laid_out_once_and_what_is_covered_not_at_all(done: Counter[str]) -> None:
    async with desk() as at:
        await at.press("enter")
        assert at.shows(ContactScreen)
        done.clear()
        await at.pilot.resize_terminal(80, 24)
        assert (done["ContactScreen"], done["Home"]) == (1, 0)


async def test_what_was_covered_is_as_large_as_the_rest_when_it_is_seen_again() -> None:
    async with desk(size=(80, 24)) as at:
        fresh = screen_text(at.app)
    async with desk() as at:
        await at.press("enter")
        await at.pilot.resize_terminal(80, 24)
        await at.press("escape")
        assert at.shows(Home) and screen_text(at.app) == fresh


async def test_what_shines_through_a_dialog_follows_the_size() -> None:
    async with desk(size=(80, 24)) as at:
        await at.press("n")
        fresh = screen_text(at.app)
    async with desk() as at:
        await at.press("n")
        await at.pilot.resize_terminal(80, 24)
        assert at.shows(Form) and screen_text(at.app) == fresh


async def test_what_opens_is_styled_once(done: Counter[str]) -> None:
    async with desk() as at:
        done.clear()
        await at.press("enter")
        assert at.shows(ContactScreen)
        assert done["LedgerPane's style"] == 1


async def test_the_focus_changes_the_frames_it_leaves_and_enters_and_nothing_in_them(done: Counter[str]) -> None:
    async with desk() as at:
        await at.press("n")
        done.clear()
        await at.press("tab")
        assert done["DialogBox's style"] > 0
        assert done["KeyLine's style"] == 0


async def test_no_style_of_ours_depends_on_a_focus_around_it() -> None:
    """Else what stands in a frame would have to be styled when the frame gets the focus."""
    app = NetworkJournal(journal(), lambda: TODAY)
    async with app.run_test() as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert [rule.css for rule in app.stylesheet.rules if _asks_around(rule)] == []
        assert any("focus-within" in rule.pseudo_classes for rule in app.stylesheet.rules)
        assert isinstance(app.screen, Form) and app.screen.query_one(Frame).styles.border_top[0] == "heavy"


def _asks_around(rule: RuleSet) -> bool:
    return any(
        "focus-within" in selector.pseudo_classes for found in rule.selector_set for selector in found.selectors[:-1]
    )
