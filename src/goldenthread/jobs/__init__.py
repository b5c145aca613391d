"""Jobs: work that follows a record after it is committed, and work done each night.

A job is deferred by name inside the transaction that made it needed, with opaque ids only; it
commits with the record or not at all. Each job is one action, safe to repeat.
"""
