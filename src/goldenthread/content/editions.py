"""From when each edition of the statutory guidance decides what help a family is given.

Until then targeted early help and section 17 are two plans; from then one plan joins them.
"""

from datetime import date, timedelta

# Working Together 2026: to be confirmed by the partnership, as it chooses the day it changes over.
FAMILY_HELP_SINCE = date(2026, 4, 1)
TWO_PLANS_UNTIL = FAMILY_HELP_SINCE - timedelta(days=1)
