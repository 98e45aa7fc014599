"""The words by which sentences about figures are built: the syntax that the grammar reads.

All patterns are matched against folded text (full-width brackets, digits and signs made
half-width) in which figures are masked by NUL characters, so that a comma inside a number is not
one of the sentence's.
"""

from __future__ import annotations

from jslint.patterns import regex

UP = "增长|扩大|攀升|增加|上升|提高|增多|上涨|增支|增收|增幅|多支出|多支|超支|超收|超出|调增"
DOWN = "下降|缩小|下跌|减少|降低|压减|缩减|减支|节支|减收|降幅|节约|节省|回落|压缩|下调|少支出|少支|调减|减低|负增长"
_TURN = f"{UP}|{DOWN}"
#: What heads an amount that may go either way: 增减额 A 万元.
_NEUTRAL = frozenset(("增减", "变动"))
_UP_WORDS = frozenset((*UP.split("|"), "增", "升", "多"))
_MORE = "大于|高于|超过|超出|多于"
_LESS = "小于|低于|少于"
_LEVEL = "基本持平|持平|基本一致|一致|相等|相同"


_YEAR = r"20\d\d\s*(?:年度?|学年)"
_LAST = r"上一?年度?|去年度?|前一?年度?|上一?度"
#: A year, and what a remark of its own says of it: 2019年(疫情前).
_FORMER = rf"(?:(?:{_YEAR}|{_LAST}|上年同期)(?:同[期月]|同季度?|年?[末底])?|[年期]初(?![^,，。；;\0]{{0,8}}(?:预算|报告))数?)(?:\s?\([^()\d\0]{{2,12}}\)(?=[^,，。；;]))?"
_BUDGET = (
    r"(?:年初|年(?=预算)|全年|调整后?的?|变动后?的?|当年|年度|本年度?|财政|部门|批复的?|核定的?){0,4}"
    r"(?:预算(?:安排|批复)?(?:数字?|额|金额|规模)?|批复[数额]|(?<=完成)调整数|(?<=为)调整数)"
)

# What an alternative begins with stands before it in ``(?=[…])``: most of them are tried for nothing at
# most characters, and one look at a character is a fraction of a try.
_FORMERLY = (
    rf"(?P<former>(?=[与同相比较和])(?:(?:与|同|[同相]?比|相?较|和)于?\s*(?P<former_name>{_FORMER})的?"
    r"(?:(?:支出|收入)?(?:决算数?|执行数|数)字?|(?:支出|收入)(?=相比|比较|对比))?"
    r"(?:相比较?|相较|比较|对比)?|同比))"
)
_PLANNED = (
    rf"(?P<planned>(?=[与同相比较和])(?:与|同|[同相]?比|相?较|和)于?\s*"
    rf"(?P<planned_name>(?:(?:{_YEAR}|{_LAST})的?(?:(?:(?!持平)[^，,。；;、\0相较比增减]){{2,14}}?)?)?{_BUDGET})"
    r"(?:相比较?|相较|比较|对比)?)"
)

#: A year, and one that is joined to it: 2022年和2023年.
YEAR_BEFORE, YEAR_TOO = regex(rf"(?:{_YEAR})\s*$"), regex(rf"[和与]\s*{_YEAR}")
#: What may stand between the year before and the amount that it came to.
OF_BASE = regex(
    r"[\s的]*(?:累计|全年|实际|同期)?(?:支出|收入|列支)?(?:总[额计数量]|合计|共计|决算|执行|预算)?(?:数|额|金额)?[\s为是的]*"
)

#: What shows that an amount is only what another is compared with: 与上年的总额 A 万元相比.
COMPARED = regex(r"\s*(?:相比|比较|对比|相较)")

#: The same before the name of what has changed: 与上年的 A 万元相比，收、支总计各增加.
COMPARED_WITH = regex(
    rf"{COMPARED.pattern}\s*[,，]\s*(?P<name>[^,，。；;:：\0]{{2,24}}?)(?:均|各)?(?:{_TURN})了?\s*\0"
)

#: What is set for each by itself, so that no two have it as their whole: 占任务数的 r%.
OWN_TARGET = regex(r"(?:年初|全年|年度|年|收入|目标)*(?:任务|计划|目标)(?:任务)?(?:数|额)?")

