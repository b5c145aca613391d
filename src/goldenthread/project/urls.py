"""Every address: the pages, the API, the sign-in library's own."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.api.urls")),
    path("", include("goldenthread.web.urls")),
]
