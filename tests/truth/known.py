"""Forms that the program does not read rightly yet: to be taken out as it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truth.report import Piece

#: A form, or a form with one of its choices (``form:axis=choice``, joined by ``&`` where several
#: must come together), and why a consistent text of it gets an error or a warning. The numbers are
#: those of ``/work/scratch/truth-findings.md``.
KNOWN: dict[str, str] = {
    "list-after-amount": "F1: the amount after 其中 is given to the whole, not to the part behind it",
    "list-total-last": "F2: 合计 at the end is given to the last part",
    "items:name=（208类）": "F3: the two digits of 款 and 项 are taken for amounts",
    "items:layout=row": "F4: items in a row are not kept apart",
    "items:layout=run-on": "F4: items run on in one paragraph are not kept apart",
    "items:mark=。": "F5: a stop after 项 takes the figures away from it",
    "items:gap": "F6: 超预算 D counts as a part of the budget",
    "items:twins": "F31: two accounts of one name with different codes",
    "list-paragraphs:small-part": "F26: small parts are left out of the sum",
    "list-run-on:small-part": "F26: small parts are left out of the sum",
    "items:number=none": "F34, F35, F41: items without numbers are not kept apart",
    "items:name=编码前": "F38: a code right behind the item's mark",
    "threes-moving-nested:printed-changes": "F36: changes of printed amounts are known to one unit",
    "list-moving:printed-changes": "F36: changes of printed amounts are known to one unit",
    "incomes-moving:printed-changes": "F36: changes of printed amounts are known to one unit",
    "threes-budgets:gap": "F6: 超预算 D counts as a part of the budget",
    "threes-details:number=（一）": "F7: the list under （二） swallows （三）",
    "list-paragraphs:after": "F8: a list does not end at the next paragraph",
    "prior-sentence:prior-year=年度": "F9: a sentence on last year is taken for a stale year",
    "prior-sentence:brief=own": "F10: the change is given to last year's clause",
    "list-pairs:verb=各为": "F11: 各为 in pairs",
    "budget-parts": "F14: a budget's 其中 against the outturn's",
    "scopes": "F15: one name for two scopes",
    "classes-deep:twins": "F47: a group and an item of one name",
    "threes-nested:surface=paged": "F42: a page's end within a list",
    "list-inline:surface=paged": "F42: a page's end within a list",
    "threes-details:surface=paged": "F42: a page's end within a list",
    "list-inline:surface=halfwidth": "F50: half-width ; between classes",
    "table-3:sheet=spaces": "F48: a table in plain lines is read as prose",
    "table-5:sheet=spaces": "F48: a table in plain lines is read as prose",
    "table-2:sheet=spaces": "F48: a table in plain lines is read as prose",
    "visits:between=；": "F43: a visit's cost is added to the visits' total",
    "two-moneys": "F44: one name for two kinds of money",
    "list-moving:surface=spaced": "F45: words pulled apart",
    "threes-budgets:surface=spaced": "F45: words pulled apart",
    "basic:surface=spaced": "F45: words pulled apart",
    "two-budgets:surface=spaced": "F45: words pulled apart",
    "two-wholes:layout=paragraphs": "F16: one name under two wholes",
    "basic:layout=paragraphs-open": "F17: a paragraph without its stop goes on in the next",
    "differences": "F18: each subject's own difference",
    "paired:each=各": "F19: 各 in pairs",
    "table-2:sheet=continued": "F46: a table continued under its repeated title",
    "table-3:sheet=continued": "F46: a table continued under its repeated title",
    "table-5:sheet=continued": "F46: a table continued under its repeated title",
    "table-2:dashes": "F20: a column of dashes ends the row's sum",
    "table-3:dashes": "F21: a column with more dashes than figures",
    "table-4:dashes": "F21, F22: a column with more dashes than figures, 栏次",
    "table-5:dashes": "F21: a column with more dashes than figures",
    "table-7:dashes": "F21: a column with more dashes than figures",
    "table-6:layout=one": "F23: 人员经费合计 and 公用经费合计 in one column",
    "table-8:dashes": "F32: a dash is taken for the account's name",
    "table-8:note=此表为空表": "F24: the note below an empty table",
    "table-8:head=one": "F25: a column that is not found counts as nothing",
}


def reason(piece: Piece) -> str:
    """Why a piece is known to fail; empty where it must not."""
    for key, why in KNOWN.items():
        form, _, choices = key.partition(":")
        if piece.form == form and set(filter(None, choices.split("&"))) <= set(piece.trace):
            return why
    return ""
