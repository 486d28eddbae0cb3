"""A typed table as a Parquet file, by pyarrow (the extra ``parquet``).

Days are ``date32``, amounts in đồng and counts ``int64``, text UTF-8; what is not known is null.
The meaning of each column stands in its field's metadata, a notice in that of the file.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from kehoach_cli.errors import OutputError


def table_parquet(
    kinds: Mapping[str, str],
    meanings: Mapping[str, str],
    rows: Sequence[Sequence[object]],
    notice: str = "",
) -> bytes:
    """The bytes of a file; ``kinds`` gives each column's kind, in the order of the rows' values.

    Raises:
        OutputError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - 40 MB that few have
        from pyarrow import parquet  # noqa: PLC0415 - the same
    except ModuleNotFoundError as error:
        raise OutputError(
            "xuất Parquet cần thư viện pyarrow, máy này chưa cài",
            "cài bằng: pip install 'kehoach-cli[parquet]'",
        ) from error
    types: dict[str, Any] = {
        "text": pa.string(),
        "day": pa.date32(),
        "count": pa.int64(),
        "dong": pa.int64(),
        "flag": pa.bool_(),
    }
    schema = pa.schema(
        [
            pa.field(name, types[kind], metadata={"meaning": meanings[name]})
            for name, kind in kinds.items()
        ],
        metadata={"notice": notice} if notice else None,
    )
    columns = zip(*rows, strict=True) if rows else ([] for _ in kinds)
    arrays = [pa.array(one, field.type) for one, field in zip(columns, schema, strict=True)]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
