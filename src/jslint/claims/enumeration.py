"""Words that open a list, carry it on, sum it up and close it."""

from __future__ import annotations

from jslint.patterns import regex

#: What was done with money, where a clause names nothing else: 投入 9 万元用于甲工程.
DEED = regex(r"(?:投入|安排|拨付|下达|筹集|落实|争取|整合|使用|支付)(?:资金|经费)?$")
#: How a clause begins that tells of money or things of its own: 发放补贴 9 万元, 报废设备 9 台.
DONE_WITH = regex(
    r"(?P<deed>投入|安排|拨付|下达|筹集|落实|争取|整合|使用|支付|支出(?!合计|总)|完成|发放|减免|收缴|上缴|征收|购置|购买|报废|处置|出租|盘活|收回"
    r"|偿还|归还|办理|受理|查处|资助|救助|补助|兑现|清理|统筹|发行|实现|新建|建成|改造|维修|举办|召开|组织|开展|培训)(?=[^\W\d]{2})"
)
#: What a list opens with that holds the main ones of more: 主要支出科目情况如下, 现就主要项目说明如下.
MAIN_ONES = regex(r"\s*(?:其中|现|下面)?[就将把对]?主要的?(?:支出|收入|税收|税种|项目|科目)")
#: A sentence without a figure that turns to something else than the one before.
BESIDES = regex(r"(?:^|。)\s*(?:另外|此外|同时|除此之外)[,，][^。\0]{2,200}。\s*\Z")
#: What comes on top of all that a list has gone through, right before a clause or at its head.
ON_TOP = regex(r"[。；;，,]?\s*(?:此外|另外|除此之外)[,，:：]?\s*\Z|\s*(?:此外|另外|另有)")
#: What a name ends in that is of money, so that others may be of it.
MONEY_OF = regex(r"(?:支出|收入|经费|拨款|费用?|采购)(?:之|当)?$")
#: A body that a report goes through beside others: 县图书馆：A 9 万元.
A_BODY = regex(r"[^\W\d]{2}(?:[局厅委院校园馆站队社署所]|中心|机关|单位|办公室|街道|分局)$")
#: What means all of an account, or some of what was told of it.
ALL_OF_ACCOUNT = regex(
    r"决算|预算|总|合计|^(?:主要|具体|重点|其中|部分|本[年级]|全年|当年)|[和及与、]"
)
#: A name with its figure.
NAMED_FIGURE = regex(r"\s*(?P<name>[^,，。；;:：\0]{2,20})\0")
#: Money of one budget that is moved to another.
MOVED = regex(r"调[入出]")
#: 支出主要用于以下方面: what ends the name of a whole before its list.
USED_FOR = regex(r"(?:主要)?(?:用于|用在|分布在|包括|有)\s*$")
#: By what a list goes through the side that it names: 支出分项目具体如下.
GONE_THROUGH = regex(r"(?:按|分)(?:支出|收入|功能)?(?:项目?|科目|类别?|大类|来源|功能)\s*$")
#: The name of what several parts before it come to: 上半年支出, 前三季度, 两项共支出.
SUBTOTAL = regex(r"^[上下]半年|^前[两二三四五]|(?<!公)共(?:支出|收入|计$|$)")
#: What all parts of a list come to at its end.
ALTOGETHER = regex(
    r"[\s、,，]*(?:(?:以上|上述)(?:资金|支出|收入|经费|费用)|(?:以上|上述)?(?:各?项|[两三四五六七八九]项)?)(?:合计|共计|总计|小计|累计|总共|(?<=项)共|共(?=发放|拨付|下达|筹[集措]|到位))(?:发放|拨付|下达|安排|投入|补助|支付|筹[集措]|到位)?[\s为是:：]*"
)
#: The same in one character, which may also head the amount that a share stands before: 占 60%，共 9 万元.
IN_ALL = regex(r"[\s、,，]*共(?:为|是)?\s*")
#: The same behind the name of what is summed up: 本年收入共计.
IN_TOTAL = regex(r"[^\W\d](?<!公)(?:共计|总共|共)(?:为|是)?\s*$")
#: How many of what stands before such a sum is of.
SO_MANY = regex(
    r"(?:以上|上述)?(?P<many>[两二三四五六七八九])(?:[个大]?[项者类笔级]目?|费(?!用))(?:支出|收入|经费|费用|采购|资金|税收|补助|补贴|本年度?|全年)?(?:合计|共计|总计|小计|共)"
)
#: A total of one side that sums up what its sentence has gone through: 收入总量, 支出合计, 合计支出.
SUMMED = regex(
    r"(?P<side>收入|支出|收支|可用财力|财力)?(?:合计|共计|总计|总量|总额|总共)(?:为|是)?"
    r"|(?:合计|共计|总计)(?P<sided>收入|支出)(?:为|是)?"
)
#: The same before the name of what several things come to: 合计基本支出.
SUM_OF = regex(r"(?:合计|共计|总计)[^\W\d]{2}")
#: A year that opens a paragraph.
DATED = regex(r"\s*20\d\d\s?年")
#: What a part that is a paragraph opens with: its name and its amount.
PART = regex(r"\s*[^,，。；;:：\0]{2,30}\0")
#: A member of a row of counts that is told without one: 包括局机关和 5 个下属单位.
UNCOUNTED = regex(r"[^\W\d]{2}(?:、|和|及|与|以及)\s*$")
#: What posts are called that there are, and those who hold or held one: no kind of the former.
POSTS = "编制"
HOLDERS = regex(r"(?:年末|目前|现|其中)?(?:实有|实际|现有|在职|离休|退休|离退休)")
#: Names in a row of which none has an amount of its own: 主要包括基本工资、奖金、…公用经费 A 万元.
NAMES = regex(
    r"(?:[^、,，。；;:：\0()]{2,24}、){3,}(?![^、,，。；;\0]*(?:分别|各))[^、,，。；;:：\0]{2,40}\0"
)
#: Two amounts or more in brackets.
INSIDE = regex(r"[^()\0]{1,30}\0[^()]{0,60}?[,，;；、+＋][^()\0]{1,30}\0[^()]*\)")
#: Where a paragraph breaks off amid such a row, with the name of the next amount.
#: What says how an amount compares is no such name, though no stop follows: 9 万元，与上年持平.
CUT = regex(
    r"\0[^\0。！？!?；;：:]{0,20}[、，,；;]\s*(?![与同比较均无未不])"
    r"[^\W\d\0]{1,20}(?<!持平)(?<!一致)(?<!相同)(?<!变化)(?<!增减)\s*$"
)
#: What says that all of them are added up: （A 1 万元＋B 2 万元）.
ADDED = regex(r"\0[\s\0]*[+＋]")
#: Names with amounts in a row: 工资 5 万元、奖金 4 万元.
PARTS = regex(
    r"\s*[^,，、。；;:：()\0]{2,24}\0+[^。；;:：\0]{0,12}(?:\0+[^。；;:：\0]{0,4})?[、,，；;]\s*[^,，、。；;:：()\0]{2,24}\0"
)
AMONG_IT = regex(r"\s*其中")
#: A bracket that holds a figure.
FIGURED = regex(r"[^()\0]*\0")
#: Brackets that name what an amount includes and state nothing of it: （含对地方的转移支付）.
INCLUDED = regex(r"[\s:：]*(?P<name>[^()\0,，;；。]{2,40})\)")
HEDGED = regex(r"\s*等")
#: The same where the share names no whole.
SHARED_BARE = regex(r"\s*[^,，。；;:：\0]{2,30}\0+\s*[,，(]\s*占(?:比重?|比例)?为?\s*\0")
#: The first of several things that something was used for, each with its share.
USED_SHARED = regex(
    r"\s*[:：]?\s*[^,，。；;:：\0]{2,30}\0+[,，]\s*占[^,，。；;\0]{0,20}\0+[^。\0]{0,30}\0+[,，]\s*占"
    # a class of expenditure may be the only one
    r"|\s*[:：]?\s*[^,，。；;:：\0]{2,30}支出\(类\)(?:支出)?\0+[,，(]\s*占[^,，。；;\0]{0,20}\0"
)
#: The next of them.
USED_ON = regex(r"[^,，。；;:：\0]{2,30}\0+[,，]\s*占")
#: A thing that a part was used for, and how much.
USED = regex(r"[^,，。；;:：、\0]{2,20}(?P<amount>\0+)")
#: A sentence that goes on with the reasons of the one before.
ENUMERATED = regex(r"\s*(?:[一二三四五六七八九]是|其[一二三四五]|\(?[1-9][)）.、](?!\d))")
#: The number of the first of several items.
FIRST = regex(r"\(?[1一]\s*[.、)]|①")
#: A clause that begins with a date of its own, or says that it is of something besides.
SINCE = regex(r"[\s,，]*(?:截[至止]|目前|年末|期末|另[有外]|此外|[当本]年(?!度)|年内|本期)")
