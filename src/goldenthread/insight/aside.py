"""Rows put aside on disk, so that however many there are few of them are in memory."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from weakref import finalize

import pyarrow as pa

# What other threads let go of comes back late, and would be held meanwhile.
_WRITTEN = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
_READ = pa.ipc.IpcReadOptions(use_threads=False)


class Aside:
    """Rows put aside on disk: nobody else can open the file, and it is gone with this process."""

    def __init__(self, of: pa.Schema) -> None:
        self.schema = of
        self.num_rows = 0
        self._kept = TemporaryFile()  # noqa: SIM115  # open for as long as the rows are
        self._into = pa.ipc.new_file(pa.PythonFile(self._kept, "w"), of, options=_WRITTEN)
        self._whole = False
        finalize(self, self._kept.close)

    def add(self, rows: pa.Table) -> None:
        """Put more rows aside, before any has been asked for. Raises OSError if the disk does."""
        self._into.write_table(rows)
        self.num_rows += rows.num_rows

    def to_batches(self) -> Iterator[pa.RecordBatch]:
        """Go through them; there will be no more."""
        if not self._whole:
            self._into.close()
            self._whole = True
        kept = pa.ipc.open_file(pa.PythonFile(self._kept, "r"), options=_READ)
        return (kept.get_batch(place) for place in range(kept.num_record_batches))
