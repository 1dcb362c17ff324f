"""`clean_df` and `rdd.pipe` on a real Spark against the command line over the same records."""

import datetime
import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

from conftest import MASTER, ROOT
from pyspark.sql import Row
from pyspark.sql import types as t
from records import by_command_line, records, without_nulls

from adstrip_spark import clean_df, result_schema

COUNT = int(os.environ.get("ADSTRIP_SPARK_RECORDS", "20000"))
INPUT = t.StructType(
    [
        t.StructField("id", t.IntegerType()),
        t.StructField("url", t.StringType()),
        t.StructField("html", t.StringType()),
        t.StructField("text", t.StringType()),
    ]
)
NODE = "node/bin/node adstrip/node_modules/adstrip/dist/command/adstrip.js"


@pytest.fixture(scope="session")
def rows():
    return list(records(COUNT))


@pytest.fixture(scope="session")
def expected(rows):
    return by_command_line(rows)


@pytest.fixture(scope="session")
def pages(spark, rows, tmp_path_factory):
    """The records as a table of Parquet files of uneven length."""
    folder = str(tmp_path_factory.mktemp("pages"))
    step = max(1, len(rows) // 12)
    for start in range(0, len(rows), step):
        spark.createDataFrame(rows[start : start + step], INPUT).coalesce(1).write.mode("append").parquet(folder)
    return spark.read.parquet(folder)


def children():
    """pid and seconds of processor time of every command that a task below this process runs."""
    parents, found = {}, {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            stat = Path("/proc", name, "stat").read_text().rpartition(")")[2].split()
            command = Path("/proc", name, "cmdline").read_text()
        except OSError:
            continue
        parents[int(name)] = int(stat[1])
        if "cli.js" in command and "--input" in command:
            found[int(name)] = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    below = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return {pid: seconds for pid, seconds in found.items() if pid in below}


class Killer(threading.Thread):
    """Kills the children of the tasks, each after another share of the processor: as often on a busy machine as on an idle
    one, and at all moments of their lives. By the golden ratio the lives of any few children in a row are spread evenly.
    """

    #: Seconds; a task of 20,000 records in 12 takes four, and the start of a child one.
    LONGEST_LIFE = max(4.0, COUNT / 20_000 * 8)
    SPREAD = 0.618034

    def __init__(self):
        super().__init__(daemon=True)
        self.killed = set()
        self.ended = threading.Event()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join()

    def run(self):
        lives = {}
        while not self.ended.wait(0.1):
            for pid, seconds in children().items():
                life = lives.setdefault(pid, len(lives) * self.SPREAD % 1 * self.LONGEST_LIFE)
                if seconds < life or pid in self.killed:
                    continue
                try:
                    os.kill(pid, signal.SIGKILL)
                    self.killed.add(pid)
                except ProcessLookupError:
                    pass


def test_gives_what_the_command_line_gives_while_children_are_killed(spark, pages, expected):
    began = time.monotonic()
    cleaned = clean_df(pages, text_col="text", attempts=10)
    assert cleaned.columns == ["id", "url", "adstrip"]
    seen = set()
    with Killer() as killer:
        for row in cleaned.toLocalIterator(prefetchPartitions=True):
            assert row.id not in seen
            seen.add(row.id)
            wanted = {name: value for name, value in expected[row.id].items() if name not in ("id", "url")}
            assert without_nulls(row.adstrip) == wanted, row.id
    assert seen == set(range(COUNT))
    seconds = time.monotonic() - began
    print(f"\n{MASTER}: {COUNT} records in {seconds:.0f} s, {len(killer.killed)} children killed")
    assert len(killer.killed) >= 2


def test_runs_in_several_executors(spark):
    if not MASTER.startswith("local-cluster"):
        pytest.skip(f"{MASTER} has none")
    executors = spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
    assert len(executors) >= 3  # the driver counts as one


def test_other_columns_come_through_as_they_are(spark):
    schema = t.StructType(
        [
            t.StructField("page", t.StringType()),
            t.StructField("count", t.LongType()),
            t.StructField("when", t.TimestampType()),
            t.StructField("price", t.DecimalType(20, 5)),
            t.StructField("raw", t.BinaryType()),
            t.StructField(
                "nested", t.ArrayType(t.StructType([t.StructField("a", t.MapType(t.StringType(), t.LongType()))]))
            ),
        ]
    )
    from decimal import Decimal

    when = datetime.datetime(2024, 2, 29, 12, 30, 15, 123456)
    rows = [
        ("<p>One page.</p>", 2**53 + 1, when, Decimal("1.00001"), b"\x00\xff", [Row(a={"x": 1})]),
        ("<p>Another page.</p>", None, None, None, None, None),
    ]
    df = spark.createDataFrame(rows, schema).coalesce(1)
    cleaned = clean_df(df, "page", None, into="article", keep_input=True)
    got = cleaned.collect()
    assert [row[:-1] for row in got] == [tuple(row) for row in df.collect()]
    assert [row.article.text for row in got] == ["One page.", "Another page."]
    assert cleaned.schema["article"].dataType == result_schema()


def test_the_type_has_all_of_the_interface():
    """What src/types.ts declares, the column has."""
    source = (ROOT / "src" / "types.ts").read_text()

    def declared(name):
        body = source.split(f"export interface {name} ")[1].split("{", 1)[1].split("\n}")[0]
        lines = (line.strip() for line in body.splitlines())
        return {line.split(":")[0].rstrip("?") for line in lines if ":" in line and line[0].isalpha()}

    result = result_schema()
    assert set(result["metadata"].dataType.names) == declared("Metadata")
    assert set(result["metadata"].dataType["sources"].dataType.names) == declared("Metadata") - {"sources"}
    assert set(result["removed"].dataType.elementType.names) == declared("Removal")
    ours = (declared("CleanResult") | declared("StripResult")) - {"output", "blocks", "encoding"}
    assert set(result.names) == ours | {"error"}
    assert set(result_schema("strip").names) == declared("StripResult") - {"encoding"} | {"error"}


def test_options_and_strip(spark):
    text = "One.\n\n(adsbygoogle = window.adsbygoogle || []).push({});\n\nAdvertisement\n\nTwo."
    df = spark.createDataFrame([(text,)], "text string")
    stripped = clean_df(df, None, None, text_col="text", mode="strip", keep=["label"]).first().adstrip
    assert "Advertisement" in stripped.output and "adsbygoogle" not in stripped.output
    assert [removal.category for removal in stripped.removed] == ["ad"]
    assert clean_df(df, None, None, text_col="text", max_length=4).first().adstrip.text == "One."


def test_few_rows_are_wanted_of_many(spark, pages):
    assert len(clean_df(pages).limit(3).collect()) == 3


def test_wrong_arguments_are_refused_before_the_job(spark):
    df = spark.createDataFrame([("<p>x</p>", "u", b"x")], "html string, url string, raw binary")
    for wrong, error in (
        ({"html_col": "page"}, ValueError),
        ({"html_col": "raw"}, TypeError),
        ({"url_col": "address"}, ValueError),
        ({"html_col": None}, ValueError),
        ({"into": "url"}, ValueError),
        ({"mode": "tidy"}, ValueError),
    ):
        with pytest.raises(error):
            clean_df(df, **wrong)


def test_a_command_that_is_not_there_fails_the_job(spark):
    df = spark.createDataFrame([("<p>x</p>",)], "html string")
    with pytest.raises(Exception, match="cannot run no-such-program"):
        clean_df(df, url_col=None, adstrip_command="no-such-program").collect()


def test_rdd_pipe(spark, rows, expected):
    """The line of the README, in the archives of the executors."""
    if not MASTER.startswith("local-cluster"):
        pytest.skip("archives are in another folder in local mode")
    some = rows[:2000]
    rdd = spark.createDataFrame(some, INPUT).repartition(3).toJSON()
    cleaned = rdd.pipe(
        f"sh -c '{NODE} --input jsonl -j 1 - || [ $? = 1 ]'", env={"PATH": os.environ["PATH"]}, checkCode=True
    )
    cleaned.cache()  # asked for several times below
    answers = [json.loads(line) for line in cleaned.collect()]
    assert sorted(answer["id"] for answer in answers) == list(range(len(some)))
    for answer in answers:
        assert answer == expected[answer["id"]]
    typed = spark.read.schema(t.StructType([INPUT["id"], *result_schema().fields])).json(cleaned)
    assert typed.where("error is not null").count() == sum("error" in answer for answer in answers)
    assert typed.where("metadata.title is not null").count() == sum(
        "title" in answer.get("metadata", {}) for answer in answers
    )
