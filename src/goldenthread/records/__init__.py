"""The records room: the casework, one model a file, in PostgreSQL.

It knows nothing of content: a pathway, step or role is a key in a text column, so that a new
declaration never makes a migration.
"""
