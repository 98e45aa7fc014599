"""Diagnostics that somebody has accepted: how they are said, and which they are.

``applying`` sets them apart; few reports have any, so it is loaded for those.
"""
