"""The how-to page about an agency's own directory is true: its file is read, its commands run."""

import re
import shlex
import tomllib

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from typer.testing import CliRunner

from goldenthread.cli import accounts as command
from goldenthread.project import sign_ins
from goldenthread.records.account import Account
from goldenthread.web.sign_in.openid import asking
from tests.integration.test_own_directory import BACK, MFA, come_back, is_in
from tests.made import casework, openid_provider
from tests.made.how_to import PAGES

pytestmark = pytest.mark.postgresql

PAGE = (PAGES / "sign-in-with-your-own-directory.md").read_text()
(DECLARED,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
JOIN, PART = re.findall(r"```sh\n(.*?)\n```", PAGE, re.DOTALL)
ISSUER, EMAIL = "https://login.council.example", "leanne@council.example"


@pytest.fixture
def there(tmp_path, settings, monkeypatch):
    """The directory the page tells of, run here and declared by the page's own file."""
    provider = openid_provider.Provider()
    (tmp_path / "sign-ins.toml").write_text(DECLARED.replace(ISSUER, provider.issuer))
    (tmp_path / "council-secret").write_text(openid_provider.SECRET)
    monkeypatch.setenv("GOLDENTHREAD_SIGN_INS", str(tmp_path / "sign-ins.toml"))
    settings.GOLDENTHREAD_DEMONSTRATION = False
    settings.SECURE_SSL_REDIRECT = False
    settings.GOLDENTHREAD_SIGN_INS = sign_ins.declared()
    asking._known.clear()
    yield provider
    provider.close()


def test_the_file_is_read_and_the_commands_join_and_part(
    there, owner_cursor, database, monkeypatch
):
    people = casework.people(owner_cursor)
    owner_cursor.execute(
        "update gt_account set email = %s where id = %s", [EMAIL, people["screener"]]
    )
    monkeypatch.setattr("goldenthread.cli.session.opened", _AsItIs)
    monkeypatch.setattr("goldenthread.project.databases.url", database.url)
    assert BACK in PAGE
    there.who |= MFA
    client = Client()
    assert come_back(client, there).status_code == 400
    joined = CliRunner().invoke(command.app, shlex.split(JOIN)[2:])
    assert joined.exit_code == 0, joined.exception
    assert come_back(client, there).status_code == 302 and is_in(client)
    assert client.get("/queue/").wsgi_request.user == Account.objects.get(email=EMAIL)
    assert CliRunner().invoke(command.app, shlex.split(PART)[2:]).exit_code == 0
    assert come_back(Client(), there).status_code == 400
    for wrong in (shlex.split(PART)[2:], [*shlex.split(JOIN)[2:-1], "police"]):
        assert type(CliRunner().invoke(command.app, wrong).exception).__name__ == "Refusal"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (ISSUER, "http://login.council.example", "must be an https address"),
        ('client_id = "golden-thread"\n', "", "needs issuer, client_id and secret_file"),
        ("amr =", "arm =", "says arm, which nothing reads"),
        ("[council]", "[council", ""),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(tmp_path, monkeypatch, old, new, says):
    path = tmp_path / "sign-ins.toml"
    path.write_text(DECLARED.replace(old, new))
    monkeypatch.setenv("GOLDENTHREAD_SIGN_INS", str(path))
    with pytest.raises(ImproperlyConfigured, match=re.escape(says)):
        sign_ins.declared()


def test_no_file_is_none_and_one_that_was_named_must_be_there(tmp_path, monkeypatch):
    monkeypatch.setenv("GOLDENTHREAD_HOME", str(tmp_path))
    monkeypatch.delenv("GOLDENTHREAD_SIGN_INS", raising=False)
    assert sign_ins.declared() == {}
    monkeypatch.setenv("GOLDENTHREAD_SIGN_INS", str(tmp_path / "nowhere.toml"))
    with pytest.raises(ImproperlyConfigured, match="cannot be used"):
        sign_ins.declared()


def test_the_secret_is_not_in_the_file_of_the_page():
    assert "secret" not in tomllib.loads(DECLARED)["council"]


class _AsItIs:
    def __enter__(self) -> None: ...

    def __exit__(self, *error: object) -> None: ...
