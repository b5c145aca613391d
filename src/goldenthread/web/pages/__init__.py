"""The pages, one module each, each around its one question."""