#: What each of several has, and a balance sheet states of the one spoken of: 负债总额.
OF_EACH = regex(r"(?:净资产|资产|[负負]债|所有者权益|(?:[^\W\d]{2,4}[及和]?)?权益)(?:总[额计量])?")
#: What opens a paragraph that goes through parts of something stated before: 从支付进度看.
SEEN_FROM = regex(r"\s*从[^。，,；;：:()\0]{1,10}看[,，:：]")
#: What stands behind the amount of a whole whose parts follow: 在支出合计 A 万元中，.
AMONG = regex(r"\s*(?:之)?中\s*[,，:：]")
#: How its name begins then, which is no 在职 and no 在编.
WITHIN_IT = regex(r"^\s*在(?![职编岗校册建读库途用])")
#: A clause that says of what the next ones speak: 在项目支出当中.
WITHIN = regex(r"\s*在(?P<name>[^,，。；;:：\0]{0,28}?(?:支出|收入|经费|拨款|费用))(?:之|当)?中")
#: The beginning of a name that says of what its bearer is a part: 在甲类合同中乙类.
AMONG_THESE = regex(r"在[^,，。；;:：\0]{2,30}?(?:之|当)?中(?!小|央|心|等|介|医|学|专)")
#: What stands around a figure alone in brackets.
ALONE = regex(r"\s*\(\s*")
ALONE_ENDS = regex(r"\s*\)")
#: An amount that stands alone in brackets.
AMOUNT_BEHIND = regex(r"\s*\(\s*\0+\s*\)")

#: What a change is measured against.
BASE = regex(rf"(?=[与同相比较和])(?:{_PLANNED}|{_FORMERLY})")

_ONE_BASE = rf"(?:{_FORMER}|{_BUDGET})的?(?:支出|收入)?(?:决算|执行)?(?:数|额)?"
#: Two bases that something is level with: 与年初预算、上年决算数均持平.
TWO_BASES = regex(
    rf"(?:与|同|[和比较])于?\s*(?P<one>{_ONE_BASE})\s*(?:、|和|及|与|以及)\s*(?P<other>{_ONE_BASE})"
    r"(?:相比较?|相较|比较|对比)?[,，]?\s*(?:均|都|皆)?(?:保持)?\s*\Z"
)

_ACTUAL = r"(?:实际)?(?:支出)?(?:决算|执行|支出)(?:数|额)?"

#: An outturn beside that of the year before: 决算数大于上年决算数.
_BEYOND = (
    rf"{_ACTUAL}(?P<beyond_relation>{_MORE}|{_LESS})(?P<beyond_name>{_FORMER}(?!度?的?(?:年初|调整|全年)?预算)"
    r"的?(?:支出|收入)?(?:决算|执行)?(?:支出)?(?:数|额)?)"
)

# What the alternatives below begin with; most characters of a sentence need no try of each.
_HEADS = "因。！？!?；;加含其以按从具主内情项包分如收费即系等大高超多小低少(),，：:变增原由用反实支决执年全调当本财部批核预与同比较和基持无没未一相"

