"""Addresses for machines."""

from django.urls import path

from goldenthread.api import health

urlpatterns = [path("healthz", health.healthz, name="healthz")]
