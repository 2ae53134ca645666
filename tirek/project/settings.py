"""Settings: one file for every instance; what differs comes from the environment through `instance`."""

import os

from django.utils.translation import gettext_lazy as _

from tirek.project.instance import (
    FACES,
    ROOT,
    address_of,
    database_settings,
    language,
    mail_server,
    metrics_address,
    read_faces,
    read_instance,
    respond_apart,
    secret_file,
    sign_in_service,
    time_zone,
    webhook_networks,
)
from tirek.project.logs import as_json, logging_settings

INSTANCE = read_instance()
TIREK_FACES = read_faces()
TIREK_COOKIES = TIREK_FACES != ("portal",)
TIREK_RESPOND_APART = respond_apart()
TIREK_DEMO = INSTANCE.demo
TIREK_DATA = INSTANCE.folder
TIREK_HOSTS = [host for host in os.environ.get("TIREK_HOSTS", "").split(",") if host]
TIREK_HTTPS = os.environ.get("TIREK_HTTPS", "0") == "1"
TIREK_PACKS = [folder for folder in os.environ.get("TIREK_PACKS", "").split(os.pathsep) if folder]
TIREK_COUNTRY = os.environ.get("TIREK_COUNTRY", "kz")
TIREK_NAME = os.environ.get("TIREK_NAME", "")
TIREK_ADDRESSES = {face: os.environ.get(f"TIREK_{face.upper()}_ADDRESS", "").rstrip("/") for face in FACES}

TIREK_BODIES_COME_TO = address_of(INSTANCE, "respond")
TIREK_PEOPLE_COME_TO = TIREK_BODIES_COME_TO if TIREK_FACES == ("respond",) else address_of(INSTANCE, "desk")
TIREK_PUBLIC_AT = address_of(INSTANCE, "portal")
TIREK_WEBHOOKS = webhook_networks(os.environ)
TIREK_MAIL = mail_server(os.environ)
TIREK_OIDC = sign_in_service(os.environ)
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # notices alone are mailed, by their own way

TIREK_SEARCH_FOLLOWS = True  # what is searched is kept with every act
TIREK_KEEPS_PAGES = True  # rendered public pages stay in memory until something is published
DEBUG = False
SECRET_KEY = secret_file(INSTANCE.keys / "secret.key")
FORCE_SCRIPT_NAME = ""  # the house stands at the root of its name: no header of a reader's may put another address before its links
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *TIREK_HOSTS]
ROOT_URLCONF = "tirek.project.urls"
WSGI_APPLICATION = "tirek.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"
SITE_NAME = "Tirek"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "tirek.foundation.ui",
    "tirek.foundation.ledger",
    "tirek.foundation.jurisdictions",
    "tirek.foundation.files",
    "tirek.foundation.search",
    "tirek.foundation.jobs",
    "tirek.foundation.people",
    "tirek.foundation.notices",
    "tirek.foundation.feeds",
    "tirek.foundation.webhooks",
    "tirek.foundation.sheets",
    "tirek.foundation.listviews",
    "tirek.registers.places",
    "tirek.registers.mandate",
    "tirek.records.visits",
    "tirek.followup.recommendations",
    "tirek.followup.international",
    "tirek.followup.exchange",
    "tirek.followup.letters",
    "tirek.insight.claims",
    "tirek.insight.indicators",
    "tirek.insight.planning",
    "tirek.insight.speeches",
    "tirek.insight.bundles",
    "tirek.insight.reports",
    "tirek.insight.publications",
    "tirek.faces.portal",
    "tirek.faces.api",
    "tirek.faces.frame",
    "tirek.faces.desk",
    "tirek.faces.respond",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
# A room joins the house when its folder holds an app; until then its line above waits.
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("tirek.") or (ROOT / app.replace(".", "/") / "apps.py").exists()]

LOGS_AS_JSON = as_json()
TIREK_METRICS = metrics_address()
MIDDLEWARE = [
    *(["tirek.project.metrics.counting.Counted"] if TIREK_METRICS else []),
    *(["tirek.project.logs.Answered"] if LOGS_AS_JSON else []),
    "tirek.project.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tirek.project.health.HealthCheck",
    "tirek.faces.portal.keeping.KeptPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tirek.foundation.ui.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "tirek.faces.frame.signin.limits.SessionLimits",
    "tirek.faces.frame.context.Refusals",
    "tirek.faces.desk.gate.DeskMiddleware",
    "tirek.faces.respond.context.BodyMiddleware",
    "tirek.project.methods.WrongMethod",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tirek.foundation.ui.context.frame",
                "tirek.faces.desk.navigation.desk_frame",
            ],
        },
    }
]