#: Where clauses, sentences and lists begin and end, and what governs the rest of a sentence. Each
#: alternative is one group, which names the kind.
MARKS = regex(
    f"(?=[{_HEADS}])(?:"
    r"(?P<stop>[。！？!?](?!\s*\)))"
    "|(?P<semi>[；;])"
    r"|(?P<plus>(?<![^，,；;。])加(?:上(?!年(?![初末])|级|解))?[:：]?(?=[^，,；;。\0]{2,60}\0))"
    "|(?P<group>(?=[其以按从具主内情项包分如由全支收费即系含])(?:其中(?:[:：,，]|包括[:：])?"
    "|(?<=[，,入出])全(?:部|额)(?:为|是|系)(?=[^,，。；;:：()和及\\0]{2,24}\\0)"
    "|(?:具体)?分项(?:情况)?(?:(?:如下|是|为)[:：,，]|情况[:：])"
    "|以下(?:[几一二三四五六七八九十]{1,2}个?|主要)?方面[:：]?|按(?:照)?[^。，,；;：:()\\0]{2,12}?(?:划分|分类|分)(?:科目)?(?:(?:看|来看|列示)?[:：,，]|为(?=[^,，。；;\\0]{2,12}\\0))"
    r"|按(?!规定|要求|标准|比例|时)[^。，,；;：:()\0]{2,12}?[:：](?=[^，,。；;：:()\0]{2,24}\0)"
    r"|(?:从|按照?|分)[^。，,；;：:()\0]{0,6}(?:来源|用途|构成|结构|性质|科目|分类|渠道|级次|层级|季度?|月份?|地?区域?|类[型别]|形式|方式|行业|部门|领域|对象|税种)(?:上|来)?看[,，:：]"
    r"|(?:具体|主要)?(?:内容|情况|项目)?(?:包括|(?:分别为|分别是)(?!\s*\0)|如下)[:：]?"
    r"|主要为(?=[^,，、。；;:：()\0]{2,24}\0)"
    r"|(?<=[,，])含(?=[^,，、。；;:：()\0]{2,24}\0)"
    r"|(?:具体|主要|支出|收入|费用)(?:构成|组成|明细|结构)(?:情况)?(?:是|为|如下)(?!\s*\0)[:：]?"
    r"|(?<=[,，])(?:即(?:为|是)?|系)[:：]?(?![^\0]{0,24}(?:增加|减少|增长|下降|上升|降低)了?\0)(?=[^,，。；;:：()\0]{2,24}\0+(?:[、和及与]|以及)[^,，。；;:：()\0]{2,24}\0)"
    r"|分(?:征收)?(?:部门|级次|税种|行业|科目|类别|地区|区域|单位)(?:完成|收入|支出)?情况(?:是|为|如下)[:：]?"
    r"|具体(?:是|为)(?!\s*\0)[:：]?|(?:具体|分项)情况(?:是|为)[:：]"
    r"|由[几两二三四五六七八九](?:个?|大)(?:部分|项|块)(?:组成|构成)[:：]"
    r"|由(?!于|[上去]年)(?=[^，,。；;:：\0]{2,24}\0[^。；;:：]{3,240}?[^看、按从](?:构成|组成)\s*(?:[，,。；;]|$))))"
    r"|(?P<inside>\((?:其中[,，:：]?)?含(?!\)))|(?P<open>\()|(?P<close>\))"
    "|(?P<comma>[，,])"
    "|(?P<colon>[：:])"
    "|(?P<reason>(?:主要)?(?:变动|变化|增减)?原因(?:是|为|系)?[:：]?|主要(?:是|由于|系|因)[:：]?|由于"
    r"|(?<=[，,])因(?![公此素])|(?<![^，,；;。\s])如(?:果|若)?再?(?:加上|计入|考虑))"
    "|(?P<purpose>主要用于(?!以下[^,，。]{0,4}方面)|用于(?!以下[^,，。]{0,4}方面)|反映)"
    rf"|(?P<order>(?:(?=[实支决执]){_ACTUAL}|(?<=[,，])(?=(?:{_MORE}|{_LESS}){_BUDGET}的?(?:主要)?原因))(?P<relation>{_MORE}|{_LESS}|等于|与|同|和)(?P<against>{_BUDGET})"
    rf"(?:相比)?(?P<level>{_LEVEL})?)"
    rf"|(?P<inverse>(?=[年全调变当本财部批核预])(?P<budgeted>{_BUDGET})(?P<reverse>{_MORE}|{_LESS}|等于|与|同|和){_ACTUAL}"
    rf"(?:相比)?(?P<reverse_level>{_LEVEL})?)"
    rf"|(?P<beyond>(?=[实支决执]){_BEYOND})"
    rf"|{_PLANNED}|{_FORMERLY}"
    "|(?P<flat>基本持平|持平|无增减变[动化]|无变[动化]|没有变[动化]|未发生变[动化]|无增减"
    r"|基本一致|一致|一样(?=\s*[。；;])|相同|相等))"
)
#: A comparison with a budget directly before a figure, which is then the difference.
ORDERED = regex(rf"{_ACTUAL}(?P<relation>{_MORE}|{_LESS})(?P<against>{_BUDGET})\s*$")
#: The same with the year before.
EXCEEDED = regex(rf"{_BEYOND}\s*$")
#: Words of a mark ``flat`` that say so only beside what the figure is compared with.
NEEDS_BASE = frozenset(("基本一致", "一致", "一样", "相同", "相等"))

