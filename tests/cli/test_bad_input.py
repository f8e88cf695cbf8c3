"""Bad input at every command: one line on standard error, the right exit status, and nothing is changed.

1 where what is asked for does not exist or a text cannot be taken, 2 for wrong usage, 3 where the file is the trouble.
"""

import io
import sqlite3
import sys
from collections.abc import Iterator

import pytest

from networkjournal import i18n
from networkjournal.cli import COMMANDS
from networkjournal.cli.command import Command, load_all
from networkjournal.demo import make
from networkjournal.errors import FileTrouble
from networkjournal.journal import Journal
from networkjournal.store import connection
from tests.cli.shell import Shell

LONG = "名" * 100_000
HUGE = "9" * 400
EVENT = ("event", "add", "X", "--on", "2026-12-01", "--purpose", "x")

NOT_TAKEN: list[tuple[str, ...]] = [
    # names of nobody, and of two
    ("brief", "nobody"),
    ("brief", "田中"),
    ("brief", LONG),
    ("brief", "two\nlines"),
    ("brief", "\x1b[31m\x00"),
    ("brief", "@"),
    ("find", "nobody"),
    ("find", LONG),
    ("find", "\x1b[31m\x00"),
    ("find", '""'),
    ("ledger", "nobody"),
    ("ledger", "田中"),
    ("ledger", "nobody", "--period", "month", "--markdown"),
    ("brief", "nobody", "--markdown", "--private"),
    ("balance", "--goal", "nothing"),
    ("journal", "--who", "nobody"),
    ("journal", "--who", "田中"),
    ("journal", "--goal", "nothing"),
    ("journal", "--event", "nothing"),
    ("contact", "show", "nobody"),
    ("contact", "show", "田中"),
    ("contact", "edit", "nobody", "--tag", "x"),
    ("contact", "edit", "田中", "--tag", "x"),
    ("contact", "edit", "鈴木", "--introduced-by", "田中"),
    ("contact", "add", "X", "--introduced-by", "田中"),
    ("contact", "remove", "nobody"),
    ("contact", "remove", "田中"),
    ("contact", "archive", "nobody"),
    ("contact", "unarchive", "田中"),
    ("contact", "merge", "nobody", "--into", "鈴木"),
    ("contact", "merge", "鈴木", "--into", "田中"),
    ("contact", "merge", "鈴木", "--into", "鈴木花子"),
    ("decrypt",),
    ("rekey",),
    ("contact", "forget", "nobody", "--yes"),
    ("contact", "forget", "田中", "--yes"),
    ("contact", "forget", "鈴木"),
    ("goal", "show", "nothing"),
    ("goal", "edit", "nothing", "--why", "x"),
    ("goal", "remove", "nothing"),
    ("persona", "add", "nothing", "who"),
    ("persona", "list", "--goal", "nothing"),
    ("persona", "show", "99"),
    ("persona", "edit", "1", "--goal", "nothing"),
    ("persona", "edit", "介護", "--who", ""),
    ("persona", "remove", "nobody"),
    ("strength", "show", "nothing"),
    ("strength", "edit", "nothing", "--since", "2011"),
    ("strength", "remove", LONG),
    ("offer", "add", "x", "--strength", "nothing"),
    ("offer", "show", "99"),
    ("offer", "edit", "1", "--strength", "nothing"),
    ("offer", "edit", "訪問", "--what", " "),
    ("offer", "remove", HUGE),
    ("ask", "add", "x", "--goal", "nothing"),
    ("ask", "show", "99"),
    ("ask", "edit", "99", "--what", "x"),
    ("ask", "remove", HUGE),
    ("introduce", "--goal", "nothing"),
    ("introduce", "--for-persona", "99"),
    ("introduce", "--event", "nothing"),
    ("introduce", "show", "99"),
    ("introduce", "remove", "99"),
    ("refusal", "add", "x", "--who", "nobody"),
    ("refusal", "add", "x", "--who", "田中"),
    ("refusal", "show", "99"),
    ("refusal", "edit", "99", "--why", "x"),
    ("refusal", "remove", LONG),
    (*EVENT, "--goal", "nothing"),
    ("event", "show", "nothing"),
    ("event", "edit", "ケア交流会", "--goal", "nothing"),
    ("event", "review", "nothing", "--cards", "1"),
    ("event", "remove", "nothing"),
    ("event", "prep", "nothing"),
    ("event", "prep"),
    ("event", "series", "nothing"),
    ("event", "met", "nothing", "--person", "X"),
    ("event", "met", "ケア交流会", "--person", "田中; X"),
    ("event", "met", "ケア交流会", "--person", "; X"),
    ("event", "met", "ケア交流会", "--person", " ;; "),
    ("event", "edit", "ケア交流会", "--persona", "nobody"),
    ("journal", "edit", "99", "--stdin"),
    ("journal", "remove", "99"),
    ("action", "done", "99:1"),
    ("action", "drop", LONG),
    ("action", "await", HUGE),
    ("action", "reopen", "\x1b[31m"),
    ("action", "snooze", ""),
    ("action", "due", "99:1", "fri"),
    ("suggest", "--who", "nobody"),
    ("suggest", "--not", "99"),
    ("suggest", "--not", "0"),
    ("cadence", "set", "nobody", "30d"),
    ("cadence", "set", "田中", "30d"),
    ("cadence", "set", "--persona", "99", "30d"),
    ("cadence", "remove", "鈴木"),
    ("cadence", "remove", "--tag", LONG),
    ("cadence", "snooze", "nobody"),
    ("cadence", "wake", "田中"),
    ("inbox", "settle", "99", "--create"),
    ("inbox", "settle", "1", "--create"),
    ("inbox", "settle", "1", "--as", "nobody"),
    ("budget", "set", "nothing", "--minutes", "9"),
    ("budget", "remove", "nothing"),
    ("budget", "remove", "在宅"),
    ("budget", "remove", "--all"),
    ("insights", "--goal", "nothing"),
    ("insights", "--who", "田中"),
    ("review", "--html", "/nowhere/at/all.html"),
    ("review", "--html", " "),
    ("review", "--html", __file__),
    # texts that cannot be taken
    ("add",),
    ("add", "-"),
    ("add", " \n　"),
    ("journal", "edit", "1", "--stdin"),
    ("contact", "add", ""),
    ("contact", "add", "　 "),
    ("contact", "edit", "鈴木", "--name", " "),
    ("contact", "add", "X", "--handle", "田中太郎"),
    ("contact", "add", "X", "--handle", "@@@"),
    ("contact", "edit", "鈴木", "--handle", "田中太郎"),
    ("goal", "add", ""),
    ("goal", "add", "X", "--handle", "在宅"),
    ("goal", "edit", "在宅", "--handle", "学び"),
    ("goal", "edit", "在宅", "--title", ""),
    ("persona", "add", "在宅", " "),
    ("strength", "add", "\n"),
    ("strength", "edit", "現場経験", "--handle", "介護保険"),
    ("offer", "add", ""),
    ("ask", "add", " "),
    ("refusal", "add", ""),
    ("event", "add", " ", "--on", "2026-12-01", "--purpose", "x"),
    ("event", "edit", "ケア交流会", "--handle", "異業種交流会"),
    # files that are none
    ("import", "/nowhere/at/all.vcf"),
    ("import", __file__),
    ("export", "markdown"),
    ("export", "json", "--to", __file__),
    ("export", "json", "--to", "/nowhere/at/all.json"),
]
WRONG_USE: list[tuple[str, ...]] = [
    ("budget", "set", "--minutes", "9"),
    ("budget", "set", "在宅"),
    ("budget", "set", "在宅", "--money", LONG),
    ("budget", "set", "在宅", "--hours", HUGE),
    ("budget", "list", "x"),
    ("budget", "remove", "--all", "在宅"),
    ("insights", "--by", "day"),
    ("review", "--period", "decade"),
    ("review", "--from", "someday"),
    ("review", "--to", "2026-11-01"),
    ("review", "--answer"),
    ("review", LONG),
    # words and options missing, or too many
    ("brief",),
    ("find",),
    ("find", " "),
    ("find", "田中", "--most", "-1"),
    ("ledger",),
    ("contact",),
    ("contact", "add"),
    ("contact", "show"),
    ("contact", "edit", "鈴木"),
    ("contact", "remove"),
    ("contact", "merge", "鈴木"),
    ("contact", "forget"),
    ("contact", "rename", "鈴木"),
    ("goal", "add"),
    ("goal", "edit", "在宅"),
    ("goal", "list", "more"),
    ("persona", "add", "在宅"),
    ("persona", "edit", "1"),
    ("strength", "show"),
    ("strength", "edit", "現場経験"),
    ("offer", "add"),
    ("offer", "edit", "1"),
    ("ask", "add"),
    ("ask", "edit"),
    ("introduce", "more"),
    ("me", "more"),
    ("refusal", "add"),
    ("event", "add", "X", "--purpose", "x"),
    ("event", "add", "X", "--on", "2026-12-01"),
    (*EVENT, "--no-purpose"),
    ("event", "edit", "ケア交流会"),
    ("event", "edit", "ケア交流会", "--purpose", ""),
    ("event", "edit", "ケア交流会", "--on", ""),
    ("event", "review", "ケア交流会"),
    ("event", "review"),
    ("event", "met"),
    ("event", "met", "ケア交流会", "--person", "X", "--due", "someday"),
    ("event", "series"),
    ("import",),
    ("export",),
    ("export", "csv", "more"),
    ("backup", "one", "more"),
    ("restore",),
    ("doctor", "more"),
    ("encrypt", "more"),
    ("encrypt", "--backups", "burn"),
    ("encrypt", "--passphrase-file"),
    ("decrypt", "--keyring"),
    ("rekey", "--new-passphrase-file"),
    ("action",),
    ("action", "list", "more"),
    ("action", "done"),
    ("action", "due", "礼状"),
    ("cadence",),
    ("cadence", "list", "more"),
    ("cadence", "set", "鈴木"),
    ("cadence", "set", "鈴木", "soon"),
    ("cadence", "set", "鈴木", HUGE),
    ("cadence", "set", "--tag", "", "30d"),
    ("cadence", "set", "--tag", "x", "鈴木", "30d"),
    ("cadence", "remove"),
    ("cadence", "snooze", "鈴木", "--until", "2026-01-01"),
    ("cadence", "snooze", "鈴木", "--for", LONG),
    ("today", "more"),
    ("inbox", "settle", "1"),
    ("inbox", "settle", "1", "--as", "田中太郎", "--create"),
    ("journal", "edit"),
    ("balance", "more"),
    ("undo", "more"),
    ("redo", "more"),
    ("repost", "more"),
    ("check", "more"),
    ("history", "more"),
    ("nothing",),
    ("contact", "add", "X", "--nothing"),
    ("goal", "add", "X", "--why"),
    ("event", "list", "--json=x"),
    # dates, numbers, money, choices
    ("add", "x", "--date", "2026-02-30"),
    ("balance", "--today", "never"),
    ("journal", "--from", "2026-13-01"),
    ("journal", "--to", LONG),
    ("journal", "--kind", "nothing"),
    ("journal", "edit", "one"),
    ("journal", "remove", HUGE),
    ("inbox", "settle", "one", "--create"),
    ("suggest", "--not", "one"),
    ("balance", "--state", "rich"),
    ("balance", "--sort", "luck"),
    ("balance", "--lang", "xx"),
    ("history", "--most", "-1"),
    ("history", "--most", HUGE),
    ("import", "x.vcf", "--format", "nothing"),
    ("import", "x.csv", "--map", "name"),
    ("import", "x.vcf", "--doubtful", "perhaps"),
    ("export", "pdf"),
    ("export", "csv", "--of", "goals"),
    ("export", "json", "--from", "2026-01-01"),
    ("export", "vcf", "--of", "ledger"),
    ("export", "ics", "--version", "4.0"),
    ("ledger", "--to", "2026-01-01"),
    ("ledger", "--period", "month", "--from", "2026-01-01"),
    ("ledger", "田中太郎", "--from", "2026-02-01", "--to", "2026-01-01"),
    ("export", "vcf", "--version", "9"),
    ("export", "csv", "--from", "2026-02-30"),
    ("contact", "add", "X", "--birthday", "1979-02-30"),
    ("goal", "add", "X", "--by", "2026-02-30"),
    ("goal", "add", "X", "--by", "2026-02-30T00:00"),
    ("goal", "edit", "在宅", "--by", "0000-00-00"),
    ("goal", "edit", "在宅", "--by", LONG),
    ("goal", "edit", "在宅", "--state", "done"),
    ("goal", "list", "--state", ""),
    ("strength", "add", "X", "--kind", "luck"),
    ("strength", "add", "X", "--since", "2011-13"),
    ("strength", "edit", "現場経験", "--since", LONG),
    ("offer", "add", "X", "--minutes", "-1"),
    ("offer", "edit", "1", "--minutes", HUGE),
    ("offer", "edit", "1", "--minutes", "two\nlines"),
    ("introduce", "--seconds", "20"),
    ("introduce", "--seconds", HUGE),
    ("introduce", "show", "one"),
    ("refusal", "add", "X", "--on", "2026-02-30"),
    ("refusal", "add", "X", "--on", ""),
    (*EVENT[:4], "soon or later", *EVENT[5:]),
    (*EVENT, "--cost", "3000"),
    (*EVENT, "--cost", "-¥3,000"),
    (*EVENT, "--cost", "¥" + HUGE),
    (*EVENT, "--cost", LONG),
    (*EVENT, "--hours", "-1"),
    (*EVENT, "--hours", "nan"),
    (*EVENT, "--hours", HUGE),
    ("event", "review", "ケア交流会", "--cards", "-1"),
    ("event", "review", "ケア交流会", "--cards", "1.5"),
    ("event", "review", "ケア交流会", "--cards", HUGE),
    ("event", "review", "ケア交流会", "--talks", "many"),
    ("event", "review", "ケア交流会", "--verdict", "perhaps"),
    ("event", "review", "ケア交流会", "--cards", "1", "--on", "2026-09-07"),
    ("event", "list", "--phase", "now"),
    ("completion", "nothing"),
    # what needs a terminal
    ("demo",),
    (),
]
LISTS = {"ask list", "refusal list", "introduce list"}
"""These take nothing that could be wrong."""
READING = (
    "balance",
    "inbox",
    "journal",
    "goal list",
    "contact show 鈴木",
    "brief 鈴木",
    "ledger 鈴木",
    "today",
    "cadence list",
    "history",
    "check",
)
WRITING = (
    *("add x", "undo", "repost", "inbox settle 2 --create", "journal remove 1", "contact add X", "contact remove 鈴木"),
    *("goal add X", "persona add 在宅 X", "strength add X", "offer add X",
      "cadence set 鈴木 30d", "event review ケア交流会 --cards 1"),
)


