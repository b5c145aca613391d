"""The project: settings, addresses of pages, and the folder and day this installation runs in."""