#: A base by any other name, with its amount or before a change: 比报告数 A 万元增加 B 万元.
OTHER_BASE = regex(
    r"\s*(?:比|较|与|同)(?![重例率值照如拟])(?P<name>[^,，。；;:：\0比较]{2,60}?)(?:相比较?|相较|比较|对比)?\s*$"
)
#: What opens a clause about what something is compared with.
WITH = regex(r"[\s,，]*(?:与|同|和)")
#: What follows the amount of such a base: the change against it.
TURNS = regex(
    rf"\s*(?:相比较?|相较|比较|对比)?[\s,，]*(?:支出|收入)?(?:{_TURN}|[增减多少])(?:了|为|达|是)?\s*\0"
)
#: Another year's budget by a word for the year.
LAST_BUDGET = regex(rf"(?:{_LAST})")
#: The words right before a rate.
SHARE = regex(
    r"(?:占(?:比(?!重|例)|到)?(?P<whole>[^占\0,，]{0,40}?)的?(?:比重|比例|比率|百分比|比)?|^[\s,，]*其?(?:比重|比例))"
    r"(?:为|是|达到?|约?[:：])?\s*$"
)
#: The same before shares in a row: 比例分别为 p%、q%.
SHARES_ALONE = regex(r"[\s,，]*(?:其?所?占)?(?:比例|比重|占比|百分比)\s*")
#: A whole or a budget that stands with its amount before the rate: 占支出合计 A 万元的 r%.
OF_AMOUNT = regex(
    r"(?:占(?:比|到)?(?P<whole>[^占\0,，]{2,40})|(?:完成|达到|为|占|是|相当于)了?(?P<base>[^\0,，]{2,20}))\s*$"
)
#: Before the word for a budget, of which side it is or who passed it: 完成年度收入预算 A 万元的 r%.
OF_SIDE = regex(
    r"^[^收支]{0,4}(?:收入|支出)(?=.{0,4}预算)"
    r"|^[省市县区州]?人(?:大|代会)(?:常委会)?(?:批准|通过|审议|批复){0,2}的?(?=.{0,4}预算)"
)
#: How far a subject is from what was set for it: 超任务数 A 万元, 距目标还差 A 万元. No amount of its own.
OFF_TARGET = regex(
    r"(?:超过?|超出|[距离]|[比较])[^,，。；;:：\0]{0,12}(?:任务|目标|计划)(?:任务)?(?:数|额|进度)?"
    r"(?:还差|尚差|相?差|还?缺|[多少]了?)?\s*$"
)
#: What was set for a subject besides its budget: 为省下达目标 A 亿元的 r%.
TARGET = regex(r"[^\0,，。；;占]{0,14}(?:目标|任务|计划)(?:任务)?(?:数|额)?")
OF_IT = regex(r"\s*的(?:比例|比重|比率|百分比)?(?:分别|各)?(?:为|是|达到?)?\s*")
OF_THAT = regex(rf"{OF_IT.pattern}\0")
COMPLETION = regex(
    rf"(?:(?:完成|达到|为|占|系)\s*了?(?P<base>{_BUDGET})的?(?:比例|比率|比重|百分比|进度)?(?:为|的|达到?|是)?"
    rf"|(?P<base2>{_BUDGET})?(?P<all>综合|总体|整体|平均|合计|总)?(?:的?完成率|(?:资金)?(?:使用率|支出率|支付率)|执行率|(?:完成|执行)(?:比例|进度))(?:为|达到?|是|[:：])?)\s*$"
)
#: A rate called after what was done, whose two amounts or counts no word names.
DONE = regex(
    r"(?:完成了?[^\W\d]{0,6}(?:计划|任务|目标)(?:[^\W\d]{0,4})的|[^\W\d]{2}率|(?:到位|拨付|下拨|支付|支出|使用|执行|完成|征收|收缴|入库|兑付|兑现|发放|回收)(?:进度|比例))(?:为|是|达到?|[:：])?\s*$"
)
#: The same without a word for what is reached.
COMPLETED = regex(r"(?:完成|达到?)了?\s*$")
TURN = regex(
    rf"(?P<either>(?:{_TURN}|[增减升降])\s*(?:[/／]|或者?)\s*)?(?P<word>{_TURN}|(?:增减|变动)(?=额|率|幅|数)|(?<![新递倍])[增减升降]|(?<![^\s\0年度期数算费])[多少])\)?(?P<choice>\s*\((?:{_TURN}|[增减升降])\))?"
    r"(?:了|达|(?<=幅)(?:均|都)?(?:为|是)|(?:额|率|幅度|幅|数|比例|金额)(?:均|都)?(?:为|是|达)?)?(?:支出|开支)?\s*$"
)
#: A share by its own name, and what the two are called that it is of.
DEBT_RATIO = regex(r"资产负债率(?:为|是|达到?)?\s*$")
OWED_OF = regex(r"(?:本?单位|本?部门)?(?:年末|期末)?(?:(?P<owed>负债)|资产)(?:总[额计量值]|合计)?")
#: Before the word of a change: what came in less what went out, no change since the year before.
NET = regex(r"净\s*$")
#: How far the outturn is from the budget, with its sign or without.
DIFFERENCE = regex(r"(?:预决算|决算预算)?差异率(?:为|是)?\s*$")
#: A clause that takes something out of the amounts compared after it.
EXCEPT = regex(r"剔除|扣除|还原|如?不考虑|若不含")
#: A rate of change against something other than the year before or a budget.
OTHER_TURN = regex(r"环比|年均|平均|累计|预计|计划|力争|目标|同口径|可比|剔除|扣除|还原")
#: What is measured at constant prices where it grows, so that its amounts do not give the rate.
REAL = regex(r"(?:生产|增加)总?值|GDP|总产[值出]|国民收入")
#: An outturn said to differ from a base, without a figure.
TURNED = regex(rf"(?P<word>{_TURN})(?:较多|较大|较少|幅度较大)?的?(?:主要)?\s*$")
NEW_LEVEL = regex(
    rf"(?P<level>(?P<turn>{_TURN}|[增降减升])(?:到|至|为)(?:(?:{_YEAR}[末底]?|本年度?|今年|[年期][末底])的?)?)\s*$|(?P<from>由|从)(?P<then>[^\0,，。；;]{{0,12}}?)的?\s*$|即\s*$"
)
#: What follows the amount that a change starts from: 由 A 减少到.
TO_LEVEL = regex(rf"\s*(?:{_TURN}|[增降减升])(?:到|至|为)")
#: The difference from what stands before, each subject's own.
GAP = regex(r"(?:[两二]者|预决算)?(?<!收支)(?:差值|差额|差异额?|相差)(?:为|是)?\s*$")
#: What was left of a budget that the sentence has stated.
LEFT = regex(
    r"\s*(?:也?即|也就是说?)?(?:(?P<more>[超多]收|超支)|(?P<less>节约|节省|[短少]收|[节少]支|结余|节余|剩余))(?:资金|经费|金额)?(?:为|是|了)?\s*$"
)
#: How far the outturn is above or below a budget: 超预算 A 万元.
OVER = regex(rf"(?P<word>超过?|超出|高于|大于|低于|少于|小于|不足)(?P<against>{_BUDGET})\s*$")
#: A part that is named behind its amount: 其中 A 万元为学费收入.
NAMED_AFTER = regex(
    r"\s*(?:为|是|系|属于?|用于|来自于?)(?P<name>(?:[^、,，。；;:：()\0]|\([^()\0]{1,4}\)(?=[^、,，。；;:：()\0])){2,24}?)"
    r"(?=[、,，。；;:：)]|\((?![^()\0]{1,4}\)[^、,，。；;:：()\0])|(?:和|及|与)\s*\0|$)"
)
#: What all of an amount is, named behind it: 收入合计 A 万元，全部为财政拨款收入.
ALL_OF_IT = regex(
    r"[\s,，]*(?:全部|全额|全)(?:为|是|系)(?P<name>[^、,，。；;:：()\0和及]{2,24}?(?:收入|支出))(?=\s*[,，。；;]|\s*$)"
)
#: What an amount is said to be all of, without a figure.
ALL_IS = regex(r"\s*(?:均|都|全部?|全额)(?:为|是|系|属于?)")
_TO = r"(?:至|到|[-—–~～])+"
#: A part of a year that a name begins with: 上半年, 前三季度, 第四季度, 1—6月.
YEAR_PART = regex(
    rf"(?:(?P<half>[上下])半年|前(?P<first>[两二三])个?季度"
    rf"|第?(?P<quarter>[一二三四1-4])(?:季度)?(?:{_TO}第?(?P<quarter_to>[一二三四1-4]))?季度"
    rf"|(?P<month>\d{{1,2}})月?份?(?:{_TO}(?P<month_to>\d{{1,2}}))?月份?)"
)
#: The whole of the year, that shares of its parts are of: 占全年的 r%.
OF_THE_YEAR = regex(r"全年度?的?")
#: How far one thing is from another of the same kind, no amount of either: A 比 B 多 9 万元.
APART = regex(r"[^\W\d]比(?![重例率值照])[^,，。；;:：\0]{2,30}(?:[多少高低][出了]?|相差)\s*$")
#: What stands behind the price of one: 元/吨.
PER = regex(r"\s*/\s*[^\W\d]")
#: The rate of a count right behind it, which is called as the count is.
RATE_BEHIND = regex(r"\s*[,，(]\s*(?P<name>[^,，。；;:：()\0]{2,12})率")
#: An average: no part of any whole.
EACH = regex(
    r"(?:人|生|车|户|批次?|台|辆|次|期|班|(?<!社)会)均(?:支出|[^\W\d]{0,6}费用?|[^\W\d]{1,16}(?:收入|总值|产值|经费|支出))?"
    r"为?\s*$|每[^年\s]\S{0,5}\s*$"
)

