"""Finding what content declares: every file is looked in, and no key is shared."""

from types import ModuleType

import pytest

from goldenthread.content import catalogue
from goldenthread.content.catalogue import DuplicateKey
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Step


def module(**declared: object) -> ModuleType:
    """A module of content that declares these."""
    made = ModuleType("made")
    vars(made).update(declared)
    return made


@pytest.fixture
def content(monkeypatch):
    """Content that is what the test says it is: call it with the modules."""

    def clear():
        for kept in ("_declared", "_known", "pathways", "pathway", "step"):
            getattr(catalogue, kept).cache_clear()

    def holds(*modules: ModuleType) -> None:
        monkeypatch.setattr(catalogue, "modules", lambda: iter(modules))
        clear()

    yield holds
    clear()


def test_a_step_in_a_file_of_its_own_joins_the_pathway_it_names(content):
    begun = Step(key="begun", title="Begun", state="Begun", by=(), first=True)
    added = Step(key="added", title="Added", state="", by=(By(role="a"),), on="way")
    way = Pathway(key="way", title="Way", steps=(begun,), reference_prefix="W")

    content(module(way=way, begun=begun), module(added=added))

    assert [step.key for step in catalogue.pathway("way").steps] == ["begun", "added"]


def test_one_declaration_imported_by_another_module_is_one(content):
    school = AgencyKind(key="school", title="School")

    content(module(school=school), module(imported=school))

    assert catalogue.declared(AgencyKind) == {"school": school}


def test_two_declarations_may_not_share_a_key(content):
    content(
        module(one=AgencyKind(key="school", title="School")),
        module(other=AgencyKind(key="school", title="Academy")),
    )

    with pytest.raises(DuplicateKey, match="school"):
        catalogue.declared(AgencyKind)


def test_a_renamed_declaration_is_found_by_the_key_it_had(content):
    begun = Step(key="begun", title="Begun", state="", by=(), first=True, formerly=("started",))

    content(module(begun=begun))

    assert catalogue.step("started") is catalogue.step("begun")
    assert list(catalogue.declared(Step)) == ["begun"]


def test_a_former_key_may_not_be_given_to_another(content):
    content(
        module(
            begun=Step(key="begun", title="Begun", state="", by=(), formerly=("started",)),
            started=Step(key="started", title="Started", state="", by=()),
        )
    )

    with pytest.raises(DuplicateKey, match="started"):
        catalogue.step("begun")


def test_what_was_never_declared_is_not_found():
    with pytest.raises(KeyError):
        catalogue.pathway("no-such-pathway")
