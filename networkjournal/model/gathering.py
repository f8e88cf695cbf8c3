"""Gatherings compared: which events are dates of one series, and for how long what passes counts as come of one."""


from networkjournal.model.event import Event
from networkjournal.model.folding import name_key

CAME_OF = 30
"""So long, what passes with people first met at an event is said to have come of it."""
ASK_WITHIN = 14
"""An event that has been over for longer is not asked about: nobody remembers, and the lists show it as unfinished."""


def series_name(event: Event) -> str:
    """What the series of an event is called: as it says itself, or else by its title."""
    return event.series or event.title


def same_series(one: Event, other: Event) -> bool:
    """Whether two events are dates of one series: of the same name, or with the same title."""
    if name_key(series_name(one)) == name_key(series_name(other)):
        return True
    return name_key(one.title) == name_key(other.title)
