"""Prose with figures that say nothing about the accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.world import Drawer

if TYPE_CHECKING:
    from truth.voice import Voice


def policy(voice: Voice) -> list[str]:
    """Sentences on law, deadlines, telephone numbers, work done."""
    year = voice.year
    rng = voice.rng
    lines = {
        "法": f"根据《中华人民共和国预算法》第八十八条和财预〔{year - 8}〕143号文件要求，在批复后20日内向社会公开。",
        "电话": "联系电话：0830-3103108，地址：解放路126号3楼302室，邮编：646000。",
        "工作": f"全年完成高标准农田建设{rng.randint(2, 9)}.{rng.randint(1, 9)}万亩，培训{rng.randint(100, 900)}人次，满意度达到{rng.randint(90, 99)}%以上。",
        "区间": f"项目实施期为{year}年3月至{year + 1}年6月，分两期建设，第一期投资不超过{rng.randint(100, 300)}万元。",
        "目标": f"力争到{year + 2}年底实现覆盖率{rng.randint(80, 95)}%—{rng.randint(96, 99)}%，年均增长5%左右。",
        "标准": f"单价{rng.choice((50, 100))}万元以上设备须经政府采购，差旅住宿标准为每人每天{rng.choice((330, 350, 380))}元。",
        "普查": f"第{rng.choice('四五六七')}次普查登记单位{rng.randint(1000, 9000)}个，其中法人单位{rng.randint(100, 900)}个，比上次普查增长{rng.randint(10, 60)}.{rng.randint(1, 9)}%。",
        "文号": f"云财发〔{year}〕{rng.randint(10, 99)}号、云府办〔{year - 1}〕{rng.randint(10, 99)}号文件印发执行。",
        "评分": f"绩效自评得分为{rng.randint(90, 99)}.{rng.randint(1, 9)}分，评价等级为“优”，预算执行率指标权重10分，得{rng.randint(8, 10)}分。",
        "问题": "一是预算编制不够精细，二是个别项目进度偏慢，三是绩效指标量化不足。",
        "奖励": f"拨付企业奖补资金惠及{rng.randint(10, 40)}户，最高补助{rng.randint(20, 80)}万元，最低补助{rng.randint(1, 9)}万元。",
        "以往": f"{year - 3}年以来累计投入超过{rng.randint(2, 9)}亿元，带动社会投资约{rng.randint(10, 40)}亿元。",
    }
    chosen = rng.sample(list(lines), rng.randint(2, 5))
    voice.trace.extend(f"say={one}" for one in chosen)
    text = [lines[one] for one in chosen]
    return ["（四）预算绩效管理情况", *(text if voice.flip("lines") else ["".join(text)])]


def performance(voice: Voice) -> list[str]:
    """A project's self-evaluation, with its own budget and rate of execution."""
    draw = Drawer(voice.rng, voice.style, 300)
    full = draw.amount()
    spent = full * voice.rng.randint(600, 1000) // 1000
    plan, done = voice.amount(full), voice.amount(spent)
    rate = voice.completion(done, plan, (spent, full))
    score = f"{voice.rng.randint(85, 99)}.{voice.rng.randint(1, 9)}"
    name = voice.pick("name", ("“数字档案馆二期”项目", "“基层服务能力提升”项目", "设备购置项目"))
    words = voice.choose(
        "words",
        {
            "全年": f"全年预算数为{plan}，执行数为{done}，完成预算的{rate}",
            "执行率": f"项目全年预算{plan}，实际支出{done}，预算执行率为{rate}",
            "资金": f"该项目安排资金{plan}，实际使用{done}，资金使用率{rate}",
        },
    )
    return [
        "（四）预算绩效管理情况",
        f"{name}绩效自评综述：根据年初设定的绩效目标，自评得分{score}分。{words}。"
        f"发现的主要问题：{voice.pick('problem', ('进度偏慢', '指标设置不够细化'))}。下一步改进措施：加强管理。",
    ]


def counts(voice: Voice) -> list[str]:
    """Projects with goals, monitored and evaluated, with the money in them."""
    rng = voice.rng
    number = rng.randint(3, 30)
    money = voice.amount(Drawer(rng, voice.style, 3000).amount())
    good = rng.randint(0, number)
    whole, one, two = (voice.count(n, "个") for n in (number, good, number - good))
    voice.book.counts(whole, [one, two])
    return [
        "（四）预算绩效管理情况",
        f"{voice.year}年度本{voice.world.kind}编制绩效目标的项目{number}个，组织对{whole}项目开展绩效自评，涉及资金{money}，"
        f"其中评价结果为“优”的项目{one}，“良”的项目{two}。",
    ]


def explained(voice: Voice) -> list[str]:
    """Terms explained, some with figures."""
    return [
        "第三部分 名词解释",
        "1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
        "2.年初结转和结余：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。",
        "3.“三公”经费：指因公出国（境）费、公务用车购置及运行费和公务接待费。其中，公务用车购置费反映公务用车购置支出（含车辆购置税）。",
        f"4.机关事业单位基本养老保险缴费支出（项）：指单位按工资总额的16%缴纳、个人按8%缴纳的养老保险费，自{voice.year - 9}年起执行。",
    ]


FORMS = {
    "noise-policy": policy,
    "noise-performance": performance,
    "noise-counts": counts,
    "noise-terms": explained,
}
