"""The one style and the one script of the page, and the policy that lets a browser use only these."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256


def _asset(name: str) -> str:
    path = os.path.join(os.path.dirname(__file__), name)
    with open(path, encoding="utf-8") as stream:
        return f"\n{stream.read()}"


def _hash(content: str) -> str:
    return b64encode(sha256(content.encode()).digest()).decode()


STYLE = _asset("page.css")
SCRIPT = _asset("page.js")
#: Whatever a report holds, a browser loads nothing and runs nothing of it.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_hash(STYLE)}'; script-src 'sha256-{_hash(SCRIPT)}'; "
    "base-uri 'none'; form-action 'none'"
)
