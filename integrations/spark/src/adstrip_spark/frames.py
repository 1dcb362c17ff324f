"""DataFrames in and out, by way of Arrow's batches.

`mapInArrow` and not `mapInPandas`: the other columns are handed on as the arrays that they came as, where pandas would
make floats of integers with nulls and nanoseconds of timestamps, and nested results need no detour over objects.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Sequence, Tuple, Union

from .child import Limits, answers
from .command import Options, command_line
from .schema import arrow_type, result_schema

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["clean_df"]

#: Bytes of answers, as JSON has them, and rows that go on in one batch.
BATCH_BYTES = 8 << 20
BATCH_ROWS = 1024


@dataclass(frozen=True)
class _Plan:
    """What a task has to know; it travels with the function."""

    html: Optional[str]
    text: Optional[str]
    url: Optional[str]
    into: str
    dropped: Tuple[str, ...]
    command: Union[None, str, Tuple[str, ...]]
    options: Options
    limits: Limits

    def __call__(self, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        command = command_line(self.command, self.options, self.limits.timeout, _folders())
        return _cleaned(batches, self, command)


def clean_df(
    df: DataFrame,
    html_col: Optional[str] = "html",
    url_col: Optional[str] = "url",
    *,
    text_col: Optional[str] = None,
    into: str = "adstrip",
    keep_input: bool = False,
    mode: str = "clean",
    remove: Optional[Sequence[str]] = None,
    keep: Sequence[str] = (),
    filters: Sequence[str] = (),
    max_length: Optional[int] = None,
    timeout: Optional[float] = 60.0,
    attempts: int = 2,
    in_flight: int = 64,
    in_flight_bytes: int = 16 << 20,
    adstrip_command: Union[None, str, Sequence[str]] = None,
) -> DataFrame:
    """The rows of `df`, in the order of each partition, with a column `into` that holds what adstrip makes of each page.

    Its type is `result_schema(mode)`. A row that fails has a reason in `into.error` and null in all other fields of
    `into`; no row is lost, and none fails the job.

    :param html_col: the column with the pages, strings; None where there are texts only
    :param url_col: the column with their addresses; None where there is none
    :param text_col: the column with texts whose tags are gone; taken for the rows whose page is null or empty
    :param into: the name of the new column
    :param keep_input: keep the columns `html_col` and `text_col`; otherwise they end here, as they are most of the bytes
    :param mode: "clean" for the article and what is known of it, "strip" only to take the ads out
    :param remove: the categories to remove; None for all
    :param keep: categories that stay
    :param filters: EasyList-style lists: paths on the executors, or names of files that `--files` or `addFile` has brought
    :param max_length: UTF-16 units of a page that are looked at; the rest is left out and `truncated` is true
    :param timeout: seconds that a page may take; None for ever
    :param attempts: deaths of the child on one record alone until the record gets an error
    :param in_flight: records that a child may hold at once
    :param in_flight_bytes: bytes of them
    :param adstrip_command: the program, or a list of the program and its first arguments; relative paths are looked for
        among what `--archives` and `--files` have brought. None: the archives of the README where they are there, else
        `adstrip` in PATH
    """
    from pyspark.sql.types import StringType, StructField, StructType

    if html_col is None and text_col is None:
        raise ValueError("html_col or text_col is needed")
    types = {field.name: field.dataType for field in df.schema.fields}
    if len(types) < len(df.schema.fields):
        raise ValueError("two columns have the same name")
    for option, name in (("html_col", html_col), ("text_col", text_col), ("url_col", url_col)):
        if name is None:
            continue
        if name not in types:
            raise ValueError(f"{option}: no column {name!r}; there are {', '.join(types)}")
        if not isinstance(types[name], StringType):
            raise TypeError(f"{option}: column {name!r} must be a string, not {types[name].simpleString()}")
    dropped = () if keep_input else tuple(name for name in (html_col, text_col) if name is not None)
    fields = [field for field in df.schema.fields if field.name not in dropped]
    if any(field.name == into for field in fields):
        raise ValueError(f"into: there is a column {into!r} already")
    plan = _Plan(
        html=html_col,
        text=text_col,
        url=url_col,
        into=into,
        dropped=dropped,
        command=adstrip_command if adstrip_command is None or isinstance(adstrip_command, str) else tuple(adstrip_command),
        options=Options.of(mode, remove, keep, filters, max_length),
        limits=Limits(in_flight=in_flight, in_flight_bytes=in_flight_bytes, timeout=timeout, attempts=attempts),
    )
    schema = StructType([*fields, StructField(into, result_schema(mode))])
    # A bare function: some versions of Spark ask for its signature.
    return df.mapInArrow(lambda batches: plan(batches), schema)


def _cleaned(batches: Iterator[pyarrow.RecordBatch], plan: _Plan, command: Sequence[str]) -> Iterator[pyarrow.RecordBatch]:
    """The batches with the new column, cut up where their answers would be large."""
    import pyarrow

    shape = arrow_type(plan.options.mode)
    waiting: List[pyarrow.RecordBatch] = []  # those that have been read and not been answered to the end

    def records() -> Iterator[Dict[str, Any]]:
        for batch in batches:
            if batch.num_rows == 0:
                continue
            waiting.append(batch)
            yield from _records(batch, plan)

    results: List[Dict[str, Any]] = []
    size = 0
    start = 0  # of what comes next, in waiting[0]
    for answer in answers(command, records(), plan.limits):
        results.append(answer)
        size += _size(answer)
        at_end = start + len(results) == waiting[0].num_rows
        if not at_end and len(results) < BATCH_ROWS and size < BATCH_BYTES:
            continue
        rows = waiting[0].slice(start, len(results))
        kept = [name for name in rows.schema.names if name not in plan.dropped]
        columns = [rows.column(rows.schema.get_field_index(name)) for name in kept]
        columns.append(pyarrow.array(results, type=shape))
        yield pyarrow.RecordBatch.from_arrays(columns, names=[*kept, plan.into])
        start += len(results)
        results, size = [], 0
        if at_end:
            waiting.pop(0)
            start = 0


def _records(batch: pyarrow.RecordBatch, plan: _Plan) -> Iterator[Dict[str, Any]]:
    def column(name: Optional[str]) -> Any:
        return None if name is None else batch.column(batch.schema.get_field_index(name))

    html, text, url = column(plan.html), column(plan.text), column(plan.url)
    for row in range(batch.num_rows):
        record: Dict[str, Any] = {}
        for name, values in (("url", url), ("html", html), ("text", text)):
            value = None if values is None else values[row].as_py()
            # The command takes the text only where there is no page: then it need not travel.
            if value is not None and not (name == "text" and record.get("html")):
                record[name] = value
        yield record


def _size(answer: Dict[str, Any]) -> int:
    """About as many characters as it has."""
    size = sum(len(removal["text"]) for removal in answer.get("removed", ()))
    return size + sum(len(answer.get(name, "")) for name in ("text", "html", "output"))


def _folders() -> List[str]:
    """Where Spark unpacks archives: the task's own folder on most clusters, one of the driver's in local mode."""
    from pyspark import SparkFiles

    try:
        return [os.getcwd(), SparkFiles.getRootDirectory()]
    except Exception:  # no task of Spark's
        return [os.getcwd()]