#: How the name of an average begins, which what they all cost does not have.
AVERAGED = regex(r"^(?:平均|(?:人|生|车|户|批次?|台|辆|次|期|班|会)均)")
#: What tells that a count is one on average, whatever it is of: 户均 3.2 人, 法官人均结案 198.5 件.
AVERAGE = regex(rf"{EACH.pattern}|平均|[^\W\d平]均(?![为是有按由])[^\W\d]{{0,8}}\s*$")
#: What tells that an average is of a part of the year: 人均每月 A 元.
EACH_TIME = regex(
    r"(?:每|按|逐)(?:个?月|季|日|天|周|学期)|[按逐]次|(?<!平均)每次|月均|日均|季均|月人均|人月均"
)

#: A figure that is only about right, or a bound.
ABOUT_BEFORE = regex(
    r"(?:近|逾|突破|(?<![节签合契履])约|大约|超过?|不足|不到|不低于|不少于|不高于|不超过|至少|最多|高于|低于|大于|小于)\s*$"
)
ABOUT_AFTER = regex(r"\s*(?:多(?!了?\s*\0)|余|左右|上下|以上|以下|及以上|以内)")

#: The words right before an amount or a count.
BUDGETED = regex(
    rf"(?P<name>(?!(?<=公共|基金|经营)预算(?![安批数额金])){_BUDGET})"
    r"(?P<money>资金)?(?:总?计|合计|共计|总额)?(?:均|各)?(?:为|是|共|安排)?\s*$"
)
#: Before money of a budget that was spent or came in: 使用预算资金 A 万元.
PAID = regex(r"(?:使用|支付|支出|拨付|投入|到位|下达|争取|收到|落实)(?:财政|专项)*\s*$")
#: The same before the name: 2023年预算安排培训费 A 万元.
BUDGET_FIRST = regex(
    r"[\s,，、]*(?:20\d\d\s*年度?)?(?:(?P<name>(?:年初|全年|当年)?(?:部门|单位|财政)?预算|年初)(?:安排|批复|下达)(?=[^\0\s,，的数额金资为共])"
    # 全年预算基本支出 A 万元、项目支出 B 万元
    r"|(?P<called>(?:年初|全年|调整后?的?)预算为?)(?=[^\0\s,，、的数额金资为共收支执完总安批下]{2}[^\0\s,，、。；;]{0,12}(?:支出|收入|费用?|经费)(?:共计|共|为|是)?\s*$))"
)
#: What was added to a budget during the year, or taken from it: 年中追加预算 A 万元.
ADJUSTED = regex(
    r"(?:(?:(?P<up>追加|调增|核增)|(?P<down>追减|调减|核减|收回))[了的]?(?:预算|资金|指标|经费)*"
    r"(?:数|额|金额)?|预算调整[数额])(?:共?计)?(?:为|是)?\s*[+＋]?\s*$"
)
#: The budget as it then is: 调减 A 万元后为 B 万元.
AFTERWARDS = regex(r"[\s,，]*(?:之?后|调整后)的?(?:预算)?(?:为|是|达)?\s*")
#: What was granted, and that what was spent of it follows: 安排资金 A 万元，实际使用 B 万元.
GRANTED = regex(r"(?:安排|下达|到位|拨付)(?:预算|项目|财政|专项|的)*资金(?:共?计?为?)?\s*$")
#: A budget whose outturn follows, neither of which says what it is of.
THEN_SPENT = regex(
    r"\s*[,，;；]\s*(?P<name>(?:实际)?(?:支出)?(?:决算|支出|执行)(?:支出)?(?:数|额)?)(?:为|是)?\s*\0"
)
SPENT = regex(r"\s*[,，;；]\s*(?:全年|实际|已|累计)*(?:使用|支出|执行|支付)(?:资金|数)?为?\s*\0")
FORMERLY = regex(
    rf"(?:由|从)?(?P<name>{_FORMER})的?(?:支出|收入|发生)?(?:决算|执行)?(?:数|额|(?P<left>余额))?(?:为|是)?\s*$"
)
#: What is said of the year's end alone, beside its beginning.
AT_THE_END = regex(r"[\s,，、]*(?:[年期][末终底]|本年度?[末底])(?:数|余?额)?(?:为|是|达)?\s*")
#: What has changed its sign, so that no amount grew by a rate.
SIGN_TURNED = regex(r"扭亏|[转变]亏|由亏|由盈|[由转](?:负|正)|减亏|增亏")
#: A year before that opens what is said of it: 上年机关运行经费支出 A 万元.
LAST_YEAR = regex(
    rf"[\s,，、]*(?:其中[:：,，]?)?(?:{_LAST}|上年同期|(?:上一?|去|前一?)年)(?:全年)?的?"
    r"(?![\s]*(?:(?:[^\W\d]{0,12}(?:拨款|资金|预算))?(?:结转|结余)|末|底|剩余|滚存|余额|度?预算|同期))"
)
#: The year reported by another name than its number.
THIS_YEAR = regex(r"[\s,，、]*(?:本年度?|今年|当年度?|本期)(?!度?(?:收入|支出|合计))")
#: The budget of a side, its words the other way about: 年初预算支出 A 万元; and what came of it.
BUDGET_OF_SIDE = regex(
    r"(?:^|[\s,，、]|年度?|单位|部门|[局院校处])(?P<name>(?:年初|年度|全年|当年|本年度?|调整后?的?)?预算|决算)"
    r"(?P<side>(?:收入|支出)(?:总[额计])?)(?:合计|共计|数|额)?(?:安排)?(?:为|是|[:：])?\s*$"
)
#: What the last of several names in a row is measured as, so that all are: 会议费、培训费年初预算.
MEASURED = regex(rf"(?<=[费出入款])(?:{_BUDGET}|决算[数额]?)$")
OUTTURN = regex(r"(?:支出|收入)?(?:决算|执行)(?:支出)?(?:数|额)?(?:为|是)?\s*$")
LIMIT_BEFORE = regex(r"(?:单价|单位价值|(?<![面产总末初额])价值|金额在)\s*$")
#: Behind the points that may be had stand those that were: 15分得14分.
SCORED = regex(r"\s*[,，(]?\s*实?得(?:到|了)?为?\s*\0")
LIMIT_AFTER = regex(r"\s*(?:\(含\)|\(不含\))?(?:以上|以下|及以上|以内)")

