"""Ten thousand damaged files, each read in a jail: 512 MB, half a minute (promise P13).

No crash, no hang, nothing half in: each is loaded, or refused in one sentence that names it.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from goldenthread.insight import dataset, schema
from tests.generative.test_damaged_files import RETURN, TABLE, damaged
from tests.made import cin
from tests.made.cin import Child, Referral
from tests.made.jailed import Jail

EACH = 1_429  # of seven kinds of file
LOADED_EVERY = 25  # what is refused was never near the dataset; of the rest some are loaded
ASSESSED = (
    "<Assessments><AssessmentActualStartDate>2021-05-07</AssessmentActualStartDate>"
    "<AssessmentAuthorisationDate>2021-06-30</AssessmentAuthorisationDate></Assessments>"
)
CONTACTS = (
    "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,"
    "cont_contact_source_desc,cont_contact_outcome_json\n"
    '1,C1,2020-03-04T09:30:00,2A,School,"{""NEW_REFERRAL_FLAG"": ""Y""}"\n'
    "2,C2,2020-03-05,3A,GP,{}\n"
)
NEIGHBOURS = (
    "LA num,LA Name,LA number,GOInd,GOReg,"
    + ",".join(f"SN{n},SNP" for n in range(1, 11))
    + ",\n380,Bradford,380,1,Yorkshire,"
    + ",".join(f"{350 + n},Close" for n in range(10))
    + ",\n"
)
TOOL = (
    "topic,measure_short,measure,polarity,decimals,year_type,year,area_role,la_code,area,value\n"
    "Need,CIN,Children in need,-,,Financial Year,2020,la,380,Bradford,-1.5\n"
    "Need,CIN,Children in need,-,,Financial Year,2018-20,national,970,England,-\n"
)
SEEDS = {
    "return": RETURN.encode(),
    "return in UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + RETURN).encode("utf-16"),
    "return with assessments": cin.written(
        [Child(referrals=[Referral(more=ASSESSED * 2)]), Child(id="C2")]
    ).encode(),
    "published table": TABLE.encode(),
    "contacts": CONTACTS.encode(),
    "neighbours": NEIGHBOURS.encode(),
    "interactive tool": TOOL.encode(),
}
OFTEN = settings(
    max_examples=EACH,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def jail(home):
    with Jail(home) as jail:
        yield jail


def test_each_whole_file_is_loaded_in_the_jail(jail, tmp_path):
    for name, whole in SEEDS.items():
        path = tmp_path / name
        path.write_bytes(whole)
        assert jail.give(path, keep=True).get("rows"), name


def test_the_jail_holds(tmp_path):
    """What is too large for it dies in it: a jail that lets everything through proves nothing."""
    import subprocess
    import sys

    greedy = "import resource; from tests.made import jailed;"
    greedy += "resource.setrlimit(resource.RLIMIT_DATA, (jailed.MEMORY, jailed.MEMORY));"
    greedy += "bytearray(jailed.MEMORY)"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_ten_thousand_damaged_files_are_loaded_or_refused(seed, jail, home, tmp_path):
    given_so_far = iter(range(10**9))
    path = tmp_path / f"damaged{os.getpid()}.file"

    @given(data=damaged(SEEDS[seed]))
    @settings(OFTEN)
    def each(data):
        path.write_bytes(data)
        keep = next(given_so_far) % LOADED_EVERY == 0
        before = dataset.newest(home=home, kind="imported")
        answer = jail.give(path, keep=keep)
        if "refused" in answer:
            said = answer["refused"]
            assert said.startswith(path.name) and said.endswith(".") and len(said.splitlines()) == 1
        if keep:
            _whole(home, before, answer)

    each()
    assert next(given_so_far) >= EACH


def _whole(home, before, answer) -> None:
    """The dataset is as it was, or is the snapshot that was made, each table of it readable."""
    now = dataset.newest(home=home, kind="imported")
    assert now == before if "refused" in answer else now.id == answer["snapshot"]
    if now is not None:
        for name in schema.TABLES:
            assert now.table(name).num_rows == now.rows(name)
    assert not list((home / "dataset" / "snapshots").glob(".*"))