if TIREK_FACES == ("portal",):  # the public face alone: no session, no sign-in, no cookie, no room that the portal may not know
    KNOWN = ("django.contrib.staticfiles", "tirek.foundation.ui", "tirek.foundation.ledger", "tirek.foundation.jurisdictions",
             "tirek.insight.publications", "tirek.faces.portal", "tirek.faces.api")  # fmt: skip
    INSTALLED_APPS = [app for app in INSTALLED_APPS if app in KNOWN]
    MIDDLEWARE = [each for each in MIDDLEWARE if each.startswith(("tirek.project", "tirek.foundation", "tirek.faces.portal", "whitenoise")) or each.endswith("CommonMiddleware")]
    TEMPLATES[0]["DIRS"] = [ROOT / "tirek" / "faces" / "frame" / "templates"]  # the error page
    TEMPLATES[0]["OPTIONS"] = {"context_processors": [
        "django.template.context_processors.request", "django.template.context_processors.i18n", "tirek.foundation.ui.context.frame",
    ]}  # fmt: skip

if TIREK_FACES == ("respond",):  # the authorities' page alone: no desk, and no room of what a body may not know
    UNKNOWN = ("tirek.insight", "tirek.followup.international", "tirek.faces.desk", "tirek.faces.portal", "tirek.faces.api")
    INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith(UNKNOWN)]
    MIDDLEWARE = [each for each in MIDDLEWARE if not each.startswith(UNKNOWN)]
    TEMPLATES[0]["OPTIONS"] = {"context_processors": [each for each in TEMPLATES[0]["OPTIONS"]["context_processors"] if not each.startswith(UNKNOWN)]}  # type: ignore[index]

if TIREK_COOKIES and "respond" not in TIREK_FACES:  # the desk without the authorities' page
    INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "tirek.faces.respond"]
    MIDDLEWARE = [each for each in MIDDLEWARE if not each.startswith("tirek.faces.respond")]

DATABASES = {"default": database_settings(INSTANCE)}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "tirek_cache", "OPTIONS": {"MAX_ENTRIES": 100_000}}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

FORM_RENDERER = "tirek.foundation.ui.selects.PlainSelects"
LANGUAGES = [("ru", _("Russian")), ("kk", _("Kazakh")), ("ky", _("Kyrgyz")), ("en", _("English"))]
LANGUAGE_CODE = language()
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [ROOT / "locale"]
USE_TZ = True
TIME_ZONE = time_zone()

STATIC_URL = "/static/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "tirek.faces.frame.uploads.LimitedUpload",  # the first: what it stops, the others never see
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

if TIREK_COOKIES and "portal" not in TIREK_FACES:  # cookies with names of their own, so that faces on one host name never share one
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{TIREK_FACES[0]}_session", f"{TIREK_FACES[0]}_csrftoken"
SESSION_ENGINE = "tirek.faces.respond.sessions" if TIREK_FACES == ("respond",) else "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TIREK_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "tirek.faces.frame.errors.expired_form"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in TIREK_HOSTS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TIREK_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if TIREK_HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
TIREK_IDLE_LIMIT = 30 * 60
TIREK_ABSOLUTE_LIMIT = 12 * 3600

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "tirek.foundation.people.passwords.HardToGuess"},
]
ACCOUNT_ADAPTER = "tirek.faces.frame.signin.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/5m/key", "reauthenticate": "10/m/user", "change_password": "5/m/user"}
ACCOUNT_FORMS = {
    "login": "tirek.faces.frame.signin.forms.SignInForm",
    "reauthenticate": "tirek.faces.frame.signin.forms.ConfirmByPasswordForm",
    "change_password": "tirek.faces.frame.signin.forms.NewPasswordForm",
    "set_password": "tirek.faces.frame.signin.forms.FirstPasswordForm",
}
MFA_ADAPTER = "tirek.faces.frame.signin.adapter.FactorAdapter"
MFA_FORMS = {
    "authenticate": "tirek.faces.frame.signin.forms.CodeForm",
    "reauthenticate": "tirek.faces.frame.signin.forms.ConfirmCodeForm",
    "activate_totp": "tirek.faces.frame.signin.forms.FirstCodeForm",
    "add_webauthn": "tirek.faces.frame.signin.forms.NewPasskeyForm",
    "edit_webauthn": "tirek.faces.frame.signin.forms.PasskeyNameForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are vouched for by the invitation; no link that lets in is mailed
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 16  # too many to guess from however many addresses, so that no count must close the door to all
MFA_TOTP_TOLERANCE = 1
USERSESSIONS_TRACK_ACTIVITY = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
TIREK_WORK = "respond:home" if TIREK_FACES == ("respond",) else "desk:home"  # where work begins, for whoever signed in
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/respond/" if TIREK_FACES == ("respond",) else "/desk/"
LOGOUT_REDIRECT_URL = "/"

LOGGING = logging_settings(json_lines=LOGS_AS_JSON)
