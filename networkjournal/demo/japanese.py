"""The records of the Japanese sample journal."""

from datetime import date

from networkjournal.demo.sample import Review, Sample
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength

SAMPLE = Sample(
    goals=(
        Goal(
            "訪問の新規を半年で十二件にする",
            "在宅",
            "通えない人に施術を届けるため",
            "新規契約 12件",
            date(2027, 2, 28),
        ),
        Goal(
            "介護経営を学ぶ",
            "学び",
            "相手の困りごとを相手の言葉で話せるようになるため",
            by=date(2026, 12, 31),
        ),
        Goal("施術記録アプリの協力者を見つける", "アプリ", "記録の手間を減らして訪問を増やすため"),
    ),
    personas=(
        Persona(0, "夜間の対応に困っている居宅のケアマネジャー", ("介護",), ("ケアマネ",), goal="在宅"),
        Persona(0, "介護の現場を知る開発者かプロダクトマネージャー", ("IT", "介護"), goal="アプリ"),
    ),
    strengths=(
        Strength("訪問の現場経験", "現場経験", "experience", "2011-04", ("延べ一万二千件の訪問",)),
        Strength("介護保険の知識", "介護保険", "knowledge", "2026-09"),
    ),
    offers=(
        Offer("夜間の連絡体制のひな形をすぐ渡せる", "現場経験", ("夜間", "ケアマネ")),
        Offer("訪問の現場で困ることを三十分で話せる", "現場経験", ("IT",), 30),
    ),
    events=(
        Event(
            "ケア交流会",
            date(2026, 9, 8),
            purpose="夜間に困っているケアマネさんと知り合う",
            goals=("在宅",),
            cost=3000,
            currency="JPY",
            minutes=120,
        ),
        Event("異業種交流会", date(2026, 11, 2), cost=5000, currency="JPY", minutes=180),
    ),
    reviews=(
        Review("ケア交流会", date(2026, 9, 9), cards=6, talks=3, verdict="again"),
        Review("異業種交流会", date(2026, 11, 3), cards=15, talks=0),
    ),
)
