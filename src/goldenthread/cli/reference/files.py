"""The files of the reference: what each says, which differ, and writing those that do."""

from pathlib import Path

from goldenthread.cli.reference import (
    agreements,
    allowances,
    clocks,
    dataset,
    fields,
    indicators,
    instruments,
    ledger,
    meetings,
    need_to_know,
    pathways,
    roles,
)
from goldenthread.cli.reference.specs import Specs

LEDGER = "keys.txt"


def pages(*, specs: Path, ledger_so_far: str) -> dict[str, str]:
    """Return the text of each file by its name.

    `specs` is the folder of the spec tests, `ledger_so_far` the ledger as it is kept: no key of
    it is ever left out.
    """
    tested = Specs(specs)
    return {
        "pathways.md": pathways.page(tested),
        "clocks.md": clocks.page(tested),
        "instruments.md": instruments.page(tested),
        "meetings.md": meetings.page(tested),
        "roles.md": roles.page(),
        "allowances.md": allowances.page(tested),
        "indicators.md": indicators.page(tested),
        "dataset.md": dataset.page(),
        "fields.md": fields.page(),
        **agreements.pages(),
        "need-to-know.md": need_to_know.page(),
        "need-to-know.csv": need_to_know.table(),
        LEDGER: ledger.text(so_far=ledger_so_far),
    }


def differing(folder: Path, *, specs: Path) -> list[Path]:
    """Return the files of the folder that do not say what the declarations say, first by name."""
    return sorted(
        folder / name
        for name, text in _pages(folder, specs).items()
        if not (folder / name).exists() or (folder / name).read_text("utf-8") != text
    )


def write(folder: Path, *, specs: Path) -> list[Path]:
    """Write the files that differ; return them. A file that says the same is left alone."""
    changed = differing(folder, specs=specs)
    for name, text in _pages(folder, specs).items():
        if folder / name in changed:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    return changed


def _pages(folder: Path, specs: Path) -> dict[str, str]:
    kept = folder / LEDGER
    return pages(specs=specs, ledger_so_far=kept.read_text("utf-8") if kept.exists() else "")
