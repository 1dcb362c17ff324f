"""What the command answers, as types: described once, for Arrow and for Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Union

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql.types import StructType

__all__ = ["CLEAN", "STRIP", "arrow_type", "result_schema"]

#: A scalar by Spark's name for it, a list of one thing, or members by name.
Shape = Union[str, List[Any], Dict[str, Any]]

#: The fields of Metadata but `sources`, which says for each of them where it came from.
FACTS: Dict[str, Shape] = {
    "title": "string",
    "authors": ["string"],
    "published": "string",
    "modified": "string",
    "description": "string",
    "site": "string",
    "language": "string",
    "canonicalUrl": "string",
    "image": "string",
    "section": "string",
    "tags": ["string"],
    "originalSource": "string",
    "license": "string",
}
#: `start` and `end` count UTF-16 units of the input.
REMOVAL: Dict[str, Shape] = {"rule": "string", "category": "string", "start": "int", "end": "int", "text": "string"}
#: What both modes give. `error` is null where there is a result, and all else is null where there is none.
COMMON: Dict[str, Shape] = {"error": "string", "type": "string", "truncated": "boolean", "removed": [REMOVAL]}
CLEAN: Dict[str, Shape] = {
    **COMMON,
    "text": "string",
    "html": "string",
    "metadata": {**FACTS, "sources": {name: "string" for name in FACTS}},
    "pageType": "string",
    "confidence": "double",
    "wordCount": "int",
}
STRIP: Dict[str, Shape] = {**COMMON, "output": "string"}


def result_schema(mode: str = "clean") -> StructType:
    """The type of the column that `clean_df` adds."""
    return _spark_type(STRIP if mode == "strip" else CLEAN)


def arrow_type(mode: str) -> pyarrow.DataType:
    """The same, as Arrow's."""
    return _arrow_type(STRIP if mode == "strip" else CLEAN)


def _spark_type(shape: Shape) -> Any:
    from pyspark.sql import types

    if isinstance(shape, dict):
        return types.StructType([types.StructField(name, _spark_type(member)) for name, member in shape.items()])
    if isinstance(shape, list):
        return types.ArrayType(_spark_type(shape[0]))
    scalars = {
        "string": types.StringType(),
        "int": types.IntegerType(),
        "double": types.DoubleType(),
        "boolean": types.BooleanType(),
    }
    return scalars[shape]


def _arrow_type(shape: Shape) -> Any:
    import pyarrow

    if isinstance(shape, dict):
        return pyarrow.struct([(name, _arrow_type(member)) for name, member in shape.items()])
    if isinstance(shape, list):
        return pyarrow.list_(_arrow_type(shape[0]))
    scalars = {
        "string": pyarrow.string(),
        "int": pyarrow.int32(),
        "double": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    return scalars[shape]
