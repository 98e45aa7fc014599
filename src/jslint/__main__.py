"""``python -m jslint``."""

import sys

from jslint.cli import main

sys.exit(main())
