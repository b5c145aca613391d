"""The access room: may this be done, by whom, to what, now; and which rows they see."""
