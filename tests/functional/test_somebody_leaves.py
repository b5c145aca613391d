"""An administrator closes the account of somebody who has left: they are out at the next click."""


def test_whoever_left_is_signed_out_at_the_next_click(visit):
    imran, jo = visit("Imran"), visit("Jo")
    imran.heading("Queue")
    jo.follow("Accounts")
    jo.write("Part of a name or e-mail address", "imran")
    jo.press("Find")
    jo.reads("1 account.")
    jo.picture("accounts")
    jo.page.set_viewport_size({"width": 390, "height": 844})
    jo.check()
    jo.picture("accounts-phone")
    jo.follow("Close the account of Imran Hussain")
    jo.press("Close the account")
    jo.reads("Choose why the account is closed")
    jo.picture("account-close-phone")
    jo.page.get_by_label("They have left their agency").check()
    jo.press("Close the account")
    jo.heading("Accounts")
    imran.open("/queue/")
    imran.heading("One thread")
    imran.reads_not("Imran Hussain")
