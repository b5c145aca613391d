"""Database URLs, read once."""

import pytest

from goldenthread.records.postgresql import address


def test_the_same_server_another_database_keeps_the_user_and_the_rest():
    url = "postgresql://gt_web:p%40ss@db.example:5433/casework?sslmode=verify-full"
    parts = address.parts(address.changed(url, database="other"))
    assert parts == {
        "user": "gt_web", "password": "p@ss", "host": "db.example", "port": "5433",
        "dbname": "other", "sslmode": "verify-full",
    }  # fmt: skip


def test_another_role_is_not_given_the_first_ones_password():
    parts = address.parts(address.changed("postgresql://a:secret@h/d", role="gt_worker"))
    assert parts["user"] == "gt_worker"
    assert "password" not in parts


def test_a_socket_folder_survives():
    url = "postgresql://postgres@/d?host=/tmp/a%20folder"
    assert address.parts(address.changed(url, database="e"))["host"] == "/tmp/a folder"


def test_for_django_what_it_has_no_name_for_goes_to_options():
    entry = address.for_django("postgresql://u:p@h:5433/d?sslmode=require")
    assert entry["OPTIONS"] == {"sslmode": "require"}
    assert (entry["NAME"], entry["USER"], entry["PORT"]) == ("d", "u", "5433")


@pytest.mark.parametrize("url", ["mysql://h/d", "host=h dbname=d", "postgresql://h/d?nonsense=1"])
def test_what_is_not_a_database_url_is_refused_in_a_sentence(url):
    with pytest.raises(address.Unreadable, match="URL"):
        address.parts(url)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("postgresql://u@/d?host=/var/run", True),
        ("postgresql://localhost/d", True),
        ("postgresql://127.0.0.1,db.example/d", False),
        ("postgresql://db.example/d", False),
    ],
)
def test_a_server_elsewhere_is_told_from_one_here(url, local):
    assert address.is_local(url) is local
