"""Consistent reports from a known truth: a world of amounts, forms that tell of it, and checks.

A world (``world``) is drawn first, in whole fen; forms (``forms``) word parts of it and note, for
each figure that they print, the relations in which a reader finds it (``book``). So a consistent
report gives no finding, and a figure changed beyond what its relations allow gives one. Nothing
here knows how the program reads: the forms were written from published reports alone.
"""
