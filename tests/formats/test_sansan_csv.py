"""Sansan: business cards of a company."""

from pathlib import Path

from networkjournal.formats import recognised, sansan_csv
from networkjournal.model.contact import Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "sansan.csv").read_bytes()


def test_it_is_not_taken_for_eight_s_though_it_shares_its_headings() -> None:
    known = recognised("cards.csv", FILE)
    assert known is not None and known.name == "sansan"


def test_numbered_columns_fill_their_fields() -> None:
    (record,) = sansan_csv.read(FILE).contacts
    yamamoto = record.contact
    assert (yamamoto.name, yamamoto.organization, yamamoto.title) == ("山本 剛", "グロースアライアンス", "マネージャー")
    assert yamamoto.emails == (Labelled("yamamoto@growth.example", "work"),)
    assert yamamoto.phones == (Labelled("06-1111-2222", "work"), Labelled("070-1111-2222", "cell"))
    assert yamamoto.addresses == (Labelled("530-0001 大阪府大阪市北区梅田1-1", "work"),)
    assert yamamoto.tags == ("協業", "大阪")
    assert 'X-IMPORTED;LABEL="名刺所有者ユーザID":u123' in yamamoto.extra
