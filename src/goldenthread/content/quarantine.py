"""Where what was recorded about the wrong child is kept: a desk and a store of their own.

UK GDPR Article 5(1)(d) and (f): what is inaccurate is put right without delay, and kept from who
has no need of it. PostgreSQL's functions for withdrawing know the same two words.
"""

DESK = "privacy"
SEAL = "quarantine"

# Nobody's work: what a referral opened from a contact has on it when nothing has been done yet.
UNWORKED = ("referral-opened", "referral-allocated")
