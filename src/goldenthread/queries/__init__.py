"""The queries room: every read. Each takes the viewer and returns plain values for a page."""
