"""Addresses of signing in: only what the house uses of allauth, each named here; nothing else of it can be reached."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import URLPattern, URLResolver, path

from tirek.faces.frame.signin import calendar, demonstration, invitations, keeping, notices, printed, recovering, views
from tirek.faces.frame.signin.outside import views as outside

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.own_account, name="account"),
    path("login/", views.sign_in, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/new/", recovering.set_password, name="account_set_password"),
    path("recovery/", recovering.sign_in, name="recovery-sign-in"),
    path("factors/", factors.index, name="mfa_index"),
    path("factors/code/", factors.authenticate, name="mfa_authenticate"),
    path("factors/confirm/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("factors/totp/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("factors/totp/remove/", printed.remove_telephone, name="mfa_deactivate_totp"),
    path("factors/recovery/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("factors/recovery/new/", printed.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("factors/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("factors/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("factors/passkeys/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("factors/passkeys/confirm/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("factors/passkeys/<int:pk>/remove/", recovering.remove_passkey, name="mfa_remove_webauthn"),
    path("factors/passkeys/<int:pk>/name/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("factors/printed/", printed.codes, name="printed-codes"),
    path("factors/needed/", views.second_factor, name="second-factor"),
    path("notices/", notices.notices, name="notices"),
    path("notices/again/", notices.again, name="notices-again"),
    path("calendar/", calendar.addresses, name="own-calendar"),
    path("calendar/new/", calendar.make, name="own-calendar-make"),
    path("calendar/<uuid:address_id>/end/", calendar.end, name="own-calendar-end"),
    path("service/", outside.enter, name="outside-enter"),
    path("service/return/", outside.come_back, name="outside-return"),
    path("service/link/", outside.link, name="outside-link"),
    path("service/unlink/", outside.unlink, name="outside-unlink"),
    path("service/confirm/", outside.confirm, name="outside-confirm"),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("sessions/<int:session_id>/end/", views.end_session, name="end-session"),
    path("reset/stop/", views.stop_reset, name="stop-reset"),
    path("invitation/<str:secret>/", invitations.accept, name="invitation"),
    path("set-up/<str:secret>/", invitations.set_up, name="set-up"),
    path("demonstration/", demonstration.people, name="demonstration"),
    path("demonstration/enter/", demonstration.enter, name="demonstration-enter"),
    path("demonstration/confirm/", demonstration.reauthenticate, name="demonstration-reauthenticate"),
    path("continue/", keeping.kept_form, name="kept-form"),
    path("preferences/", views.preferences, name="preferences"),
]
