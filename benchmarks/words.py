"""The words that a made-up journal is made of, Japanese and English. Nobody is meant by any of them."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Names and their readings."""
    return tuple((name, reading) for name, _slash, reading in (pair.partition("/") for pair in text.split()))


FAMILIES = _pairs("""
佐藤/サトウ 鈴木/スズキ 高橋/タカハシ 田中/タナカ 伊藤/イトウ 渡辺/ワタナベ 山本/ヤマモト 中村/ナカムラ
小林/コバヤシ 加藤/カトウ 吉田/ヨシダ 山田/ヤマダ 佐々木/ササキ 山口/ヤマグチ 松本/マツモト 井上/イノウエ
木村/キムラ 林/ハヤシ 斎藤/サイトウ 清水/シミズ 山崎/ヤマザキ 森/モリ 池田/イケダ 橋本/ハシモト 阿部/アベ
石川/イシカワ 山下/ヤマシタ 中島/ナカジマ 石井/イシイ 小川/オガワ 前田/マエダ 岡田/オカダ 長谷川/ハセガワ
藤田/フジタ 後藤/ゴトウ 近藤/コンドウ 村上/ムラカミ 遠藤/エンドウ 青木/アオキ 坂本/サカモト 福田/フクダ
太田/オオタ 西村/ニシムラ 藤井/フジイ 岡本/オカモト 藤原/フジワラ 三浦/ミウラ 中野/ナカノ 原田/ハラダ
松田/マツダ 竹内/タケウチ 小野/オノ 田村/タムラ 中山/ナカヤマ 和田/ワダ 石田/イシダ 森田/モリタ 上田/ウエダ
柴田/シバタ 酒井/サカイ 工藤/クドウ 横山/ヨコヤマ 宮崎/ミヤザキ 宮本/ミヤモト 内田/ウチダ 高木/タカギ
安藤/アンドウ 谷口/タニグチ 大野/オオノ 丸山/マルヤマ 今井/イマイ 高田/タカダ 藤本/フジモト 武田/タケダ
村田/ムラタ 上野/ウエノ 杉山/スギヤマ 増田/マスダ 平野/ヒラノ 千葉/チバ
""")
"""Family names with their readings."""

GIVENS = _pairs("""
太郎/タロウ 花子/ハナコ 健一/ケンイチ 誠/マコト 由美/ユミ 剛/ツヨシ 恵子/ケイコ 隆/タカシ 直樹/ナオキ
美咲/ミサキ 大輔/ダイスケ 愛/アイ 翔太/ショウタ 陽子/ヨウコ 浩/ヒロシ 裕子/ユウコ 拓也/タクヤ 真理子/マリコ
亮/リョウ 久美子/クミコ 学/マナブ 京子/キョウコ 徹/トオル 智子/トモコ 修/オサム 明美/アケミ 和也/カズヤ
幸子/サチコ 達也/タツヤ 洋子/ヒロコ 哲也/テツヤ 典子/ノリコ 悟/サトル 奈々/ナナ 雅人/マサト 早紀/サキ
俊介/シュンスケ 千春/チハル 慎吾/シンゴ 亜美/アミ 勇気/ユウキ 彩/アヤ 秀樹/ヒデキ 瞳/ヒトミ 英二/エイジ
麻衣/マイ 正/タダシ 友美/トモミ 宏/コウ 香織/カオリ 聡/アキラ 里奈/リナ 豊/ユタカ 沙織/サオリ 進/ススム
望/ノゾミ 光/ヒカル 葵/アオイ 蓮/レン 凛/リン 湊/ミナト 結衣/ユイ 悠/ハルカ 蒼/ソウ 楓/カエデ 樹/イツキ
茜/アカネ 駿/シュン 澪/ミオ 涼/スズ 仁/ジン 薫/カオル 岳/ガク 渚/ナギサ 陸/リク 汐里/シオリ 司/ツカサ 桜/サクラ
蘭/ラン 巧/タクミ 舞/マイコ
""")
"""Given names with their readings."""

