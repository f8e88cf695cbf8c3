"""The configuration file is read whole, or it is said what is wrong with it and where."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.config import DEFAULTS, KindSetting, _Reader, read_config
from networkjournal.errors import Invalid


def written(folder: Path, text: str) -> str:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_config(str(tmp_path / "none.toml")) == DEFAULTS
    assert read_config(written(tmp_path, "")) == DEFAULTS


def test_no_file_costs_no_toml_reader(tmp_path: Path) -> None:
    """15 ms that nobody without a configuration should pay on every command."""
    code = (
        "import sys; from networkjournal.config import read_config; read_config(sys.argv[1]);"
        "sys.exit('tomllib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "none.toml")], check=True, cwd=Path(__file__).parents[1])


def test_all_that_a_file_may_say(tmp_path: Path) -> None:
    config = read_config(
        written(
            tmp_path,
            """
            [weights]
            introduction = 4
            gift = 0.5
            [kinds.mentoring]
            words = ["mentoring", " メンタリング "]
            weight = 2.25
            [kinds.gift]
            words = ["お土産"]
            [display]
            theme = "textual-light"
            [templates]
            meeting = "\\n-> @\\n\\t! \\n"
            [keys]
            "goals.add" = "ctrl+g"
            [findings]
            cards = 8
            taken_times = 2.5
            """,
        )
    )
    assert config.kinds == (
        KindSetting("mentoring", ("mentoring", "メンタリング"), 2250),
        KindSetting("gift", ("お土産",), 500),
        KindSetting("introduction", (), 4000),
    )
    assert config.theme == "textual-light"
    assert dict(config.templates) == {"meeting": "-> @\n\t! "}
    assert dict(config.keys) == {"goals.add": "ctrl+g"}
    assert dict(config.findings) == {"cards": 8, "taken_times": 2.5}


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        ("[weight]\nhelp = 1", "weight", "unknown_setting"),
        ("[display]\ncolour = 'red'", "display.colour", "unknown_setting"),
        ("[kinds.help]\nword = 'x'", "kinds.help.word", "unknown_setting"),
        ("weights = 3", "weights", "not_a_table"),
        ("[kinds]\nhelp = 2", "kinds.help", "not_a_table"),
        ("[weights]\nhelp = 0", "weights.help", "not_a_weight"),
        ("[weights]\nhelp = 100.5", "weights.help", "not_a_weight"),
        ("[weights]\nhelp = nan", "weights.help", "not_a_weight"),
        ("[weights]\nhelp = 0.0001", "weights.help", "not_a_weight"),
        ("[weights]\nhelp = true", "weights.help", "not_a_weight"),
        ("[weights]\nhelp = 0x" + "f" * 9999, "weights.help", "not_a_weight"),
        ("[weights]\nhelp = '3'", "weights.help", "not_a_weight"),
        ("[kinds.help]\nwords = 'aid'", "kinds.help.words", "not_words"),
        ("[kinds.help]\nwords = ['aid:']", "kinds.help.words", "not_words"),
        ("[kinds.help]\nwords = ['']", "kinds.help.words", "not_words"),
        ('[kinds.help]\nwords = ["a\\nb"]', "kinds.help.words", "not_words"),
        ("[kinds.a]\nwords = ['Aid']\n[kinds.b]\nwords = ['aid']", "kinds.b.words", "said_twice"),
        ("[kinds.help]\nweight = 1\n[weights]\nhelp = 2", "weights.help", "said_twice"),
        ("[display]\ntheme = ''", "display.theme", "not_a_text"),
        ("templates = ''", "templates", "not_a_table"),
        ("[templates]\nday = ['-> @']", "templates.day", "not_a_text"),
        ('[templates]\nday = "\\n"', "templates.day", "not_a_text"),
        ('[templates]\nday = "\\u001b[2J"', "templates.day", "not_a_text"),
        ("[keys]\nundo = 3", "keys.undo", "not_a_text"),
        ("[findings]\ncard = 8", "findings.card", "unknown_setting"),
        ("[findings]\ncards = 0", "findings.cards", "not_a_threshold"),
        ("[findings]\ncards = 2.5", "findings.cards", "not_a_threshold"),
        ("[findings]\ncards = true", "findings.cards", "not_a_threshold"),
        ("[findings]\nreturn_days = 99999", "findings.return_days", "not_a_threshold"),
        ("[findings]\ntaken_times = nan", "findings.taken_times", "not_a_threshold"),
        ("[findings]\ntaken_times = '2'", "findings.taken_times", "not_a_threshold"),
        ("findings = 3", "findings", "not_a_table"),
        ("[weights", "config", "not_toml"),
        ("a = " + "[" * 100_000, "config", "not_toml"),
        ("a = " + "9" * 9999, "config", "not_toml"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_passed_over(tmp_path: Path, text: str, field: str, reason: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(Invalid) as caught:
        read_config(path)
    assert (caught.value.field, caught.value.reason, caught.value.where) == (field, reason, path)
    assert len(caught.value.value) <= 120, "an error is one line, whatever stands in the file"


def test_a_file_that_is_no_text_or_no_file_is_named_too(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Invalid) as caught:
        read_config(str(path))
    assert caught.value.reason == "not_toml"
    with pytest.raises(Invalid) as caught:
        read_config(str(tmp_path))
    assert caught.value.reason == "unreadable"


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, "\ufeff[display]\ntheme = 'nord'")).theme == "nord"


TOML_VALUES = st.recursive(
    st.text(max_size=5) | st.integers() | st.floats() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["weights", "kinds", "display", "templates", "keys", "findings"]), TOML_VALUES))
def test_any_tables_are_read_or_refused_in_our_own_words(tables: dict[str, object]) -> None:
    try:
        config = _Reader("f.toml").config(tables)
    except Invalid:
        return
    assert all(kind.weight is None or 0 < kind.weight <= 100_000 for kind in config.kinds)
