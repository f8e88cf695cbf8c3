"""Everything that writes, as a person would have it done: a command, and the folder in which it begins.

A test holds that each command there is stands either here or among those that only read.
"""

from typing import NamedTuple


class Deed(NamedTuple):
    """A command line."""

    argv: tuple[str, ...]
    """`{folder}` stands for the folder."""
    base: str = "plain"
    """The folder in which it begins; see `bases`."""
    stdin: str = ""
    keeps: bool = False
    """Whether a copy of what was is kept before anything is changed."""
    grows: bool = False
    """Whether what it makes is a file beside the journal."""
    several: bool = False
    """Whether it makes many files, each of them whole or not there."""

    @property
    def name(self) -> str:
        """What the command is called."""
        words = [word for word in self.argv if not word.startswith("-")]
        return " ".join(words[:2]) if words[0] in _GROUPS else words[0]


_GROUPS = (
    *("journal", "inbox", "action", "contact", "cadence", "goal", "persona", "strength", "offer", "ask", "introduce"),
    *("refusal", "event", "budget"),
)


def _deed(*argv: str, **how: str | bool) -> Deed:
    return Deed(argv, **how)  # type: ignore[arg-type]


TEXT = "-> @鈴木花子 情報: 補助金の話 30m #在宅\n! 先に出すと話が早い\n[ ] @田中太郎 に資料を送る due:12/1"
DEEDS: tuple[Deed, ...] = (
    _deed("add", TEXT),
    _deed("add", TEXT, base="none"),
    _deed("add", "-> @新しい人 紹介: @もう一人 45m", "--create"),
    _deed("journal", "edit", "1", "--stdin", stdin=TEXT),
    _deed("journal", "remove", "2"),
    _deed("inbox", "settle", "1", "--create"),
    _deed("action", "done", "2:3"),
    _deed("action", "drop", "2:3"),
    _deed("action", "await", "2:3"),
    _deed("action", "reopen", "4:1"),
    _deed("action", "due", "2:3", "2026-12-24"),
    _deed("action", "snooze", "2:3"),
    _deed("contact", "add", "渡辺 由美", "--reading", "ワタナベ ユミ", "--tag", "介護"),
    _deed("contact", "edit", "鈴木花子", "--name", "山田 花子"),
    _deed("contact", "remove", "鈴木花子"),
    _deed("contact", "archive", "鈴木花子"),
    _deed("contact", "unarchive", "佐藤由美"),
    _deed("contact", "merge", "Jane_Smith", "--into", "鈴木花子"),
    _deed("contact", "forget", "田中太郎", "--yes"),
    _deed("cadence", "set", "鈴木花子", "30"),
    _deed("cadence", "remove", "田中太郎"),
    _deed("cadence", "snooze", "田中太郎", "--until", "2027-01-10"),
    _deed("cadence", "wake", "鈴木花子"),
    _deed("goal", "add", "十二件", "--why", "減らすため"),
    _deed("goal", "edit", "在宅", "--title", "在宅の新規"),
    _deed("goal", "remove", "在宅"),
    _deed("persona", "add", "在宅", "夜間に困っている人"),
    _deed("persona", "edit", "1", "--who", "経営の人"),
    _deed("persona", "remove", "1"),
    _deed("strength", "add", "記録", "--since", "2011"),
    _deed("strength", "edit", "現場経験", "--since", "2012"),
    _deed("strength", "remove", "現場経験"),
    _deed("offer", "add", "連絡表のひな形"),
    _deed("offer", "edit", "1", "--what", "加算の説明"),
    _deed("offer", "remove", "1"),
    _deed("ask", "add", "税理士に会いたい"),
    _deed("ask", "edit", "1", "--what", "社労士に会いたい"),
    _deed("ask", "remove", "1"),
    _deed("introduce", "--keep"),
    _deed("introduce", "remove", "1"),
    _deed("refusal", "add", "保険の話"),
    _deed("refusal", "edit", "1", "--why", "今は要らない"),
    _deed("refusal", "remove", "1"),
    _deed("event", "add", "冬の会", "--on", "2026-12-10", "--purpose", "現場を知る"),
    _deed("event", "edit", "秋の会", "--purpose", "聞く"),
    _deed("event", "met", "ケア交流会", "-", stdin="高橋 誠; 北町訪問看護; 夜間の話; 電話する\n木村 葵\n"),
    _deed("event", "review", "ケア交流会", "--cards", "4", "--outcome", "二人に会えた"),
    _deed("event", "remove", "秋の会"),
    _deed("budget", "set", "在宅", "--period", "month", "--minutes", "600"),
    _deed("budget", "remove", "在宅"),
    _deed("suggest", "--not", "1"),
    _deed("import", "{folder}/cards.vcf"),
    _deed("import", "{folder}/all.json", base="none"),
    _deed("undo"),
    _deed("redo", base="undone"),
    _deed("repost", base="unposted"),
    _deed("restore", "{folder}/copy.db", base="copied", keeps=True),
    _deed("restore", "{folder}/copy.db", base="lost"),
    _deed("backup", grows=True),
    _deed("backup", "{folder}/aside.db", grows=True),
    _deed("export", "json", "--to", "{folder}/new.json", grows=True),
    _deed("export", "vcf", "--to", "{folder}/cards.vcf", "--force", grows=True),
    _deed("export", "markdown", "--to", "{folder}/pages", grows=True, several=True),
    _deed("review", "--html", "{folder}/review.html", grows=True),
    _deed("doctor", "--rescue", "{folder}/rescued.db", grows=True),
    _deed("balance", base="schema-1", keeps=True),
    _deed("balance", base="schema-2", keeps=True),
    _deed("balance", base="schema-3", keeps=True),
)
READS = frozenset(
    {
        *("brief", "today", "find", "journal", "inbox", "balance", "ledger", "me", "review", "insights", "suggest"),
        *("history", "check", "doctor", "completion", "introduce", "action list", "contact list", "contact show"),
        *("contact duplicates", "cadence list", "goal list", "goal show", "persona list", "persona show"),
        *("strength list", "strength show", "offer list", "offer show", "ask list", "ask show", "introduce list"),
        *("introduce show", "refusal list", "refusal show", "event list", "event show", "event prep", "event series"),
        "budget list",
    }
)
"""What only reads, at least without an option that is among the deeds."""
APART = frozenset({"demo", "encrypt", "decrypt", "rekey"})
"""What writes nothing of the person's, for the sample journal is thrown away; and what is killed at every moment by a
test of its own (`tests/store/test_reseal.py`), since it works with another library than Python's."""
