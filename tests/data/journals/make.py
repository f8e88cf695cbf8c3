"""Makes the small journal that is kept for each schema, so that later versions prove they can still open it.

    python tests/data/journals/make.py

Writes `schema-N.db` beside itself for the schema of this version; refuses to touch one that is there, for a kept file
is kept as its version wrote it. To be run once, when a step is added to the schema.
"""

import os
import sys
from datetime import date

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(FOLDER))))

from networkjournal.journal import Journal  # noqa: E402 - the tree has to be on the path first
from networkjournal.model.ask import Ask  # noqa: E402
from networkjournal.model.budget import Budget  # noqa: E402
from networkjournal.model.cadence import Cadence  # noqa: E402
from networkjournal.model.contact import Contact, Labelled  # noqa: E402
from networkjournal.model.event import Event  # noqa: E402
from networkjournal.model.goal import Goal, Persona  # noqa: E402
from networkjournal.model.refusal import Refusal  # noqa: E402
from networkjournal.model.self_introduction import SelfIntroduction  # noqa: E402
from networkjournal.model.strength import Offer, Strength  # noqa: E402
from networkjournal.store.connection import SCHEMA  # noqa: E402
from networkjournal.store.sources import Source  # noqa: E402

ENTRIES = (
    (date(2026, 9, 1), "<- @田中 紹介: 渡辺さんの話\n-> @鈴木 情報: 加算の要件 30m #在宅"),
    (
        date(2026, 9, 4),
        "<> @田中\n! 先に出すと話が早い\n[ ] @鈴木花子 に資料を送る due:9/11\n[<] @Jane_Smith the figures",
    ),
    (date(2026, 9, 8), "%ケア交流会 に行った。\n-> @田中 紹介: @Jane_Smith 45m +現場経験\n<- @田中太郎 情報: 制度の話"),
    (
        date(2026, 9, 10),
        "[x] @Jane_Smith the figures\n= 契約一件 #在宅 ¥120,000\n"
        "-> @山田 情報: 未知の人\n-> だれに\n<- @佐藤 help: which one",
    ),
)


def fill(journal: Journal) -> None:
    """Some of everything that can be written."""
    journal.add_goal(Goal("在宅", why="減らすため", measure="12件", by=date(2027, 3, 31)))
    journal.add_persona(Persona(1, "介護経営の人", ("介護",), ("経営者",), "運営", "交流会", "現場の話"))
    journal.add_strength(Strength("現場経験", kind="experience", since="2011", evidence=("十五年",)))
    journal.add_offer(Offer("制度の説明", "現場経験", ("介護",), 30))
    journal.add_event(Event("ケア交流会", date(2026, 9, 8), purpose="話す", goals=("在宅",), cost=3000, currency="JPY"))
    journal.add_contact(
        Contact(
            "田中 太郎", reading="タナカ タロウ", organization="あおば居宅介護",
            emails=(Labelled("t@example.org", "work"),), tags=("介護",), extra=("X-OLD:1",), caution="慎重に",
        )
    )  # fmt: skip
    journal.add_contact(Contact("鈴木 花子", reading="スズキ ハナコ", phones=(Labelled("03-0000-0000"),)))
    journal.add_contact(Contact("Jane Smith", aliases=("Janey",)))
    journal.add_contact(Contact("佐藤 健一"))
    journal.add_contact(Contact("佐藤 由美"))
    for day, text in ENTRIES:
        journal.capture(text, day)
    journal.add_contact(Contact("去った人"))
    journal.remove_contact(journal.find_contact("去った人"))
    journal.add_ask(Ask("税理士を紹介してほしい", ("税務",), "在宅"))
    journal.set_cadence(Cadence(30, contact=1))
    journal.set_cadence(Cadence(90, tag="介護"))
    journal.set_budget(Budget("month", "在宅", 600, 10000, "JPY", 2))
    journal.keep_self_introduction(SelfIntroduction("訪問を十五年。", 15, "在宅", 1, "ケア交流会", date(2026, 9, 7)))
    journal.add_refusal(Refusal("投資の話", date(2026, 9, 9), "目的がない", "田中太郎"))
    journal.dismiss("offer:1:1", "制度の説明")
    journal.snooze(2, date(2026, 12, 1))
    journal.add_event(
        Event(
            "秋の会", date(2026, 10, 1), purpose="会う", personas=(1,), expected=("鈴木花子", "西村さん"),
            bring=("資料",), questions=("何に困るか",), series="季節の会",
        )
    )  # fmt: skip
    sato = journal.find_contact("佐藤健一")
    journal.change_contact(sato._replace(aims="紹介", suspected="売り込み", withheld="名簿"))
    with journal.step("import", "cards.vcf"):
        journal.books.sources.remember(Source("vcard", "uid-1", "0" * 64, contact=1))


def main() -> int:
    """Make the file of this schema."""
    path = os.path.join(FOLDER, f"schema-{SCHEMA}.db")
    if os.path.exists(path):
        print(f"{path} is there and is kept as it is", file=sys.stderr)
        return 1
    journal = Journal.open(path)
    fill(journal)
    connection = journal.books.connection
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma page_size = 1024")  # a quarter of the size, and nothing else differs
    connection.execute("vacuum")
    journal.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
