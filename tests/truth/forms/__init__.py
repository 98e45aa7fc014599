"""Every form by name: each words a part of a world, giving a heading and lines, or nothing."""

from truth.forms import (
    by_account,
    counted,
    details,
    elsewhere,
    further,
    items,
    lists,
    nested,
    noise,
    others,
    provinces,
    public,
    regions,
    sides,
    threes,
    totals,
)

FORMS = {
    **totals.FORMS,
    **lists.FORMS,
    **items.FORMS,
    **threes.FORMS,
    **others.FORMS,
    **public.FORMS,
    **regions.FORMS,
    **nested.FORMS,
    **noise.FORMS,
    **sides.FORMS,
    **by_account.FORMS,
    **details.FORMS,
    **provinces.FORMS,
    **elsewhere.FORMS,
    **counted.FORMS,
    **further.FORMS,
}
