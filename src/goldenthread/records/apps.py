"""The one Django application with models."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Names the application `records`, as migrations and foreign keys know it."""

    name = "goldenthread.records"
    label = "records"
