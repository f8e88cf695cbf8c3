from networkjournal.formats.vcard_card import Card


def test_what_nobody_takes_is_kept_verbatim_and_in_order() -> None:
    card = Card(["VERSION:3.0", "x-one;A=b:1\\,", "FN:a", "no property", "PHOTO:x"])
    assert card.first("FN")
    assert card.rest() == ("x-one;A=b:1\\,", "no property", "PHOTO:x")


def test_the_first_that_says_something_is_taken_and_empty_ones_go() -> None:
    card = Card(["TITLE:", "TITLE:;", "TITLE:a", "TITLE:b"])
    title = card.first("TITLE")
    assert title and title.value == "a"
    assert card.rest() == ("TITLE:b",)


def test_a_label_goes_with_the_last_of_its_group() -> None:
    lines = ["item1.TEL:1", "item1.X-ABLabel:Shop", "item2.ADR:x", "item2.X-ABLabel:y", "item3.X-ABLabel:alone"]
    card = Card(lines)
    assert card.labels == {"item1": "Shop", "item2": "y", "item3": "alone"}
    card.every("TEL")
    assert card.rest() == tuple(lines[2:])


def test_a_line_can_be_taken_and_kept() -> None:
    card = Card(["item1.ADR:x", "item1.X-ABLabel:y"])
    for prop in card.every("ADR"):
        card.keep(prop)
    assert card.rest() == ("item1.ADR:x", "item1.X-ABLabel:y")


def test_a_wrapped_line_is_unwrapped() -> None:
    lines = [r"X-NETWORKJOURNAL-EXTRA:Column\, 1: a\nb", "X-NETWORKJOURNAL-EXTRA:"]
    assert Card(lines).rest() == ("Column, 1: a\nb", "")
