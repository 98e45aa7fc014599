"""Where the one-file program begins."""

import multiprocessing

from jslint.cli import script

if __name__ == "__main__":
    # Windows starts the processes of ``-j`` as this program again, with arguments of their own.
    multiprocessing.freeze_support()
    script()
