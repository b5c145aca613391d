"""The nouns content is written in, and how each is evaluated.

Everything here is a frozen dataclass or a pure function: no Django, no files, no wall clock.
A declaration that makes no sense (two options with one key, a rule about no question) raises
ValueError when it is made, so that it can never be served.
"""
