"""Where e-mail goes."""

import pytest

from goldenthread.project import mail


def test_a_demonstration_writes_files_and_a_live_service_without_a_server_sends_nothing(home):
    told = mail.mailers(url="", demonstration=True)["default"]
    assert told["BACKEND"].endswith("filebased.EmailBackend")
    assert told["OPTIONS"]["file_path"] == str(home / "mail")
    assert mail.mailers(url="", demonstration=False) == {}


@pytest.mark.parametrize(
    ("url", "port", "starttls", "implicit"),
    [
        ("smtp://host", 587, True, False),
        ("smtp://host?tls=implicit", 465, False, True),
        ("smtp://host:2525?tls=none", 2525, False, False),
    ],
)
def test_a_server_is_spoken_to_as_its_url_says(url, port, starttls, implicit):
    options = mail.mailers(url=url, demonstration=False)["default"]["OPTIONS"]
    assert (options["port"], options["use_tls"], options["use_ssl"]) == (port, starttls, implicit)


def test_a_password_may_hold_any_character():
    told = mail.mailers(url="smtp://me%40nhs:p%2Fw@host", demonstration=False)["default"]
    assert (told["OPTIONS"]["username"], told["OPTIONS"]["password"]) == ("me@nhs", "p/w")


@pytest.mark.parametrize("url", ["https://host", "smtp://", "smtp://host?tls=perhaps", "mail"])
def test_what_is_not_a_mail_server_is_refused(url):
    with pytest.raises(mail.Unreadable, match="EMAIL_URL must be like smtp://"):
        mail.mailers(url=url, demonstration=False)
