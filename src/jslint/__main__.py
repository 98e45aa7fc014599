"""``python -m jslint``: what the command does, ended as it ends."""

from jslint.cli import script

script()
