"""The actions room: every write. Check, change, trail row and what follows, in one transaction."""
