"""Actions about no child: of an agency or of the whole partnership."""

from goldenthread.records.tracked import Tracked


class Action(Tracked):
    """One thing an agency does. It holds no word of any child (DOMAIN R31.4)."""

    class Meta(Tracked.Meta):
        db_table = "gt_action"
