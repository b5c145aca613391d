"""The looks drawn each week for a line manager to read: one in a hundred, by chance.

UK GDPR Article 5(1)(f) and 32: that looks are read at all is what keeps them proper. The line
manager is somebody who manages in the same team, else in the same agency. Where there is none the
privacy officers read it. One in a hundred is LOCAL.
"""

from goldenthread.kernel.citation import Citation
from goldenthread.language.chance import Draw

LAW = Citation(source="UK GDPR", place="Articles 5(1)(f) and 32")
DRAWN = Draw(one_in=100, seed="looks read by a line manager")
# Whoever may read what was drawn of their colleagues' looks manages them.
READS = "look.review"

VIEWS = {
    "proper": "I know why they looked",
    "ask": "I do not know why: the privacy officer should ask",
}
