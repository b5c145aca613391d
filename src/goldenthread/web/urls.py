"""The addresses of the pages. Sign-in pages not listed here are not served at all."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.web.pages import (
    concern,
    concern_section,
    contact,
    copy,
    corrections,
    delegations,
    directory,
    disagreements,
    entry_withdrawals,
    files,
    finding,
    guest,
    guest_follows,
    home,
    identify,
    joint_triage,
    look_reports,
    look_samples,
    looks,
    mash,
    my_children,
    my_referrals,
    need_to_know,
    night,
    notification,
    notification_file,
    quarantine,
    queue,
    record,
    register,
    samples,
    shared_copies,
    shares,
    signals,
    signs,
    system,
    thread,
    together,
    who_and_where,
    withdrawals,
)
from goldenthread.web.sign_in import demonstration, leaving, second_factor
from goldenthread.web.sign_in.demonstration import only_for_real

form = require_http_methods(["GET", "HEAD", "POST"])


def real(address: str, view: Any, *, name: str) -> Any:
    """Return a page of real sign-in, which a demonstration does not have."""
    return path(address, only_for_real(view), name=name)


sign_in = [
    path("sign-in/", demonstration.sign_in, name="account_login"),
    path("sign-in/as/<uuid:account_id>/", demonstration.sign_in_as, name="sign-in-as"),
    path("sign-out/", account.logout, name="account_logout"),
    real("sign-in/closed/", account.account_inactive, name="account_inactive"),
    real("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    real("sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    real("sign-in/code/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    real("password/", account.password_change, name="account_change_password"),
    real("password/forgotten/", account.password_reset, name="account_reset_password"),
    real(
        "password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"
    ),
    real(
        "password/new/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        only_for_real(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    real("security/", mfa.index, name="mfa_index"),
    real("security/choose/", second_factor.choose, name="second-factor"),
    real("security/authenticator/", second_factor.app, name="mfa_activate_totp"),
    real("security/authenticator/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    real("security/keys/add/", second_factor.add_key, name="mfa_add_webauthn"),
    real("security/keys/<int:pk>/", second_factor.rename_key, name="mfa_edit_webauthn"),
    real("security/keys/<int:pk>/remove/", second_factor.remove_key, name="mfa_remove_webauthn"),
    real("sign-in/key/again/", second_factor.key_again, name="mfa_reauthenticate_webauthn"),
    real("security/recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    real(
        "security/recovery-codes/new/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]

sessions = [
    path("session/time/", require_safe(leaving.time_left), name="session-time"),
    path("session/stay/", require_POST(leaving.stay), name="session-stay"),
    path("session/end/", require_POST(leaving.end), name="session-end"),
    path("session/words/<uuid:draft_id>/", form(leaving.words), name="session-words"),
]

directory_pages: list[Any] = [
    path("directory/", require_safe(directory.listed), {"what": "setting"}, name="directory"),
    path("directory/teams/", require_safe(directory.listed), {"what": "team"}, name="teams"),
    path(
        "directory/practitioners/",
        require_safe(directory.listed),
        {"what": "practitioner"},
        name="practitioners",
    ),
    path("directory/find/<slug:kind>/", require_safe(finding.directory), name="directory-find"),
    path("directory/settings/file/", form(directory.upload), name="setting-file"),
    *(
        path(f"directory/{what}s/add/", form(directory.add), {"what": what}, name=f"{what}-add")
        for what in directory.LISTS
    ),
    *(
        path(
            f"directory/{what}s/<uuid:listed_id>/",
            form(directory.change),
            {"what": what},
            name=what,
        )
        for what in directory.LISTS
    ),
]

guests = [
    path("tell-us/", require_safe(guest.tell_us), name="tell-us"),
    path("tell-us/about-you/", form(guest.about_you), name="guest-begin"),
    path("tell-us/places/<slug:kind>/", require_safe(finding.places), name="places"),
    path("tell-us/come-back/", form(guest.come_back), name="guest-come-back"),
    path("tell-us/link/<str:token>/", form(guest.link), name="guest-link"),
    path("tell-us/saved/", require_safe(guest_follows.left), name="guest-left"),
    path("tell-us/leave/", require_POST(guest_follows.leave), name="guest-leave"),
    path("tell-us/code/", form(guest_follows.code), name="guest-code"),
    path("tell-us/answer/", require_safe(guest_follows.followed), name="guest-followed"),
]

pages = [
    path("", require_safe(home.home), name="home"),
    path("concern/", form(concern.start), name="send-a-concern"),
    path("calls/", form(concern.call), name="record-a-call"),
    path("concern/<uuid:draft_id>/", form(concern.check), name="concern-check"),
    path("concern/<uuid:draft_id>/delete/", form(concern.discard), name="concern-discard"),
    path(
        "concern/<uuid:draft_id>/<slug:section>/",
        form(concern_section.section),
        name="concern-section",
    ),
    path(
        "concern/<uuid:draft_id>/<slug:section>/keep/",
        require_POST(concern_section.keep),
        name="concern-keep",
    ),
    path("referrals/", require_safe(my_referrals.listed), name="my-referrals"),
    path(
        "referrals/<uuid:occasion_id>/",
        require_safe(my_referrals.followed),
        name="referral-followed",
    ),
    path("referrals/<uuid:occasion_id>/copy/", require_safe(copy.copy), name="referral-copy"),
    path("referrals/<uuid:occasion_id>/sent/", require_safe(concern.sent), name="concern-sent"),
    path("asked-of-us/", require_safe(mash.asked), name="asked-of-us"),
    path("disagreements/", require_safe(disagreements.listed), name="disagreements"),
    path(
        "disagreements/about/<uuid:contact_id>/",
        form(disagreements.begin),
        name="disagreement-raise",
    ),
    path(
        "disagreements/<uuid:disagreement_id>/",
        require_safe(disagreements.one),
        name="disagreement",
    ),
    path(
        "disagreements/<uuid:disagreement_id>/<slug:step>/",
        form(disagreements.answer),
        name="disagreement-answer",
    ),
    path("night/", require_safe(night.sheet), name="night"),
    path("queue/", require_safe(queue.waiting), name="queue"),
    path("contacts/<uuid:episode_id>/", require_safe(contact.contact), name="contact"),
    path("contacts/<uuid:episode_id>/take/", require_POST(queue.claim), name="claim"),
    path("contacts/<uuid:episode_id>/hand-back/", require_POST(queue.hand_back), name="hand-back"),
    path("contacts/<uuid:episode_id>/hand-over/", require_POST(queue.hand_over), name="hand-over"),
    path("together/<uuid:occasion_id>/<slug:step>/", form(together.record), name="together"),
    path("my-children/", require_safe(my_children.mine), name="my-children"),
    path("delegations/", form(delegations.listed), name="delegations"),
    path(
        "delegations/<uuid:delegation_id>/end/",
        require_POST(delegations.end),
        name="delegation-end",
    ),
    path("samples/", require_safe(samples.listed), name="samples"),
    path("samples/<uuid:sample_id>/", form(samples.sample), name="sample"),
    path("samples/<uuid:sample_id>/open/", require_POST(samples.open_), name="sample-open"),
    path("register/", form(register.look_up), name="register"),
    path("contacts/<uuid:episode_id>/who-is-this/", form(identify.who), name="who-is-this"),
    path(
        "contacts/<uuid:episode_id>/who-is-this/<uuid:person_id>/",
        form(identify.compare),
        name="compare",
    ),
    *directory_pages,
    path(
        "children/<uuid:person_id>/who-and-where/",
        require_safe(who_and_where.told),
        name="who-and-where",
    ),
    path(
        "children/<uuid:person_id>/who-and-where/end/",
        form(who_and_where.end),
        name="register-end",
    ),
    path(
        "children/<uuid:person_id>/who-and-where/<slug:what>/",
        form(who_and_where.add),
        name="register-add",
    ),
    path(
        "contacts/<uuid:episode_id>/another-child/",
        form(withdrawals.withdraw),
        name="another-child",
    ),
    path("looks/", form(looks.find), name="looks"),
    path("looks/at/<uuid:child_id>/", require_safe(looks.at_child), name="looks-at"),
    path("looks/at/<uuid:child_id>/tell/", form(look_reports.tell), name="look-report-make"),
    path("looks/by/<uuid:account_id>/", require_safe(looks.by_colleague), name="looks-by"),
    path("looks/told/<uuid:report_id>/", require_safe(look_reports.report), name="look-report"),
    path(
        "looks/told/<uuid:report_id>/pdf/",
        require_safe(look_reports.as_pdf),
        name="look-report-pdf",
    ),
    path("looks/drawn/", require_safe(look_samples.listed), name="look-samples"),
    path("looks/drawn/<uuid:drawn_id>/", form(look_samples.one), name="look-sample"),
    path("signals/", require_safe(signals.listed), name="signals"),
    path("signals/<uuid:signal_id>/", form(signals.one), name="signal"),
    path("quarantine/", require_safe(quarantine.listed), name="quarantine"),
    path("quarantine/<uuid:quarantine_id>/", form(quarantine.one), name="quarantine-one"),
    path("contacts/<uuid:episode_id>/<slug:step>/", form(record.record), name="record"),
    path("entries/<uuid:entry_id>/correct/", form(corrections.correct), name="correct"),
    path(
        "entries/<uuid:entry_id>/another-child/",
        form(entry_withdrawals.withdraw),
        name="entry-another-child",
    ),
    path(
        "entries/<uuid:entry_id>/corrected/",
        require_safe(corrections.corrected),
        name="corrected",
    ),
    path("joint-triage/", require_safe(joint_triage.waiting), name="joint-triage"),
    path("joint-triage/notify/", form(notification.begin), name="notification-begin"),
    path(
        "joint-triage/sent/<uuid:occasion_id>/",
        require_safe(notification.sent),
        name="notification-sent",
    ),
    path("joint-triage/send/", form(notification_file.upload), name="notification-file"),
    path("joint-triage/<uuid:occasion_id>/", form(joint_triage.one), name="joint-triage-one"),
    path("children/<uuid:person_id>/", require_safe(thread.story), name="thread"),
    path("children/<uuid:person_id>/print/", require_safe(thread.printed), name="thread-print"),
    path("children/<uuid:person_id>/told/", require_safe(shares.told), name="shares"),
    path("children/<uuid:person_id>/told/whom/", require_safe(shares.whom), name="share-whom"),
    path("children/<uuid:person_id>/told/whom/<uuid:to_id>/", form(shares.tell), name="share"),
    *(
        path(
            f"children/<uuid:person_id>/told/{which}/",
            form(shares.write_down),
            {"which": which},
            name=f"share-{which}",
        )
        for which in ("outside", "declined")
    ),
    path("told/<uuid:share_id>/take-back/", form(shares.recall), name="share-recall"),
    path("told-to-us/", require_safe(shared_copies.listed), name="told-to-us"),
    path("told-to-us/<uuid:copy_id>/", require_safe(shared_copies.one), name="shared-copy"),
    path("vital-signs/", require_safe(signs.signs), name="vital-signs"),
    path("vital-signs/release/", require_safe(signs.release), name="vital-signs-release"),
    path("vital-signs/files/", form(files.give), name="dataset-files"),
    path("vital-signs/files/<uuid:upload_id>/", require_safe(files.given), name="dataset-file"),
    path("vital-signs/<slug:key>/", require_safe(signs.sign), name="vital-sign"),
    path("need-to-know/", require_safe(need_to_know.whole), name="need-to-know"),
    path("need-to-know/table/", require_safe(need_to_know.table), name="need-to-know-table"),
    path("what-i-may-see/", require_safe(need_to_know.own), name="what-i-may-see"),
    path("system/", require_safe(system.system), name="system"),
]

urlpatterns = sign_in + sessions + guests + pages
