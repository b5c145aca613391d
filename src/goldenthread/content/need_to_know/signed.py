"""The Caldicott Guardian's signature, and what it is of.

Nobody has signed yet, so none is claimed. Whoever does reads docs/reference/need-to-know.csv and
puts here their name, role, the day, and the SHA-256 the page "What every role may see" shows. From
then `make check` fails when the table is no longer the one that was signed.
"""

from goldenthread.language.need_to_know import Signature

SIGNATURE: Signature | None = None