def name(line: tuple[str, ...]) -> str:
    """A command line for the list of tests."""
    return ascii(" ".join(word[:20] for word in line))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a journal with the sample in it."""
    path = tmp_path_factory.mktemp("sample") / "journal.db"
    journal = Journal.open(str(path))
    make(journal, "ja")
    journal.close()
    return path.read_bytes()


@pytest.fixture
def filled(shell: Shell, sample: bytes, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """A shell on the sample journal; nobody types anything."""
    shell.path.write_bytes(sample)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    yield shell
    i18n.set_language("en")


def names_of(command: Command, path: str = "") -> Iterator[str]:
    """The commands that can be run, as they are typed."""
    path = f"{path} {command.name}".strip()
    if command.run is not None:
        yield path
    for sub in command.subcommands:
        yield from names_of(sub, path)


def test_every_command_that_can_go_wrong_is_in_the_tables() -> None:
    """A new command has to say here how it takes bad input."""
    tried = {" ".join(line[:words]) for line in (*NOT_TAKEN, *WRONG_USE) for words in (1, 2)}
    there = {path for command in load_all(COMMANDS) for path in names_of(command)}
    assert there - tried - {"contact list", "contact duplicates", "strength list", "offer list"} - LISTS == set()


@pytest.mark.parametrize("line", NOT_TAKEN, ids=name)
def test_what_does_not_exist_or_cannot_be_taken_is_1(line: tuple[str, ...], filled: Shell) -> None:
    filled.refused(*line)
    assert filled(*line).status == 1


@pytest.mark.parametrize("line", WRONG_USE, ids=name)
def test_wrong_use_is_2(line: tuple[str, ...], filled: Shell) -> None:
    filled.refused(*line)
    assert filled(*line).status == 2


@pytest.mark.parametrize("line", [*NOT_TAKEN, *WRONG_USE], ids=name)
def test_what_is_told_fits_a_screen_and_is_harmless(line: tuple[str, ...], filled: Shell) -> None:
    """A name of a hundred thousand characters is not told back whole, and no control character reaches the terminal."""
    told = filled(*line).err
    assert len(told) < 1000
    assert told.rstrip("\n").isprintable()


@pytest.mark.parametrize("line", [*NOT_TAKEN, *WRONG_USE], ids=name)
def test_bad_input_is_told_in_japanese_too(line: tuple[str, ...], filled: Shell) -> None:
    if "--lang" not in line:
        filled.refused("--lang", "ja", *line)


def test_two_of_one_name_are_named_with_what_tells_them_apart(filled: Shell) -> None:
    told = filled("brief", "田中")
    assert told.status == 1 and told.out == ""
    assert told.err == (
        "networkjournal: 田中 may be: 田中太郎 (あおば居宅介護支援事業所 管理者・ケアマネジャー); "
        "田中次郎 (北町福祉用具 営業)\n"
    )


@pytest.mark.parametrize(
    "asked", ["田中太郎", "タナカタロウ", "たなかたろう", "tanakatarou", "tanaka taro", "ﾀﾅｶ ﾀﾛｳ", "田中 太郎さん"]
)
def test_one_of_them_is_found_by_whatever_names_him_alone(asked: str, filled: Shell) -> None:
    assert filled.json("brief", asked)["contact"]["handle"] == "田中太郎"


def test_names_that_come_close_are_told(filled: Shell) -> None:
    assert "Nearest: " in filled.refused("brief", "鈴木花")
    assert "鈴木花子" in filled.refused("brief", "鈴木花代")


def test_after_all_of_it_the_journal_is_sound(filled: Shell) -> None:
    before = filled.json("balance"), filled.json("inbox"), filled.json("history")
    for line in (*NOT_TAKEN, *WRONG_USE):
        filled(*line)
    i18n.set_language("en")
    assert (filled.json("balance"), filled.json("inbox"), filled.json("history")) == before
    filled.say("check")


def refused_file(shell: Shell, line: str) -> str:
    """Run a command that the file itself prevents; gives the one line that says so."""
    told = shell(*line.split())
    assert (told.status, told.out) == (FileTrouble.exit_code, "")
    assert told.err.count("\n") == 1 and str(shell.path) in told.err
    return told.err


@pytest.mark.parametrize("line", [*READING, *WRITING])
def test_a_folder_is_no_journal(line: str, filled: Shell) -> None:
    filled.path.unlink()
    filled.path.mkdir()
    refused_file(filled, line)
    assert list(filled.path.iterdir()) == []


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 100, b"x", b"\0" * 5000, b"BEGIN:VCARD\r\n"])
@pytest.mark.parametrize("line", [*READING, *WRITING])
def test_another_file_is_no_journal_and_is_left_alone(line: str, content: bytes, filled: Shell) -> None:
    filled.path.write_bytes(content)
    refused_file(filled, line)
    assert filled.path.read_bytes() == content
    assert [path.name for path in filled.path.parent.iterdir()] == [filled.path.name]


@pytest.mark.parametrize("line", [*READING, *WRITING])
def test_another_programs_database_is_no_journal(line: str, filled: Shell) -> None:
    filled.path.unlink()
    other = sqlite3.connect(filled.path)
    other.execute("create table contacts (name)")
    other.commit()
    other.close()
    before = filled.path.read_bytes()
    refused_file(filled, line)
    assert filled.path.read_bytes() == before


@pytest.mark.parametrize("line", [*READING, *WRITING])
def test_a_file_of_a_newer_version_is_left_alone(line: str, filled: Shell) -> None:
    newer = sqlite3.connect(filled.path)
    newer.execute(f"pragma user_version = {connection.SCHEMA + 1}")
    newer.close()
    before = filled.path.read_bytes()
    assert "newer" in refused_file(filled, line)
    assert filled.path.read_bytes() == before


@pytest.mark.parametrize("line", [*READING, *WRITING])
def test_a_damaged_file_is_told_and_nothing_is_written_to_it(line: str, filled: Shell) -> None:
    """Its pages are overwritten but for the first, which says what it is."""
    sound = filled.path.read_bytes()
    damaged = sound[:4096] + b"\xff" * (len(sound) - 4096)
    filled.path.write_bytes(damaged)
    refused_file(filled, line)
    assert filled.path.read_bytes() == damaged


@pytest.fixture
def read_only(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """A file that cannot be written. Where permissions stop nobody (root), SQLite is told to write nothing."""
    filled.path.chmod(0o400)
    prepare = connection._prepare

    def prepare_to_read(opened: connection.Connection) -> None:
        prepare(opened)
        opened.execute("pragma query_only = on")

    monkeypatch.setattr(connection, "_prepare", prepare_to_read)
    yield filled
    filled.path.chmod(0o600)


@pytest.mark.parametrize("line", WRITING)
def test_nothing_is_saved_in_a_read_only_file(line: str, read_only: Shell) -> None:
    before = read_only.path.read_bytes()
    assert "read-only" in refused_file(read_only, line)
    assert read_only.path.read_bytes() == before


@pytest.mark.parametrize("line", [line for line in READING if line != "check"])
def test_a_read_only_file_can_be_read(line: str, read_only: Shell) -> None:
    assert read_only.say(*line.split())
