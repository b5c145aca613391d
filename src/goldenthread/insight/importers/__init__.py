"""Importers: each reads one kind of file whole, or refuses it in one sentence."""
