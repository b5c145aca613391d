"""Every address: the pages, the API, the sign-in library's own."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.api.urls")),
    path("", include("goldenthread.web.urls")),
]

handler400 = "goldenthread.web.errors.bad"
handler403 = "goldenthread.web.errors.forbidden"
handler404 = "goldenthread.web.errors.missing"
handler500 = "goldenthread.web.errors.failed"