#: Several figures in a row for several names, and what may stand between them.
SPREAD = regex(
    r"(?P<names>[^,，]*?)(?P<each>分别|依次|各(?=[是为增减上下提降]|\s*$))(?P<rest>[^,，]{0,40}?)\s*$"
)
#: Of the words of ``SPREAD`` one must be there: from each character on it looks to the end.
SPREADS = ("分别", "依次", "各")
PLAIN_REST = regex(r"(?:支出|列支|安排|采购)?(?:为|是|达|共)?\s*")
SPREAD_ON = regex(r"\s*(?:[、,，]|和|及|与|以及|[、,，]\s*(?:和|及))\s*")

#: The name of the other side, or of what it has changed by, between two amounts of which one has the unit.
TWIN_ON = regex(r"\s*、\s*[^\W\d]{0,6}[收支增减][^\W\d]{0,6}\s*")
#: What stands between two changes in a row: 增加 A 批、B 人次.
CHANGES_ON = regex(r"\s*(?:[、]|和|及|与)\s*")

NEXT_IN_ROW = regex(rf"{SPREAD_ON.pattern}\0")


#: Brackets within a name that tell what it includes: 运行经费（包括办公费，印刷费）支出.
WITHIN_NAME = regex(
    r"\((?:主要)?(?:包括|含|是?指|即)(?:[^()\0。；;]|\([^()\0]{1,6}\)){2,80}\)(?=\s*[^\s,，。；;、:：()])"
)
#: What may follow a token: nothing but a colon, with a remark before it; or a figure.
NOTHING = regex(r"(?:\s*\([^()\0]{1,30}\))?[\s:：]*\Z")
FULL_STOP = regex(r"\s*。\s*\Z")
NEXT_FIGURE = regex(r"\s*\0")

