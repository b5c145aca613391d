"""The numbers the partnership's own systems give: how each is written, to confirm locally.

What is declared here is how a number looks, never whether it is somebody's.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NumberFormat:
    """How one system writes its numbers, and one that is right."""

    key: str
    title: str
    pattern: str
    example: str

    def read(self, text: str) -> str:
        """Return the number in capitals without spaces; raises ValueError saying what is right."""
        number = re.sub(r"\s", "", text).upper()
        if not re.fullmatch(self.pattern, number):
            raise ValueError(f"A {self.title} is written like {self.example}")
        return number


council = NumberFormat(
    key="council", title="council case number", pattern=r"[0-9]{5,10}", example="1204567"
)
police = NumberFormat(
    key="police",
    title="police person number",
    pattern=r"[A-Z0-9]{1,4}[0-9]{5,9}[A-Z]?",
    example="WY1234567",
)
formats = {each.key: each for each in (council, police)}
