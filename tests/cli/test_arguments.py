"""Reading a command line: what is an option, what is a value and what is a text."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.cli.arguments import (
    READERS,
    Args,
    Argument,
    Option,
    UsageError,
    first_word,
    looks_like_option,
    read,
    read_path,
    read_text,
    scan,
)

OPTIONS = (
    Option(("--from",), "", metavar="D"),
    Option(("--goal", "--aim"), "", metavar="G", repeatable=True),
    Option(("--cards",), "", metavar="N", kind="count"),
    Option(("--sort",), "", metavar="KEY", choices=("net", "name"), default="net"),
    Option(("--dry-run",), ""),
    Option(("--help", "-h"), ""),
)
TEXT = (Argument("TEXT", arity="rest"),)


def reading(*tokens: str, options: Sequence[Option] = OPTIONS, arguments: Sequence[Argument] = TEXT) -> Args:
    return read(scan(tokens, options), options, arguments, READERS)


def refused(*tokens: str, options: Sequence[Option] = OPTIONS, arguments: Sequence[Argument] = TEXT) -> UsageError:
    with pytest.raises(UsageError) as caught:
        reading(*tokens, options=options, arguments=arguments)
    return caught.value


def test_options_stand_anywhere_with_their_value_after_a_space_or_an_equals_sign() -> None:
    args = reading("met", "--from", "2026-11-01", "Suzuki", "--goal=a=b", "--dry-run", "--aim", "c")
    assert args.text == ("met", "Suzuki")
    assert args.from_ == "2026-11-01"
    assert args.goal == ("a=b", "c")
    assert args.dry_run is True


def test_what_is_not_given_has_its_default() -> None:
    args = reading()
    assert (args.text, args.from_, args.goal, args.cards, args.sort, args.dry_run) == ((), None, (), None, "net", False)


@pytest.mark.parametrize(
    "text",
    ["-> @鈴木 情報: x", "->@x", "<- @x", "- item", "-", "-5 degrees", "-3", "--- x", "---", "--5", "-x", "→ @x",
     "--From", "--dry run", "--é", "[ ] call", "--=x", "--日付=1"],
)  # fmt: skip
def test_a_text_that_begins_with_a_hyphen_is_a_text(text: str) -> None:
    """A journal is full of arrows and list bullets; nobody should have to write `--` before them."""
    assert reading(text, "--dry-run").text == (text,)


@pytest.mark.parametrize("value", ["--dry-run", "-> @x", "--", "-h", "", "--goal=x"])
def test_the_value_of_an_option_is_the_next_token_however_it_begins(value: str) -> None:
    args = reading("--from", value, "x")
    assert (args.from_, args.dry_run, args.goal, args.text) == (value, False, (), ("x",))


def test_after_two_hyphens_everything_is_a_word() -> None:
    assert reading("--dry-run", "--", "--goal", "--", "-h").text == ("--goal", "--", "-h")


@pytest.mark.parametrize("token", ["--dry", "--froms", "--from-", "--nothing=1"])
def test_what_looks_like_an_option_and_is_none_is_an_error_also_when_it_begins_like_one(token: str) -> None:
    """An abbreviation that works today is another option's name tomorrow, so none is taken."""
    error = refused("x", token)
    assert (error.reason, error.subject) == ("unknown_option", token.partition("=")[0])
    assert "--dry-run" in error.known
    assert error.exit_code == 2


def test_mistakes_name_what_they_are_about() -> None:
    assert (refused("--from").reason, refused("--from").subject) == ("no_value", "--from")
    assert (refused("--dry-run=yes").reason, refused("--dry-run=yes").value) == ("takes_no_value", "yes")
    assert refused("--cards", "-3").reason == refused("--cards", "many").reason == "bad_value"
    assert refused("--sort=size").known == ("net", "name")
    assert refused("a", "b", arguments=(Argument("NAME"),)).subject == "b"
    assert refused(arguments=(Argument("NAME"),)).reason == "missing"
    assert refused(arguments=(Argument("FILE", arity="some"),)).subject == "FILE"
    required = (Option(("--on",), "", metavar="D", required=True),)
    assert refused(options=required).subject == "--on"