COUNTED = regex(r"\s*[^\s\0()、,，。；;：:！？!?]{1,20}")

_STATED = (
    r"[^,，。；;:：\0]{2,30}(?:决算|预算)数?为\s*\0"
    r"|[^,，。；;:：\0]{2,30}支出\s*\0+[,，]\s*占[^,，。；;\0]{0,20}\0"
)
#: A statement that says what it is of and is no part of a reason that stands before.
STATED = regex(rf"\s*(?:{_STATED})")
#: A part with its share, which no reason has: of what the sentence was about before that.
SHARED = regex(
    rf"\s*(?![^\0]{{0,30}}(?:{_TURN}))[^,，。；;:：\0]{{2,30}}\0+\s*[,，(]\s*占[^,，。；;\0]{{0,20}}\0"
)
_MEMBER = (
    rf"(?:(?!{_TURN})[^,，。；;:：\0]){{2,30}}?(?:支出|费用?|收入|经费)(?:决算)?(?:数|额)?为?\s*\0+"
)
#: Parts in a row with their amounts, each of which says what it is of, and no change.
MEMBERS = regex(rf"\s*{_MEMBER}\s*[；;、,，]\s*{_MEMBER}\s*[；;、,，。]")
#: A comparison or an outturn that begins a clause of its own after a reason.
RESTART = regex(
    rf"\s*(?:(?:与|同|比|较|和)于?\s*(?:{_FORMER}|{_BUDGET})(?:支出|收入)?(?:决算|执行)?数?"
    rf"(?:相比较?|相较|比较|对比)?[,，]?\s*(?:支出|收入|决算数?)?(?:{_TURN})了?\s*\0"
    rf"|(?:与|同|和)\s*(?:{_FORMER}|{_BUDGET})[^,，\0]{{0,8}}\0*\s*(?:相比|比较|对比)[,，]"
    r"|(?:支出)?决算数?为?\s*\0"
    rf"|{_STATED}"
    r"|单(?:价|位价值)\s*\0)"
)
#: What compares all that a row has gone through: 较上年增加, 完成年度任务.
OF_WHOLE = regex(
    rf"\s*(?:(?:与|同|比|较)于?\s*(?:{_FORMER}|{_BUDGET})|同比|(?:{_TURN})|(?:完成|为|占)\s*(?:{_BUDGET}|[^,，。；;\0]{{0,6}}(?:任务|目标|计划)))"
)
#: The same behind a semicolon, where the reason has stated no figure: 支出 9 万元，与上年相比.
COMPARED_ANEW = regex(
    rf"\s*(?!{_TURN})[^,，。；;:：\0]{{2,20}}\0+\s*[,，]\s*"
    rf"(?:(?:与|同|比|较)于?\s*(?:{_FORMER}|{_BUDGET})|完成\s*{_BUDGET})"
)
#: The same of a name with its change and rate: 本年支出 9 万元，减少 1 万元，下降 10%.
CHANGED_ANEW = regex(
    rf"\s*(?P<name>[^,，。；;:：\0]{{2,20}}?)为?\s*\0+(?:\s*[,，]\s*(?:{_TURN})了?\s*\0+){{2}}"
)
#: The mark of a reason that what it is the reason of may follow.
BECAUSE = regex("由于")
#: What a clause names before the reason of what happened to it: 卫生健康因体检费下年支付.
CAUSED = regex(r"\s*(?P<name>[^,，。；;:：\0因]{2,16}?)因(?![公此素子])")
#: What a sentence goes on with that has begun with its reason: 由于物价上涨，A 支出由上年的 9 万元增至 ….
LED_TO = regex(
    r"\s*[^,，。；;:：\0增减多少升降]{2,30}?(?:支出|收入|经费|费用?|决算数?)"
    rf"(?:[由从]\s*(?:{_FORMER})的?|[比较](?:{_FORMER})[^,，。；;\0]{{0,6}}?(?:(?:{_TURN})了?)?)?为?\s*\0"
)
#: A change that begins a clause of its own after a reason, because a reason of its own follows.
RESUMED = regex(
    rf"\s*(?:(?:与|同|比|较|和)于?\s*(?:{_FORMER}|{_BUDGET})(?:支出|收入)?(?:决算|执行)?数?"
    rf"(?:相比较?|相较|比较|对比)?[,，]?\s*)(?:支出|收入|决算数?)?(?:{_TURN})了?\s*\0+"
    rf"[,，]\s*(?:{_TURN})了?\s*\0+\s*[,，]\s*(?:{_TURN}|变动)?的?(?:主要)?原因"
)
#: The same behind a semicolon for another part of the whole that the sentence goes through.
RESUMED_PART = regex(
    rf"\s*(?P<name>[^,，。；;:：\0]{{2,20}}?)(?:{_TURN})了?\s*\0+[,，]\s*(?:{_TURN})了?\s*\0"
)
#: Words before a number of tens of thousands that is none of yuan: 门诊人次 12 万.
HEADCOUNT = regex(r"(?:人次|人数|人口|户数|批次|车次|次数|件数|册数|数量|面积)(?:为|达|共)?\s*$")
#: Words before a count that make it a statement wherever they stand.
KEPT = regex(r"保有量(?:为|是|共)?\s*$")
REASONED = regex(r"\s*[一二三四五六七八九]是")

