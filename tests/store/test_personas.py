"""The book of personas."""

from networkjournal.journal import Journal
from networkjournal.model.goal import Goal, Persona
from tests.store.statements import rows


def test_every_field_comes_back_with_the_goals_handle(journal: Journal) -> None:
    goal = journal.add_goal(Goal("訪問"))
    persona = Persona(goal.id, "人", ("介護", "医療"), ("経営者",), "運営", "交流会", "現場の話")
    made = journal.add_persona(persona)
    assert list(journal.books.personas.all()) == [persona._replace(id=made.id, goal="訪問")]
    journal.change_persona(made._replace(who="別の人", fields=(), roles=("a", "b"), knowledge="", found="x", offer="y"))
    changed = next(journal.books.personas.all())
    assert changed[1:7] == ("別の人", (), ("a", "b"), "", "x", "y")


def test_they_are_listed_goal_by_goal(journal: Journal) -> None:
    one, two = journal.add_goal(Goal("one")), journal.add_goal(Goal("two"))
    for goal, who in ((two, "c"), (one, "a"), (one, "b")):
        journal.add_persona(Persona(goal.id, who))
    assert [persona.who for persona in journal.books.personas.all()] == ["a", "b", "c"]
    assert [persona.who for persona in journal.books.personas.all(two.id)] == ["c"]


def test_a_removed_one_is_only_marked(journal: Journal) -> None:
    made = journal.add_persona(Persona(journal.add_goal(Goal("one")).id, "a"))
    journal.remove_persona(made)
    assert list(journal.books.personas.all()) == []
    assert len(rows(journal, "personas")) == 1
