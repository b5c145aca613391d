"""A child's thread, as it is known now and as it was known on a day gone by."""

from playwright.sync_api import expect

from tests.functional import story, worker


def test_the_thread_is_read_as_it_was_known_on_a_day(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    imran = visit("Imran")
    imran.follow("Amir Rahman")
    imran.follow("Amir Rahman's thread")
    imran.reads(story.WORRY)
    expect(imran.page).not_to_have_title("Rahman")

    imran.write_date("Show it as it was known on", "3 3 2020")
    imran.page.get_by_role("button", name="Show").click()
    imran.reads("As it was known at the end of 3 March 2020")
    imran.reads("Nothing you may see had been recorded by then")
    imran.reads_not(story.WORRY)
    imran.check()
    imran.follow("Show it as it is known now")
    imran.reads(story.WORRY)

    imran.write_date("Show it as it was known on", "5 3 2020")
    imran.page.get_by_role("button", name="Show").click()
    imran.reads("Choose a day that has been")
    imran.check()


def test_the_thread_is_read_as_it_was_known_without_javascript(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    imran = visit("Imran", java_script_enabled=False)
    imran.follow("Yusuf Rahman")
    imran.follow("Yusuf Rahman's thread")
    imran.write_date("Show it as it was known on", "31 2 2020")
    imran.press("Show")
    imran.reads("must be a real date")
    imran.write_date("Show it as it was known on", "4 3 2020")
    imran.press("Show")
    imran.reads(story.WORRY)


def test_words_are_found_in_the_thread_and_what_is_found_is_printed(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    for scripts in (True, False):
        imran = visit("Imran", java_script_enabled=scripts)
        imran.follow("Amir Rahman")
        imran.follow("Amir Rahman's thread")
        imran.reads("Held by nobody yet")
        imran.page.get_by_text("Find in this thread").click()
        imran.write("Words written in it", "nobody wrote this")
        imran.page.get_by_role("button", name="Show").click()
        imran.reads("Nothing you may see is like that")
        imran.check()
        imran.follow("Show everything")
        imran.page.get_by_text("Find in this thread").click()
        imran.write("Words written in it", story.WORRY[3:20].upper())
        imran.page.get_by_role("button", name="Show").click()
        imran.reads("Only what you chose is here")
        imran.reads(story.WORRY)
        imran.picture("thread-found")
        imran.follow("Print")
        imran.heading("part of the thread")
        imran.reads("Printed by Imran Hussain")
        imran.reads(story.WORRY)
        imran.picture("thread-print")
