"""``python -m jslint``."""

from jslint.cli import main

main()
