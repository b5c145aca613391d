"""Settings: one module, driven by the environment, the same for a demonstration and a live service.

Every variable it reads is listed in DEVELOPERS.md. Where a value differs from Django's default,
SECURITY section 5 asked for it.
"""

import os
import secrets
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from goldenthread.project import databases, home, mail, sign_ins
from goldenthread.records.postgresql import stamp

GOLDENTHREAD_DEMONSTRATION = home.mode() == stamp.DEMONSTRATION
DEBUG = False
# Secure cookies need https, which a demonstration on this machine does without.
_ENCRYPTED = not GOLDENTHREAD_DEMONSTRATION
_ROOT = Path(__file__).resolve().parent.parent


def _secret_key() -> str:
    """Return SECRET_KEY; a demonstration makes its own once, and until then uses one it forgets."""
    given = os.environ.get("SECRET_KEY", "")
    if given:
        return given
    if not GOLDENTHREAD_DEMONSTRATION:
        raise ImproperlyConfigured("Set SECRET_KEY to 50 or more random characters.")
    return home.secret().read_text() if home.secret().exists() else secrets.token_urlsafe(64)


def _hosts() -> list[str]:
    """Return the exact host names answered to; a demonstration answers to this machine only."""
    if GOLDENTHREAD_DEMONSTRATION:
        return ["localhost", "127.0.0.1", "[::1]"]
    return [name for name in os.environ.get("ALLOWED_HOSTS", "").split(",") if name]


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _hosts()
ROOT_URLCONF = "goldenthread.project.urls"
WSGI_APPLICATION = "goldenthread.project.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "goldenthread.records",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goldenthread.web.sign_in.idle.SessionMiddleware",
    "goldenthread.web.headers.Headers",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldenthread.web.sign_in.gate.SecondFactorGate",
    "axes.middleware.AxesMiddleware",
]

# Jinja2 first: a page of the sign-in library must be ours, never the library's own.
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_ROOT / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "goldenthread.web.jinja.environment",
            "context_processors": ["goldenthread.web.frame.frame"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.csp",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# Which role this process signs in as. `acting` opens each transaction, so Django must not.
DATABASE_ROLE = os.environ.get("GOLDENTHREAD_DATABASE_ROLE", "gt_web")
DATABASES = {
    "default": databases.entry(
        DATABASE_ROLE, pooled=os.environ.get("GOLDENTHREAD_DATABASE_POOL") == "on"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "records.Account"

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# Compiled assets live with everything else that is installed; hashed names are kept for ever.
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("GT_ASSETS_OUT") or Path(sys.prefix) / "frontend" / "dist")
WHITENOISE_USE_FINDERS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+\.[0-9a-f]{12}\..+$"

MAILERS = mail.mailers(
    url=os.environ.get("EMAIL_URL", ""), demonstration=GOLDENTHREAD_DEMONSTRATION
)
# Whom to page about an immediate contact nobody has taken in hand; a demonstration writes files.
GOLDENTHREAD_PAGING = mail.paging(os.environ, demonstration=GOLDENTHREAD_DEMONSTRATION)
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "Golden Thread <no-reply@localhost>")

# Passwords, sign-in and second factor.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name")},
    },
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "goldenthread.web.sign_in.adapter.AccountAdapter"
MFA_ADAPTER = "goldenthread.web.sign_in.adapter.MFAAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Accounts are made by an administrator who knows the address, never by whoever asks for one.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# A council's thousand people share one address at nine in the morning, and one of them may be
# guessing: nothing is limited by address alone. Axes counts wrong passwords, below.
# What is left of "login_failed" is guessing at a second factor.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "20/15m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
_KEYS = "goldenthread.web.sign_in.forms"
MFA_FORMS = {
    "add_webauthn": f"{_KEYS}.AddKeyForm",
    "authenticate_webauthn": f"{_KEYS}.AuthenticateKeyForm",
    "reauthenticate_webauthn": f"{_KEYS}.ReauthenticateKeyForm",
    "edit_webauthn": f"{_KEYS}.RenameKeyForm",
}
# Browsers give keys over https, and over http to this machine alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _ENCRYPTED
MFA_TOTP_ISSUER = "Golden Thread"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = False

# The agencies whose people sign in with their own directory; a demonstration has no sign-in at all.
GOLDENTHREAD_SIGN_INS = {} if GOLDENTHREAD_DEMONSTRATION else sign_ins.declared()

# By person and address together: one council's whole network must not be locked out by one person.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "goldenthread.project.lockout.username"
AXES_LOCKOUT_TEMPLATE = "sign_in/locked.html"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
# Each wrong try, for the alert to the administrators.
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ACCESS_FAILURE_LOG_PER_USER_LIMIT = 100

# Sessions: twelve hours at most; idle, as long as the role says, and this for a guest.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_SECONDS = 30 * 60
_PREFIX = "__Host-" if _ENCRYPTED else ""
SESSION_COOKIE_NAME = f"{_PREFIX}goldenthread-session"
CSRF_FAILURE_VIEW = "goldenthread.web.errors.expired"
CSRF_COOKIE_NAME = f"{_PREFIX}goldenthread-csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _ENCRYPTED
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# Browsers keep a page of the service to the service itself.
SECURE_HSTS_SECONDS = 31_536_000 if _ENCRYPTED else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _ENCRYPTED
SECURE_SSL_REDIRECT = _ENCRYPTED
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if os.environ.get("TRUSTED_PROXY") == "yes":
    MIDDLEWARE.insert(0, "goldenthread.project.proxy.ProxyMiddleware")
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
# The nonce is on script tags alone: no page of ours writes styles into itself.
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
# One more than any page takes, so that the page can say so.
DATA_UPLOAD_MAX_NUMBER_FILES = 21
# Straight to the home folder's disk, and no more of a file than its page takes.
FILE_UPLOAD_HANDLERS = ["goldenthread.web.receiving.ToHome"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_PERMISSIONS = 0o600

# To the error stream, without the address asked for: it may carry what was searched for.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["errors"], "level": "WARNING"},
}
# Jobs are found in one module, and only by the worker.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = ["goldenthread.jobs.tasks"]
# auth.W004: the address is unique whatever its case, by a constraint Django's check does not read.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