_NAMED_AMOUNT = (
    rf"(?:(?!{_TURN})[^,，。；;:：()\d]|\([^()\d]{{1,6}}\)){{2,24}}\d[\d,.]*\s?[万亿]?元"
)
#: What the first two of several items are that name an amount each, and no more before it.
FIRST_AMOUNTS = regex(
    rf"{_NAMED_AMOUNT}[^。；;]{{0,60}}[。；;]\s*(?:\(?2\s*[.、)](?!\d)|②|\(?二[)、])\s*{_NAMED_AMOUNT}"
)
#: Several years that an amount was spent in: “十三五”期间, 五年来.
PERIOD = regex(
    r"五[”\"]?(?:时期|期间)|[两三四五]年(?:来|间)|20\d\d\s*年?度?\s*(?:至|到|[-—–~～])+\s*20\d\d"
)
#: A clause that says what its subject is: 代管某中心，为副处级事业单位.
SAYS = regex(r"\s*(?:为|系|是)\S{2}")
#: What a clause that only says where its figures come from opens with: 据快报反映.
SOURCE = regex(r"(?<![数证依票单])据[^,，。；;\0]{0,12}$")
#: What may open a subject (用于保障机构运转的日常支出); 主要用于 goes on with the sentence before.
OPENS = regex(r"用于")
#: What follows it in the name of an amount, as official accounts have it: 用于某事业的某资金支出 A 万元.
USE_NAMED = regex(
    r"[^,，、。；;:：()\0的]{2,16}的[^,，、。；;:：()\0的]{2,16}支出\s*(?:\(项\)\s*)?\0"
)
#: How a clause begins that says what money was used for.
USE_BEGINS = regex(r"(?:主要)?用于")
#: A comma or a colon right behind.
BREAK = regex(r"\s*[,，:：]")
#: What a paragraph opens with that speaks of a part of the year, of the whole of one, of some bodies.
PART_OF_YEAR = regex(
    r"\s*(?:[^,，。；;\0]{2,20}(?:显示|表明|统计|获悉)[,，])?(?:20\d\d年|今年|去年)?"
    r"(?:的?前?(?P<part>\d{1,2}月?份?(?:至|到|[-—–~～])+\d{1,2}月|\d{1,2}月份(?=[,，])|[上下]半年|[一二三四]季度))"
)
WHOLE_YEAR = regex(r"\s*20\d\d年度?(?!\d{0,2}\s*[月上下一二三四前])")
SOME_BODIES = regex(
    r"\s*(?:在|从|分)?(?P<part>\0+\s*(?:县|市|区|州|盟|旗|镇|乡|街道|部门|单位))[^，,。；;\0]{0,16}[，,]"
)


def direction(word: str) -> int | None:
    """1 for a word that says more, -1 for one that says less; None for one that says either."""
    if word in _NEUTRAL:
        return None
    return 1 if word in _UP_WORDS else -1


def relation(word: str) -> int:
    """1 for a word of comparison that says more, -1 for one that says less, 0 for one of equality."""
    return 1 if word in _MORE.split("|") else -1 if word in _LESS.split("|") else 0
