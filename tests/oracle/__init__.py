"""The oracle: who sees what, by a second implementation that shares no code with the product.

It reads the table a Caldicott Guardian signs and the bare tables of the database, as a superuser,
and nothing else: `tests/architecture/test_the_oracle.py` holds that it imports none of the product.
What it says is what every other proof of need to know is compared with (SECURITY 2.5).
"""
