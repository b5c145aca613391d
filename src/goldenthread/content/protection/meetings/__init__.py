"""The meetings about children in need of help and protection."""
