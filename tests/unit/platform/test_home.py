"""The home folder, and what an installation is."""

import pytest

from goldenthread.project import databases, home


def test_state_lies_where_the_environment_says(home):
    from goldenthread.project import home as project_home

    assert project_home.folder() == home
    assert project_home.dataset() == home / "dataset"


def test_a_folder_nobody_set_up_counts_as_a_demonstration(tmp_path, monkeypatch):
    monkeypatch.setenv("GOLDENTHREAD_HOME", str(tmp_path))
    monkeypatch.delenv("GOLDENTHREAD_MODE", raising=False)
    assert home.mode() == "demonstration"
    home.remember("live")
    assert home.mode() == "live"
    monkeypatch.setenv("GOLDENTHREAD_MODE", "demonstration")
    assert home.mode() == "demonstration"
    monkeypatch.setenv("GOLDENTHREAD_MODE", "rehearsal")
    with pytest.raises(home.Unknown, match="must be demonstration or live, not rehearsal"):
        home.mode()


def test_one_url_given_means_all_are_wanted(monkeypatch):
    for variable in databases.VARIABLES.values():
        monkeypatch.delenv(variable, raising=False)
    assert databases.is_embedded()
    assert databases.url("gt_worker").startswith("postgresql://gt_worker@/goldenthread?host=/")
    monkeypatch.setenv("DATABASE_URL", "postgresql://gt_web@db/x")
    assert databases.url("gt_web") == "postgresql://gt_web@db/x"
    with pytest.raises(databases.Missing, match="WORKER_DATABASE_URL is not"):
        databases.url("gt_worker")


def test_the_pool_is_never_more_than_eight_connections_in_a_process(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://gt_web@db/x")
    pooled = databases.entry("gt_web", pooled=True)
    assert pooled["OPTIONS"]["pool"]["max_size"] == 8
    assert pooled["CONN_MAX_AGE"] == 0
    assert "pool" not in databases.entry("gt_web", pooled=False)["OPTIONS"]
