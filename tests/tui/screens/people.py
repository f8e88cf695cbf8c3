"""People for the tests of the contact's page: one of whom everything is known, one of nobody, one who is hostile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.places import Place
from tests.copies import copied
from tests.tui.desk import TODAY, Desk, desk

HANAKO, TARO, NOBODY, MALLORY = 1, 2, 3, 4
EVIL = "[bold]x[/bold] [/] \x1b[2J \u202eevil\u2069 \t tab\nline [@click=app.quit]q[/]"
LONG = "長" * 10_000


@copied
def known(path: str) -> Journal:
    """A journal with all of them."""
    made = Journal.open(path)
    made.add_contact(
        Contact(
            "鈴木 花子", reading="スズキ ハナコ", aliases=("すーさん",), organization="さくら訪問看護", title="所長",
            emails=(Labelled("hanako@example.jp", "work"), Labelled("h@example.com")),
            phones=(Labelled("03-0000-0002"),),
            urls=(Labelled("https://example.jp"),), addresses=(Labelled("北町1-2"),), birthday="--02-28",
            how_met="交流会で隣に座った", introduced_by="田中太郎", needs=("夜の連携先", "採用, 特に夜勤"),
            can_give=("加算の知識",), asks=("居宅を紹介してほしい",), caution="価格の話は避ける",
            notes="話が早い\n犬を飼っている", tags=("訪問看護", "経営"),
        )
    )  # fmt: skip
    made.add_contact(Contact("田中 太郎", reading="タナカ タロウ", organization="あおば居宅"))
    made.add_contact(Contact("東 学"))
    made.add_contact(
        Contact(
            EVIL, "mallory", reading=EVIL, aliases=(EVIL,), organization=EVIL, department=EVIL, title=EVIL,
            emails=(Labelled(EVIL, EVIL),), phones=(Labelled(EVIL),), urls=(Labelled(EVIL),),
            addresses=(Labelled(EVIL),), birthday=EVIL, how_met=EVIL, introduced_by=EVIL, needs=(EVIL, LONG),
            can_give=(EVIL,), asks=(EVIL,), caution=EVIL, notes=f"{EVIL}\n{LONG}", tags=(EVIL,),
        )
    )  # fmt: skip
    goal = made.add_goal(Goal("訪問の新規を半年で十二件にする", "在宅", "減っているから", "12件", date(2027, 2, 28)))
    made.add_persona(
        Persona(goal.id, "夜に困っている居宅のケアマネ", ("介護",), ("ケアマネ",), "夜間", "交流会", "夜の体制")
    )
    made.add_goal(Goal("経営を学ぶ", "学び"))
    made.add_strength(Strength("現場十五年", "現場", "experience", "2011-04", ("延べ一万二千件",)))
    made.add_offer(Offer("夜間連絡の雛形", "現場", ("ケアマネ",), 30))
    event = Event("ケア交流会", date(2026, 9, 8), "交流会", "夜の話を聞く", "公民館", ("在宅",), 3000, "JPY", 120)
    made.add_event(
        event._replace(reviewed_on=date(2026, 9, 9), cards=6, talks=3, verdict="again", outcome="二人と話せた")
    )
    made.capture("%交流会\n<- @鈴木花子 情報: 加算の話 20m #在宅\n-> @鈴木花子 情報: 夜の体制 +現場", date(2026, 9, 8))
    made.capture(
        "<- @鈴木花子 紹介: 薬局の人 #在宅\n! @鈴木花子 は決断が早い\n= @鈴木花子 から新規一件 #在宅", date(2026, 10, 1)
    )
    made.capture(
        "[ ] @鈴木花子 に礼状 due:2026-11-20\n[<] @鈴木花子 の返事 #学び\n[x] @鈴木花子 に電話", date(2026, 10, 2)
    )
    made.capture("<- @田中太郎 紹介: @鈴木花子 さん", date(2026, 8, 1))
    return made


@asynccontextmanager
async def page(
    contact: int = HANAKO, opened: Journal | None = None, size: tuple[int, int] = (120, 50)
) -> AsyncIterator[Desk]:
    """The page of one of them, on top of Home."""
    async with desk(opened or known(), size=size) as at:
        at.home.open(Place("contact", contact))
        await at.pilot.pause()
        await at.pilot.pause()
        yield at


def shown(at: Desk) -> ContactScreen:
    """The page on top."""
    assert isinstance(at.app.screen, ContactScreen)
    return at.app.screen


def said(at: Desk) -> str:
    """What was said in toasts; those of the screen that closes are shown by the one below it."""
    return "\n".join(notification.message for notification in at.app._notifications)


assert date(2026, 11, 23) == TODAY, "the days above are told from it"
