"""Builds the documentation site into ``site/``: ``python3 dev.py site``.

docs/ and the pages made from the rules are put into a temporary folder, where zensical builds them
strictly; then every link of the result is checked. Nothing is fetched, at the build or by a reader:
site/index.html can be opened from a folder.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import links
import rule_pages

ROOT = Path(__file__).parents[1]
_SETTINGS = ROOT / "tools" / "site"
#: Pages that stand at the top of the checkout, and their names on the site.
_TOP = {"CHANGELOG.md": "changes.md", "CONTRIBUTING.md": "contributing.md"}
_COLOR = re.compile(r"\x1b\[[0-9;]*m")


class BuildError(Exception):
    """The site could not be built; the message is what the generator said."""


def build(folder: Path) -> list[str]:
    """Build the site in a folder that is not there yet; what is wrong with its links."""
    with TemporaryDirectory() as name:
        work = Path(name).resolve()
        _assemble(work)
        done = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--strict"],
            cwd=work,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            # Its report is in colour, and a traceback says again that it stopped.
            said = _COLOR.sub("", done.stdout + done.stderr)
            raise BuildError(said.partition("Traceback (most recent call last)")[0])
        # A server's page for wrong addresses, with links that lead nowhere in a folder.
        (work / "site" / "404.html").unlink(missing_ok=True)
        shutil.move(work / "site", folder)
    return links.problems(folder)


def _assemble(work: Path) -> None:
    """Put the settings and all pages of the site into a folder."""
    docs = work / "docs"
    shutil.copytree(ROOT / "docs", docs)
    shutil.copy(_SETTINGS / "zensical.toml", work)
    (docs / "assets").mkdir()
    shutil.copy(_SETTINGS / "iframe-worker.js", docs / "assets")
    shutil.copy(_SETTINGS / "site.css", docs / "assets")
    for source, target in _TOP.items():
        page = (ROOT / source).read_text(encoding="utf-8").replace("](docs/", "](")
        for other, its in _TOP.items():
            page = page.replace(f"]({other}", f"]({its}")
        (docs / target).write_text(page, encoding="utf-8")
    for name, page in rule_pages.pages().items():
        path = docs / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")


def main() -> int:
    """Build into ``site/``, anew; the exit status."""
    site = ROOT / "site"
    shutil.rmtree(site, ignore_errors=True)
    try:
        wrong = build(site)
    except BuildError as error:
        print(error)
        return 1
    print("\n".join(wrong) if wrong else f"打开 {site / 'index.html'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
