"""How long a form takes somebody who has not seen it before, by published figures.

The keystroke-level model: Card, Moran and Newell, "The keystroke-level model for user performance
time with interactive systems", Communications of the ACM 23(7), 1980. Silent reading of English:
Brysbaert, Journal of Memory and Language 109, 2019, 238 words a minute. Every line of every page
is read, options among them, and again on each page; a line that stands twice on one page, as the
options of a second child do, is read once. What was typed is read on the page that shows it back.
"""

from dataclasses import dataclass, field

from tests.functional.visitor import Visitor

KEY = 0.28  # an average typist who is no secretary
POINT = 1.1
CLICK = 0.2
HOME = 0.4  # a hand from the keys to the mouse, or back
THINK = 1.35
ANSWER = 1.0  # what the machine may take for a page
WORDS_A_MINUTE = 238

VISIBLE = "() => document.querySelector('main').innerText"


@dataclass
class Counted:
    """What one person types, chooses and reads, and the pages they pass."""

    visitor: Visitor
    keys: int = 0
    choices: int = 0
    pages: int = 0
    words: int = 0
    written: int = 0
    seconds: float = 0.0
    headings: list[str] = field(default_factory=list)

    def write(self, label: str, words: str, *, within: str | None = None) -> None:
        """Tab to a field and type: a thought for the field and one for each sentence after."""
        self.visitor.write(label, words, within=within)
        self._typed(words)

    def write_date(self, question: str, day: str, *, within: str | None = None) -> None:
        """Type a date: three boxes, and a Tab between them."""
        self.visitor.write_date(question, day, within=within)
        self._typed(day)

    def choose(self, question: str, option: str, *, within: str | None = None) -> None:
        """Choose one answer with the mouse."""
        self.visitor.choose(question, option, within=within)
        self._pointed()
        self.choices += 1

    def press(self, name: str) -> None:
        """Press a button, wait for the page, and read it."""
        self.visitor.press(name)
        self._pointed()
        self.pages += 1
        self.seconds += ANSWER
        self.read()

    def read(self) -> None:
        """Read the page that is open."""
        lines = dict.fromkeys(self.visitor.page.evaluate(VISIBLE).splitlines())
        words = sum(len(line.split()) for line in lines)
        self.words += words
        self.seconds += words * 60 / WORDS_A_MINUTE
        self.headings.append(self.visitor.page.locator("h1").inner_text())

    @property
    def minutes(self) -> float:
        """All of it."""
        return self.seconds / 60

    def __str__(self) -> str:
        return (
            f"{self.pages} pages, {self.keys} keys, {self.choices} choices, {self.written} words "
            f"written, {self.words} words read: {self.minutes:.1f} minutes"
        )

    def _typed(self, words: str) -> None:
        self.keys += len(words) + 1
        self.written += len(words.split())
        self.seconds += (len(words) + 1) * KEY + THINK * max(1, words.count(". "))

    def _pointed(self) -> None:
        self.seconds += THINK + HOME + POINT + CLICK + HOME
