"""The web process: loads the application, and refuses to serve from an unsafe database."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
application = get_wsgi_application()


def _refuse_if_unsafe() -> None:
    from django.conf import settings
    from django.db import connection

    from goldenthread.project import databases
    from goldenthread.records.postgresql import safety

    with connection.cursor() as cursor:
        safety.refuse(
            cursor,
            demonstration=settings.GOLDENTHREAD_DEMONSTRATION,
            bind=os.environ.get("GOLDENTHREAD_BIND", ""),
            url=databases.url(settings.DATABASE_ROLE),
        )
    connection.close()


_refuse_if_unsafe()
