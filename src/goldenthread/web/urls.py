"""The addresses of the pages."""

from typing import Any

from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from goldenthread.web.kept_urls import kept_pages
from goldenthread.web.meeting_urls import meeting_pages
from goldenthread.web.pages import (
    access_changes,
    accounts,
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
    intelligence,
    joint_triage,
    look_reports,
    look_samples,
    looks,
    mash,
    my_children,
    my_referrals,
    my_team,
    need_to_know,
    night,
    notification,
    notification_file,
    purpose,
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
from goldenthread.web.sign_in.urls import sessions, sign_in
from goldenthread.web.tool_urls import form, tool_pages

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
    *tool_pages,
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
    path("my-team/", require_safe(my_team.mine), name="my-team"),
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
    path("looks/at/<uuid:child_id>/why/", form(purpose.say), name="purpose"),
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
    path("children/<uuid:person_id>/intelligence/", form(intelligence.write), name="intelligence"),
    path("system/", require_safe(system.system), name="system"),
    path("accounts/", require_safe(accounts.listed), name="accounts"),
    path("accounts/give/", form(access_changes.give), name="account-give"),
    path("accounts/asked/<uuid:asked_id>/", form(access_changes.asked), name="access-asked"),
    path("accounts/agencies/", require_safe(access_changes.whole), name="agencies"),
    path(
        "accounts/agencies/<uuid:agency_id>/leave/",
        form(access_changes.leave),
        name="agency-leave",
    ),
    path("accounts/<uuid:account_id>/close/", form(accounts.close), name="account-close"),
    path("accounts/<uuid:account_id>/change/", form(access_changes.change), name="account-change"),
]

urlpatterns = sign_in + sessions + guests + meeting_pages + kept_pages + pages
