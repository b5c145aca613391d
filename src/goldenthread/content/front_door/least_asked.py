"""When the least will do: immediate harm, or level 4, is never sent back for what is missing.

A name, the concern and who says so are enough (DOMAIN R2.1, LOCAL); the rest may still be told.
"""

from goldenthread.language.condition import Condition, answer

LEAST: Condition = answer("in_danger_now").equals("yes") | answer("level_of_need").equals("4")
