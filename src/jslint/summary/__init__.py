"""A reviewer's table over many reports: a row a body, departments beside their units, who did not hand in.

Pure: from the results of a run, the list of expected bodies and the last table to one value
(``model.Summary``), from that to sheets (``sheets``), and from those to each format.
"""
