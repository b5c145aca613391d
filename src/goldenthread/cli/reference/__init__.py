"""The reference: docs/reference, written from the declarations and the tables they are tested by.

Each page is a pure function of content; only `files` touches a file. `goldenthread docs` writes
them and `make check` compares.
"""
