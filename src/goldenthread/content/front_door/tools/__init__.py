"""Tools of the front door: the level of need, and the risk of domestic abuse."""
