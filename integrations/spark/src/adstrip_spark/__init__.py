"""The adstrip command over the rows of a Spark DataFrame.

    from adstrip_spark import clean_df
    clean_df(spark.read.parquet("pages")).select("url", "adstrip.text", "adstrip.metadata.title")

`adstrip_spark.child` and `adstrip_spark.command` need neither Spark nor Arrow, and serve other engines too.
"""

from .child import AdstripError, Limits, answers
from .command import CATEGORIES, Options, command_line
from .frames import clean_df
from .schema import result_schema

__all__ = [
    "CATEGORIES",
    "AdstripError",
    "Limits",
    "Options",
    "answers",
    "clean_df",
    "command_line",
    "result_schema",
]
