"""Addresses of the accounts."""

from django.urls import URLPattern, URLResolver, path

from tirek.faces.desk.accounts import invitations, mail, resets, rights, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.accounts, name="accounts"),
    path("invite/", invitations.invite, name="invite"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/<uuid:invitation_id>/withdraw/", invitations.withdraw, name="invitation-withdraw"),
    path("mail/", mail.mail, name="mail"),
    path("mail/<uuid:account_id>/again/", mail.again, name="mail-again"),
    path("rights/", rights.rights, name="rights"),
    path("rights/<uuid:request_id>/", rights.right, name="right"),
    path("rights/<uuid:request_id>/confirm/", rights.confirm, name="right-confirm"),
    path("rights/<uuid:request_id>/refuse/", rights.refuse, name="right-refuse"),
    path("resets/<uuid:reset_id>/confirm/", resets.confirm, name="reset-confirm"),
    path("resets/<uuid:reset_id>/stop/", resets.stop, name="reset-stop"),
    path("resets/<uuid:reset_id>/complete/", resets.complete, name="reset-complete"),
    path("<uuid:account_id>/", views.account, name="account"),
    path("<uuid:account_id>/roles/", views.grant, name="role-grant"),
    path("<uuid:account_id>/roles/<uuid:grant_id>/end/", views.end_role, name="role-end"),
    path("<uuid:account_id>/disable/", views.disable, name="account-disable"),
    path("<uuid:account_id>/enable/", views.enable, name="account-enable"),
    path("<uuid:account_id>/sessions/end/", views.end_sessions, name="account-sessions-end"),
    path("<uuid:account_id>/lock/lift/", views.lift_lock, name="account-lock-lift"),
    path("<uuid:account_id>/reset/", resets.ask, name="reset-ask"),
]