FIRST = _words("""
Anna James Maria Robert Linda David Susan Peter Karen Thomas Nora Daniel Emma Lucas Olivia Henry Alice Oscar
Julia Felix Clara Simon Laura Martin Elena Victor Sofia Adrian Nadia Marcus Irene Hugo Diana Leon Paula Arthur
Vera Conrad Helen Ivan Rosa Gilbert Edith Walter Agnes Bruno Flora Cyril Mabel Ernest Ingrid Jasper Petra
Quentin Renata Stefan Tamara Ulrich Viola Wendy Xavier Yvonne Zoe Barbara Cedric Delia Edgar Fiona Gareth Hilda
Isaac Joyce Kevin Lydia Miles Nancy Owen Phoebe Ralph
""")

LAST = _words("""
Miller Smith Johnson Brown Taylor Anderson Harris Clark Lewis Walker Hall Young King Wright Hill Green Adams
Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers
Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray Watson Brooks Kelly Sanders
Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Flores Butler
Simmons Foster Bryant Alexander Russell Griffin Diaz Hayes Ford Hamilton Graham Sullivan Wallace West Cole Owens
Reynolds Fisher Ellis Harrison Gibson Mason Marshall
""")

PLACES = (
    *("さくら", "あおば", "みどり", "ひかり", "北町", "川西", "緑山", "海辺", "Northside", "Harbour", "Maple"),
    "Riverside",
)
TRADES = (
    *("訪問看護", "居宅介護", "薬局", "クリニック", "設計事務所", "印刷", "Clinic", "Studio", "Partners"),
    "Logistics",
)
TITLES = (
    *("代表", "所長", "看護師", "ケアマネジャー", "薬剤師", "営業", "Director", "Engineer", "Partner", "Designer"),
)
NEEDS = (
    *("夜間の連絡先", "採用の相談", "新しい事務所", "someone who knows grants", "a translator"),
    "配薬の手間を減らす",
)

KINDS = (
    *("紹介", "情報", "助言", "手伝い", "相談", "差し入れ", "intro", "info", "advice", "help", "time", "gift", ""),
)
"""As typed before the colon; nothing for an exchange of no kind."""

DEEDS = (
    *("夜間の連絡体制のひな形を渡した", "加算の考え方を教わった", "勉強会での話し方", "配薬の困りごとを聞いた"),
    *("見積りの読み方", "展示会の招待状", "採用面接の進め方", "補助金の書き方を一緒に直した"),
    *("the rules for home visits", "two missing steps", "what night shifts really look like"),
    *("a room for the meeting", "the draft of the contract", "名簿の作り方", "会場の下見"),
)
PROSE = (
    *("朝から雨。駅前の喫茶店で一時間ほど話した。", "おはようございます。今日は目的から逆算して動く。"),
    *("帰り道に考えたこと。", "相手の困りごとを先に聞く。名刺の枚数は成果ではない。"),
    *("昼に電話。来月の勉強会に呼んでもらえることになった。", "A long day, and worth it."),
    *("We spoke about the winter, about staff, and about what comes after.", "Short call."),
    *("Nothing planned, yet the best talk of the week.", "夕方、事務所で資料を整理した。"),
    "久しぶりに会えてよかった。",
)
INSIGHTS = (
    *("先に出すと相手から話してくれる", "断る理由を先に言う", "ask before you answer", "small favours return"),
    "数より深さ",
)
TASKS = (
    *("資料を送る", "日程を決める", "お礼を書く", "send the notes", "call back", "名簿を直す", "introduce the two"),
)
RESULTS = ("新規契約 一件", "見学 二件", "one new customer", "a talk at the chamber", "紹介から面談")
GOALS = (
    *("在宅クリニック", "訪問の新規十二件", "介護経営を学ぶ", "care_app", "英語で話す", "地域の会を開く"),
    *("hire two nurses", "採用"),
)
EVENTS = ("ケア交流会", "朝の勉強会", "Chamber evening", "地域連携の集い", "Design meetup", "商工会の例会")
STRENGTHS = ("現場経験", "介護保険", "writing", "人を引き合わせる", "spreadsheets", "聞く力")
