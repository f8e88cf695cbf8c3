"""The disk of the power cuts: what was synced is there, and of what was not, anything may be."""

import random

from tests.crash.operation import Operation
from tests.crash.power import Disk


def disk(tmp_path: str, *operations: Operation) -> Disk:
    """A disk on which this was done."""
    made = Disk(tmp_path)
    for operation in operations:
        made.do(operation)
    return made


def seen(made: Disk, path: str) -> set[bytes | None]:
    """What may be in a file after a cut; `None`: it is not there."""
    return {made.after(random.Random(seed)).get(path) for seed in range(200)}


MAKE = (Operation("make", "/d/f"), Operation("write", "/d/f", 0, b"one"))


def test_a_file_may_be_without_its_name_until_its_folder_is_synced() -> None:
    made = disk("/d", *MAKE, Operation("sync", "/d/f"))
    assert seen(made, "/d/f") == {None, b"one"}
    made.do(Operation("sync_folder", "/d"))
    assert seen(made, "/d/f") == {b"one"}


def test_what_is_not_synced_may_be_there_or_not() -> None:
    made = disk("/d", *MAKE, Operation("sync_folder", "/d"))
    assert seen(made, "/d/f") == {b"", b"one"}
    made.do(Operation("sync", "/d/f"))
    made.do(Operation("truncate", "/d/f", 1))
    assert seen(made, "/d/f") == {b"o", b"one"}


def test_a_long_write_may_be_torn_between_sectors() -> None:
    made = disk("/d", Operation("make", "/d/f"), Operation("sync_folder", "/d"))
    made.do(Operation("write", "/d/f", 0, b"a" * 512 + b"b" * 512))
    assert b"\0" * 512 + b"b" * 512 in seen(made, "/d/f")


def test_a_new_name_may_be_there_with_what_was_synced() -> None:
    """The way of whoever writes beside a file and renames."""
    made = disk("/d", *MAKE, Operation("sync", "/d/f"), Operation("sync_folder", "/d"))
    made.do(Operation("make", "/d/g"))
    made.do(Operation("write", "/d/g", 0, b"two"))
    made.do(Operation("sync", "/d/g"))
    made.do(Operation("rename", "/d/g", other="/d/f"))
    assert seen(made, "/d/f") == {b"one", b"two"}
