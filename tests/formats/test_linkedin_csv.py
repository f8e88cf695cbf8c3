"""LinkedIn's Connections.csv."""

from pathlib import Path

import pytest

from networkjournal.formats import linkedin_csv
from networkjournal.model.contact import Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "linkedin.csv").read_bytes()


def test_the_paragraph_above_the_headings_is_passed_over_and_so_are_rows_without_anybody() -> None:
    reading = linkedin_csv.read(FILE)
    assert [record.contact.name for record in reading.contacts] == ["Anna Miller", "佐藤 健一"]
    assert (reading.bad, len(reading.skipped)) == ((), 1)


def test_a_profile_s_address_is_who_it_is() -> None:
    record = linkedin_csv.read(FILE).contacts[0]
    assert record.uid == "https://www.linkedin.com/in/anna-miller"
    assert record.contact.urls == (Labelled(record.uid, "linkedin"),)
    assert (record.contact.organization, record.contact.title) == ("Miller & Co", "Founder, CEO")


def test_the_day_of_connecting_is_kept_and_taken_for_nothing() -> None:
    contact = linkedin_csv.read(FILE).contacts[0].contact
    assert (contact.extra, contact.how_met) == (('X-IMPORTED;LABEL="Connected On":15 Mar 2024',), "")


@pytest.mark.parametrize("empty_lines", [0, 1, 2])
def test_older_files_without_an_address_are_read(empty_lines: int) -> None:
    file = "Notes:\n\"A paragraph.\"\n" + "\n" * empty_lines
    file += "First Name,Last Name,Email Address,Company,Position,Connected On\nAnn,Lee,,Co,Boss,1 Jan 2019\n"
    assert linkedin_csv.recognise(file.encode())
    (record,) = linkedin_csv.read(file.encode()).contacts
    assert (record.contact.name, record.uid) == ("Ann Lee", "")
