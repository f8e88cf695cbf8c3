"""The kinds of exchange: what they are called, which words name them, what one weighs by default.

Adding a kind is adding a row to `KINDS` (or a table to the configuration file); nothing else needs to know.
"""

from networkjournal.lean import NamedTuple


class Kind(NamedTuple):
    """One kind of exchange."""

    name: str
    words: tuple[str, ...]
    """What a person may write before the colon, in any language; the name itself always counts."""
    weight: int
    """The default weight, in thousandths."""


OTHER = "other"

KINDS: tuple[Kind, ...] = (
    Kind("introduction", ("intro", "紹介"), 3000),
    Kind("referral", ("customer", "お客様紹介", "患者紹介", "送客"), 5000),
    Kind("opportunity", ("work", "job", "案件", "仕事"), 4000),
    Kind("information", ("info", "情報"), 1000),
    Kind("feedback", ("advice", "助言", "フィードバック"), 2000),
    Kind("help", ("support", "手伝い", "支援", "協力"), 2000),
    Kind("time", ("listening", "時間", "相談"), 1000),
    Kind("gift", ("treat", "贈り物", "差し入れ", "ごちそう"), 1000),
    Kind("money", ("fee", "お金", "謝礼"), 2000),
    Kind(OTHER, ("thanks", "その他"), 1000),
)
