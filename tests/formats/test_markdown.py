import os
from datetime import date
from pathlib import Path

import pytest

from networkjournal.formats import markdown
from networkjournal.formats.records import BadRecord, EntryRecord, Reading, digest_of

NOTES = Path(__file__).parents[1] / "data" / "notes"


def entry(where: str, key: str, day: date, text: str) -> EntryRecord:
    return EntryRecord(where, key, day, text, digest_of(text))


def put(folder: Path, name: str, content: bytes = b"text\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_folder_of_notes_is_read_whole() -> None:
    reading = markdown.read_folder(str(NOTES))
    tuesday = "2026/2026-09-02 火曜.md"
    assert reading.contacts == ()
    assert reading.entries == (
        entry(
            "2026-09-01.md",
            "notes/2026-09-01.md",
            date(2026, 9, 1),
            "# Evening\n\n-> @Anna info: a care home that hires",
        ),
        entry(
            tuesday,
            "notes/" + tuesday,
            date(2026, 9, 2),
            '今日の気付き\n\n! 先に与える\n\n```\n---\nmood: "calm"\naliases:\n  - Tuesday\n---\n```',
        ),
    )
    assert reading.bad == (BadRecord("2026-02-30.md", "bad_date"),)
    # An empty day is no entry.
    assert reading.skipped == ("2026-09-03.md", "README.md")


def test_a_file_alone_has_the_key_it_has_in_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    (alone,) = markdown.read_file(str(NOTES / "2026-09-01.md")).entries
    assert alone in markdown.read_folder(str(NOTES)).entries
    monkeypatch.chdir(NOTES)
    assert markdown.read("2026-09-01.md").entries == (alone,)
    assert alone in markdown.read(".").entries


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfone\r\n\r\n\xe4\xba\x8c \r\n\r\n",
        "one\r\rä".encode("utf-16").replace("ä".encode("utf-16-le"), "二".encode("utf-16-le")),
        "one\n\n二".encode("cp932"),
    ],
)
def test_line_ends_marks_and_encodings_make_no_difference(tmp_path: Path, content: bytes) -> None:
    path = put(tmp_path, "2026-09-01.md", content)
    assert markdown.read_file(str(path)).entries[0].text == "one\n\n二"


def test_white_space_goes_at_the_end_of_the_text_only(tmp_path: Path) -> None:
    # Two spaces at the end of a line are Markdown's line break, and an indent is a list.
    path = put(tmp_path, "2026-09-01.md", b"  - a  \nb\n \n")
    assert markdown.read_file(str(path)).entries[0].text == "  - a  \nb"


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("2026-09-01.md", True),
        ("2026-09-01 Tuesday.md", True),
        ("2026-09-01_会.MD", True),
        ("2026-09-01\n.md", True),
        ("2026-09-011.md", False),
        ("2026-9-1.md", False),
        ("2026-09-01.txt", False),
        ("2026-09-01.md.bak", False),
        ("note 2026-09-01.md", False),
        ("２０２６-09-01.md", False),
    ],
)
def test_files_are_told_by_their_names(tmp_path: Path, name: str, named: bool) -> None:
    path = put(tmp_path, name)
    assert markdown.recognise(str(path)) is named
    assert markdown.recognise(str(tmp_path)) is named
    reading = markdown.read_folder(str(tmp_path))
    assert (len(reading.entries), len(reading.skipped)) == ((1, 0) if named else (0, 1))


def test_what_is_not_there_is_not_recognised(tmp_path: Path) -> None:
    assert not markdown.recognise(str(tmp_path / "2026-09-01.md"))
    assert not markdown.recognise("a\0b")
    assert not markdown.recognise(str(tmp_path))


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".2026-09-01.md")
    put(tmp_path, ".trash/2026-09-01.md")
    assert markdown.read_folder(str(tmp_path)) == Reading()


def test_the_order_is_that_of_the_paths(tmp_path: Path) -> None:
    for name in ("b/2026-01-02.md", "2026-01-03.md", "b/a/2026-01-01.md", "B/2026-01-04.md"):
        put(tmp_path, name)
    found = [record.where for record in markdown.read_folder(str(tmp_path)).entries]
    assert found == ["2026-01-03.md", "B/2026-01-04.md", "b/2026-01-02.md", "b/a/2026-01-01.md"]


def test_links_lead_nowhere_outside_and_not_in_circles(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside", "2026-01-01.md")
    notes = tmp_path / "notes"
    inside = put(notes, "2026-01-02.md")
    (notes / "2026-01-03.md").symlink_to(outside)
    (notes / "2026-01-04.md").symlink_to(inside)
    (notes / "2026-01-05.md").symlink_to(notes / "gone.md")
    (notes / "loop").symlink_to(notes)
    (notes / "away").symlink_to(outside.parent)
    reading = markdown.read_folder(str(notes))
    assert [record.where for record in reading.entries] == ["2026-01-02.md", "2026-01-04.md"]
    assert reading.bad == (BadRecord("2026-01-05.md", "unreadable"),)
    assert reading.skipped == ("2026-01-03.md", "away", "loop")


def test_a_pipe_named_like_a_day_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2026-01-01.md")
    assert markdown.read_folder(str(tmp_path)).skipped == ("2026-01-01.md",)
    assert not markdown.recognise(str(tmp_path / "2026-01-01.md"))


def test_a_folder_named_like_a_day_is_entered(tmp_path: Path) -> None:
    put(tmp_path, "2026-01-01.md/2026-01-02.md")
    assert [record.where for record in markdown.read_folder(str(tmp_path)).entries] == ["2026-01-01.md/2026-01-02.md"]


def test_what_cannot_be_read_is_told_with_the_reason(tmp_path: Path) -> None:
    put(tmp_path, "2026-01-01.md", b"\x89PNG\x00\xff\xff")
    with put(tmp_path, "2026-01-02.md").open("r+b") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    put(tmp_path, "2026-13-01.md")
    put(tmp_path, "0000-01-01.md")
    assert markdown.read_folder(str(tmp_path)).bad == (
        BadRecord("0000-01-01.md", "bad_date"),
        BadRecord("2026-01-01.md", "undecodable"),
        BadRecord("2026-01-02.md", "too_large"),
        BadRecord("2026-13-01.md", "bad_date"),
    )


def test_a_folder_that_is_gone_is_told_not_raised(tmp_path: Path) -> None:
    (bad,) = markdown.read_folder(str(tmp_path / "gone")).bad
    assert (bad.where, bad.reason) == (".", "unreadable")


def test_folders_may_be_nested_deeper_than_python_recurses(tmp_path: Path) -> None:
    folders = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1201)]
    for folder in folders:
        os.mkdir(folder)
    note = put(Path(folders[-1]), "2026-01-01.md")
    found = markdown.read_folder(str(tmp_path)).entries
    # What pytest clears its temporary folders with does recurse, so these must be gone before.
    note.unlink()
    for folder in reversed(folders):
        os.rmdir(folder)
    assert [record.where for record in found] == ["d/" * 1200 + "2026-01-01.md"]


def test_one_file_has_one_key_on_every_system(tmp_path: Path) -> None:
    # One system writes the dot of が apart, another does not.
    put(tmp_path / "notes", "2026-01-01 か\u3099.md")
    assert markdown.read_folder(str(tmp_path / "notes")).entries[0].key == "notes/2026-01-01 が.md"


def test_a_name_that_is_no_text_still_gives_a_key_that_is() -> None:
    assert markdown.printable(os.fsdecode(b"2026-01-01 \xff.md")) == "2026-01-01 \ufffd.md"
