"""PostgreSQL: the server, the roles, the identity and row security."""