def test_the_first_mistake_is_the_one_that_is_told() -> None:
    assert refused("--foo", "--bar", "--cards", "x").subject == "--foo"


def test_the_last_of_several_values_holds_so_that_an_alias_can_be_overridden() -> None:
    assert reading("--from", "a", "--from", "b").from_ == "b"


def test_arguments_take_words_by_their_place() -> None:
    arguments = (Argument("ID", kind="int"), Argument("KIND", arity="optional", choices=("a", "b")))
    assert (reading("-7", "b", arguments=arguments).id, reading("7", arguments=arguments).kind) == (-7, None)
    assert refused("7", "c", arguments=arguments).reason == "bad_choice"


def test_full_width_digits_are_digits_and_no_number_is_too_large_for_the_file() -> None:
    assert reading("--cards", "１２").cards == 12
    assert refused("--cards", str(2**63)).reason == "bad_value"
    assert refused("--cards", "9" * 5000).reason == "bad_value"


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e999", ""])
def test_a_number_is_finite(text: str) -> None:
    options = (Option(("--weight",), "", metavar="W", kind="number"),)
    assert refused("--weight", text, options=options).reason == "bad_value"


def test_bytes_that_are_no_characters_are_marked_in_a_text_and_kept_in_a_path() -> None:
    """A path must name its file byte for byte; a text must be storable."""
    broken = b"caf\xe9".decode("utf-8", "surrogateescape")
    assert read_text(broken) == "caf\ufffd"
    assert read_path(broken) == broken


def test_a_home_folder_is_found_also_where_the_shell_leaves_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert read_path("~/x.db") == "/home/me/x.db"
    assert read_path("a~/x") == "a~/x"


@pytest.mark.parametrize("text", ["", "a\0b"])
def test_a_path_that_no_file_can_have_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_path(text)


def test_what_was_read_cannot_be_changed_and_does_not_show_its_values() -> None:
    args = reading("secret")
    with pytest.raises(AttributeError):
        args.text = ()
    with pytest.raises(AttributeError):
        _ = args.nothing
    assert (args.get("nothing", 1), args.get("text")) == (1, ("secret",))
    assert "secret" not in repr(args)


def test_the_first_word_is_not_the_value_of_an_option() -> None:
    assert first_word(("--from", "add", "--dry-run", "list", "x"), OPTIONS) == 3
    assert first_word(("--from=add", "list"), OPTIONS) == 1
    assert first_word(("--dry-run", "--", "--list"), OPTIONS) == 2
    assert first_word(("--",), OPTIONS) is None
    assert first_word(("--from",), OPTIONS) is None


TOKENS = st.one_of(
    st.text(max_size=12),
    st.sampled_from([*(name for option in OPTIONS for name in option.names), "--", "--from=x", "-"]),
)


@given(st.lists(TOKENS, max_size=8))
def test_any_command_line_is_read_or_refused_as_wrong_usage(tokens: list[str]) -> None:
    found = scan(tokens, OPTIONS)
    try:
        args = read(found, OPTIONS, TEXT, READERS)
    except UsageError:
        return
    assert list(args.text) == [read_text(word) for word in found.words]


@given(st.lists(st.text(max_size=20), max_size=6))
def test_words_after_two_hyphens_come_through_unchanged(words: list[str]) -> None:
    assert scan(["--", *words], OPTIONS).words == words


@given(st.text(max_size=30))
def test_whatever_has_a_space_or_a_character_that_no_option_has_is_a_text(text: str) -> None:
    if looks_like_option(text):
        name = text.partition("=")[0]
        assert name.startswith("--") and name.isascii() and name == name.lower() and " " not in name
