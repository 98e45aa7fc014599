"""Every form by name: each words a part of a world, giving a heading and lines, or nothing."""

from truth.forms import items, lists, nested, noise, others, public, regions, tables, threes, totals

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
    **tables.FORMS,
}
