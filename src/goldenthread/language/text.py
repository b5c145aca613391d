"""Words as they are kept: one Unicode form, no space around them, nothing a store refuses."""

import re
import unicodedata

# A lone half of a surrogate pair cannot be written as UTF-8, nor NUL kept by PostgreSQL.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def tidy(words: str) -> str:
    """The same words in Unicode form NFC, with plain line ends and no space around them."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines).strip()


def can_be_kept(words: str) -> bool:
    """Whether every character can be stored and sent."""
    return not _UNSTORABLE.search(words)


def storable(words: str) -> str:
    """The words with a replacement character for each one that cannot be stored."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def lower_first(words: str) -> str:
    """The words as they read inside a sentence: "NHS number" and "I am told" keep their capital."""
    first = words.split(" ", 1)[0]
    keeps = first == "I" or any(letter.isupper() for letter in first[1:])
    return words if keeps else words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]
